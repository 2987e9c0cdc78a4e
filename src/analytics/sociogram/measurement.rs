//! One sociogram: a group on a day, with all that its pupils said of each other. How that is judged: `statuses`, `Ties`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Method, PupilStatus, Ties, circle::around, statuses};
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

impl Measurement {
    /// The measurement of a group that had so many pupils that day, whether or not the ratings name them.
    #[must_use]
    pub fn new(group: u32, on: NaiveDate, rows: Vec<RatingRow>, points: Points, pupils: usize) -> Self {
        let raters: BTreeSet<&str> = rows.iter().map(|row| row.rater.as_str()).collect();
        let named = rows.iter().flat_map(|row| [row.rater.as_str(), row.rated.as_str()]);
        let named = named.collect::<BTreeSet<_>>().len();
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

    /// The pairs who both chose each other, as places among the pupils around a circle on which they stand near each other;
    /// none where the ratings allow no table.
    #[must_use]
    pub fn around(&self) -> Option<Vec<(usize, usize)>> {
        let ties = Ties::mutual(&self.rows, self.points).ok()?;
        let places = around(self.ties()?.pupils, &ties);
        let place = |pupil: usize| places.get(pupil).copied();
        ties.iter().map(|(a, b)| place(*a).zip(place(*b))).collect()
    }
}
