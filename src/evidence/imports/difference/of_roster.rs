//! The difference of a roster: who is new, and what changes of whom. Names and birth dates are not repeated: the file has
//! them.

use std::collections::BTreeMap;

use super::{Difference, OfPupil, page as page_of};
use crate::evidence::files::RosterRow;
use crate::evidence::imports::counts::counts;
use crate::evidence::imports::diff::{What, changes};
use crate::evidence::imports::known::Known;
use crate::evidence::imports::model::Import;
use crate::evidence::imports::report::from_json;
use crate::evidence::imports::rows_store;
use crate::ground::{Conn, Message, Result};

/// The part of a page.
pub fn page(conn: &mut Conn, import: &Import, from: usize) -> Result<Difference> {
    let known = Known::of(conn, &import.school_id)?;
    let today = counts(import)?.starts_on.unwrap_or_else(|| import.created_at.date());
    let mut pupils = BTreeMap::new();
    for staged in rows_store::rows(conn, &import.id, &["new", "changed"])? {
        let row: RosterRow = from_json(&staged.parsed)?;
        let what = match changes(&row, &known, today) {
            Some(changes) => changes.iter().map(said).collect(),
            None => vec![Message::new("difference-new").with("group", row.group.as_str())],
        };
        let changes = staged.status == "changed";
        pupils.insert(row.number.clone(), (changes, OfPupil { number: row.number, row: row.row, what }));
    }
    let (all, pupils) = page_of(pupils, from);
    Ok(Difference { pupils: pupils.into_iter().map(|(_, pupil)| pupil).collect(), all })
}

fn said(change: &What) -> Message {
    match change {
        What::Name => Message::new("difference-name"),
        What::BirthDate => Message::new("difference-birth-date"),
        What::Sex => Message::new("difference-sex"),
        What::Left(last) => Message::new("difference-left").with("last", last.to_string()),
        What::Group { from: Some(from), to } => {
            Message::new("difference-group").with("from", from.as_str()).with("to", to.as_str())
        }
        What::Group { from: None, to } => Message::new("difference-comes").with("to", to.as_str()),
        What::Year(to) => Message::new("difference-year").with("to", to.as_str()),
        What::Stays => Message::new("difference-stays"),
        What::Clusters => Message::new("difference-clusters"),
    }
}
