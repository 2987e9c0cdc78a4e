//! What is worse than before: for a signal that had ended, and for one that somebody has in hand or watches. Pure.

use super::cause::Cause;
use super::fresh::WORSE_BY;
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

impl<'a> From<&'a Evidence> for Now<'a> {
    fn from(one: &'a Evidence) -> Self {
        let Evidence { rule, series, severity, statistic, observation_id, .. } = one;
        let (severity, statistic, is_human) = (*severity, *statistic, observation_id.is_some());
        Self { rule, series, severity, statistic, is_human }
    }
}

impl<'a> From<&'a Cause> for Now<'a> {
    fn from(cause: &'a Cause) -> Self {
        let Cause { rule, series, severity, statistic, .. } = cause;
        let (severity, statistic, is_human) = (*severity, *statistic, cause.is_human());
        Self { rule, series, severity, statistic, is_human }
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
        (Some(earlier), Some(now)) => now >= earlier + WORSE_BY,
        (None, _) => now.severity <= severity,
        (Some(_), None) => false,
    }
}
