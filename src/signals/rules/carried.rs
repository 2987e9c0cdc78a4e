//! What carries a decline whose score lies within what was expected of it: words for its sentence, which would else tell of
//! a pupil who scores as before, and not why that is a signal.

use crate::{
    analytics::{Assessment, normal::NINETY},
    ground::Message,
};

/// What is judged of a pupil on a list besides the score that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// Whether the list is judged as a whole, by several scales.
    pub scales: bool,
    /// Whether others fill it in too.
    pub others: bool,
}

/// Whether the score lies outside of what was expected (90 %) once it is held against those who share its group and rater.
pub(super) fn in_group(row: &Assessment) -> bool {
    row.group.is_some() && apart(row).is_some_and(|(seen, own)| seen < NINETY && own >= NINETY)
}

/// A sentence with what carries it; nothing where the score itself lies outside of what was expected of it.
pub(super) fn said(reason: Message, row: &Assessment, beside: Beside) -> Message {
    let seen = row.expected.map_or(f64::NEG_INFINITY, |expected| f64::from(expected.surprise));
    let carried = if seen >= NINETY {
        ""
    } else if in_group(row) {
        "group"
    } else if beside.scales {
        "list"
    } else if beside.others {
        "informants"
    } else if row.rounds_used > 2 {
        "rounds"
    } else {
        // Next to nobody moved in this round, and this one did.
        "peers"
    };
    let yes = |is: bool| if is { "yes" } else { "no" };
    reason
        .word("carried", carried)
        .word("rater", yes(row.for_group))
        .word("others", yes(beside.others))
        .word("grouped", yes(row.group.is_some()))
}

/// How far a score lay from what was expected, as it is and without what the group shares, in standard deviations; above 0
/// is worse.
pub(super) fn apart(row: &Assessment) -> Option<(f64, f64)> {
    Some((f64::from(row.expected?.surprise), f64::from(row.own?)))
}
