//! One group on one day as a table: who judged whom, and how. Not what it means.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::files::{Opinion, Points, RatingRow};
use crate::ground::Message;

/// The largest group that is looked at as one, in pupils. A sociogram is about pupils who know each other, and its
/// exact probabilities take time by the third power of their number.
pub const LARGEST: usize = 200;

/// The judgements within a group, each as points. Nobody judges himself or herself.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// `given[i][j]`: what pupil i says of pupil j.
    given: Vec<Vec<Option<u8>>>,
    pub(super) points: Points,
}

/// The pupils of a group, in order: whoever judges or is judged.
pub(super) fn members<'a>(rows: &[&'a RatingRow]) -> Vec<&'a str> {
    let both = rows.iter().flat_map(|row| [row.rater.as_str(), row.rated.as_str()]);
    both.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The share of the members who judged anybody.
pub(super) fn response(members: &[&str], rows: &[&RatingRow]) -> f64 {
    let raters: BTreeSet<&str> = rows.iter().map(|row| row.rater.as_str()).collect();
    raters.len() as f64 / members.len().max(1) as f64
}

impl Group {
    /// The table of these members, or why there can be none. Where pupils chose (`+`, `-`), whom a rater left out is
    /// neutral and the scale is three points; where they rated, who was left out is not judged.
    pub(super) fn new(members: &[&str], rows: &[&RatingRow], points: Points) -> Result<Self, Message> {
        if members.len() > LARGEST {
            return Err(Message::new("sociogram-note-large").with("n", members.len()).with("most", LARGEST));
        }
        let rated = |row: &&RatingRow| matches!(row.opinion, Opinion::Rated(_));
        let chosen = !rows.iter().any(rated);
        if !chosen && !rows.iter().all(rated) {
            return Err(Message::new("sociogram-note-mixed"));
        }
        let points = if chosen { Points::THREE } else { points };
        let place: BTreeMap<&str, usize> = members.iter().copied().zip(0..).collect();
        let mut given = vec![vec![None; members.len()]; members.len()];
        for row in rows {
            let value = match row.opinion {
                Opinion::Rated(value) => value,
                Opinion::Liked => points.highest(),
                Opinion::Disliked => 1,
            };
            if !(1..=points.highest()).contains(&value) {
                return Err(Message::new("sociogram-note-outside"));
            }
            let (Some(rater), Some(rated)) = (place.get(row.rater.as_str()), place.get(row.rated.as_str()))
            else {
                continue;
            };
            let line = given.get_mut(*rater);
            if let Some(cell) = line.and_then(|line| line.get_mut(*rated)).filter(|_| rater != rated) {
                *cell = Some(value);
            }
        }
        if chosen {
            for (rater, line) in
                given.iter_mut().enumerate().filter(|(_, line)| line.iter().any(Option::is_some))
            {
                for (_, cell) in line.iter_mut().enumerate().filter(|(rated, _)| *rated != rater) {
                    *cell = cell.or(Some(points.neutral()));
                }
            }
        }
        Ok(Self { given, points })
    }

    /// How many pupils there are.
    pub(super) fn size(&self) -> usize {
        self.given.len()
    }

    /// What pupil `i` says of `j`, in points.
    pub(super) fn opinion(&self, i: usize, j: usize) -> Option<u8> {
        self.given.get(i)?.get(j).copied().flatten()
    }

    /// All that pupil `i` says of others.
    pub(super) fn given_by(&self, i: usize) -> impl Iterator<Item = u8> + '_ {
        self.given.get(i).into_iter().flatten().copied().flatten()
    }

    /// Who judged pupil `j`, and how.
    pub(super) fn received_by(&self, j: usize) -> impl Iterator<Item = (usize, u8)> + '_ {
        (0..self.size()).filter_map(move |i| Some((i, self.opinion(i, j)?)))
    }

    /// Points above the middle.
    pub(super) fn liking(&self, points: u8) -> u8 {
        points.saturating_sub(self.points.neutral())
    }

    /// Points below the middle.
    pub(super) fn disliking(&self, points: u8) -> u8 {
        self.points.neutral().saturating_sub(points)
    }
}
