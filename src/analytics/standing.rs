//! The two words for a score: its level against others, and its change against the pupil's own earlier rounds. One source
//! for what signals say and what pages show.

use super::normal::{FIFTH, TENTH, WORST_FIFTH};
use crate::ground::ids::words_enum;

words_enum! {
    /// How a score stands among those of others.
    Level {
        /// Among the least favourable fifth.
        Low = "low",
        /// In between.
        Middle = "middle",
        /// Among the most favourable fifth.
        High = "high",
    }
}

words_enum! {
    /// How a score stands against what the earlier rounds let expect.
    Change {
        /// There is no earlier round.
        First = "first",
        /// There are earlier rounds, and they let nothing be expected: the unit of the scores is too coarse.
        Unknown = "unknown",
        /// About as expected.
        Same = "same",
        /// Lower than nine in ten such scores.
        Falls = "falls",
        /// Lower than about 97 in a hundred such scores.
        FallsMuch = "falls-much",
        /// Higher than nine in ten such scores.
        Rises = "rises",
    }
}

/// z beyond which one score in forty lies.
const FORTIETH: f64 = 1.96;

/// The two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Against others.
    pub level: Level,
    /// Against the pupil's own earlier rounds.
    pub change: Change,
}

impl Standing {
    /// The words for a z and a surprise, both worse when higher; no surprise in a first round, nor where the earlier rounds
    /// (so many) let nothing be expected.
    #[must_use]
    pub fn of(z: f64, surprise: Option<f64>, earlier: usize) -> Self {
        let level = if z >= WORST_FIFTH {
            Level::Low
        } else if z <= -FIFTH {
            Level::High
        } else {
            Level::Middle
        };
        let change = match surprise {
            None if earlier > 0 => Change::Unknown,
            None => Change::First,
            Some(s) if s >= FORTIETH => Change::FallsMuch,
            Some(s) if s >= TENTH => Change::Falls,
            Some(s) if s <= -TENTH => Change::Rises,
            Some(_) => Change::Same,
        };
        Self { level, change }
    }

    /// Whether it is worth a word of concern.
    #[must_use]
    pub const fn is_concern(self) -> bool {
        matches!(self.level, Level::Low) || matches!(self.change, Change::Falls | Change::FallsMuch)
    }

    /// Whether it is a strength.
    #[must_use]
    pub const fn is_strength(self) -> bool {
        !self.is_concern() && (matches!(self.level, Level::High) || matches!(self.change, Change::Rises))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_does_not_pass_for_normal_because_it_was_expected() {
        let still_low = Standing::of(1.4, Some(0.1), 1);
        assert_eq!((still_low.level, still_low.change), (Level::Low, Change::Same));
        assert!(still_low.is_concern());
    }

    #[test]
    fn a_fall_from_high_is_a_concern_and_no_strength() {
        let falls = Standing::of(-1.0, Some(2.0), 1);
        assert_eq!((falls.level, falls.change), (Level::High, Change::FallsMuch));
        assert!(falls.is_concern() && !falls.is_strength());
        assert!(Standing::of(-1.0, None, 0).is_strength());
        assert!(Standing::of(0.0, Some(-1.5), 1).is_strength());
        assert_eq!(Standing::of(0.0, Some(1.3), 1).change, Change::Falls);
        assert_eq!(Standing::of(0.0, None, 0).change, Change::First);
        assert_eq!(Standing::of(0.0, None, 2).change, Change::Unknown);
    }
}
