//! Taking an import back as one act: everything as it was, unless something later builds on it.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{
    apply_scores::subject,
    hold_store,
    model::{Actor, Change, Import, PupilRow, State},
    people_store,
    report::from_json,
    schools_store, store,
};
use crate::evidence::results::{Score, store as results};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, ImportId, Message, Result, SchoolId, audit};
use crate::school::model::{Membership, Relation};
use chrono::NaiveDateTime;

/// Takes a stored import back. `Conflict` when it is not stored, when another import of the school is under way,
/// when a later one touched the same rows (it is named), or when people have worked with pupils that it brought.
pub fn undo(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, id: &ImportId) -> Result<()> {
    let import = store::import(conn, id)?;
    actor.may_import(&import.school_id)?;
    if import.state != State::Stored {
        return Err(Error::Conflict(Message::new("import-not-stored")));
    }
    // A preview speaks of the school with this import in it: holding the school for a moment makes it void.
    if !hold_store::take_hold(conn, &import.school_id, id, now)? {
        return Err(Error::Conflict(Message::new("import-busy")));
    }
    hold_store::let_go(conn, &import.school_id, id)?;
    let changes = store::changes(conn, id)?;
    let scores = results::of_import(conn, id)?;
    refuse_if_built_on(conn, &import, &changes, &scores)?;
    if !store::advance(conn, id, State::Stored, State::Undone, now)? {
        return Err(Error::Conflict(Message::new("import-not-stored")));
    }
    results::delete(conn, &scores)?;
    for change in &changes {
        restore(conn, change)?;
    }
    store::delete_rows(conn, id, false)?;
    if !scores.is_empty() {
        withdraw(conn, now, &import, &scores)?;
    }
    audit::record(conn, now, &actor.entry("undo-import", id))
}

/// Tells what was raised on these scores that their source is gone.
fn withdraw(conn: &mut Conn, now: NaiveDateTime, import: &Import, scores: &[Score]) -> Result<()> {
    let series: HashMap<i32, String> = results::series_keys(conn)?
        .into_iter()
        .map(|(one, key)| (key, format!("{}/{}", one.instrument, one.informant.code())))
        .collect();
    let rounds: HashMap<i32, String> =
        results::round_keys(conn)?.into_iter().map(|(label, key)| (key, label)).collect();
    let lists: BTreeSet<(String, String)> = scores
        .iter()
        .filter_map(|score| {
            let list = series.get(&score.series_key)?.clone();
            Some((list, rounds.get(&score.round_key)?.clone()))
        })
        .collect();
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
        if change.what == "school" {
            let school = SchoolId::from(change.subject.as_str());
            return schools_store::set_starting_picture(conn, &school, None);
        }
        return people_store::delete(conn, &change.what, &change.subject);
    };
    match change.what.as_str() {
        "pupil" => people_store::update_pupil(conn, &from_json::<PupilRow>(before)?),
        "membership" => people_store::update_membership(conn, &from_json::<Membership>(before)?),
        "relation" => people_store::update_relation(conn, &from_json::<Relation>(before)?),
        "score" => results::insert(conn, &[from_json::<Score>(before)?]),
        other => Err(Error::internal(format!("an import cannot have changed a {other}"))),
    }
}

/// Refuses, by name of the first later import, where one touched the same things or builds on them.
fn refuse_if_built_on(conn: &mut Conn, import: &Import, changes: &[Change], scores: &[Score]) -> Result<()> {
    let mut ours: HashSet<(String, String)> =
        changes.iter().map(|change| (change.what.clone(), change.subject.clone())).collect();
    ours.extend(scores.iter().map(|score| ("score".to_owned(), subject(score))));
    let made: HashSet<&str> = changes
        .iter()
        .filter(|change| change.what == "pupil" && change.before.is_none())
        .map(|change| change.subject.as_str())
        .collect();
    let pupils = people_store::pupils(conn, &import.school_id)?;
    let keys = pupils.iter().filter(|pupil| made.contains(pupil.id.0.as_str()));
    let keys: Vec<i64> = keys.map(|pupil| pupil.key).collect();
    let building = results::imports_of_pupils(conn, &keys)?;
    for later in store::stored_after(conn, import)? {
        let touched = store::touched(conn, &later.id)?;
        let builds = building.contains(&later.id)
            || touched.iter().any(|thing| ours.contains(thing))
            || store::replaced_scores(conn, &later.id, &import.id)?;
        if builds {
            return Err(Error::Conflict(
                Message::new("import-built-on")
                    .with("file", later.file_name.as_str())
                    .with("import", later.id.0.as_str()),
            ));
        }
    }
    Ok(())
}
