//! Noting that a conversation, a decision or a step of a plan was copied to the official file, for a pupil and a group alike.

use serde::Deserialize;

use super::failure::Answer;
use super::page;
use super::subject::Subject;
use super::to_file;
use crate::door::{Person, State};
use crate::ground::audit::{self, Entry};
use crate::web::account::way_back::safe_way_back;

/// What was copied to the official file.
#[derive(Debug, Deserialize)]
pub struct TransferForm {
    kind: String,
    id: String,
    /// The list of what still has to go over, when it was pressed there; else empty.
    #[serde(default)]
    back: String,
}

/// Notes on the subject's page that something was copied to the official file.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn note(state: &State, person: Person, about: Subject, form: TransferForm) -> Answer {
    let back = match form.back.as_str() {
        "" => about.done(),
        back => safe_way_back(back).to_owned(),
    };
    let now = state.clock.now();
    state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let why = about.why(conn, scope)?;
            (to_file::kind(&form.kind)?.mark)(conn, scope, about.id(), &form.id)?;
            let entry = Entry::by(scope, "copy-to-file", about.kind(), about.id())
                .because_of(&why)
                .detail(format!("{}:{}", form.kind, form.id));
            audit::record(conn, now, &entry)
        })
        .await?;
    Ok(page::to(&back))
}
