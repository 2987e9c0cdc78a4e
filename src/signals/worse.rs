//! What is worse than before: for a signal that had ended, and for one that somebody has in hand. Pure.

use super::model::{Evidence, Severity};

/// What is found now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now<'a> {
    /// The rule's name.
    pub rule: &'a str,
    /// Instrument, informant and scale.
    pub series: &'a str,
    /// How much it weighs.
    pub severity: Severity,
    /// The rule's statistic.
    pub statistic: Option<f64>,
    /// Whether a person worries.
    pub is_human: bool,
}

impl<'a> Now<'a> {
    /// What a piece of evidence says.
    pub(super) fn of(one: &'a Evidence) -> Self {
        Self {
            rule: &one.rule,
            series: &one.series,
            severity: one.severity,
            statistic: one.statistic,
            is_human: one.observation_id.is_some(),
        }
    }
}

/// Worse than what was known before: a person's concern, a higher severity, a point more on the rule's statistic, or a rule
/// that did not hold then and weighs no less.
pub(super) fn is_worse(before: &[&Evidence], severity: Severity, now: Now<'_>) -> bool {
    if now.is_human || now.severity < severity {
        return true;
    }
    let earlier = before
        .iter()
        .filter(|one| one.rule == now.rule && one.series == now.series)
        .filter_map(|one| one.statistic)
        .reduce(f64::max);
    match (earlier, now.statistic) {
        (Some(earlier), Some(now)) => now >= earlier + 1.0,
        (None, _) => now.severity <= severity,
        (Some(_), None) => false,
    }
}
