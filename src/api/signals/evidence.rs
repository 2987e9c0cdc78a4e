//! What a signal rests on, as a program reads it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ground::Words;
use crate::signals::explain;
use crate::signals::kept::Kept;
use crate::signals::model::Evidence;

/// Something that a finding rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fact {
    /// What it is about.
    about: String,
    /// What it says.
    text: String,
}

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
    /// What it rests on, in the caller's language: the same words as on screen. None for a person's concern.
    pub(super) explanation: Vec<Fact>,
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
        explanation: kept.as_ref().map_or_else(Vec::new, |kept| explained(w, evidence, kept)),
        figures: kept.map_or(serde_json::Value::Null, |k| k.figures),
    }
}

fn explained(w: Words, evidence: &Evidence, kept: &Kept) -> Vec<Fact> {
    let facts = explain::facts(w, evidence, kept).into_iter();
    facts.map(|explain::Fact { about, text }| Fact { about, text }).collect()
}
