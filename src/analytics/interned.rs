//! Distinct things as numbers.

use rustc_hash::FxHashMap;

use super::table::number;

/// Distinct things by the number they got when they were first met.
#[derive(Debug, Clone)]
pub(super) struct Interned<T> {
    /// The things by number.
    pub all: Vec<T>,
    at: FxHashMap<T, u32>,
    last: Option<(T, u32)>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { all: Vec::new(), at: FxHashMap::default(), last: None }
    }
}

impl<T> Interned<T> {
    /// Lets go of what gives things their numbers: none is added any more.
    pub fn close(&mut self) {
        (self.at, self.last) = (FxHashMap::default(), None);
    }
}

impl<T: Copy + Eq + std::hash::Hash> Interned<T> {
    /// The number of a thing; a new one gets the next.
    pub fn number(&mut self, thing: T) -> u32 {
        // Rows of one pupil, one group mostly follow each other.
        if let Some((last, number)) = self.last
            && last == thing
        {
            return number;
        }
        let next = number(self.all.len());
        let found = *self.at.entry(thing).or_insert(next);
        if found == next {
            self.all.push(thing);
        }
        self.last = Some((thing, found));
        found
    }
}
