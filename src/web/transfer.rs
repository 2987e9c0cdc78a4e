//! Noting that a conversation or a decision was copied to the official file, for a pupil and a group alike.

use serde::Deserialize;

use crate::evidence::conversations;
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
    /// What it was, for the log: kind and id.
    #[must_use]
    pub fn detail(&self) -> String {
        format!("{}:{}", self.kind, self.id)
    }

    /// Marks it as copied, when it is about this subject (a pupil's or group's id).
    ///
    /// # Errors
    /// `NotFound` when it is about somebody else.
    pub fn mark(&self, conn: &mut Conn, scope: &Scope, subject: &str) -> Result<()> {
        if self.kind != "decision" {
            return conversations::mark_transferred(conn, subject, &self.id, scope.today);
        }
        let signal = signals::signal(conn, scope, &SignalId(self.signal.clone()))?;
        if signal.subject != subject {
            return Err(Error::NotFound("signal"));
        }
        signals::mark_transferred(conn, &signal, &self.id, scope.today)
    }
}
