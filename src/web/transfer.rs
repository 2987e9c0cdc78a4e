//! Noting that a conversation, a decision or a step of a plan was copied to the official file, for a pupil and a group alike.

use serde::Deserialize;

use super::failure::Answer;
use super::page;
use super::subject::Subject;
use crate::care::plans::store as plans;
use crate::door::{Person, State};
use crate::evidence::conversations;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Result, Scope, SignalId};
use crate::signals::store as signals;

/// What was copied to the official file.
#[derive(Debug, Deserialize)]
pub struct TransferForm {
    kind: String,
    id: String,
    #[serde(default)]
    signal: String,
}

impl TransferForm {
    /// Marks it as copied, when it is about this subject (a pupil's or group's id).
    ///
    /// # Errors
    /// `NotFound` when it is about somebody else.
    fn mark(&self, conn: &mut Conn, scope: &Scope, subject: &str) -> Result<()> {
        if self.kind == "plan" {
            return self.mark_plan(conn, scope, subject);
        }
        if self.kind != "decision" {
            return conversations::mark_transferred(conn, subject, &self.id, scope.today);
        }
        let signal = signals::signal(conn, scope, &SignalId(self.signal.clone()))?;
        if signal.subject != subject {
            return Err(Error::NotFound("signal"));
        }
        signals::mark_transferred(conn, &signal, &self.id, scope.today)
    }

    /// Marks a step of one of the subject's plans.
    fn mark_plan(&self, conn: &mut Conn, scope: &Scope, subject: &str) -> Result<()> {
        for plan in plans::of_subject(conn, scope, subject)? {
            match plans::mark_transferred(conn, &plan, &self.id, scope.today) {
                Err(Error::NotFound(_)) => {}
                done => return done,
            }
        }
        Err(Error::NotFound("plan step"))
    }
}

/// Notes on the subject's page that something was copied to the official file.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn note(state: &State, person: Person, about: Subject, form: TransferForm) -> Answer {
    let (back, now) = (about.done(), state.clock.now());
    state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let why = about.why(conn, scope)?;
            form.mark(conn, scope, about.id())?;
            let entry = Entry::by(scope, "copy-to-file", about.kind(), about.id())
                .because_of(&why)
                .detail(format!("{}:{}", form.kind, form.id));
            audit::record(conn, now, &entry)
        })
        .await?;
    Ok(page::to(&back))
}
