//! What a referral looks like to a program, with its steps.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::care::referrals::model::Referral as Row;

/// A referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct Referral {
    pub(super) id: String,
    pub(super) school: String,
    pub(super) pupil: String,
    pub(super) partner: String,
    pub(super) state: String,
    pub(super) question: String,
    pub(super) ground: Option<String>,
    #[schema(value_type = Option<String>)]
    pub(super) answer_until: Option<NaiveDate>,
    pub(super) overdue: bool,
    /// Which of the partner's offers it is for.
    pub(super) offer: Option<String>,
    /// Whether the partner asked something that the school has not answered.
    pub(super) asked: bool,
    #[schema(value_type = String)]
    pub(super) changed_at: DateTime<Utc>,
    pub(super) steps: Vec<Step>,
}

/// A step of a referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct Step {
    pub(super) event: String,
    /// `school`, `partner` or `system`.
    pub(super) actor: String,
    pub(super) state: String,
    /// Who told it on the telephone.
    pub(super) told_by: String,
    pub(super) reason: String,
    pub(super) note: String,
    /// Of a report: `waiting` or `school_can`.
    pub(super) kind: String,
    /// When there is room again, or until when help waits.
    #[schema(value_type = Option<String>)]
    pub(super) again_on: Option<NaiveDate>,
    #[schema(value_type = String)]
    pub(super) at: DateTime<Utc>,
}

pub(super) fn referral_of(row: &Row, steps: Vec<Step>) -> Referral {
    Referral {
        id: row.id.0.clone(),
        school: row.school_id.0.clone(),
        pupil: row.pupil_id.0.clone(),
        partner: row.partner_id.0.clone(),
        state: row.state.to_string(),
        question: row.question.clone(),
        ground: row.ground.map(|g| g.to_string()),
        answer_until: row.answer_until,
        overdue: row.overdue,
        offer: row.offer_id.as_ref().map(|id| id.0.clone()),
        asked: row.asked,
        changed_at: row.changed_at.and_utc(),
        steps,
    }
}
