//! Taking an import back as one act: everything as it was, unless something later builds on it (`built_on`).

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDateTime;

use super::built_on::refuse_if_built_on;
use super::changes_store;
use super::eckid;
use super::groups_store;
use super::rows_store;
use super::{
    actor::Actor,
    hold_store, merge,
    model::{Change, Import, PupilRow, State},
    people_store,
    report::from_json,
    schools_store, store,
};
use crate::evidence::attendance::{Attendance, store as attendance};
use crate::evidence::critical::{CriticalAnswer, store as critical};
use crate::evidence::files::rounds::season;
use crate::evidence::ratings::{Rating, SERIES, store as ratings};
use crate::evidence::results::{Score, store as results};
use crate::evidence::totals::{Total, store as totals};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, ImportId, Message, Result, SchoolId, audit};
use crate::school::model::{Membership, Relation};

/// Takes a stored import back. `Conflict` when it is not stored, when another import of the school is under way,
/// when a later one touched the same rows (it is named), when it brought a pupil who is forgotten, or when people have worked with pupils that it brought.
pub fn undo(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, id: &ImportId) -> Result<()> {
    let import = store::import(conn, id)?;
    actor.may_import(&import.school_id)?;
    if import.state != State::Stored {
        return Err(Error::Conflict(Message::new("import-not-stored")));
    }
    if changes_store::is_forgotten(conn, id)? {
        return Err(Error::Conflict(Message::new("import-forgotten")));
    }
    // A preview speaks of the school with this import in it: holding the school for a moment makes it void.
    if !hold_store::take_hold(conn, &import.school_id, id, now)? {
        return Err(Error::Conflict(Message::new("import-busy")));
    }
    hold_store::let_go(conn, &import.school_id, id)?;
    let changes = changes_store::changes(conn, id)?;
    let rounds = results::rounds_of_import(conn, id)?;
    let given = ratings::of_import(conn, id)?;
    refuse_if_built_on(conn, &import, &changes, &given)?;
    let is_act = import.is_act();
    if is_act {
        merge::undo::refuse_if_written_of(conn, &import, &changes)?;
    }
    if !store::advance(conn, id, State::Stored, State::Undone, now)? {
        return Err(Error::Conflict(Message::new("import-not-stored")));
    }
    results::delete_of_import(conn, id)?;
    ratings::delete(conn, &given)?;
    for total in totals::of_import(conn, id)? {
        totals::delete(conn, &total)?;
    }
    let counted = attendance::of_import(conn, id)?;
    attendance::delete(conn, &counted)?;
    let answers = critical::of_import(conn, id)?;
    for answer in &answers {
        critical::delete(conn, answer)?;
    }
    for change in &changes {
        if is_act {
            merge::undo::restore(conn, &import, change)?;
        } else {
            restore(conn, change)?;
        }
    }
    merge::undo::take_back_apart(conn, id)?;
    eckid::forget_of(conn, &import)?;
    rows_store::delete_rows(conn, id, false)?;
    if !(rounds.is_empty() && given.is_empty() && answers.is_empty()) {
        withdraw(conn, now, &import, &rounds, &given, &answers)?;
    }
    audit::record(conn, now, &actor.entry("undo-import", id))
}

/// Tells what was raised on these scores, ratings and answers that their source is gone.
fn withdraw(
    conn: &mut Conn,
    now: NaiveDateTime,
    import: &Import,
    scored: &[(i32, i32)],
    given: &[Rating],
    answers: &[CriticalAnswer],
) -> Result<()> {
    let series: HashMap<i32, String> = results::series_keys(conn)?
        .into_iter()
        .map(|(one, key)| (key, format!("{}/{}", one.instrument, one.informant.code())))
        .collect();
    let rounds: HashMap<i32, String> =
        results::round_keys(conn)?.into_iter().map(|(label, key)| (key, label)).collect();
    let mut lists: BTreeSet<(String, String)> = scored
        .iter()
        .filter_map(|(key, round)| Some((series.get(key)?.clone(), rounds.get(round)?.clone())))
        .chain(
            answers.iter().map(|one| (format!("{}/{}", one.instrument, one.informant), season(one.taken_on))),
        )
        .collect();
    lists.extend(given.iter().map(|rating| (SERIES.to_owned(), rating.taken_on.to_string())));
    let gone = Task::SourceWithdrawn {
        school: import.school_id.clone(),
        lists: lists.into_iter().collect(),
        since: import.decided_at.unwrap_or(import.created_at),
    };
    outbox::enqueue(conn, now, &gone)
}

/// Puts one thing back as it was; what was made goes.
fn restore(conn: &mut Conn, change: &Change) -> Result<()> {
    let Some(before) = change.before.as_deref() else {
        if change.what == "critical" {
            // Gone already, with the import that wrote it.
            return Ok(());
        }
        if change.what == "school" {
            let school = SchoolId::from(change.subject.as_str());
            return schools_store::set_starting_picture(conn, &school, None);
        }
        return people_store::delete(conn, &change.what, &change.subject);
    };
    match change.what.as_str() {
        "pupil" => people_store::update_pupil(conn, &from_json::<PupilRow>(before)?),
        "membership" => people_store::update_membership(conn, &from_json::<Membership>(before)?),
        "relation" => groups_store::update_relation(conn, &from_json::<Relation>(before)?),
        "total" => totals::insert(conn, &from_json::<Total>(before)?),
        "attendance" => attendance::insert(conn, &[from_json::<Attendance>(before)?]),
        "rating" => ratings::insert(conn, &[from_json::<Rating>(before)?]),
        "critical" => critical::insert(conn, &from_json::<CriticalAnswer>(before)?),
        "score" => results::insert(conn, &[from_json::<Score>(before)?]),
        other => Err(Error::internal(format!("an import cannot have changed a {other}"))),
    }
}
