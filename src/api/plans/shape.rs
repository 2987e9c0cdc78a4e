//! What a plan looks like to a program, with its steps and what its scale says.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::care::plans::model::{Plan as Row, Step as RowStep, Watched};
use crate::ground::AccountId;
use crate::insight::effect::{Missing, Watching};

/// The scale a goal is watched on, as codes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Scale {
    pub(super) instrument: String,
    /// `leerkracht`, `leerling` or `ouder`.
    pub(super) informant: String,
    pub(super) scale: String,
}

/// A plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct Plan {
    pub(super) id: String,
    /// `pupil`, `group` or `school`.
    level: String,
    school: String,
    pupil: Option<String>,
    group: Option<String>,
    /// `draft`, `running`, `evaluating`, `ended` or `stopped`.
    state: String,
    domains: Vec<String>,
    goal: String,
    /// None also for a mentor, of a scale that is for the coordinator alone.
    scale: Option<Scale>,
    /// The code; empty for an approach of one's own.
    intervention: String,
    /// Of which day what was known of the intervention was.
    #[schema(value_type = Option<String>)]
    intervention_date: Option<NaiveDate>,
    own_approach: String,
    arrangement: String,
    /// The name of who answers for it.
    owner: String,
    #[schema(value_type = Option<String>)]
    starts_on: Option<NaiveDate>,
    #[schema(value_type = Option<String>)]
    evaluate_on: Option<NaiveDate>,
    no_conversation: String,
    restricted: bool,
    /// As the people say: `better`, `same`, `worse` or `cannot_tell`.
    outcome: Option<String>,
    outcome_note: String,
    #[schema(value_type = String)]
    changed_at: DateTime<Utc>,
    /// Empty in a list.
    pub(super) steps: Vec<Step>,
    /// What the scale says; none in a list, without a scale, and of a draft.
    pub(super) effect: Option<Effect>,
}

/// A step of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct Step {
    event: String,
    /// `person` or `system`.
    actor: String,
    state: String,
    note: String,
    /// The day of evaluation it set.
    #[schema(value_type = Option<String>)]
    evaluate_on: Option<NaiveDate>,
    #[schema(value_type = String)]
    at: DateTime<Utc>,
}

/// What the scale of a plan says.
#[derive(Debug, Serialize, ToSchema)]
pub struct Effect {
    /// `better`, `same`, `worse` or `cannot_tell`.
    change: String,
    /// What there is too little of, or stands in the way: `before`, `after`, `reference`, `coarse`, `rater`.
    missing: Option<&'static str>,
    pupils: usize,
    before: Option<f64>,
    after: Option<f64>,
    /// Points within which two scores differ by chance alone (90 %).
    error: Option<f64>,
    expected: Option<f64>,
    expected_low: Option<f64>,
    expected_high: Option<f64>,
}

pub(super) fn plan_of(
    row: &Row,
    domains: Vec<String>,
    scale: Option<Watched>,
    names: &[(AccountId, String)],
) -> Plan {
    Plan {
        id: row.id.0.clone(),
        level: row.level.to_string(),
        school: row.school_id.0.clone(),
        pupil: row.pupil_id.as_ref().map(|id| id.0.clone()),
        group: row.group_id.as_ref().map(|id| id.0.clone()),
        state: row.state.to_string(),
        domains,
        goal: row.goal.clone(),
        scale: scale.map(|one| Scale {
            instrument: one.instrument,
            informant: one.informant,
            scale: one.scale,
        }),
        intervention: row.intervention.clone(),
        intervention_date: row.intervention_date,
        own_approach: row.own_approach.clone(),
        arrangement: row.arrangement.clone(),
        owner: names.iter().find(|(id, _)| *id == row.owner_id).map_or_else(String::new, |o| o.1.clone()),
        starts_on: row.starts_on,
        evaluate_on: row.evaluate_on,
        no_conversation: row.no_conversation.clone(),
        restricted: row.restricted,
        outcome: row.outcome.map(|outcome| outcome.to_string()),
        outcome_note: row.outcome_note.clone(),
        changed_at: row.changed_at.and_utc(),
        steps: Vec::new(),
        effect: None,
    }
}

pub(super) fn step_of(step: &RowStep) -> Step {
    Step {
        event: step.event.clone(),
        actor: step.actor.to_string(),
        state: step.to_state.to_string(),
        note: step.note.clone(),
        evaluate_on: step.evaluate_on,
        at: step.at.and_utc(),
    }
}

/// What the scale says, as far as it may be told.
pub(super) fn effect_of(watching: &Watching) -> Option<Effect> {
    let effect = watching.effect.as_ref()?.shown().ok()?;
    Some(Effect {
        change: effect.change.to_string(),
        missing: effect.missing.map(|missing| match missing {
            Missing::Before => "before",
            Missing::After => "after",
            Missing::Reference => "reference",
            Missing::Coarse => "coarse",
            Missing::OtherRater => "rater",
        }),
        pupils: effect.pupils,
        before: effect.before.as_ref().map(|one| one.score),
        after: effect.after.as_ref().map(|one| one.score),
        error: effect.error,
        expected: effect.expected.map(|(at, _, _)| at),
        expected_low: effect.expected.map(|(_, low, _)| low),
        expected_high: effect.expected.map(|(_, _, high)| high),
    })
}
