//! How items become the score of a scale: answers turned round where they must be, prorated where enough of them are
//! there, rounded as the key says. A total is the sum of its parts, and missing where one of them is.

use serde::Deserialize;

use super::definition::Instrument;
use super::scale::Scale;

/// One item of a list whose items may be processed; never its text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The item's code.
    pub code: String,
    /// The scale it counts for.
    pub scale: String,
    /// Whether its answers are turned round before they count.
    #[serde(default)]
    pub reverse: bool,
    /// The answer from which the item is critical by itself.
    pub critical_from: Option<f64>,
}

/// How item answers become scale scores.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Least share of a scale's items answered (0–1).
    pub minimum_answered: f64,
    /// How a prorated score is rounded.
    pub rounding: Rounding,
    /// The lowest and the highest answer; absent: what the scale's range divided by its items gives.
    pub answers: Option<[f64; 2]>,
    /// Whether the rights holder must have allowed it in writing: then the host enters that (`licences`) first.
    #[serde(default)]
    pub needs_permission: bool,
}

impl Default for Scoring {
    fn default() -> Self {
        Self { minimum_answered: 0.6, rounding: Rounding::HalfUp, answers: None, needs_permission: false }
    }
}

/// How a prorated score is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Halves go up (7.5 becomes 8).
    HalfUp,
    /// Not rounded.
    None,
}

/// Why a scale got no score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Fewer items were answered than the key asks for.
    TooFew {
        /// How many were.
        answered: usize,
        /// How many are needed.
        needed: usize,
        /// How many there are.
        items: usize,
    },
    /// A part of the total has no score: its code.
    Part(String),
}

/// The score of a scale, or why there is none.
pub type Scored<'a> = (&'a Scale, Result<f64, Missing>);

impl Instrument {
    /// The lowest and the highest answer to the items of a scale; none for a scale without items.
    #[must_use]
    pub fn answers(&self, scale: &Scale) -> Option<[f64; 2]> {
        let items = self.items_of(scale).count();
        let each = |end: f64| end / items as f64;
        (items > 0).then(|| self.scoring.answers.unwrap_or([each(scale.min), each(scale.max)]))
    }

    /// The scores of one list that was filled in: an answer for each item in the order of `items`, NaN where there is
    /// none. Scales that have neither items nor parts are left out.
    #[must_use]
    pub fn score(&self, answers: &[f64]) -> Vec<Scored<'_>> {
        let of_items = |scale: &Scale| Some(self.score_of_items(scale, self.answers(scale)?, answers));
        let parts: Vec<_> = self.scales.iter().map(of_items).collect();
        let part = |code: &str| {
            let at = self.scales.iter().position(|one| one.code.eq_ignore_ascii_case(code))?;
            parts.get(at)?.as_ref()?.as_ref().ok().copied()
        };
        let total = |scale: &Scale| {
            let add = |sum, code: &String| part(code).map(|own| sum + own).ok_or_else(|| code.clone());
            scale.sum_of.iter().try_fold(0.0, add).map_err(Missing::Part)
        };
        let scored = self.scales.iter().zip(&parts).filter_map(|(scale, own)| match own {
            Some(own) => Some((scale, own.clone())),
            None => scale.is_total().then(|| (scale, total(scale))),
        });
        scored.collect()
    }

    fn items_of(&self, scale: &Scale) -> impl Iterator<Item = (usize, &Item)> {
        let items = self.items.iter().enumerate();
        items.filter(|(_, item)| item.scale.eq_ignore_ascii_case(&scale.code))
    }

    fn score_of_items(&self, scale: &Scale, [low, high]: [f64; 2], answers: &[f64]) -> Result<f64, Missing> {
        let (mut items, mut answered, mut sum) = (0, 0, 0.0);
        for (at, item) in self.items_of(scale) {
            items += 1;
            if let Some(answer) = answers.get(at).filter(|answer| !answer.is_nan()) {
                answered += 1;
                sum += if item.reverse { low + high - answer } else { *answer };
            }
        }
        let needed = (1..=items).find(|n| *n as f64 >= self.scoring.minimum_answered * items as f64 - 1e-9);
        let needed = needed.unwrap_or(items);
        if answered < needed {
            return Err(Missing::TooFew { answered, needed, items });
        }
        let share = (sum / answered as f64 - low) / (high - low);
        let score = scale.min + share * (scale.max - scale.min);
        // Half of what stands between two scores must not become a little less than half on the way.
        Ok(match self.scoring.rounding {
            Rounding::HalfUp if answered < items => (score + 0.5 + 1e-9).floor(),
            _ => (score * 1e9).round() / 1e9,
        })
    }
}
