//! The rows that were refused, handed back as a file.

use super::report::from_json;
use super::rows_store;
use super::staged::StagedRow;
use super::store;
use crate::evidence::files::Kind;
use crate::evidence::files::write::{Handback, csv_text};
use crate::ground::{Conn, ImportId, Result, Words};

/// The refused rows as a file: in the form they came, with a column that says why. None when there are none.
/// Ratings come back without their cells, by line: no file of Baken's says who judged whom.
pub fn refused_file(conn: &mut Conn, id: &ImportId, words: Words) -> Result<Option<String>> {
    let import = store::import(conn, id)?;
    let rows = rows_store::rows(conn, id, &["refused"])?;
    if rows.is_empty() {
        return Ok(None);
    }
    if import.kind == Kind::Sociogram.code() {
        return by_line(rows, words).map(Some);
    }
    let form: Handback = from_json(&import.header)?;
    // A row of a wide file comes back once, with all that is wrong with it.
    let mut lines: Vec<(i32, Vec<String>, String)> = Vec::new();
    for row in rows {
        let reason = words.say(&from_json(&row.reason)?);
        match lines.last_mut().filter(|line| line.0 == row.row_no) {
            Some((_, _, reasons)) => *reasons = format!("{reasons} {}: {reason}", row.problem_column),
            None => lines.push((row.row_no, from_json(&row.raw)?, reason)),
        }
    }
    let rows = lines.into_iter().map(|(_, cells, reason)| (cells, reason));
    form.csv(rows.collect(), words).map(Some)
}

fn by_line(rows: Vec<StagedRow>, words: Words) -> Result<String> {
    let header = ["import-line", "import-column", "import-value", "import-reason"];
    let mut lines = vec![header.map(|key| words.t(key)).to_vec()];
    for row in rows {
        let reason = words.say(&from_json(&row.reason)?);
        lines.push(vec![row.line_no.to_string(), row.problem_column, row.problem_value, reason]);
    }
    csv_text(';', lines)
}
