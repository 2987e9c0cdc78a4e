//! The rows that were refused, handed back as a file.

use super::report::from_json;
use super::rows_store;
use super::store;
use crate::evidence::files::write::Handback;
use crate::ground::{Conn, ImportId, Result, Words};

/// The refused rows as a file: in the form they came, with a column that says why. None when there are none.
pub fn refused_file(conn: &mut Conn, id: &ImportId, words: Words) -> Result<Option<String>> {
    let import = store::import(conn, id)?;
    let rows = rows_store::rows(conn, id, &["refused"])?;
    if rows.is_empty() {
        return Ok(None);
    }
    let form: Handback = from_json(&import.header)?;
    let rows = rows.into_iter().map(|row| Ok((from_json(&row.raw)?, from_json(&row.reason)?)));
    form.csv(rows.collect::<Result<_>>()?, words).map(Some)
}
