//! How many people fill in a list on the same pupil: so many share the load of false alarms. Whoever else has a second
//! informant has no part in it. What they say together: `analytics::informants`.
//!
//! Who filled in within `WINDOW` before, and not in this round, counts for half: where a parent does so every other round,
//! it takes more to hold in the rounds between as well, and what held back does not all come at once.

use super::scene::Family;
use crate::analytics::{Assessed, Assessment, Layout};

/// Days back in which another informant's form counts: rounds of this school year, not the same round of last year's.
const WINDOW: f64 = 300.0;

/// What an informant counts for who filled in before and not in this round.
const BEFORE: f64 = 0.5;

/// The lists of the same instrument, version and unit, by informant, of each series.
pub(super) struct Informants {
    /// For each series, the first series of each other informant's list; none where there is one informant.
    others: Vec<Vec<u32>>,
}

impl Informants {
    /// Those of a run.
    pub fn of(layout: &Layout) -> Self {
        Self { others: (0..).take(layout.series.len()).map(|at| layout.by_others(at)).collect() }
    }

    /// How many fill in the list of a family on its pupil; at least 1.
    pub fn on(&self, assessed: &Assessed<'_>, family: &Family<'_>) -> f64 {
        let Some(row) = row(family) else { return 1.0 };
        let others = self.others.get(row.series as usize).map_or(&[][..], Vec::as_slice);
        let counts = |series: &u32| match [0.0, WINDOW].map(|days| assessed.has_form(*series, row, days)) {
            [true, _] => 1.0,
            [_, true] => BEFORE,
            _ => 0.0,
        };
        1.0 + others.iter().map(counts).sum::<f64>()
    }
}

/// A row that says which list, round and pupil a family is.
fn row<'a>(family: &Family<'a>) -> Option<&'a Assessment> {
    family.level.or_else(|| family.parts.first().copied())
}
