//! ECK iDs, for a school that has asked for it: used to say that two numbers may be of one pupil, and for nothing else.
//! Only a fingerprint is kept, under a key of the school's own that goes with it when the school asks no more. Of any other
//! school nothing is read.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::doorway::Doorway;
use super::{
    eckid_store as kept,
    file::File,
    hold_store,
    known::Known,
    leave,
    model::{Import, State},
    rows_store, store,
    upload::Upload,
};
use crate::evidence::files::{self, Kind, RosterRow};
use crate::ground::audit::{self, Entry};
use crate::ground::secret::{self, Secret};
use crate::ground::{Conn, Error, ImportId, Message, PupilId, Result, SchoolId, Scope};
use crate::school::accounts::keep;

/// Whether a school has asked for it.
pub fn is_asked(conn: &mut Conn, school: &SchoolId) -> Result<bool> {
    Ok(kept::key(conn, school)?.is_some())
}

/// A school asks for it, or asks no more: then all that was kept is gone, and lists that wait to be decided on are left.
///
/// `NotFound` for who does not keep the school; `Conflict` while an import of it is under way.
pub fn ask(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, school: &SchoolId, asks: bool) -> Result<()> {
    keep::may_keep(scope, school)?;
    if is_asked(conn, school)? == asks {
        return Ok(());
    }
    let entry = Entry::by(scope, "set-eckid", "school", school);
    if asks {
        kept::set_key(conn, school, Some(&secret::token()?))?;
        return audit::record(conn, now, &entry.detail("asked"));
    }
    // Rows of a staging that died wait no longer.
    leave::sweep(conn, now)?;
    let act = ImportId::fresh();
    if !hold_store::take_hold(conn, school, &act, now)? {
        return Err(Error::Conflict(Message::new("import-busy")));
    }
    hold_store::let_go(conn, school, &act)?;
    for list in store::previewed(conn, school, Kind::Roster.code())? {
        store::advance(conn, &list, State::Previewed, State::Left, now)?;
        rows_store::delete_rows(conn, &list, false)?;
    }
    kept::forget(conn, school)?;
    kept::set_key(conn, school, None)?;
    audit::record(conn, now, &entry.detail("asked no more, erased"))
}

/// Puts fingerprints to the rows of a roster, where its school has asked for it. The school is held, so that it cannot ask
/// no more before these rows are among those that are then left.
pub(super) fn add(door: &Doorway<'_>, school: &SchoolId, upload: &Upload, file: &mut File<'_>) -> Result<()> {
    let File::Roster(parsed) = file else { return Ok(()) };
    let Some(key) = door.read(|conn| kept::key(conn, school))? else { return Ok(()) };
    let key = Secret::new(key)?;
    let found = files::eckids(&upload.bytes.all()?, &upload.layout)?;
    for row in &mut parsed.rows {
        let eckid = found.get(&row.line).map(|eckid| eckid.to_lowercase());
        row.eckid = eckid.map(|eckid| key.fingerprint("eckid", &eckid));
    }
    for column in parsed.columns.iter_mut().filter(|column| files::is_eckid(&column.name)) {
        (column.read_as, column.is_forbidden) = (Some("eckid".to_owned()), false);
    }
    Ok(())
}

/// Forgets the fingerprints of a school whose roster is taken back: nothing tells which of them that roster wrote, and the
/// next one brings them again.
pub(super) fn forget_of(conn: &mut Conn, undone: &Import) -> Result<()> {
    if undone.kind == Kind::Roster.code() {
        kept::forget(conn, &undone.school_id)?;
    }
    Ok(())
}

/// Keeps the fingerprints of a roster that is stored; `made`: the pupils it brought.
pub(super) fn keep(
    conn: &mut Conn,
    school: &SchoolId,
    rows: &[RosterRow],
    known: &Known,
    made: &[super::model::PupilRow],
) -> Result<()> {
    if rows.iter().all(|row| row.eckid.is_none()) || !is_asked(conn, school)? {
        return Ok(());
    }
    let mut ids: HashMap<&str, &PupilId> =
        made.iter().map(|pupil| (pupil.number.as_str(), &pupil.id)).collect();
    ids.extend(known.pupils.values().map(|pupil| (pupil.number.as_str(), &pupil.id)));
    for row in rows {
        if let (Some(eckid), Some(id)) = (&row.eckid, ids.get(row.number.as_str()))
            && known.eckids.get(*id) != Some(eckid)
        {
            kept::put(conn, id, eckid)?;
        }
    }
    Ok(())
}
