//! Referrals: begin, prepare, note consent, send and move.

use actix_web::{HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, Paging, list};
use super::people::{Made, unknown_word};
use crate::care::referrals::model::{Authority, Choice, ConsentAnswer, GivenBy, Ground, Referral as Row};
use crate::care::referrals::prepare::{self, Answered, Prepared};
use crate::care::referrals::state::{Actor, Event, MOVES};
use crate::care::referrals::visit::Answer as PartnerAnswer;
use crate::care::referrals::{follow, send, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{PartnerId, PupilId, ReferralId};

/// A referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct Referral {
    id: String,
    school: String,
    pupil: String,
    partner: String,
    state: String,
    question: String,
    ground: Option<String>,
    #[schema(value_type = Option<String>)]
    answer_until: Option<NaiveDate>,
    overdue: bool,
    #[schema(value_type = String)]
    changed_at: DateTime<Utc>,
    steps: Vec<Step>,
}

/// A step of a referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct Step {
    event: String,
    /// `school`, `partner` or `system`.
    actor: String,
    state: String,
    /// Who told it on the telephone.
    told_by: String,
    reason: String,
    note: String,
    #[schema(value_type = String)]
    at: DateTime<Utc>,
}

fn referral_of(row: &Row, steps: Vec<Step>) -> Referral {
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
        changed_at: row.changed_at.and_utc(),
        steps,
    }
}

/// The referrals of the caller's schools.
///
/// # Errors
/// When the database refuses.
pub async fn all(state: web::Data<State>, person: Person, paging: web::Query<Paging>) -> Answer {
    let cursor = paging.into_inner().cursor;
    let items: Vec<Referral> = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let rows = store::page(conn, &person.0, cursor.as_deref(), PAGE)?;
            let items = rows.iter().map(|row| referral_of(row, Vec::new())).collect();
            Ok((items, Entry::by(&person.0, "list-referrals", "list", "referrals")))
        })
        .await?;
    Ok(list(items, |r: &Referral| r.id.clone()))
}

/// One referral with its steps.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn one(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let found = read(&state, &person, ReferralId(path.into_inner())).await?;
    Ok(HttpResponse::Ok().json(found))
}

async fn read(state: &State, person: &Person, id: ReferralId) -> crate::ground::Result<Referral> {
    let scope = person.0.clone();
    state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let row = store::referral(conn, &scope, &id)?;
            let steps = store::steps(conn, std::slice::from_ref(&id))?
                .into_iter()
                .map(|s| Step {
                    event: s.event,
                    actor: s.actor.to_string(),
                    state: s.to_state.to_string(),
                    told_by: s.told_by,
                    reason: s.reason,
                    note: s.note,
                    at: s.at.and_utc(),
                })
                .collect();
            let entry = Entry::by(&scope, "view-referral", "referral", &id);
            Ok((referral_of(&row, steps), entry))
        })
        .await
}

/// A referral to begin.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewReferral {
    pupil: String,
    partner: String,
    #[serde(flatten)]
    draft: Draft,
    /// Answers about consent.
    #[serde(default)]
    consents: Vec<NewConsent>,
}

/// What a draft holds; all of it may still change until it is sent.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Draft {
    /// What the school asks.
    #[serde(default)]
    question: String,
    /// `consent`, `statutory` or `meldcode`.
    ground: Option<String>,
    #[serde(default)]
    ground_note: String,
    /// Why nobody was spoken with.
    #[serde(default)]
    no_conversation: String,
    /// What goes along.
    #[serde(default)]
    #[schema(value_type = Object)]
    choice: Choice,
}

fn prepared(draft: Draft) -> Result<Prepared, super::answer::Failure> {
    let ground = match draft.ground.as_deref() {
        None => None,
        Some(word) => Some(Ground::from_word(word).ok_or_else(|| unknown_word("ground", word))?),
    };
    Ok(Prepared {
        question: draft.question,
        ground,
        ground_note: draft.ground_note,
        no_conversation: draft.no_conversation,
        choice: draft.choice,
    })
}

/// Somebody's answer about consent.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConsent {
    /// `pupil`, `parent`, `second_parent` or `guardian`.
    given_by: String,
    /// `given`, `refused`, `unreachable` or `withdrawn`.
    answer: String,
    /// `known`, `stated` or `unknown`; not needed for the pupil.
    authority: Option<String>,
    #[serde(default)]
    written: bool,
    #[schema(value_type = String)]
    given_on: NaiveDate,
    #[serde(default)]
    note: String,
}

fn answered(new: NewConsent) -> Result<Answered, super::answer::Failure> {
    let authority = match new.authority.as_deref() {
        None => Authority::Unknown,
        Some(word) => Authority::from_word(word).ok_or_else(|| unknown_word("authority", word))?,
    };
    Ok(Answered {
        given_by: GivenBy::from_word(&new.given_by).ok_or_else(|| unknown_word("given_by", &new.given_by))?,
        answer: ConsentAnswer::from_word(&new.answer).ok_or_else(|| unknown_word("answer", &new.answer))?,
        authority,
        written: new.written,
        given_on: new.given_on,
        note: new.note,
    })
}

/// Begins a referral with what is known already.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn begin(state: web::Data<State>, person: Person, body: web::Json<NewReferral>) -> Answer {
    let new = body.into_inner();
    let consents = new.consents.into_iter().map(answered).collect::<Result<Vec<_>, _>>()?;
    let prepared = prepared(new.draft)?;
    let (pupil, partner) = (PupilId(new.pupil), PartnerId(new.partner));
    let now = state.clock.now();
    let id = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let id = prepare::begin(conn, scope, now, &pupil, &partner)?;
            prepare::keep(conn, scope, now, &id, prepared)?;
            for consent in &consents {
                prepare::note_consent(conn, scope, now, &id, consent)?;
            }
            Ok(id)
        })
        .await?;
    Ok(HttpResponse::Created().json(Made { id: id.0 }))
}

/// Changes a draft: what is left out becomes empty.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it was sent already.
pub async fn change(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<Draft>,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let prepared = prepared(body.into_inner())?;
    let (scope, now, of) = (person.0.clone(), state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::keep(conn, &scope, now, &of, prepared)).await?;
    Ok(HttpResponse::Ok().json(read(&state, &person, id).await?))
}

/// Notes an answer about consent.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn consent(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewConsent>,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let answered = answered(body.into_inner())?;
    let (scope, now, of) = (person.0.clone(), state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::note_consent(conn, &scope, now, &of, &answered)).await?;
    Ok(HttpResponse::Ok().json(read(&state, &person, id).await?))
}

/// A move: the school's own, or a partner's as told by telephone.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTransition {
    /// `send`; `withdrawn` or `stopped` by the school; as told by the partner `accepted`, `declined`,
    /// `at_capacity`, `in_progress`, `on_hold`, `completed`, `stopped`, or `report`.
    event: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    /// Who told it on the telephone; needed for a partner's move.
    #[serde(default)]
    told_by: String,
}

/// What a move gave.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moved {
    /// The state now.
    state: String,
    /// After sending: the code that the school gives the partner by telephone; shown only here.
    code: Option<String>,
}

/// Moves a referral.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` for what is missing.
pub async fn transition(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewTransition>,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let new = body.into_inner();
    let event = match new.event.as_str() {
        "report" => None,
        word => Some(Event::from_word(word).ok_or_else(|| unknown_word("event", word))?),
    };
    let by_school = event
        .is_some_and(|event| MOVES.iter().any(|(_, e, who, _)| *e == event && who.contains(&Actor::School)));
    let (secret, days, now) = (state.secret.clone(), state.config.partner_days, state.clock.now());
    let moved = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let code = match event {
                Some(Event::Send) => Some(send::send(conn, scope, now, &secret, days, &id)?),
                Some(event) if by_school && new.told_by.is_empty() => {
                    follow::by_school(conn, scope, now, &id, event, &new.reason)?;
                    None
                }
                _ => {
                    let answer = PartnerAnswer {
                        event,
                        reason: new.reason,
                        note: new.note,
                        told_by: new.told_by,
                        account: None,
                    };
                    follow::as_told(conn, scope, now, &id, answer)?;
                    None
                }
            };
            let state = store::referral(conn, scope, &id)?.state.to_string();
            Ok(Moved { state, code })
        })
        .await?;
    Ok(HttpResponse::Ok().json(moved))
}
