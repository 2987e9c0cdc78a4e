//! What carries a decline whose score lies within what was expected of it: a word for its sentence, which would else tell of
//! a pupil who scores as before, and not why that is a signal.

use crate::analytics::{Assessment, LEAST_SPREAD, normal::NINETY};

/// The word on a decline of a row; none where the score itself lies outside what was expected of it (90 %). `whole_list`:
/// whether the list is judged as a whole; `informants`: how many fill it in on the pupil.
pub(super) fn word(row: &Assessment, whole_list: bool, informants: f64) -> &'static str {
    let seen = row.expected.map_or(f64::NEG_INFINITY, |expected| f64::from(expected.surprise));
    let own = row.own.map_or(f64::NEG_INFINITY, f64::from);
    if seen >= NINETY {
        ""
    } else if own >= NINETY && own * LEAST_SPREAD > seen {
        // Beyond what putting it on one spread can do: the group moved the other way.
        "group"
    } else if whole_list {
        "list"
    } else if informants > 1.0 {
        "informants"
    } else {
        "rounds"
    }
}
