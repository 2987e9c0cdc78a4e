//! Signals, the decisions on them, and the rulesets in force.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, list};
use super::people::unknown_word;
use crate::care::triage::{decide, mentor};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Error, Message, PupilId, SchoolId, SignalId, Words};
use crate::school::store as people;
use crate::signals::kept::Kept;
use crate::signals::model::{Evidence, Signal as Row};
use crate::signals::ruleset::{Ruleset, SHIPPED};
use crate::signals::state::Event;
use crate::signals::store;

/// A signal.
#[derive(Debug, Serialize, ToSchema)]
pub struct Signal {
    id: String,
    /// `pupil`, `group` or `school`.
    level: String,
    school: String,
    group: Option<String>,
    pupil: Option<String>,
    domains: Vec<String>,
    /// `A`, `B` or `C`.
    severity: String,
    state: String,
    /// The sentence, in the caller's language.
    reason: String,
    rules: Vec<String>,
    round: String,
    #[schema(value_type = String)]
    raised_at: DateTime<Utc>,
    /// Whether a person's concern is among the evidence.
    human: bool,
    mentor_view: Option<String>,
    mentor_choice: Option<String>,
    #[schema(value_type = Option<String>)]
    look_on: Option<NaiveDate>,
    /// Whether it came back after it had ended.
    reopened: bool,
    evidence: Vec<Because>,
}

/// Why it was raised: as it was, whatever happens to the scores later.
#[derive(Debug, Serialize, ToSchema)]
pub struct Because {
    rule: String,
    severity: String,
    round: String,
    reason: String,
    /// Name and date of the ruleset.
    ruleset: String,
    /// Whether the import it came from was taken back.
    withdrawn: bool,
    /// All figures of the finding.
    #[schema(value_type = Object)]
    figures: serde_json::Value,
}

fn because(evidence: &Evidence, w: Words) -> Because {
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

fn signal_of(row: Row, evidence: &[Evidence], w: Words) -> Signal {
    let because: Vec<Because> = evidence.iter().map(|e| because(e, w)).collect();
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
        reason: because.first().map(|b| b.reason.clone()).unwrap_or_default(),
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

/// Which signals.
#[derive(Debug, Deserialize)]
pub struct Which {
    school: Option<String>,
    /// All about this pupil, notes (C) too.
    pupil: Option<String>,
    cursor: Option<String>,
}

/// The signals the caller may see.
///
/// # Errors
/// `NotFound` for a pupil outside the scope.
pub async fn all(state: web::Data<State>, person: Person, query: web::Query<Which>) -> Answer {
    let query = query.into_inner();
    let w = person.words();
    let items = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let school = query.school.map(SchoolId);
            let scope = &person.0;
            let cursor = query.cursor.as_deref();
            let (pupil, entry) = match query.pupil.map(PupilId) {
                Some(id) => {
                    let (_, why) = people::pupil(conn, scope, &id)?;
                    let entry = Entry::by(scope, "view-pupil", "pupil", &id).because(why.word());
                    (Some(id), entry)
                }
                None => (None, Entry::by(scope, "list-signals", "list", "signals")),
            };
            let rows = store::page(conn, scope, school.as_ref(), pupil.as_ref(), cursor, PAGE)?;
            let ids: Vec<SignalId> = rows.iter().map(|row| row.id.clone()).collect();
            let mut evidence: HashMap<SignalId, Vec<Evidence>> = HashMap::new();
            for one in store::evidence(conn, &ids)? {
                evidence.entry(one.signal_id.clone()).or_default().push(one);
            }
            let items: Vec<Signal> = rows
                .into_iter()
                .map(|row| {
                    let own = evidence.remove(&row.id).unwrap_or_default();
                    signal_of(row, &own, w)
                })
                .collect();
            Ok((items, entry))
        })
        .await?;
    Ok(list(items, |s: &Signal| s.id.clone()))
}

/// One signal with its evidence.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn one(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = SignalId(path.into_inner());
    let w = person.words();
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let row = store::signal(conn, &person.0, &id)?;
            let evidence = store::evidence(conn, std::slice::from_ref(&id))?;
            let entry = Entry::by(&person.0, "view-signal", "signal", &id);
            Ok((signal_of(row, &evidence, w), entry))
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// A decision, or a mentor's answer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDecision {
    /// A person's decision: `in_conversation`, `watching`, `planned`, `referred`, `no_action`, `closed`.
    /// A mentor's answer: `takes_up`, `asks_help`, `passes_on`, or `unknown` while it is not known yet.
    event: String,
    /// For `no_action`: `already_known`, `recovered`, `measurement`, `context`, `does_not_fit`, `other`.
    /// For `closed`: the outcome. For a mentor's answer: `recognised`, `does_not_fit`, `unknown`.
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    /// The day to look back, or to watch until.
    #[schema(value_type = Option<String>)]
    look_on: Option<NaiveDate>,
    /// Only this signal, not all open ones of its subject.
    #[serde(default)]
    only_this: bool,
}

/// What a decision did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decided {
    /// How many signals moved.
    moved: usize,
    /// The state of this signal now.
    state: String,
}

/// Decides on a signal and the open ones beside it, or gives a mentor's answer.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` for what is missing.
pub async fn decide(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewDecision>,
) -> Answer {
    let id = SignalId(path.into_inner());
    let new = body.into_inner();
    let choice = mentor::Choice::from_word(&new.event);
    if choice.is_some() || new.event == mentor::View::Unknown.as_str() {
        return answer(&state, person, id, new, choice).await;
    }
    let event = Event::from_word(&new.event).ok_or_else(|| unknown_word("event", &new.event))?;
    let decision = decide::Decision { event, reason: new.reason, note: new.note, look_on: new.look_on };
    let now = state.clock.now();
    let decided = state
        .db
        .write(move |conn| {
            let moved = decide::decide(conn, &person.0, now, &id, &decision, new.only_this)?;
            let state = store::signal(conn, &person.0, &id)?.state.to_string();
            Ok(Decided { moved, state })
        })
        .await?;
    Ok(HttpResponse::Ok().json(decided))
}

async fn answer(
    state: &State,
    person: Person,
    id: SignalId,
    new: NewDecision,
    choice: Option<mentor::Choice>,
) -> Answer {
    let view = match (new.reason.as_str(), choice) {
        ("", _) => mentor::View::Unknown,
        (word, _) => mentor::View::from_word(word).ok_or_else(|| unknown_word("reason", word))?,
    };
    let given = mentor::Answer { view, choice, note: new.note };
    let now = state.clock.now();
    let decided = state
        .db
        .write(move |conn| {
            let signal = store::signal(conn, &person.0, &id)?;
            let pupil =
                signal.pupil_id.ok_or_else(|| Error::Conflict(Message::new("mentor-nothing-waits")))?;
            let moved = mentor::answer(conn, &person.0, now, &pupil, &given)?;
            let state = store::signal(conn, &person.0, &id)?.state.to_string();
            Ok(Decided { moved, state })
        })
        .await?;
    Ok(HttpResponse::Ok().json(decided))
}

/// A ruleset.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rules {
    name: String,
    date: String,
    source: String,
}

/// The rulesets that ship.
///
/// # Errors
/// When one cannot be read.
pub async fn rulesets(_person: Person) -> Answer {
    let mut items = Vec::new();
    for (name, text) in SHIPPED {
        let set = Ruleset::parse(name, text)?;
        items.push(Rules { name: set.name, date: set.date.to_string(), source: set.source });
    }
    Ok(list(items, |r: &Rules| r.name.clone()))
}
