//! What an import touches, noted while it is made visible, so that it can be taken back.

use serde::Serialize;

use super::changes_store;
use super::{model::Change, report::to_json};
use crate::ground::{Conn, Error, ImportId, Result};

/// The notes of one import.
pub struct Log {
    import: ImportId,
    changes: Vec<Change>,
    /// How many notes are written down already.
    written: usize,
}

impl Log {
    /// No notes yet.
    pub const fn new(import: ImportId) -> Self {
        Self { import, changes: Vec::new(), written: 0 }
    }

    /// Notes a thing that was made.
    pub fn made(&mut self, what: &str, subject: &str) -> Result<()> {
        self.note(what, subject, None)
    }

    /// Notes a thing that is changed, with how it was.
    pub fn changed<T: Serialize>(&mut self, what: &str, subject: &str, before: &T) -> Result<()> {
        let before = to_json(before)?;
        self.note(what, subject, Some(before))
    }

    fn note(&mut self, what: &str, subject: &str, before: Option<String>) -> Result<()> {
        self.changes.push(Change {
            import_id: self.import.clone(),
            seq: i32::try_from(self.written + self.changes.len()).map_err(Error::internal)?,
            what: what.to_owned(),
            subject: subject.to_owned(),
            before,
        });
        Ok(())
    }

    /// Writes down what was noted so far.
    pub fn flush(&mut self, conn: &mut Conn) -> Result<()> {
        changes_store::insert_changes(conn, &self.changes)?;
        self.written += self.changes.len();
        self.changes.clear();
        Ok(())
    }
}
