//! The scale of ratings: how many points, and which one is neutral.

use super::{Opinion, RatingRow};
use crate::ground::{Error, Message, Result};

/// How many points a rating can have: 3, 5, 7 or 9. The middle one is neutral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points(u8);

impl Points {
    /// Three points; choices (`+`, none, `-`) are on this one.
    pub const THREE: Self = Self(3);

    /// The scale of this many points; none where there is no such scale.
    #[must_use]
    pub fn new(points: u8) -> Option<Self> {
        [3, 5, 7, 9].contains(&points).then_some(Self(points))
    }

    /// The scale in a choice or an option; none where there is no such scale.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::new(text.trim().parse().ok()?)
    }

    /// The highest rating.
    #[must_use]
    pub const fn highest(self) -> u8 {
        self.0
    }

    /// The neutral rating.
    #[must_use]
    pub const fn neutral(self) -> u8 {
        self.0.div_ceil(2)
    }

    /// The scale that ratings are on, by what occurs. Up to 3 it is three points. A longer scale is only believed
    /// when each of its points occurs: else one slip of the pen would change what every other rating means.
    pub(super) fn of(rows: &[RatingRow]) -> Result<Self> {
        let occurs = |wanted: u8| rows.iter().any(|row| row.opinion == Opinion::Rated(wanted));
        let highest = rows.iter().filter_map(|row| match row.opinion {
            Opinion::Rated(points) => Some(points),
            _ => None,
        });
        match highest.max() {
            None | Some(..=3) => Ok(Self::THREE),
            Some(highest) => Self::new(highest).filter(|_| (1..=highest).all(occurs)).ok_or_else(|| {
                Error::Refused(Message::new("ratings-scale-unclear").with("highest", u32::from(highest)))
            }),
        }
    }
}
