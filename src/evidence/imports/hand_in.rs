//! A class list typed on the screen, handed in: the cells become rows of scores and go the way of every import, so that
//! they are checked, compared, noted and taken back like any other. All cells or none.

use chrono::NaiveDate;

use super::{Actor, Consent, Report, Upload, accept, counts, forget, patiently, stage, store};
use crate::{
    evidence::{
        files::{Catalogue, Kind, write::plain_text},
        informant::Informant,
    },
    ground::{Clock, Db, Error, ImportId, Message, Result, Words},
};

/// How often a busy school is tried again, three seconds in all: colleagues hand in at the same hour.
const TRIES: u32 = 15;

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
        bytes: rows(list)?.into_bytes().into(),
        ..Upload::default()
    };
    patiently(TRIES, || {
        let id = stage(db, clock, actor, catalogue, &upload, &mut |_, _| {})?;
        let outcome = decide(db, clock, actor, &id, words);
        // Whatever is not stored must not wait as a preview that holds the school.
        if !matches!(outcome, Ok(HandedIn::Stored(_))) {
            db.write_blocking(|conn| forget(conn, &id))?;
        }
        outcome
    })
}

/// Stores what was staged, all of it or nothing.
fn decide(db: &Db, clock: &Clock, actor: Actor<'_>, id: &ImportId, words: Words) -> Result<HandedIn> {
    let report = db.read_blocking(|conn| Report::of(conn, id, words))?;
    if !report.refused.is_empty() {
        let told = report.refused.into_iter().map(|one| (one.row.saturating_sub(1), one.reason));
        return Ok(HandedIn::Refused(told.collect()));
    }
    let (now, today) = (clock.now(), clock.today());
    // Whoever types a score over another means it.
    let consent = Consent { all_or_nothing: true, changes: true };
    db.write_blocking(|conn| {
        accept(conn, now, today, actor, id, consent)?;
        Ok(HandedIn::Stored(counts(&store::import(conn, id)?)?.good()))
    })
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
