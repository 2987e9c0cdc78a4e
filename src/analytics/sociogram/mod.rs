//! Sociograms: how pupils of one group judge each other, and what that says of each of them. Ratings in, a row per pupil
//! out; pure. Three methods, a file each: `ssrat`, `newcomb_bukowski`, `coie_dodge`. What a repeated outcome says is in
//! `repeated`, what a group's ties say in `structure`. Sources and definitions: `docs/sociogram.md`.
//!
//! The words of a status stand in files only. To people Baken says *wordt weinig gekozen*, and only when it repeats.

mod circle;
mod coie_dodge;
mod group;
mod measurement;
mod newcomb_bukowski;
mod repeated;
mod ssrat;
mod status;
mod structure;
mod sums;

pub use group::LARGEST;
pub use measurement::{Around, Measurement};
pub use repeated::{Gates, Repeat, rejected_twice};
pub use status::{Figures, Method, PupilStatus, Status};

pub use structure::{Limits, Remarkable, Ties, group_structure};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::group::Group;
use self::status::Judged;
use crate::evidence::files::{Points, RatingRow};
use crate::ground::Message;

#[cfg(test)]
mod tests;

/// The usual limit of a tail probability (Maassen & Landsheer 1998, Newcomb & Bukowski 1983).
pub const ALPHA: f64 = 0.05;

/// Sums that are equal stay equal: figures that differ by no more than this are the same.
const SLACK: f64 = 1e-9;

/// The status of each pupil in each group on each day, sorted by group, day and pupil. `alpha`: the limit of a tail,
/// between 0 and 1; `Method::CoieDodge` does not use it.
#[must_use]
pub fn statuses(ratings: &[RatingRow], points: Points, method: Method, alpha: f64) -> Vec<PupilStatus> {
    let mut measurements: BTreeMap<(&str, NaiveDate), Vec<&RatingRow>> = BTreeMap::new();
    for row in ratings {
        measurements.entry((&row.group, row.date)).or_default().push(row);
    }
    let measured = measurements.into_iter().map(|((name, date), rows)| {
        let members = group::members(&rows);
        let judged = match Group::new(&members, &rows, points) {
            Ok(group) => group.judge(method, alpha),
            Err(note) => members.iter().map(|_| Judged::none(&note)).collect(),
        };
        let response = group::response(&members, &rows);
        let whole = members.into_iter().zip(judged).map(move |(pupil, judged)| PupilStatus {
            group: name.to_owned(),
            date,
            pupil: pupil.to_owned(),
            raters: judged.raters,
            response,
            figures: judged.figures,
            status: judged.status.clone().ok(),
            note: judged.status.err(),
        });
        whole.collect::<Vec<_>>()
    });
    measured.flatten().collect()
}

impl Group {
    fn judge(&self, method: Method, alpha: f64) -> Vec<Judged> {
        match method {
            Method::Ssrat => ssrat::judge(self, alpha),
            Method::NewcombBukowski => newcomb_bukowski::judge(self, alpha),
            Method::CoieDodge => coie_dodge::judge(self),
        }
    }
}

/// Why no status can come of judgements that differ on no side, or on one side of the middle only; none when both do.
fn without_spread(sympathy: f64, antipathy: f64) -> Option<Message> {
    match (sympathy > SLACK, antipathy > SLACK) {
        (true, true) => None,
        (false, false) => Some(Message::new("sociogram-note-spread")),
        _ => Some(Message::new("sociogram-note-one-sided")),
    }
}

/// Where a total lies beside what was to be expected.
fn beside(total: f64, expected: f64) -> std::cmp::Ordering {
    if (total - expected).abs() <= SLACK { std::cmp::Ordering::Equal } else { total.total_cmp(&expected) }
}
