//! What may be missing, in the room of the thing itself: there are millions of assessments, and an `Option` of four bytes
//! takes eight.

use std::fmt;

/// A figure or a number that may be missing.
#[derive(Clone, Copy)]
pub struct Maybe<T>(T);

impl Maybe<f32> {
    /// The figure; none where it is missing.
    #[must_use]
    pub fn get(self) -> Option<f32> {
        Some(self.0).filter(|figure| !figure.is_nan())
    }
}

impl From<Option<f32>> for Maybe<f32> {
    fn from(figure: Option<f32>) -> Self {
        Self(figure.unwrap_or(f32::NAN))
    }
}

impl Maybe<u32> {
    /// The number; none where it is missing. The largest number there is stands for a missing one.
    #[must_use]
    pub fn get(self) -> Option<u32> {
        Some(self.0).filter(|number| *number != u32::MAX)
    }
}

impl From<Option<u32>> for Maybe<u32> {
    fn from(number: Option<u32>) -> Self {
        Self(number.unwrap_or(u32::MAX))
    }
}

impl PartialEq for Maybe<f32> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl PartialEq for Maybe<u32> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl fmt::Debug for Maybe<f32> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl fmt::Debug for Maybe<u32> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}
