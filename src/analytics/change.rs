//! Whether a score after something was done differs from the one before by more than chance: better, same, worse, or it
//! cannot be told. Judged by the conditional z (`expectation`), so that a low score that would have risen by itself
//! (regression to the mean) is no gain. z above 0 is worse. Formulas: `docs/signals.md`, "Change". Why: ADR 44.

use super::expectation::Weights;
use super::normal::NINETY;
use crate::ground::ids::words_enum;

/// What a group shares on one day by chance, as variance: the surprises of a class move together by so much.
const SHARED_DAY: f64 = 0.07 * 0.07;

/// Whose pupils are looked back on together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// One pupil.
    Pupil,
    /// The pupils of a group.
    Group,
    /// Those of a school.
    School,
}

impl Of {
    /// The share of the variance of pupils that lies between such units, and stays while they do: for groups between the .03
    /// and .10 that lists have, for schools what is left of it over eight groups and .01 of their own (docs/signals.md, 1.5).
    const fn share(self) -> f64 {
        match self {
            Self::Pupil => 0.0,
            Self::Group => 0.05,
            Self::School => 0.015,
        }
    }
}

words_enum! {
    /// What can be said of a score after, beside the one before.
    Change {
        /// Better than was to be expected.
        Better = "better",
        /// About as before.
        Same = "same",
        /// Worse than was to be expected.
        Worse = "worse",
        /// It moved, and no further than chance and regression to the mean may take it.
        CannotTell = "cannot_tell",
    }
}

/// The standard error of the difference of two scores that have the same true score: `√2·s·√(1−r)`, with the standard
/// deviation and the reliability of the score (Jacobson & Truax 1991, after Christensen & Mendoza 1986).
#[must_use]
pub fn error_of_difference(sd: f64, reliability: f64) -> f64 {
    std::f64::consts::SQRT_2 * sd * (1.0 - reliability).sqrt()
}

/// One pupil before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// z before.
    pub before: f64,
    /// z after.
    pub after: f64,
    /// z that was to be expected after, from all rounds up to the one before.
    pub expected: f64,
    /// Variance around that.
    pub variance: f64,
    /// Σβ: how much of what all its earlier rounds share is expected again.
    pub kept: f64,
    /// Share of a score's variance that is chance.
    pub error: f64,
}

impl Pair {
    /// A pupil whose rounds up to the one before had these z, oldest first.
    #[must_use]
    pub fn of(weights: &Weights, past: &[f64], after: f64, error: f64) -> Option<Self> {
        let before = *past.last()?;
        let (expected, kept) = (weights.expected(past), weights.beta.iter().sum());
        Some(Self { before, after, expected, variance: weights.variance, kept, error })
    }
}

/// What the pairs together say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// In a word.
    pub change: Change,
    /// How far the mean after lies from what was expected, in its own standard errors: standard normal while nothing
    /// happens. For one pupil the conditional z.
    pub surprise: f64,
    /// The standard error of that mean, in z.
    pub spread: f64,
    /// What was expected of the mean beyond what was of each pupil: a group that stood apart stays there for longer.
    pub usual: f64,
}

fn mean(pairs: &[Pair], of: fn(&Pair) -> f64) -> f64 {
    pairs.iter().map(of).sum::<f64>() / pairs.len() as f64
}

/// How much further from the middle the mean of these pupils is to be expected than that of each says, as a share of it:
/// they have in common what lasts longer than what is of one pupil. `cov(m − E, E)/var(E)`, E the mean of what is expected.
fn lasts(pairs: &[Pair], share: f64) -> f64 {
    let n = pairs.len() as f64;
    let mean = |of| mean(pairs, of);
    let (kept, known) = (mean(|pair| pair.kept), 1.0 - mean(|pair| pair.variance));
    let shared = share * (1.0 - 1.0 / n);
    let variance = shared * kept * kept + known / n;
    if variance > 1e-9 { shared * kept * (1.0 - kept) / variance } else { 0.0 }
}

/// Judges one pupil, or the pupils of a group or school by their mean; none of nobody. The band is that of 90 %.
#[must_use]
pub fn judge(pairs: &[Pair], of: Of) -> Option<Judged> {
    let n = pairs.len() as f64;
    let mean = |of| mean(pairs, of);
    // Pupils who fill in on one day share what that day does; one pupil shares it with nobody here.
    let shared = match pairs.len() {
        0 => return None,
        1 => 0.0,
        _ => SHARED_DAY,
    };
    let spread = (mean(|pair| pair.variance) / n + shared).sqrt();
    let usual = lasts(pairs, of.share()) * mean(|pair| pair.expected);
    let surprise = (mean(|pair| pair.after - pair.expected) - usual) / spread;
    let moved = mean(|pair| pair.after - pair.before);
    let error = mean(|pair| error_of_difference(1.0, 1.0 - pair.error).powi(2));
    let by_chance = NINETY * (error / n + 2.0 * shared).sqrt();
    let change = if surprise >= NINETY && moved > 0.0 {
        Change::Worse
    } else if surprise <= -NINETY && moved < 0.0 {
        Change::Better
    } else if moved.abs() > by_chance {
        Change::CannotTell
    } else {
        Change::Same
    };
    Some(Judged { change, surprise, spread, usual })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::expectation::{HALF_YEAR, weights};
    use crate::evidence::instruments::Stability;

    /// Rounds half a year apart, ρ .695 between neighbours.
    fn pair(past: &[f64], after: f64) -> Pair {
        let days: Vec<f64> = (0..=past.len()).map(|round| round as f64 * HALF_YEAR).collect();
        let stability = Stability::default();
        Pair::of(&weights(stability, &days).unwrap(), past, after, stability.error).unwrap()
    }

    #[test]
    fn the_example_of_jacobson_and_truax() {
        // s 7.5, r .80: standard error of the difference 4.74; from 32.5 to 47.5 gives 3.16.
        let error = error_of_difference(7.5, 0.80);
        assert!((error - 4.7434).abs() < 5e-5, "{error}");
        assert!(((47.5 - 32.5) / error - 3.1623).abs() < 5e-5);
    }

    #[test]
    fn with_one_round_before_it_is_the_index_of_gulliksen_lord_and_novick() {
        // z −2.333 → −0.333 on ρ .695: expected −1.6217, √v .7190.
        let judged = judge(&[pair(&[-2.333], -0.333)], Of::Pupil).unwrap();
        assert!((judged.surprise - (-0.333 + 0.695 * 2.333) / (1.0_f64 - 0.695 * 0.695).sqrt()).abs() < 1e-9);
        assert!((judged.surprise - 1.7920).abs() < 5e-4, "{}", judged.surprise);
    }

    #[test]
    fn the_worked_example_with_two_rounds_before() {
        // docs/signals.md 1.4: ẑ .02313725, v .47686275, after 2.0: 2.86272625.
        let pair = Pair {
            before: -0.2,
            after: 2.0,
            expected: 0.023_137_25,
            variance: 0.476_862_75,
            kept: 0.8,
            error: 0.2,
        };
        let judged = judge(&[pair], Of::Pupil).unwrap();
        assert!((judged.surprise - 2.862_726_25).abs() < 1e-6);
        assert_eq!(judged.change, Change::Worse);
    }

    #[test]
    fn a_low_score_that_rises_as_far_as_low_scores_do_is_no_gain() {
        // Two standard errors up in raw points, and only 0.91 standard errors beyond what was to be expected.
        let rises = pair(&[1.8], 0.6);
        assert!(1.2 > NINETY * error_of_difference(1.0, 0.8));
        assert_eq!(judge(&[rises], Of::Pupil).unwrap().change, Change::CannotTell);
        // The same from a score that used to be better: it went further than expected of nobody.
        assert_eq!(judge(&[pair(&[1.8], 0.0)], Of::Pupil).unwrap().change, Change::Better);
    }

    #[test]
    fn within_the_error_of_measurement_it_is_the_same() {
        assert_eq!(judge(&[pair(&[1.8], 1.7)], Of::Pupil).unwrap().change, Change::Same);
        assert_eq!(judge(&[pair(&[0.0], 0.5)], Of::Pupil).unwrap().change, Change::Same);
        assert_eq!(judge(&[pair(&[0.0], 1.3)], Of::Pupil).unwrap().change, Change::Worse);
    }

    #[test]
    fn better_than_expected_and_yet_no_better_than_before_is_not_called_better() {
        // Always well, bad once, then a little worse: below what was expected, above what was before.
        let pair = Pair { before: 0.0, after: 0.1, expected: 1.5, variance: 0.4, kept: 0.7, error: 0.2 };
        assert_eq!(judge(&[pair], Of::Pupil).unwrap().change, Change::Same);
    }

    #[test]
    fn what_one_pupil_cannot_tell_a_group_can() {
        let each = pair(&[1.0], 0.2);
        assert_eq!(judge(&[each], Of::Pupil).unwrap().change, Change::Same);
        let together = judge(&vec![each; 20], Of::Group).unwrap();
        assert_eq!(together.change, Change::Better);
        // v .517/20 and the shared .0049: spread .1754; .0475·.695·.305 of .0475·.483 + .483/20 more is expected of a group
        // than the .695 of each: .1486; .695 + .1486 − .2 = .6436 → 3.669.
        assert!((together.spread - 0.1754).abs() < 5e-4, "{}", together.spread);
        assert!((together.usual - 0.1486).abs() < 5e-4, "{}", together.usual);
        assert!((together.surprise + 3.669).abs() < 5e-3, "{}", together.surprise);
        assert_eq!(judge(&[], Of::Group), None);
    }

    #[test]
    fn a_group_that_stays_where_it_stood_did_not_get_worse() {
        // Each of its pupils was expected to come back from 1.2 to .83; pupils who share a group come back less far.
        let low = vec![pair(&[1.2], 1.25); 25];
        assert_eq!(judge(&low, Of::Pupil).unwrap().change, Change::Worse);
        assert_eq!(judge(&low, Of::Group).unwrap().change, Change::Same);
        // Nor did one that stood well get better; one that really moved did, either way.
        assert_eq!(judge(&vec![pair(&[-1.2], -1.25); 25], Of::Group).unwrap().change, Change::Same);
        assert_eq!(judge(&vec![pair(&[1.2], 1.5); 25], Of::Group).unwrap().change, Change::Worse);
        assert_eq!(judge(&vec![pair(&[1.2], 0.5); 25], Of::School).unwrap().change, Change::Better);
    }
}
