//! What an import would change, pupil by pupil and row by row, as long as it waits to be decided: for whoever wants to
//! look before storing. Answers to items and ratings of each other are told by their counts alone.

use std::collections::BTreeMap;

use super::model::{Import, State};
use super::{scores, store};
use crate::evidence::files::Kind;
use crate::ground::{Conn, ImportId, Message, Result};

mod of_roster;

/// How many pupils stand on a page.
pub const PAGE: usize = 100;

/// A part of the difference.
#[derive(Debug, Default, PartialEq)]
pub struct Difference {
    /// Pupils of this page: those who change first, then those who are new, by number.
    pub pupils: Vec<OfPupil>,
    /// How many there are in all.
    pub all: usize,
}

/// What happens to one pupil.
#[derive(Debug, Clone, PartialEq)]
pub struct OfPupil {
    /// The pupil's number.
    pub number: String,
    /// The data row of the file; for more of them the first.
    pub row: usize,
    /// What happens, each a sentence.
    pub what: Vec<Message>,
}

/// A part of the difference, from so many pupils on; none where it is not told (any more). `reads`: whether scores of
/// pupils may be shown.
pub fn difference(conn: &mut Conn, id: &ImportId, from: usize, reads: bool) -> Result<Option<Difference>> {
    let import = store::import(conn, id)?;
    if import.state != State::Previewed {
        return Ok(None);
    }
    match Kind::from_code(&import.kind) {
        Some(Kind::Roster) => of_roster::page(conn, &import, from).map(Some),
        Some(Kind::Scores) => scores::difference(conn, &import, from, reads).map(Some),
        _ => Ok(None),
    }
}

/// Whether an import can be looked at pupil by pupil.
#[must_use]
pub fn is_told(import: &Import) -> bool {
    let kind = Kind::from_code(&import.kind);
    import.state == State::Previewed && matches!(kind, Some(Kind::Roster | Kind::Scores))
}

/// The page of these pupils from so many on; each with whether something of the pupil changes.
pub(super) fn page<T>(pupils: BTreeMap<String, (bool, T)>, from: usize) -> (usize, Vec<(String, T)>) {
    let all = pupils.len();
    let mut sorted: Vec<(bool, String, T)> =
        pupils.into_iter().map(|(number, (changes, what))| (!changes, number, what)).collect();
    sorted.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    (all, sorted.into_iter().skip(from).take(PAGE).map(|(_, number, what)| (number, what)).collect())
}
