//! One sociogram: a group on a day, with all that its pupils said of each other. How that is judged: `statuses`, `Ties`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Method, PupilStatus, Ties, circle::around, group::members, statuses, structure::pairs};
use crate::evidence::files::{Points, RatingRow};

/// A group on a day.
#[derive(Debug, Clone)]
pub struct Measurement {
    /// The group's number.
    pub group: u32,
    /// The day.
    pub on: NaiveDate,
    rows: Vec<RatingRow>,
    points: Points,
    /// The share (0–1) of the pupils of the group who judged anybody.
    response: f64,
}

/// Pupils around a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// For each place, whether the pupil there and another judged each other; of others nothing is known both ways.
    pub known: Vec<bool>,
    /// The places of those who chose each other.
    pub ties: Vec<(usize, usize)>,
}

impl Measurement {
    /// The measurement of a group that had so many pupils that day, whether or not the ratings name them.
    #[must_use]
    pub fn new(group: u32, on: NaiveDate, rows: Vec<RatingRow>, points: Points, pupils: usize) -> Self {
        let raters: BTreeSet<&str> = rows.iter().map(|row| row.rater.as_str()).collect();
        let named = members(&rows.iter().collect::<Vec<_>>()).len();
        let response = raters.len() as f64 / named.max(pupils).max(1) as f64;
        Self { group, on, rows, points, response }
    }

    /// Whether at least such a share (0–1) of the pupils of the group judged anybody.
    #[must_use]
    pub fn answered(&self, share: f64) -> bool {
        self.response >= share - super::SLACK
    }

    /// The status of each pupil whom the ratings name. `alpha`: the limit of a tail.
    #[must_use]
    pub fn statuses(&self, alpha: f64) -> Vec<PupilStatus> {
        let found = statuses(&self.rows, self.points, Method::Ssrat, alpha).into_iter();
        found.map(|one| PupilStatus { response: self.response, ..one }).collect()
    }

    /// The mutual ties; none where the ratings allow no table.
    #[must_use]
    pub fn ties(&self) -> Option<Ties> {
        let ties = Ties::of(&self.rows, self.points).ok()?;
        Some(Ties { response: self.response, ..ties })
    }

    /// The pupils around a circle on which those who chose each other stand near; none where the ratings allow no table.
    #[must_use]
    pub fn around(&self) -> Option<Around> {
        let pairs = pairs(&self.rows, self.points).ok()?;
        let ties: Vec<_> = pairs.iter().filter(|(.., mutual)| *mutual).map(|(a, b, _)| (*a, *b)).collect();
        let places = around(members(&self.rows.iter().collect::<Vec<_>>()).len(), &ties);
        let place = |pupil: usize| places.get(pupil).copied();
        let paired: BTreeSet<usize> =
            pairs.iter().flat_map(|(a, b, _)| [place(*a), place(*b)]).flatten().collect();
        Some(Around {
            known: (0..places.len()).map(|at| paired.contains(&at)).collect(),
            ties: ties.iter().map(|(a, b)| place(*a).zip(place(*b))).collect::<Option<_>>()?,
        })
    }
}
