//! Moving a referral: sending it, taking it back, or noting what a partner told.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::api::problem::unknown_word;
use crate::care::referrals::state::{Actor, Event, MOVES};
use crate::care::referrals::visit::Answer as PartnerAnswer;
use crate::care::referrals::{follow, send, store};
use crate::door::{Person, State};
use crate::ground::ReferralId;

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
