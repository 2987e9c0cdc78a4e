//! How a group hangs together by its mutual ties: pairs of pupils who both rate each other above the middle, among the
//! pairs who both rate each other. From where on that is remarkable is a working choice (`docs/sociogram.md`); it
//! explains and is never more than a note.

use std::collections::BTreeSet;

use super::group::{Group, members};
use crate::evidence::files::{Points, RatingRow};
use crate::ground::Message;

/// What a group must have, and from where on its structure is remarkable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The fewest pupils.
    pub pupils: usize,
    /// The smallest share (0–1) of them who judged anybody.
    pub response: f64,
    /// So many pupils who are rarely chosen twice in a row.
    pub repeated: usize,
    /// A drop of the density of ties by more than so many standard errors.
    pub drop: f64,
    /// Such a share (0–1) of the pupils without any mutual tie.
    pub without: f64,
}

impl Limits {
    /// Whether the group is large enough, enough of it judged anybody, and two judged each other.
    fn hold(&self, ties: &Ties) -> bool {
        ties.pupils >= self.pupils && ties.response >= self.response - super::SLACK && ties.pairs > 0
    }
}

/// The mutual ties of a group on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ties {
    /// The pupils of the group.
    pub pupils: usize,
    /// The share (0–1) of them who judged anybody.
    pub response: f64,
    /// Pairs who both judged each other.
    pub pairs: usize,
    /// Pairs among them who both chose each other.
    pub mutual: usize,
    /// Pupils in at least one of `pairs`.
    pub paired: usize,
    /// Pupils among `paired` in none of `mutual`.
    pub without: usize,
}

impl Ties {
    /// Counts the ties in the ratings of one group on one day, or says why that cannot be.
    pub fn of(ratings: &[RatingRow], points: Points) -> Result<Self, Message> {
        let pairs = pairs(ratings, points)?;
        let mutual = || pairs.iter().filter(|(.., mutual)| *mutual);
        let paired = in_any(pairs.iter());
        let rows: Vec<&RatingRow> = ratings.iter().collect();
        let pupils = members(&rows);
        Ok(Self {
            pupils: pupils.len(),
            response: super::group::response(&pupils, &rows),
            pairs: pairs.len(),
            mutual: mutual().count(),
            paired,
            without: paired - in_any(mutual()),
        })
    }

    /// The share of the pairs with a mutual tie, 0–1.
    fn density(&self) -> f64 {
        self.mutual as f64 / self.pairs as f64
    }

    /// The square of its standard error, as if pairs were independent.
    fn error(&self) -> f64 {
        self.density() * (1.0 - self.density()) / self.pairs as f64
    }
}

/// The pairs who both judged each other, as places among the pupils in order, and whether both chose each other.
pub(super) fn pairs(ratings: &[RatingRow], points: Points) -> Result<Vec<(usize, usize, bool)>, Message> {
    let rows: Vec<&RatingRow> = ratings.iter().collect();
    let group = Group::new(&members(&rows), &rows, points)?;
    let chooses = |i, j| Some(group.liking(group.opinion(i, j)?) > 0);
    let all = (0..group.size()).flat_map(|j| (0..j).map(move |i| (i, j)));
    Ok(all.filter_map(|(i, j)| Some((i, j, chooses(i, j)? & chooses(j, i)?))).collect())
}

/// How many pupils are in at least one of these pairs.
fn in_any<'a>(pairs: impl Iterator<Item = &'a (usize, usize, bool)>) -> usize {
    pairs.flat_map(|(a, b, _)| [a, b]).collect::<BTreeSet<_>>().len()
}

/// What is remarkable about a group's structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remarkable {
    /// Several pupils are rarely chosen twice in a row.
    Repeated,
    /// Fewer mutual ties than in the measurement before.
    FewerTies,
    /// Many pupils without any mutual tie.
    WithoutTies,
}

/// What is remarkable about a group; nothing where it is too small or too few answered. `repeated`: how many of its
/// pupils were rarely chosen in this and the previous measurement; `before`: the group's previous measurement, which
/// must pass the same limits to be compared with.
#[must_use]
pub fn group_structure(
    now: &Ties,
    before: Option<&Ties>,
    repeated: usize,
    limits: &Limits,
) -> Vec<Remarkable> {
    if !limits.hold(now) {
        return Vec::new();
    }
    let fewer = before.filter(|before| limits.hold(before)).is_some_and(|before| {
        let drop = before.density() - now.density();
        drop > super::SLACK && drop > limits.drop * (before.error() + now.error()).sqrt() + super::SLACK
    });
    let without = now.without as f64 >= limits.without * now.paired as f64 - super::SLACK;
    [
        (repeated >= limits.repeated, Remarkable::Repeated),
        (fewer, Remarkable::FewerTies),
        (without, Remarkable::WithoutTies),
    ]
    .into_iter()
    .filter_map(|(holds, what)| holds.then_some(what))
    .collect()
}
