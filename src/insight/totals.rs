//! Outcomes that came in without pupils, as they may be shown: of a school with its groups, or of one group. Which rows are
//! hidden from everybody: `disclosure::totals`; scales for the coordinator alone are left out on a group's page.

use chrono::NaiveDate;

use super::disclosure::{self, Disclosed, Share};
use crate::evidence::files::rounds::season;
use crate::evidence::instruments::{Audience, Catalogue};
use crate::evidence::totals::{Total, store};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::scope::Role;
use crate::ground::{Conn, GroupId, Result, SchoolId, Scope};

/// An outcome as it stands on a page.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The group; none: the whole school.
    pub group: Option<GroupId>,
    /// The name of the list.
    pub instrument: String,
    /// The name of the scale.
    pub scale: String,
    /// The domain's code.
    pub domain: String,
    /// The day.
    pub taken_on: NaiveDate,
    /// The figure, or why it is not shown.
    pub figure: Disclosed<Figure>,
    /// Whether its scale is for the coordinator first.
    restricted: bool,
}

/// What came in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The mean score.
    pub mean: Option<f64>,
    /// The share of pupils; all but none, and all but all, are said as such.
    pub percentage: Option<Share>,
    /// The lowest and highest possible score.
    pub range: (f64, f64),
    /// Of how many pupils it is.
    pub pupils: i32,
}

/// The outcomes of a school and its groups, of this school year and the one before, newest first.
///
/// # Errors
/// When the database refuses.
pub fn of_school(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    school: &SchoolId,
    smallest: u32,
) -> Result<Vec<Outcome>> {
    let since = school_year_start(school_year(scope.today) - 1);
    let mut held = store::of_school(conn, school)?;
    held.retain(|one| one.taken_on >= since);
    // All of one half-year on a scale are held to the rule together, whatever their days: groups fill in on days of their own.
    held.sort_by(|a, b| {
        let by = |one: &Total| (season(one.taken_on), one.taken_on);
        let of = |one: &Total| (one.instrument.clone(), one.scale.clone());
        by(b).0.cmp(&by(a).0).then_with(|| of(a).cmp(&of(b))).then_with(|| by(b).1.cmp(&by(a).1))
    });
    let measured = held.chunk_by(|a, b| {
        let of = |one: &Total| (season(one.taken_on), one.instrument.clone(), one.scale.clone());
        of(a) == of(b)
    });
    Ok(measured.flat_map(|rows| outcomes(catalogue, smallest, rows)).collect())
}

/// Those of one group, for who may open it.
///
/// # Errors
/// When the database refuses.
pub fn of_group(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    (school, group): (&SchoolId, &GroupId),
    smallest: u32,
) -> Result<Vec<Outcome>> {
    let coordinates = scope.has_at(Role::Coordinator, school);
    let mut found = of_school(conn, scope, catalogue, school, smallest)?;
    found.retain(|one| one.group.as_ref() == Some(group) && (coordinates || !one.restricted));
    Ok(found)
}

/// One measurement: the school first, then its groups.
fn outcomes(catalogue: &Catalogue, smallest: u32, rows: &[Total]) -> Vec<Outcome> {
    let mut rows: Vec<&Total> = rows.iter().collect();
    // Of two of the same pupils the newest counts: the difference would tell of who came or went.
    rows.sort_by_key(|one| (one.group_id.clone(), std::cmp::Reverse(one.taken_on)));
    rows.dedup_by_key(|one| one.group_id.clone());
    let named = rows.first().and_then(|one| {
        let instrument = catalogue.get(&one.instrument)?;
        Some((instrument.name.clone(), instrument.scale(&one.scale)?.clone()))
    });
    let Some((instrument, scale)) = named else { return Vec::new() };
    let figures = rows.iter().map(|one| {
        let figure = Figure {
            mean: one.mean,
            percentage: one.percentage.map(|percent| Share::rounded(percent / 100.0)),
            range: (scale.min, scale.max),
            pupils: one.pupils,
        };
        (one.group_id.is_none(), usize::try_from(one.pupils).unwrap_or_default(), figure)
    });
    let given = disclosure::totals(smallest, figures.collect());
    let outcome = |(one, figure): (&&Total, Disclosed<Figure>)| Outcome {
        group: one.group_id.clone(),
        instrument: instrument.clone(),
        scale: scale.name.clone(),
        domain: scale.domain.code().to_owned(),
        taken_on: one.taken_on,
        figure,
        restricted: scale.audience == Audience::Coordinator,
    };
    rows.iter().zip(given).map(outcome).collect()
}
