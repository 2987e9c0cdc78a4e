//! A referral that is being prepared: what was typed is kept with every press. Its page stands in `show`.

use actix_web::{HttpResponse, web};

use self::form::{answered, prepared};
use self::show::show;
use super::read::read;
use crate::care::referrals::prepare::{self};
use crate::care::referrals::send;
use crate::door::{Person, State};
use crate::ground::{Error, ReferralId, clock};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self};

mod form;
mod show;
mod ticks;

/// Keeps what was typed so far, without leaving the page; answers with the time.
///
/// # Errors
/// As `prepare::keep`.
pub async fn keep_typed(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let prepared = prepared(Fields(&posted))?;
    let (w, now) = (person.words(), state.clock.now());
    state.db.write(move |conn| prepare::keep(conn, &person.0, now, &id, prepared)).await?;
    let time = clock::local(now).format("%H:%M").to_string();
    Ok(HttpResponse::Ok().body(w.t1("referral-saved", "time", time)))
}

/// Keeps what was chosen, whichever button was pressed; then notes an answer about consent, or sends and
/// shows the code once.
///
/// # Errors
/// As `prepare::keep` and `send::send`.
pub async fn keep(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let prepared = prepared(fields)?;
    let now = state.clock.now();
    let (scope, kept) = (person.0.clone(), id.clone());
    state.db.write(move |conn| prepare::keep(conn, &scope, now, &kept, prepared)).await?;
    if fields.ticked("note_consent") {
        let (answered, scope, of) = (answered(fields)?, person.0.clone(), id.clone());
        state.db.write(move |conn| prepare::note_consent(conn, &scope, now, &of, &answered)).await?;
        return Ok(page::to(&format!("/verwijzingen/{id}#grond")));
    }
    if !fields.ticked("send") {
        return Ok(page::to(&format!("/verwijzingen/{id}#voorbeeld")));
    }
    let (scope, secret, days) = (person.0.clone(), state.secret.clone(), state.config.partner_days);
    let sent = id.clone();
    let code = state.db.write(move |conn| send::send(conn, &scope, now, &secret, days, &sent)).await;
    match code {
        Ok(code) => super::follow::show_code(&state, &person, id, code).await,
        // What stands in the way is on the page, above the button; what was typed is kept.
        Err(Error::Conflict(_)) => Ok(page::to(&format!("/verwijzingen/{id}#versturen"))),
        Err(error) => Err(error.into()),
    }
}

/// A referral: the draft's page, or the page to follow it.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn open(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let draft = read(&state, &person, ReferralId(path.into_inner())).await?;
    if draft.referral.state == crate::care::referrals::state::State::Draft {
        return show(&person, draft);
    }
    super::follow::show(&state, &person, draft, None).await
}
