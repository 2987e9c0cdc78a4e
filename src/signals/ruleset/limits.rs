//! Which thresholds and severities can be. Reading them from a file is `ruleset`'s.

use super::Ruleset;
use crate::signals::model::Severity;

impl Ruleset {
    /// The first threshold that cannot be.
    pub(super) fn problem(&self) -> Option<(&'static str, &'static str)> {
        let share = |value: f64| value > 0.0 && value <= 1.0;
        let checks = [
            self.level.map(|t| {
                let fits = share(t.probability) && share(t.note_probability);
                (fits && t.note_probability <= t.probability, "level", "probability")
            }),
            self.unexpected_decline.map(|t| (share(t.share) && t.share < 0.5, "unexpected-decline", "share")),
            self.persistent.map(|t| (t.z > 0.0, "persistent", "z")),
            self.steady_decline
                .map(|t| (t.probability > 0.5 && t.probability < 1.0, "steady-decline", "probability")),
            self.informants_differ.map(|t| {
                (t.z > 0.0 && (0.0..1.0).contains(&t.correlation), "informants-differ", "z, correlation")
            }),
            self.recovery.map(|t| {
                let fits = t.surprise < 0.0 && t.z.is_finite() && share(t.calm);
                (fits, "recovery", "surprise, z, calm")
            }),
            self.rejected_twice.map(|t| {
                let fits = share(t.tail) && t.tail < 0.5 && share(t.response) && t.raters >= 2;
                (fits, "rejected-twice", "tail, raters, response")
            }),
            self.group_structure.map(|t| {
                let fits = share(t.response) && share(t.without) && t.drop > 0.0;
                (
                    fits && t.pupils >= 3 && t.repeated >= 1,
                    "group-structure",
                    "pupils, response, repeated, drop, without",
                )
            }),
            self.group_level.map(|t| {
                let fits = 0.0 < t.note_z && t.note_z <= t.z && share(t.response);
                (fits && t.minimum >= 2, "group-level", "z, note_z, minimum, response")
            }),
            self.school_compared.map(|t| {
                let fits = 0.0 < t.note_z && t.note_z <= t.z && (0.0..=1.0).contains(&t.response);
                (fits && t.minimum >= 2, "school-compared", "z, note_z, minimum, response")
            }),
            self.group_share.map(|t| {
                let fits = share(t.share) && share(t.response);
                (fits && t.minimum >= 2, "group-share", "share, minimum, response")
            }),
            self.rater_effect.map(|t| {
                (t.z > 0.0 && t.minimum >= 2 && share(t.response), "rater-effect", "z, minimum, response")
            }),
            self.school_safety.map(|t| (t.minimum >= 2, "school-safety", "minimum")),
            self.representativeness.map(|t| {
                (
                    share(t.response) && t.difference > 0.0 && t.minimum >= 2,
                    "representativeness",
                    "response, difference",
                )
            }),
            self.signal_load.map(|t| (t.per_hundred > 0.0, "signal-load", "per_hundred")),
            self.group_shift.map(|t| {
                let fits = t.z > 0.0 && t.shared_shock >= 0.0 && share(t.response);
                (fits && t.minimum >= 2, "group-shift", "z, shared_shock, minimum, response")
            }),
            self.school_trend.map(|t| {
                let fits = t.z > 0.0 && t.shared_shock >= 0.0 && share(t.lambda);
                (
                    fits && t.minimum >= 2 && t.groups >= 2,
                    "school-trend",
                    "z, shared_shock, minimum, lambda, groups",
                )
            }),
        ];
        let wrong = checks.into_iter().flatten().find(|(fits, ..)| !fits);
        wrong.map(|(_, rule, threshold)| (rule, threshold)).or_else(|| self.too_urgent())
    }

    /// The first rule whose severity cannot be. Statistics alone are never urgent: that takes a person, or an answer that
    /// must be read at once, and that answer is never less.
    fn too_urgent(&self) -> Option<(&'static str, &'static str)> {
        let critical = self.critical_item.is_some_and(|t| t.severity != Severity::A);
        let statistics = [
            (self.level.map(|t| t.severity), "level"),
            (self.unexpected_decline.map(|t| t.severity), "unexpected-decline"),
            (self.persistent.map(|t| t.severity), "persistent"),
            (self.steady_decline.map(|t| t.severity), "steady-decline"),
            (self.informants_differ.map(|t| t.severity), "informants-differ"),
            (self.recovery.map(|t| t.severity), "recovery"),
            (self.not_measured.map(|t| t.severity), "not-measured"),
            (self.rejected_twice.map(|t| t.severity), "rejected-twice"),
            (self.group_structure.map(|t| t.severity), "group-structure"),
            (self.group_shift.map(|t| t.severity), "group-shift"),
            (self.group_level.map(|t| t.severity), "group-level"),
            (self.group_share.map(|t| t.severity), "group-share"),
            (self.rater_effect.map(|t| t.severity), "rater-effect"),
            (self.school_compared.map(|t| t.severity), "school-compared"),
            (self.school_trend.map(|t| t.severity), "school-trend"),
            (self.school_safety.map(|t| t.severity), "school-safety"),
            (self.representativeness.map(|t| t.severity), "representativeness"),
            (self.signal_load.map(|t| t.severity), "signal-load"),
        ];
        let urgent = statistics.into_iter().find(|(severity, _)| *severity == Some(Severity::A));
        let rule = if critical { Some("critical-item") } else { urgent.map(|(_, rule)| rule) };
        rule.map(|rule| (rule, "severity"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Ruleset, SHIPPED};

    /// What reading the standard ruleset says once every severity `from` is `to`.
    fn with(from: &str, to: &str) -> String {
        let text = SHIPPED[0].1.replace(&format!("severity = \"{from}\""), &format!("severity = \"{to}\""));
        Ruleset::parse("eigen", &text).map_or_else(|refused| format!("{refused:?}"), |_| String::new())
    }

    #[test]
    fn what_is_no_number_is_no_threshold() {
        for (rule, threshold) in [("recovery", "z"), ("persistent", "z"), ("group-level", "response")] {
            let (before, after) = SHIPPED[0].1.split_once(&format!("[{rule}]")).unwrap();
            let line = after.lines().find(|line| line.starts_with(&format!("{threshold} ="))).unwrap();
            let wrong = after.replacen(line, &format!("{threshold} = nan"), 1);
            let refused = Ruleset::parse("eigen", &format!("{before}[{rule}]{wrong}")).unwrap_err();
            assert!(format!("{refused:?}").contains(rule), "{refused:?}");
        }
    }

    #[test]
    fn statistics_alone_are_never_urgent_and_a_critical_answer_always_is() {
        assert_eq!(with("A", "A"), "");
        assert_eq!(with("B", "C"), "");
        for (from, to, rule) in
            [("B", "A", "level"), ("C", "A", "steady-decline"), ("A", "B", "critical-item")]
        {
            let said = with(from, to);
            assert!(said.contains(rule) && said.contains("severity"), "{said}");
        }
    }
}
