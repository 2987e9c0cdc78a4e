//! Outcomes that came in without pupils, as they may be shown: of a school with its groups, or of one group. Which rows are
//! hidden from everybody: `disclosure::totals`; of a scale for the coordinator first, others see the school as a whole.

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
    /// The day.
    pub taken_on: NaiveDate,
    /// The figure, or why it is not shown.
    pub figure: Disclosed<Figure>,
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
    let coordinates = scope.has_at(Role::Coordinator, school);
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
    Ok(measured.flat_map(|rows| outcomes(catalogue, smallest, rows, coordinates)).collect())
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
    let mut found = of_school(conn, scope, catalogue, school, smallest)?;
    found.retain(|one| one.group.as_ref() == Some(group));
    Ok(found)
}

/// One measurement: the school first, then its groups; `coordinates`: for its coordinator.
fn outcomes(catalogue: &Catalogue, smallest: u32, all: &[Total], coordinates: bool) -> Vec<Outcome> {
    // Which import first brought one of a group or the school: what was shown then goes on standing.
    let first = |one: &Total| {
        let same = all.iter().filter(|other| other.group_id == one.group_id);
        same.map(|other| &other.import_id).min()
    };
    let mut rows = standing(all, smallest);
    rows.sort_by(|a, b| {
        let by = |one: &Total| (one.group_id.is_some(), std::cmp::Reverse(one.pupils));
        first(a).cmp(&first(b)).then_with(|| by(a).cmp(&by(b)))
    });
    let named = rows.first().and_then(|one| {
        let instrument = catalogue.get(&one.instrument)?;
        Some((instrument.name.clone(), instrument.scale(&one.scale)?.clone()))
    });
    let Some((instrument, scale)) = named else { return Vec::new() };
    let figures = rows.iter().map(|one| {
        let figure = Figure {
            mean: one.mean,
            percentage: one.percentage.map(|percent| Share::near(percent / 100.0)),
            range: (scale.min, scale.max),
            pupils: one.pupils,
        };
        (one.group_id.is_none(), usize::try_from(one.pupils).unwrap_or_default(), figure)
    });
    let given = disclosure::totals(smallest, figures.collect());
    let mut rows: Vec<(&Total, Disclosed<Figure>)> = rows.iter().copied().zip(given).collect();
    rows.sort_by(|(a, _), (b, _)| a.group_id.cmp(&b.group_id));
    let outcome = |(one, figure): (&Total, Disclosed<Figure>)| Outcome {
        group: one.group_id.clone(),
        instrument: instrument.clone(),
        scale: scale.name.clone(),
        taken_on: one.taken_on,
        figure,
    };
    // A group's outcome on a scale about safety, home or the teacher tells of its teacher.
    let for_reader = |(one, _): &(&Total, _)| {
        coordinates || one.group_id.is_none() || scale.audience != Audience::Coordinator
    };
    rows.into_iter().filter(for_reader).map(outcome).collect()
}

/// Of the school and of each group the one total that is shown: the newest. But who saw one of a few pupils more or fewer
/// could take them off each other, so then the one that came in first goes on standing.
fn standing(rows: &[Total], smallest: u32) -> Vec<&Total> {
    let mut rows: Vec<&Total> = rows.iter().collect();
    // Ids sort in the order in which totals came in.
    rows.sort_by(|a, b| (&a.group_id, &a.id).cmp(&(&b.group_id, &b.id)));
    let mut standing: Vec<&Total> = Vec::new();
    for next in rows {
        let Some(shown) = standing.last_mut().filter(|one| one.group_id == next.group_id) else {
            standing.push(next);
            continue;
        };
        let more = shown.pupils.abs_diff(next.pupils);
        let was_seen = shown.pupils.unsigned_abs() >= smallest;
        if next.taken_on >= shown.taken_on && !(was_seen && (1..smallest).contains(&more)) {
            *shown = next;
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::ImportId;

    /// Which of these totals of one group stands, each with its day in February and of how many pupils it is, in the order in
    /// which they came in.
    fn stands(totals: &[(u32, i32)]) -> (u32, i32) {
        use chrono::Datelike;
        let total = |(at, (day, pupils)): (usize, &(u32, i32))| Total {
            id: at.to_string(),
            school_id: SchoolId::from("s"),
            group_id: None,
            taken_on: NaiveDate::from_ymd_opt(2026, 2, *day).unwrap(),
            instrument: "msv".to_owned(),
            scale: "aantasting".to_owned(),
            mean: Some(12.0),
            percentage: None,
            pupils: *pupils,
            import_id: ImportId::from("i"),
        };
        let rows: Vec<Total> = totals.iter().enumerate().map(total).collect();
        let found = standing(&rows, 10);
        assert_eq!(found.len(), 1);
        (found[0].taken_on.day(), found[0].pupils)
    }

    #[test]
    fn the_newest_stands_unless_it_differs_by_a_few_pupils_from_the_one_that_was_seen() {
        assert_eq!(stands(&[(1, 20), (8, 20)]), (8, 20));
        assert_eq!(stands(&[(1, 20), (8, 30)]), (8, 30));
        assert_eq!(stands(&[(8, 20), (1, 30)]), (8, 20), "an older one that comes later");
        assert_eq!(stands(&[(1, 20), (8, 21)]), (1, 20));
        assert_eq!(stands(&[(8, 20), (1, 21)]), (8, 20));
        assert_eq!(stands(&[(1, 20), (8, 22), (15, 29)]), (1, 20), "beside the one that was seen");
        assert_eq!(stands(&[(1, 20), (8, 22), (15, 31)]), (15, 31));
        assert_eq!(stands(&[(1, 9), (8, 12)]), (8, 12), "nobody saw the nine");
    }
}
