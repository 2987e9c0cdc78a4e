//! What goes well, as domains: of a pupil from scales and from what was seen, of a group as far as it may be disclosed.

use chrono::NaiveDate;

use crate::analytics::standing::{Level, Standing};
use crate::evidence::instruments::Catalogue;
use crate::evidence::observations::{Observation, Tone};
use crate::ground::scope::Why;
use crate::ground::{Conn, GroupId, Result, Scope};
use crate::insight::disclosure::Disclosed;
use crate::insight::means;
use crate::insight::series::{self, Scale};
use crate::school::store as people;
use crate::signals::model::Signal;

/// The most strengths that are told: a sheet is one page.
const MOST: usize = 4;

/// Something that goes well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Strength {
    /// In a domain, by a list.
    Well {
        /// The domain's code.
        domain: String,
        /// Whether it goes better than it did, rather than well all along.
        better: bool,
    },
    /// In a domain, by what somebody at school saw.
    Seen {
        /// The domain's code.
        domain: String,
        /// On which day.
        on: NaiveDate,
    },
}

/// The strengths of a pupil: domains in which some list stands high or rises and none gives concern, and about which no
/// signal is open; then what was seen to go well.
pub(super) fn strengths(
    catalogue: &Catalogue,
    scales: &[Scale],
    seen: &[&Observation],
    open: &[&Signal],
) -> Vec<Strength> {
    let told: Vec<(&str, Standing)> = scales
        .iter()
        .filter(|scale| {
            is_for_all(catalogue, scale) && scale.doubted_by.is_none() && !scale.domain.is_empty()
        })
        .flat_map(|scale| scale.lines.iter().filter_map(|line| Some((scale.domain.as_str(), line.standing?))))
        .collect();
    let is_asked = |domain: &str| {
        open.iter().any(|signal| signal.domain == domain)
            || told.iter().any(|(other, standing)| *other == domain && standing.is_concern())
    };
    let mut found: Vec<Strength> = Vec::new();
    for (domain, standing) in told.iter().filter(|(_, standing)| standing.is_strength()) {
        let known = |one: &Strength| matches!(one, Strength::Well { domain: other, .. } if other == domain);
        if !is_asked(domain) && !found.iter().any(known) {
            let better = standing.level != Level::High;
            found.push(Strength::Well { domain: (*domain).to_owned(), better });
        }
    }
    let good = seen.iter().filter(|one| one.tone == Tone::Strength);
    found.extend(good.map(|one| Strength::Seen { domain: one.domain.clone(), on: one.seen_on }));
    found.truncate(MOST);
    found
}

/// What a group is good at, by the pupils of whom it is the home group and without the scales that are for the coordinator
/// alone: the codes of at most three domains.
///
/// # Errors
/// When the database refuses.
pub fn of_group(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    (group, why): (&GroupId, &Why),
) -> Result<Disclosed<Vec<String>>> {
    let home = people::at_home_in(conn, std::slice::from_ref(group), scope.today)?;
    let mut pupils = people::pupils_of_group(conn, scope, group)?;
    pupils.retain(|pupil| home.contains(&pupil.id));
    let mut scales = series::of_pupils(conn, scope, catalogue, &pupils)?;
    for own in scales.values_mut() {
        own.retain(|scale| is_for_all(catalogue, scale));
    }
    Ok(means::good(why, scales.values()))
}

/// Whether a scale is not for the coordinator alone.
fn is_for_all(catalogue: &Catalogue, scale: &Scale) -> bool {
    !catalogue.is_for_the_coordinator(&scale.code.0, &scale.code.1)
}
