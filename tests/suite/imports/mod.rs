//! Bringing in: what files get, what the school gets, what undo gives back, and what a killed process leaves.

mod any_bytes;
pub mod at_once;
mod attendance;
mod bad_files;
mod big_files;
mod brake_and_undo;
mod clusters;
mod command_line;
mod doors;
mod eckids;
mod edexml;
mod identity;
mod mentors;
mod odd_shapes;
mod previews;
mod profiles;
mod ratings;
mod rosters;
mod round_labels;
mod score_files;
mod together;
mod totals;
mod wide_lists;

use baken::evidence::files::Kind;
use baken::evidence::imports::{self, Actor, Consent, Report, Upload};
use baken::evidence::instruments::Catalogue;
use baken::ground::db::schema::{groups, origins, pupils, rounds, scores};
use baken::ground::{Clock, Db, Error, ImportId, Result, Words};
use chrono::NaiveDate;
use diesel::prelude::*;

use crate::support::server::morning;

/// The header of scores in the tests; every row has these cells.
pub const SCORES: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n";
/// The header of rosters in the tests.
pub const ROSTER: &str = "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;groep;leerjaar\n";

/// A file for the school 99ZZ.
pub fn upload(text: &str) -> Upload {
    Upload {
        school: "99ZZ".to_owned(),
        file_name: "bestand.csv".to_owned(),
        bytes: text.as_bytes().to_vec().into(),
        ..Upload::default()
    }
}

/// Sets a file aside on the morning of the tests.
pub fn stage(db: &Db, text: &str) -> Result<ImportId> {
    stage_at(db, &Clock::fixed(morning()), text)
}

/// Sets a file aside at a moment.
pub fn stage_at(db: &Db, clock: &Clock, text: &str) -> Result<ImportId> {
    let catalogue = Catalogue::shipped()?;
    imports::stage(db, clock, Actor::Cli, &catalogue, &upload(text), &mut |_, _| {})
}

/// The report of an import, in Dutch.
pub fn report(db: &Db, id: &ImportId) -> Report {
    db.read_blocking(|conn| Report::of(conn, id, Words::default())).expect("a report")
}

/// Brings a file in: the good rows, and changes even where they are many.
pub fn bring_in(db: &Db, text: &str) -> (ImportId, Report) {
    bring_in_at(db, &Clock::fixed(morning()), text)
}

/// Brings a file in at a moment.
pub fn bring_in_at(db: &Db, clock: &Clock, text: &str) -> (ImportId, Report) {
    let id = stage_at(db, clock, text).expect("a file that can be read");
    let consent = Consent { all_or_nothing: false, changes: true };
    let (now, today) = (clock.now(), clock.today());
    db.write_blocking(|conn| imports::accept(conn, now, today, Actor::Cli, &id, consent)).expect("accepted");
    let report = report(db, &id);
    (id, report)
}

/// Takes an import back.
pub fn undo(db: &Db, id: &ImportId) -> Result<()> {
    db.write_blocking(|conn| imports::undo(conn, morning(), Actor::Cli, id))
}

/// A roster of so many pupils in groups of 25.
pub fn roster_of(pupils: usize) -> String {
    lines(ROSTER, pupils, |at| {
        let group = at / 25 + 1;
        format!("{at:04};Kind{at};;Naam{at};2016-01-01;{group}A;5\n")
    })
}

/// Scores of the same day for so many pupils.
pub fn scores_of(pupils: usize, day: &str, score: usize) -> String {
    lines(SCORES, pupils, |at| {
        let score = (score + at) % 41;
        format!("{at:04};{day};eigen;leerkracht;welbevinden;{score}\n")
    })
}

/// A header and so many lines.
pub fn lines(header: &str, count: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = header.to_owned();
    for at in 0..count {
        text.push_str(&line(at));
    }
    text
}

/// A score as it stands in the database.
#[derive(Debug, PartialEq, Queryable)]
pub struct Stored {
    /// The pupil's number.
    pub pupil: String,
    /// The score.
    pub score: f64,
    /// The round's label.
    pub round: String,
    /// The group's name.
    pub group: Option<String>,
    /// The pupil's birth date.
    pub birth_date: Option<NaiveDate>,
    /// The pupil's sex.
    pub sex: Option<String>,
}

/// All scores of the database, by pupil and day.
pub fn stored(db: &Db) -> Vec<Stored> {
    let rows = db.read_blocking(|conn| {
        Ok(scores::table
            .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
            .inner_join(rounds::table.on(rounds::key.eq(scores::round_key)))
            .inner_join(origins::table.left_join(groups::table))
            .order((pupils::number, scores::taken_on))
            .select((
                pupils::number,
                scores::value,
                rounds::label,
                groups::name.nullable(),
                pupils::birth_date,
                pupils::sex,
            ))
            .load(conn)?)
    });
    rows.expect("scores")
}

/// The key of the sentence with which something was refused.
pub fn key_of<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result.expect_err("refused") {
        Error::Refused(message) | Error::Conflict(message) => message.key.into_owned(),
        other => panic!("another error: {other}"),
    }
}

/// What a file is, by its header.
pub fn kind(text: &str) -> Kind {
    imports::kind_of(text.as_bytes()).expect("a kind")
}
