//! Absence made visible. A period that comes in the place of another is noted with how it was.

use std::collections::HashMap;

use super::rows_store;
use super::{log::Log, model::Import, report::from_json};
use crate::evidence::attendance::{Attendance, store};
use crate::ground::{Conn, Result};

/// Stores the staged periods.
pub fn apply(conn: &mut Conn, import: &Import, log: &mut Log) -> Result<()> {
    let stored = store::of_school(conn, &import.school_id)?;
    let stored: HashMap<_, _> = stored.into_iter().map(|one| (one.place(), one)).collect();
    let (mut old, mut written) = (Vec::new(), Vec::new());
    for row in rows_store::rows(conn, &import.id, &["new", "changed"])? {
        let counted: Attendance = from_json(&row.parsed)?;
        if let Some(before) = stored.get(&counted.place()) {
            log.changed("attendance", &subject(before), before)?;
            old.push(before.clone());
        }
        written.push(counted);
    }
    store::delete(conn, &old)?;
    store::insert(conn, &written)
}

/// The subject under which a period stands in the notes.
pub fn subject(counted: &Attendance) -> String {
    format!("{}:{}", counted.pupil_key, counted.starts_on)
}
