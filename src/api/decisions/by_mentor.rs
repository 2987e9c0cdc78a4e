//! A mentor's answer to a signal that waits for one.

use actix_web::HttpResponse;

use super::{Decided, NewDecision};
use crate::api::answer::Answer;
use crate::api::problem::unknown_word;
use crate::care::triage::mentor;
use crate::door::{Person, State};
use crate::ground::{Error, Message, SignalId};
use crate::signals::store;

pub(super) async fn answer(
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
