//! Moving a referral: sending it, taking it back, or noting what a partner told.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::api::problem::unknown_word;
use crate::care::referrals::model::OverrideGround;
use crate::care::referrals::state::{Actor, Event, MOVES};
use crate::care::referrals::visit::{Answer as PartnerAnswer, What};
use crate::care::referrals::{follow, second, send, store};
use crate::door::{Person, State};
use crate::ground::{Error, Message, ReferralId};

/// A move: the school's own, or a partner's as told by telephone.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTransition {
    /// `send`; `ask_second`, `back_to_draft`, `withdrawn`, `stopped` or `reply` by the school; as told by the partner
    /// `accepted`, `declined`, `at_capacity`, `in_progress`, `on_hold`, `completed`, `stopped`, `report` or `question`.
    event: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    /// With `report`: `waiting` or `school_can`.
    #[serde(default)]
    kind: String,
    /// With `at_capacity`, `on_hold` and `waiting`: when there is room, or until when.
    #[schema(value_type = Option<String>)]
    again_on: Option<NaiveDate>,
    /// The partner's client knows what is told and agrees; needed once help was accepted.
    #[serde(default)]
    own_consent: bool,
    /// Who told it on the telephone; needed for a partner's move.
    #[serde(default)]
    told_by: String,
    /// With `ask_second`: `vital_interest`, `legal_duty` or `conflict_of_duties`.
    #[serde(default)]
    ground: String,
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
    let is_reply = new.event == "reply";
    let unknown = || unknown_word("event", &new.event);
    let what =
        if is_reply { None } else { Some(What::from_words(&new.event, &new.kind).ok_or_else(unknown)?) };
    let ground = match new.ground.as_str() {
        "" => None,
        word => Some(OverrideGround::from_word(word).ok_or_else(|| unknown_word("ground", word))?),
    };
    let by_school =
        |event: Event| MOVES.iter().any(|(_, e, who, _)| *e == event && who.contains(&Actor::School));
    let (secret, days, now) = (state.secret.clone(), state.config.partner_days, state.clock.now());
    let moved = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let code = match what {
                None => {
                    follow::reply(conn, scope, now, &id, &new.note)?;
                    None
                }
                Some(What::Move(Event::Send)) => Some(send::send(conn, scope, now, &secret, days, &id)?),
                Some(What::Move(Event::AskSecond)) if new.told_by.is_empty() => {
                    let ground = ground.ok_or_else(|| Error::Refused(Message::new("second-no-ground")))?;
                    second::ask(conn, scope, now, &id, ground, &new.reason)?;
                    None
                }
                Some(What::Move(Event::BackToDraft)) if new.told_by.is_empty() => {
                    second::give_back(conn, scope, now, &id)?;
                    None
                }
                Some(What::Move(event)) if by_school(event) && new.told_by.is_empty() => {
                    follow::by_school(conn, scope, now, &id, event, &new.reason)?;
                    None
                }
                Some(what) => {
                    let answer = PartnerAnswer {
                        what,
                        reason: new.reason,
                        note: new.note,
                        again_on: new.again_on,
                        own_consent: new.own_consent,
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
