//! Groups in a circle for the rules on ratings: everybody likes the neighbours and dislikes one, as many are disliked as
//! there are pupils; some may be disliked by all.

use chrono::{Days, NaiveDate};

use crate::analytics::sociogram::Measurement;
use crate::evidence::files::{Opinion, Points, RatingRow};
use crate::signals::{
    finding::{Finding, Rule},
    rules::silence::Why,
    ruleset::Ruleset,
    sociograms::{Sociograms, Wanted},
};

/// One sociogram of a group.
#[derive(Clone, Copy)]
pub struct Circle {
    /// The group's number.
    pub group: u32,
    /// Days since the first.
    pub day: u64,
    /// How many pupils there are.
    pub pupils: usize,
    /// How many of them judge.
    pub judge: usize,
    /// So many neighbours on each side are liked.
    pub near: usize,
    /// So many pupils, the first, are disliked by all.
    pub low: usize,
}

impl Circle {
    /// Fourteen pupils who all judge and like three on each side.
    pub const CALM: Self = Self { group: 0, day: 0, pupils: 14, judge: 14, near: 3, low: 0 };

    fn points(&self, i: usize, j: usize) -> u8 {
        let apart = i.abs_diff(j).min(self.pupils - i.abs_diff(j));
        if j < self.low || j == (i + self.near + 2) % self.pupils {
            1
        } else if apart <= self.near {
            3
        } else {
            2
        }
    }

    pub fn measured(&self) -> Measurement {
        let on = NaiveDate::from_ymd_opt(2025, 9, 1).expect("a day") + Days::new(self.day);
        let pairs =
            (0..self.judge).flat_map(|i| (0..self.pupils).filter(move |j| *j != i).map(move |j| (i, j)));
        let row = |(i, j): (usize, usize)| RatingRow {
            row: 0,
            line: 0,
            group: self.group.to_string(),
            date: on,
            rater: i.to_string(),
            rated: j.to_string(),
            opinion: Opinion::Rated(self.points(i, j)),
        };
        Measurement::new(self.group, on, pairs.map(row).collect(), Points::THREE, self.pupils)
    }
}

/// Which rules cannot speak of the last of these sociograms, and why.
pub fn silent(ruleset: &Ruleset, circles: &[Circle]) -> Vec<(Rule, Why, u32)> {
    let measurements = circles.iter().map(Circle::measured).collect();
    let found = Sociograms { school: 0, measurements }.silences(ruleset);
    found.into_iter().map(|one| (one.rule, one.why, one.least)).collect()
}

/// What a ruleset says of these sociograms, in order of day.
pub fn said(ruleset: &Ruleset, wanted: Wanted, circles: &[Circle]) -> Vec<Finding> {
    let measurements = circles.iter().map(Circle::measured).collect();
    Sociograms { school: 0, measurements }.findings(ruleset, wanted)
}
