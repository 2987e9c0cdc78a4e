//! What the rules of a set ask, in plain language with their thresholds: to read before one chooses.

use super::{
    DeclineTerms, DifferTerms, FunnelTerms, GroupShiftTerms, LevelTerms, LoadTerms, PersistentTerms,
    RaterTerms, RecoveryTerms, RejectedTerms, RepresentativeTerms, Ruleset, SafetyTerms, SchoolTrendTerms,
    ShareTerms, SteadyTerms, StructureTerms, UnmeasuredTerms,
};
use crate::{
    analytics::normal,
    ground::{Message, Words},
    signals::{finding::Rule, rules::say::rounded},
};

impl Ruleset {
    /// The definition of each rule that runs: the threshold is that of one scale filled in by one person. Not
    /// `critical-item`, which asks what the school agreed on each answer.
    #[must_use]
    pub fn told(&self, w: Words) -> Vec<String> {
        let none = 0.0;
        let each = [
            (Rule::Level, LevelTerms::running(self.level).map(|terms| terms.probability)),
            (
                Rule::UnexpectedDecline,
                DeclineTerms::running(self.unexpected_decline).map(|terms| normal::z_above(terms.share)),
            ),
            (Rule::Persistent, PersistentTerms::running(self.persistent).map(|terms| terms.z)),
            (
                Rule::SteadyDecline,
                SteadyTerms::running(self.steady_decline).map(|t| normal::z_above(1.0 - t.probability)),
            ),
            (Rule::InformantsDiffer, DifferTerms::running(self.informants_differ).map(|terms| terms.z)),
            (Rule::NotMeasured, UnmeasuredTerms::running(self.not_measured).map(|_| none)),
            (Rule::Recovery, RecoveryTerms::running(self.recovery).map(|_| none)),
            (Rule::RejectedTwice, RejectedTerms::running(self.rejected_twice).map(|_| none)),
            (Rule::GroupStructure, StructureTerms::running(self.group_structure).map(|_| none)),
            (Rule::GroupShift, GroupShiftTerms::running(self.group_shift).map(|terms| terms.z)),
            (Rule::GroupLevel, FunnelTerms::running(self.group_level).map(|terms| terms.z)),
            (Rule::GroupShare, ShareTerms::running(self.group_share).map(|terms| terms.share)),
            (Rule::RaterEffect, RaterTerms::running(self.rater_effect).map(|terms| terms.z)),
            (Rule::SchoolCompared, FunnelTerms::running(self.school_compared).map(|terms| terms.z)),
            (Rule::SchoolTrend, SchoolTrendTerms::running(self.school_trend).map(|terms| terms.z)),
            (Rule::SchoolSafety, SafetyTerms::running(self.school_safety).map(|_| none)),
            (Rule::Representativeness, RepresentativeTerms::running(self.representativeness).map(|_| none)),
            (Rule::SignalLoad, LoadTerms::running(self.signal_load).map(|terms| terms.per_hundred)),
        ];
        let running = each.into_iter().filter_map(|(rule, threshold)| Some((rule, threshold?)));
        running.map(|(rule, at)| w.say(&definition(rule, at))).collect()
    }
}

/// A rule in plain language, with its threshold.
#[must_use]
pub fn definition(rule: Rule, threshold: f64) -> Message {
    Message::new("rule-definition")
        .with("rule", rule.as_str())
        .with("threshold", rounded(threshold.abs(), 100.0))
        .with("percent", rounded(threshold * 100.0, 10.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Language;

    #[test]
    fn each_rule_that_runs_is_told_with_its_threshold_and_what_is_off_is_not() {
        for language in [Language::Dutch, Language::English] {
            let w = Words(language);
            let told = |name: &str| Ruleset::find(name).unwrap().told(w);
            let (standard, strict) = (told("standaard"), told("streng"));
            // 1 − Φ(1.7744) = .038
            for (rule, threshold) in
                [(Rule::Level, 0.80), (Rule::Persistent, 1.55), (Rule::UnexpectedDecline, 1.7744)]
            {
                assert!(standard.contains(&w.say(&definition(rule, threshold))), "{rule:?} in {standard:?}");
            }
            assert!(strict.contains(&w.say(&definition(Rule::Level, 0.95))), "{strict:?}");
            let off = Ruleset { persistent: None, ..Ruleset::find("standaard").unwrap() };
            assert_eq!(off.told(w).len() + 1, standard.len());
            assert!(standard.iter().all(|says| says.split_whitespace().count() > 5 && !says.contains('$')));
        }
    }
}
