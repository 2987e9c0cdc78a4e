//! Moving a referral that was sent: consent taken back, a new code, an end, what a partner told by telephone.

use actix_web::web;

use super::follow::show_code;
use crate::care::referrals::state::Event;
use crate::care::referrals::visit::{Answer as PartnerAnswer, What};
use crate::care::referrals::{follow, send};
use crate::door::{Person, State};
use crate::ground::{Error, Message, ReferralId};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self};

/// Gives a new code.
///
/// # Errors
/// As `send::new_code`.
pub async fn new_code(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = ReferralId(path.into_inner());
    let (scope, secret, now, of) = (person.0.clone(), state.secret.clone(), state.clock.now(), id.clone());
    let code = state.db.write(move |conn| send::new_code(conn, &scope, now, &secret, &of)).await?;
    show_code(&state, &person, id, code).await
}

/// The school takes it back or stops it.
///
/// # Errors
/// As `follow::by_school`.
pub async fn end(state: web::Data<State>, person: Person, path: web::Path<String>, posted: Posted) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let event = event(fields)?;
    let reason = fields.text("reason").to_owned();
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| follow::by_school(conn, &person.0, now, &of, event, &reason)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

/// Writes down what a partner told by telephone.
///
/// # Errors
/// As `follow::as_told`.
pub async fn told(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let answer = PartnerAnswer {
        what: what(fields.text("event"))?,
        reason: fields.text("reason").to_owned(),
        note: fields.text("note").to_owned(),
        again_on: fields.date("again_on")?,
        own_consent: fields.ticked("own_consent"),
        told_by: fields.text("told_by").to_owned(),
        account: None,
    };
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| follow::as_told(conn, &person.0, now, &of, answer)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

/// The school answers what the partner asked.
///
/// # Errors
/// As `follow::reply`.
pub async fn reply(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let text = Fields(&posted).text("reply").to_owned();
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| follow::reply(conn, &person.0, now, &of, &text)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

fn event(fields: Fields<'_>) -> Result<Event, Failure> {
    let word = fields.text("event");
    Event::from_word(word).ok_or_else(|| no_event(word))
}

fn what(word: &str) -> Result<What, Failure> {
    What::from_word(word).ok_or_else(|| no_event(word))
}

fn no_event(word: &str) -> Failure {
    Failure(Error::Refused(Message::new("referral-no-event").with("value", word)))
}
