//! Which thresholds can be. Reading them from a file is `ruleset`'s.

use super::Ruleset;

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
            self.group_shift.map(|t| {
                let fits = t.z > 0.0 && t.shared_shock >= 0.0 && share(t.response);
                (fits && t.minimum >= 2, "group-shift", "z, shared_shock, minimum, response")
            }),
            self.school_trend.map(|t| {
                let fits = t.z > 0.0 && t.shared_shock >= 0.0 && share(t.lambda);
                (fits && t.minimum >= 2, "school-trend", "z, shared_shock, minimum, lambda")
            }),
        ];
        let wrong = checks.into_iter().flatten().find(|(fits, ..)| !fits)?;
        Some((wrong.1, wrong.2))
    }
}
