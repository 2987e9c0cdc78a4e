//! What a signal rests on, as a program reads it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ground::Words;
use crate::signals::kept::Kept;
use crate::signals::model::Evidence;

/// Why it was raised: as it was, whatever happens to the scores later.
#[derive(Debug, Serialize, ToSchema)]
pub struct Because {
    pub(super) rule: String,
    pub(super) severity: String,
    pub(super) round: String,
    pub(super) reason: String,
    /// Name and date of the ruleset.
    pub(super) ruleset: String,
    /// Whether the import it came from was taken back.
    pub(super) withdrawn: bool,
    /// All figures of the finding.
    #[schema(value_type = Object)]
    pub(super) figures: serde_json::Value,
}

pub(super) fn because(evidence: &Evidence, w: Words) -> Because {
    let kept = Kept::read(&evidence.finding);
    Because {
        rule: evidence.rule.clone(),
        severity: evidence.severity.to_string(),
        round: evidence.round.clone(),
        reason: kept.as_ref().map_or_else(|| w.t("signal-concern"), |k| w.say(&k.reason)),
        ruleset: evidence.ruleset.clone(),
        withdrawn: evidence.withdrawn,
        figures: kept.map_or(serde_json::Value::Null, |k| k.figures),
    }
}
