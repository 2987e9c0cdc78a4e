//! What a signal looks like to a program: with the evidence it rests on. Which signals, `signals` finds.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::evidence::{Because, because};
use crate::ground::Words;
use crate::signals::model::{Evidence, Signal as Row};

/// A signal.
#[derive(Debug, Serialize, ToSchema)]
pub struct Signal {
    pub(super) id: String,
    /// `pupil`, `group` or `school`.
    pub(super) level: String,
    pub(super) school: String,
    pub(super) group: Option<String>,
    pub(super) pupil: Option<String>,
    pub(super) domains: Vec<String>,
    /// `A`, `B` or `C`.
    pub(super) severity: String,
    pub(super) state: String,
    /// The sentence, in the caller's language.
    pub(super) reason: String,
    pub(super) rules: Vec<String>,
    pub(super) round: String,
    #[schema(value_type = String)]
    pub(super) raised_at: DateTime<Utc>,
    /// Whether a person's concern is among the evidence.
    pub(super) human: bool,
    pub(super) mentor_view: Option<String>,
    pub(super) mentor_choice: Option<String>,
    #[schema(value_type = Option<String>)]
    pub(super) look_on: Option<NaiveDate>,
    /// Whether it came back after it had ended.
    pub(super) reopened: bool,
    pub(super) evidence: Vec<Because>,
}

pub(super) fn signal_of(row: Row, evidence: &[Evidence], w: Words) -> Signal {
    let because: Vec<Because> = evidence.iter().map(|e| because(e, w)).collect();
    // As in the list; where only a person worries, that.
    let speaks = Evidence::gravest(evidence.iter().filter(|one| one.observation_id.is_none()));
    let speaks =
        evidence.iter().position(|one| speaks.is_some_and(|speaks| speaks.id == one.id)).unwrap_or(0);
    let reason = because.get(speaks).map(|b| b.reason.clone()).unwrap_or_default();
    let mut rules: Vec<String> = Vec::new();
    for one in &because {
        if !rules.contains(&one.rule) {
            rules.push(one.rule.clone());
        }
    }
    Signal {
        id: row.id.0,
        level: row.level.to_string(),
        school: row.school_id.0,
        group: row.group_id.map(|id| id.0),
        pupil: row.pupil_id.map(|id| id.0),
        domains: vec![row.domain],
        severity: row.severity.to_string(),
        state: row.state.to_string(),
        reason,
        rules,
        round: row.round,
        raised_at: row.raised_at.and_utc(),
        human: row.human,
        mentor_view: row.mentor_view,
        mentor_choice: row.mentor_choice,
        look_on: row.look_on,
        reopened: row.reopened,
        evidence: because,
    }
}
