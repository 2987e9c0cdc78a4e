//! Scales that sum others, for who does not see each pupil. A sum of other pupils than its parts are of would, less the means
//! of these, tell the scores of who lacks one.

use std::collections::{BTreeSet, HashMap};

use crate::evidence::files::Series;
use crate::evidence::instruments::Catalogue;
use crate::ground::GroupId;
use crate::insight::disclosure::Row;

/// The scales that a series sums, of the same list by the same informant; none where it sums nothing.
pub(super) fn parts(catalogue: &Catalogue, names: &HashMap<i32, Series>, series: i32) -> Vec<i32> {
    let sums = || {
        let own = names.get(&series)?;
        let scale = catalogue.get(&own.instrument)?.scale(&own.scale)?;
        Some((own, &scale.sum_of))
    };
    let Some((own, sum_of)) = sums() else { return Vec::new() };
    let is_part = |one: &Series| {
        sum_of.contains(&one.scale) && *one == Series { scale: one.scale.clone(), ..own.clone() }
    };
    names.iter().filter(|(_, one)| is_part(one)).map(|(key, _)| *key).collect()
}

/// Whether two scales of one list were given of the same pupils, who came in alike; a scale that nobody has tells nothing.
pub(super) fn are_of_the_same(sum: &[Row], part: &[Row]) -> bool {
    fn who(rows: &[Row]) -> BTreeSet<(i64, Option<&GroupId>, &str)> {
        rows.iter().map(|row| (row.pupil, row.group.as_ref(), row.came.as_str())).collect()
    }
    part.is_empty() || who(sum) == who(part)
}
