//! Sending without the consent that would be needed: asking a second person, agreeing by sending, giving it back.

use actix_web::web;

use super::follow::show_code;
use crate::care::referrals::model::OverrideGround;
use crate::care::referrals::{second, send};
use crate::door::{Person, State};
use crate::ground::{Error, Message, ReferralId};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page;

/// Asks a second person.
///
/// # Errors
/// As `second::ask`.
pub async fn ask(state: web::Data<State>, person: Person, path: web::Path<String>, posted: Posted) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let ground = OverrideGround::from_word(fields.text("override"))
        .ok_or_else(|| Error::Refused(Message::new("second-no-ground")))?;
    let reason = fields.text("override_reason").to_owned();
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| second::ask(conn, &person.0, now, &of, ground, &reason)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

/// The second person agrees, by sending it; shows the code once.
///
/// # Errors
/// As `send::send`.
pub async fn agree(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = ReferralId(path.into_inner());
    let (scope, secret, days) = (person.0.clone(), state.secret.clone(), state.config.partner_days);
    let (now, of) = (state.clock.now(), id.clone());
    let code = state.db.write(move |conn| send::send(conn, &scope, now, &secret, days, &of)).await?;
    show_code(&state, &person, id, code).await
}

/// It goes back to be prepared further.
///
/// # Errors
/// As `second::give_back`.
pub async fn give_back(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = ReferralId(path.into_inner());
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| second::give_back(conn, &person.0, now, &of)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}
