//! Two pupils who are one, made one by a person: all that hangs on the one goes to the other, the number that goes is
//! kept as an alias, and what was moved is noted as an import notes what it touched. So the act stands in the list of
//! imports, makes previews void, and is taken back by `undo` unless something builds on it.
//!
//! A note without a "before" is of a thing that was made; with one, the thing goes back to how it was.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::Serialize;

use self::people::merge_memberships;
use super::known::Known;
use super::model::{Import, PupilRow, State};
use super::suspicion::{self, Suspicion};
use super::{actor::Actor, aliases_store, hold_store, log::Log, people_store, store};
use crate::ground::audit;
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, ImportId, Message, Result, SchoolId};

mod people;
mod rows_store;
mod signals;
mod signals_store;
mod told;
pub(super) mod undo;

use self::rows_store as rows;
pub use self::told::{Side, moved, side};

/// The kind under which merges stand among the imports.
pub const MERGE: &str = "merge";

/// Which two, and whose scores stay where both have one of the same series and round.
#[derive(Debug, Clone)]
pub struct Merge {
    /// The school.
    pub school: SchoolId,
    /// The number of the pupil who stays.
    pub stays: String,
    /// The number that becomes an alias.
    pub goes: String,
    /// The scores of the number that goes win.
    pub newer_scores: bool,
}

/// Pupils of a school who may be one.
pub fn suspicions(conn: &mut Conn, actor: Actor<'_>, school: &SchoolId) -> Result<Vec<Suspicion>> {
    actor.may_import(school)?;
    Ok(suspicion::in_school(&Known::of(conn, school)?))
}

/// Makes two pupils one; gives the act, by which it can be taken back.
///
/// `Refused` for a number that is not there or the same twice; `Conflict` while an import of the school is under way.
pub fn merge(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, ask: &Merge) -> Result<ImportId> {
    actor.may_import(&ask.school)?;
    let known = Known::of(conn, &ask.school)?;
    let (stays, goes) = both(&known, ask)?;
    let act = begin(conn, now, actor, &ask.school, MERGE, &format!("{} → {}", goes.number, stays.number))?;
    let mut log = Log::new(act.clone());
    let filled = PupilRow {
        birth_date: stays.birth_date.or(goes.birth_date),
        sex: stays.sex.clone().or_else(|| goes.sex.clone()),
        ..stays.clone()
    };
    log.changed("pupil", &stays.id.0, stays)?;
    people_store::update_pupil(conn, &filled)?;
    merge_memberships(conn, &known, stays, goes, &mut log)?;
    rows::end_doubles(conn, now, &stays.id, &goes.id, &mut log)?;
    for (what, id) in rows::things(conn, &goes.id)? {
        log.changed(what, &id, &goes.id)?;
        rows::give(conn, what, &id, &stays.id)?;
    }
    rows::give_apart(conn, &act, &stays.id, &goes.id)?;
    signals::merge(conn, now, &stays.id, &goes.id, &mut log)?;
    let scores = people::merge_scores(conn, stays.key, goes.key, ask.newer_scores, &mut log)?;
    people::merge_ratings(conn, &ask.school, stays.key, goes.key, &mut log)?;
    people::merge_answers(conn, stays.key, goes.key, &mut log)?;
    people::merge_attendance(conn, stays.key, goes.key, &mut log)?;
    keep_number(conn, ask, stays, goes, &mut log)?;
    log.changed("pupil", &goes.id.0, goes)?;
    rows::delete_pupil(conn, &goes.id)?;
    log.flush(conn)?;
    if scores {
        outbox::enqueue(conn, now, &Task::RaiseSignals { school: ask.school.clone() })?;
    }
    let detail = format!("kept={} gone={}", stays.id, goes.id);
    audit::record(conn, now, &actor.entry("merge-pupils", &act).detail(detail))?;
    Ok(act)
}

/// Writes down an act that is no file, as stored; no import of the school may be under way.
pub(super) fn begin(
    conn: &mut Conn,
    now: NaiveDateTime,
    actor: Actor<'_>,
    school: &SchoolId,
    kind: &str,
    name: &str,
) -> Result<ImportId> {
    let act = Import {
        id: ImportId::fresh(),
        school_id: school.clone(),
        kind: kind.to_owned(),
        state: State::Stored,
        file_name: name.to_owned(),
        file_hash: String::new(),
        header: String::new(),
        summary: summary()?,
        brake: None,
        account_id: actor.account(),
        created_at: now,
        decided_at: Some(now),
        undone_at: None,
    };
    // A preview speaks of the school as it was: holding the school for a moment makes it void.
    if !hold_store::take_hold(conn, school, &act.id, now)? {
        return Err(Error::Conflict(Message::new("import-busy")));
    }
    store::insert(conn, &act)?;
    hold_store::let_go(conn, school, &act.id)?;
    Ok(act.id)
}

fn summary() -> Result<String> {
    super::report::to_json(&super::Counts::default())
}

fn both<'k>(known: &'k Known, ask: &Merge) -> Result<(&'k PupilRow, &'k PupilRow)> {
    let of = |number: &str| {
        let number = number.trim();
        let unknown = || Error::Refused(Message::new("merge-unknown").with("number", number));
        known.pupils.get(number).ok_or_else(unknown)
    };
    let (stays, goes) = (of(&ask.stays)?, of(&ask.goes)?);
    if stays.id == goes.id {
        return Err(Error::Refused(Message::new("merge-same")));
    }
    Ok((stays, goes))
}

/// The number that goes, and those it already stood for, are found as the pupil who stays.
fn keep_number(conn: &mut Conn, ask: &Merge, stays: &PupilRow, goes: &PupilRow, log: &mut Log) -> Result<()> {
    for (name, stood_for) in aliases_store::of(conn, &ask.school, aliases_store::PUPIL)? {
        if stood_for == goes.number {
            log.changed("alias", &name, &stood_for)?;
            aliases_store::put(conn, &ask.school, aliases_store::PUPIL, &name, &stays.number)?;
        }
    }
    log.made("alias", &goes.number)?;
    aliases_store::put(conn, &ask.school, aliases_store::PUPIL, &goes.number, &stays.number)
}

impl Moved {
    /// The same for who brings in and reads nothing of pupils: places, ties, scores and ratings alone.
    #[must_use]
    pub fn without_care(mut self) -> Self {
        self.moved
            .retain(|what, _| ["membership", "relation", "tie", "score", "rating"].contains(&what.as_str()));
        self
    }
}

/// How many things of each kind an act moved or set aside, by the word for the kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Things that moved.
    pub moved: BTreeMap<String, usize>,
    /// Scores set aside: the list with who filled it in, and the round.
    pub aside: Vec<(String, String)>,
}
