//! Who is rarely chosen twice in a row. One measurement says little: of pupils with the status *rejected* about seven in
//! ten have it again a year later, of *neglected* two in thirteen (`docs/sociogram.md`), so only a repeat counts, and only
//! once. To people: *wordt weinig gekozen*.

use std::collections::BTreeMap;

use super::{PupilStatus, Status};

/// What a measurement of a pupil must have before it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gates {
    /// The fewest pupils who judged this one.
    pub raters: usize,
    /// The smallest share (0–1) of the group who judged anybody.
    pub response: f64,
}

impl Default for Gates {
    /// Ten raters and a response of 70 % (`docs/sociogram.md`).
    fn default() -> Self {
        Self { raters: 10, response: 0.70 }
    }
}

/// The pupils with a **new** repeat: *rejected* in the last measurement and in the one before, and not already so one
/// measurement earlier. `measurements`: of the whole school, in order of date, so that a pupil may change groups; each of
/// a pupil's own last three counts only when it passes the gates. Pupils who were not in the last one are not named.
#[must_use]
pub fn rejected_twice(measurements: &[Vec<PupilStatus>], gates: Gates) -> Vec<&str> {
    let mut course: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for one in measurements.iter().flatten() {
        course.entry(&one.pupil).or_default().push(rejected(one, gates));
    }
    let Some(last) = measurements.last() else { return Vec::new() };
    let is_new = |pupil: &&str| {
        let mut latest = course.get(pupil).into_iter().flatten().rev().copied();
        let mut next = || latest.next().unwrap_or(false);
        next() && next() && !next()
    };
    let mut pupils: Vec<&str> = last.iter().map(|one| one.pupil.as_str()).filter(is_new).collect();
    pupils.sort_unstable();
    pupils.dedup();
    pupils
}

/// Whether a measurement that counts gave this status.
pub(super) fn rejected(one: &PupilStatus, gates: Gates) -> bool {
    one.status == Some(Status::Rejected)
        && one.raters >= gates.raters
        && one.response >= gates.response - super::SLACK
}
