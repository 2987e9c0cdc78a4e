//! The exact distribution of what a pupil receives when every rater deals out his or her own judgements at random
//! (Maassen & Landsheer 1998): each rater's own distribution, and their sum by convolution.

use super::group::Group;

/// A part of a judgement: its points as a whole number, from 0.
type Part<'a> = &'a dyn Fn(u8) -> u8;

/// How one rater's judgements spread over the values of a part.
#[derive(Debug, Clone)]
struct Own {
    /// The share of the rater's judgements at each value.
    shares: Vec<f64>,
    mean: f64,
    variance: f64,
}

impl Own {
    fn of(values: &[u8]) -> Self {
        let most = usize::from(values.iter().copied().max().unwrap_or(0));
        let count = |value: usize| values.iter().filter(|given| usize::from(**given) == value).count();
        let shares: Vec<f64> =
            (0..=most).map(|value| count(value) as f64 / values.len().max(1) as f64).collect();
        let moment = |of: &dyn Fn(f64) -> f64| -> f64 {
            shares.iter().enumerate().map(|(value, share)| share * of(value as f64)).sum()
        };
        let mean = moment(&|value| value);
        Self { mean, variance: moment(&|value| (value - mean).powi(2)), shares }
    }
}

/// One part of the judgements in a group.
pub(super) struct Sums<'a> {
    group: &'a Group,
    part: Part<'a>,
    /// By rater.
    own: Vec<Own>,
}

/// What a pupil received, and how it lies in all that could have come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Received {
    pub(super) total: f64,
    pub(super) expected: f64,
    pub(super) variance: f64,
}

/// The tails of the distribution at what a pupil received, and the smallest that they can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tails {
    /// The probability of so little, or less.
    pub(super) low: f64,
    /// The probability of so much, or more.
    pub(super) high: f64,
    /// The lower tail at the least that can come.
    pub(super) lowest: f64,
    /// The upper tail at the most that can come.
    pub(super) highest: f64,
}

impl<'a> Sums<'a> {
    pub(super) fn new(group: &'a Group, part: Part<'a>) -> Self {
        let own = |i| Own::of(&group.given_by(i).map(part).collect::<Vec<u8>>());
        Self { group, part, own: (0..group.size()).map(own).collect() }
    }

    fn raters(&self, j: usize) -> impl Iterator<Item = &Own> {
        self.group.received_by(j).filter_map(|(i, _)| self.own.get(i))
    }

    fn total(&self, j: usize) -> usize {
        self.group.received_by(j).map(|(_, points)| usize::from((self.part)(points))).sum()
    }

    /// What pupil `j` received, and what was to be expected.
    pub(super) fn received(&self, j: usize) -> Received {
        Received {
            total: self.total(j) as f64,
            expected: self.raters(j).map(|own| own.mean).sum(),
            variance: self.raters(j).map(|own| own.variance).sum(),
        }
    }

    /// Where that lies among all that could have come.
    pub(super) fn tails(&self, j: usize) -> Tails {
        let sum = self.raters(j).fold(vec![1.0], |sum, own| convolve(&sum, &own.shares));
        let total = self.total(j);
        let possible = |share: &&f64| **share > 0.0;
        Tails {
            low: sum.iter().take(total + 1).sum(),
            high: sum.iter().skip(total).sum(),
            lowest: sum.iter().find(possible).copied().unwrap_or(1.0),
            highest: sum.iter().rev().find(possible).copied().unwrap_or(1.0),
        }
    }
}

/// The distribution of the sum of two independent numbers.
fn convolve(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; (one.len() + other.len()).saturating_sub(1)];
    for (at, share) in one.iter().enumerate() {
        for (cell, more) in sum.iter_mut().skip(at).zip(other) {
            *cell += share * more;
        }
    }
    sum
}
