//! Critical answers made visible. One that comes in the place of another is noted with how it was.

use super::rows_store;
use super::{item_diff::StagedAnswer, log::Log, model::Import, report::from_json};
use crate::evidence::critical::{CriticalAnswer, store};
use crate::ground::{Conn, Result};

/// Stores the staged answers.
pub fn apply(conn: &mut Conn, import: &Import, log: &mut Log) -> Result<()> {
    let stored = store::stored(conn, &import.school_id)?;
    for row in rows_store::rows(conn, &import.id, &["new", "changed"])? {
        let staged: StagedAnswer = from_json(&row.parsed)?;
        let place = staged.answer.place();
        match stored.iter().find(|one| one.place() == place) {
            Some(before) => {
                log.changed("critical", &subject(before), before)?;
                store::delete(conn, before)?;
            }
            None => log.made("critical", &subject(&staged.answer))?,
        }
        if staged.is_critical {
            store::insert(conn, &staged.answer)?;
        }
    }
    Ok(())
}

/// The subject under which an answer stands in the notes: what it is about, not what was answered.
pub(super) fn subject(answer: &CriticalAnswer) -> String {
    let (pupil, instrument, informant, item, day) = answer.place();
    format!("{pupil}:{instrument}:{informant}:{item}:{day}")
}
