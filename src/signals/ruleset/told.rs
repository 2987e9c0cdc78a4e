//! What the rules of a set ask, in plain language with their thresholds: to read before one chooses.

use super::{
    DeclineTerms, DifferTerms, FunnelTerms, GroupShiftTerms, LevelTerms, LoadTerms, PersistentTerms,
    RaterTerms, RecoveryTerms, RejectedTerms, RepresentativeTerms, Ruleset, SafetyTerms, SchoolTrendTerms,
    ShareTerms, SteadyTerms, StructureTerms, UnmeasuredTerms,
};
use crate::{
    analytics::normal,
    evidence::instruments::Direction,
    ground::{Message, Words},
    signals::{
        finding::Rule,
        model::Severity,
        rules::say::{direction, rounded},
    },
};

impl Ruleset {
    /// The definition of each rule that runs, as of a scale on which high is good: the threshold is that of one scale filled in
    /// by one person. Not `critical-item`, which asks what the school agreed on each answer.
    #[must_use]
    pub fn told(&self, w: Words) -> Vec<String> {
        let none = 0.0;
        let each = [
            (Rule::Level, LevelTerms::running(self.level).map(|t| (t.probability, t.severity))),
            (
                Rule::UnexpectedDecline,
                DeclineTerms::running(self.unexpected_decline)
                    .map(|t| (normal::z_above(t.share), t.severity)),
            ),
            (Rule::Persistent, PersistentTerms::running(self.persistent).map(|t| (t.z, t.severity))),
            (
                Rule::SteadyDecline,
                SteadyTerms::running(self.steady_decline)
                    .map(|t| (normal::z_above(1.0 - t.probability), t.severity)),
            ),
            (Rule::InformantsDiffer, DifferTerms::running(self.informants_differ).map(|t| (t.z, t.severity))),
            (Rule::NotMeasured, UnmeasuredTerms::running(self.not_measured).map(|t| (none, t.severity))),
            (Rule::Recovery, RecoveryTerms::running(self.recovery).map(|t| (none, t.severity))),
            (Rule::RejectedTwice, RejectedTerms::running(self.rejected_twice).map(|t| (none, t.severity))),
            (Rule::GroupStructure, StructureTerms::running(self.group_structure).map(|t| (none, t.severity))),
            (Rule::GroupShift, GroupShiftTerms::running(self.group_shift).map(|t| (t.z, t.severity))),
            (Rule::GroupLevel, FunnelTerms::running(self.group_level).map(|t| (t.z, t.severity))),
            (Rule::GroupShare, ShareTerms::running(self.group_share).map(|t| (t.share, t.severity))),
            (Rule::RaterEffect, RaterTerms::running(self.rater_effect).map(|t| (t.z, t.severity))),
            (Rule::SchoolCompared, FunnelTerms::running(self.school_compared).map(|t| (t.z, t.severity))),
            (Rule::SchoolTrend, SchoolTrendTerms::running(self.school_trend).map(|t| (t.z, t.severity))),
            (Rule::SchoolSafety, SafetyTerms::running(self.school_safety).map(|t| (none, t.severity))),
            (
                Rule::Representativeness,
                RepresentativeTerms::running(self.representativeness).map(|t| (none, t.severity)),
            ),
            (Rule::SignalLoad, LoadTerms::running(self.signal_load).map(|t| (t.per_hundred, t.severity))),
        ];
        let running = each.into_iter().filter_map(|(rule, terms)| Some((rule, terms?)));
        running.map(|(rule, (at, severity))| defined(w, rule, at, severity, Direction::Strength)).collect()
    }
}

/// A rule in plain language, with its threshold, and whether what it says is a note; low is high where that is a concern.
#[must_use]
pub fn defined(w: Words, rule: Rule, threshold: f64, severity: Severity, high_is: Direction) -> String {
    let said = w.say(&definition(rule, threshold).word("direction", direction(high_is)));
    // It says by itself when it is one.
    if severity < Severity::C || rule == Rule::SchoolTrend {
        said
    } else {
        format!("{said} {}", w.t("rule-for-information"))
    }
}

fn definition(rule: Rule, threshold: f64) -> Message {
    Message::new("rule-definition")
        .with("rule", rule.as_str())
        .with("threshold", rounded(threshold.abs(), 100.0))
        .with("percent", rounded(threshold * 100.0, 10.0))
        .with("chance", rounded(normal::share_below(-threshold) * 100.0, 1.0).max(1.0))
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
                assert!(
                    standard.contains(&defined(w, rule, threshold, Severity::B, Direction::Strength)),
                    "{rule:?} in {standard:?}"
                );
            }
            assert!(
                strict.contains(&defined(w, Rule::Level, 0.95, Severity::B, Direction::Strength)),
                "{strict:?}"
            );
            // Two low rounds are a signal by one set, and a note by the other.
            let twice = |severity| defined(w, Rule::Persistent, 1.55, severity, Direction::Strength);
            assert!(standard.contains(&twice(Severity::B)) && !standard.contains(&twice(Severity::C)));
            assert!(strict.contains(&twice(Severity::C)), "{strict:?}");
            let off = Ruleset { persistent: None, ..Ruleset::find("standaard").unwrap() };
            assert_eq!(off.told(w).len() + 1, standard.len());
            assert!(standard.iter().all(|says| says.split_whitespace().count() > 5 && !says.contains('$')));
        }
    }
}
