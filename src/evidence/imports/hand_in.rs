//! A class list typed on the screen, handed in: the cells become rows of scores and go the way of every import, so that
//! they are checked, compared, noted and taken back like any other. All cells or none.

use std::time::Duration;

use chrono::NaiveDate;

use super::{Actor, Consent, Report, Upload, accept, counts, forget, stage, store};
use crate::{
    evidence::{
        files::{Catalogue, Kind, write::plain_text},
        informant::Informant,
    },
    ground::{Clock, Db, Error, Message, Result, Words},
};

/// How often, and how long each time, a busy school is tried again: colleagues hand in at the same hour.
const TRIES: u32 = 15;
const PAUSE: Duration = Duration::from_millis(200);

/// A list as it was typed.
#[derive(Debug, Clone)]
pub struct ClassList {
    /// The school's BRIN.
    pub school: String,
    /// What the list of imports shows: the group and the list.
    pub name: String,
    /// The instrument's code.
    pub instrument: String,
    /// Whose view it is.
    pub informant: Informant,
    /// The day it was filled in.
    pub date: NaiveDate,
    /// Who typed it, as the scores keep it (an e-mail address); kept where the teacher's view is given.
    pub rater: String,
    /// The filled cells.
    pub cells: Vec<TypedCell>,
}

/// One filled cell.
#[derive(Debug, Clone)]
pub struct TypedCell {
    /// The pupil's number at the school.
    pub number: String,
    /// The scale's code.
    pub scale: String,
    /// What was typed.
    pub typed: String,
}

/// What became of a list.
#[derive(Debug)]
pub enum HandedIn {
    /// So many scores are stored.
    Stored(usize),
    /// Nothing is stored: these cells (by place) cannot be taken, and why.
    Refused(Vec<(usize, String)>),
}

/// Hands a list in; `actor` must be somebody to whom the group was opened.
///
/// # Errors
/// `Refused` without a filled cell; `Conflict` while another import of the school waits to be decided.
pub fn hand_in(
    db: &Db,
    clock: &Clock,
    actor: Actor<'_>,
    catalogue: &dyn Catalogue,
    list: &ClassList,
    words: Words,
) -> Result<HandedIn> {
    if list.cells.is_empty() {
        return Err(Error::Refused(Message::new("class-list-empty")));
    }
    let upload = Upload {
        school: list.school.clone(),
        kind: Some(Kind::Scores),
        file_name: list.name.clone(),
        bytes: rows(list)?.into_bytes(),
        ..Upload::default()
    };
    let id = patiently(|| stage(db, clock, actor, catalogue, &upload, &mut |_, _| {}))?;
    let import = id.clone();
    let report = db.read_blocking(|conn| Report::of(conn, &import, words))?;
    if !report.refused.is_empty() {
        db.write_blocking(|conn| forget(conn, &id))?;
        let at = |row: usize| row.saturating_sub(1);
        return Ok(HandedIn::Refused(
            report.refused.into_iter().map(|one| (at(one.row), one.reason)).collect(),
        ));
    }
    let (now, today) = (clock.now(), clock.today());
    // Whoever types a score over another means it.
    let consent = Consent { all_or_nothing: true, changes: true };
    db.write_blocking(|conn| {
        accept(conn, now, today, actor, &id, consent)?;
        Ok(HandedIn::Stored(counts(&store::import(conn, &id)?)?.good()))
    })
}

/// Tries again for a while when another import holds the school.
fn patiently<T>(mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 1..TRIES {
        match attempt() {
            Err(Error::Conflict(_)) => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
    attempt()
}

/// The cells as a file of scores in the long form.
fn rows(list: &ClassList) -> Result<String> {
    let header = ["leerlingnummer", "afnamedatum", "instrument", "informant", "schaal", "score", "invuller"];
    let rater =
        Some(list.rater.as_str()).filter(|_| list.informant == Informant::Teacher).unwrap_or_default();
    let (date, informant) = (list.date.to_string(), list.informant.code());
    let row = |one: &TypedCell| {
        [&one.number, &date, &list.instrument, informant, &one.scale, &one.typed, rater]
            .map(str::to_owned)
            .to_vec()
    };
    let header = header.map(str::to_owned).to_vec();
    plain_text(';', std::iter::once(header).chain(list.cells.iter().map(row)))
}
