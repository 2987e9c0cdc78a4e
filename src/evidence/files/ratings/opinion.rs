//! What one pupil says of another, as files and the database write it.

use serde::{Deserialize, Serialize};

use crate::evidence::files::number;

/// What one pupil says of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Opinion {
    /// A number of points, from 1; more is liked better.
    Rated(u8),
    /// Chosen as liked: `+`.
    Liked,
    /// Chosen as not liked: `-`.
    Disliked,
}

impl Opinion {
    /// A whole number of points, or a choice; whether the scale goes so far is seen later.
    #[must_use]
    pub fn read(cell: &str) -> Option<Self> {
        match cell {
            "+" => Some(Self::Liked),
            // Word processors and spreadsheets make longer signs of a minus.
            "-" | "–" | "−" => Some(Self::Disliked),
            _ => {
                let (number, _) = number::parse(cell)?;
                (1..=u8::MAX)
                    .find(|points| (f64::from(*points) - number).abs() < f64::EPSILON)
                    .map(Self::Rated)
            }
        }
    }

    /// As a file writes it.
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Self::Rated(points) => points.to_string(),
            Self::Liked => "+".to_owned(),
            Self::Disliked => "-".to_owned(),
        }
    }
}
