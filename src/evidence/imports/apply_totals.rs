//! Totals made visible. One that comes in the place of another is noted with how it was.

use std::collections::HashMap;

use super::rows_store;
use super::{log::Log, model::Import, report::from_json};
use crate::evidence::totals::{Total, store};
use crate::ground::{Conn, Result};

/// Stores the staged totals.
pub fn apply(conn: &mut Conn, import: &Import, log: &mut Log) -> Result<()> {
    let stored = store::of_school(conn, &import.school_id)?;
    let stored: HashMap<_, _> = stored.into_iter().map(|one| (one.place(), one)).collect();
    for row in rows_store::rows(conn, &import.id, &["new", "changed"])? {
        let mut total: Total = from_json(&row.parsed)?;
        if let Some(before) = stored.get(&total.place()) {
            log.changed("total", &before.id, before)?;
            store::delete(conn, before)?;
            // It stands where that one stood, in the order in which totals came in.
            total.id.clone_from(&before.id);
        }
        store::insert(conn, &total)?;
    }
    Ok(())
}
