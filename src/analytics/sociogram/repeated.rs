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
    /// The fewest days between two measurements; nearer ones are one, and the latest counts.
    pub apart: i64,
}

impl Gates {
    /// Whether enough judged this pupil, and enough of the group judged anybody.
    #[must_use]
    pub fn hold(&self, one: &PupilStatus) -> bool {
        one.raters >= Some(self.raters) && one.response >= self.response - super::SLACK
    }
}

/// A pupil who was *rejected* in a measurement and in the one before.
#[derive(Debug, Clone, Copy)]
pub struct Repeat<'a> {
    /// The measurement.
    pub now: &'a PupilStatus,
    /// The pupil's one before.
    pub before: &'a PupilStatus,
    /// Whether it is new: not already so in the one before and the one before that.
    pub is_new: bool,
}

/// The pupils of a measurement who were *rejected* in it and in their own one before. `earlier`: all earlier measurements
/// of the school, in any order, so that a pupil may change groups; each counts only when it passes the gates.
#[must_use]
pub fn rejected_twice<'a>(
    now: &'a [PupilStatus],
    earlier: impl IntoIterator<Item = &'a PupilStatus>,
    gates: Gates,
) -> Vec<Repeat<'a>> {
    let mut course: BTreeMap<&str, Vec<&PupilStatus>> = BTreeMap::new();
    for one in earlier {
        course.entry(&one.pupil).or_default().push(one);
    }
    let repeat = |one: &'a PupilStatus| {
        let mut own = course.get(one.pupil.as_str())?.clone();
        own.sort_by_key(|earlier| std::cmp::Reverse(earlier.date));
        let mut last = one.date;
        let mut apart = own.into_iter().filter(|earlier| {
            let counts = (last - earlier.date).num_days() >= gates.apart;
            if counts {
                last = earlier.date;
            }
            counts
        });
        let before = apart.next().filter(|before| rejected(before, gates) && rejected(one, gates))?;
        Some(Repeat { now: one, before, is_new: !apart.next().is_some_and(|third| rejected(third, gates)) })
    };
    now.iter().filter_map(repeat).collect()
}

/// Whether a measurement that counts gave this status.
pub(super) fn rejected(one: &PupilStatus, gates: Gates) -> bool {
    one.status == Some(Status::Rejected) && gates.hold(one)
}
