//! How many people fill in a list on the same pupil: so many share the load of false alarms. Whoever else has a second
//! informant has no part in it. What they say together: `analytics::informants`.
//!
//! Who filled in within `WINDOW` before, and not in this round, counts for half: where a parent does so every other round,
//! it takes more to hold in the rounds between as well, and what held back does not all come at once.

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

    /// How many fill in the list of a row on its pupil; at least 1.
    pub fn on(&self, assessed: &Assessed<'_>, row: &Assessment) -> f64 {
        let others = self.others.get(row.series as usize).map_or(&[][..], Vec::as_slice);
        let counts = |series: &u32| match assessed.since_form(*series, row) {
            Some(days) if days <= 0.0 => 1.0,
            Some(days) if days < WINDOW => BEFORE,
            _ => 0.0,
        };
        1.0 + others.iter().map(counts).sum::<f64>()
    }
}
