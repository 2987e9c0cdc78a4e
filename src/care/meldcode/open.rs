//! Opening a file: by the officer of the pupil's school, for a pupil found by full name or already known by id.

use chrono::NaiveDateTime;

use super::lines_store::note;
use super::model::{File, State};
use super::scope::MeldcodeScope;
use super::store;
use crate::ground::{AccountId, Conn, Error, PupilId, Result, ids};
use crate::school::{Pupil, store as people};

/// Opens a file for a pupil of a school where this person is the officer; gives the one that is open already.
///
/// # Errors
/// `NotFound` for who is no officer, `Refused` where no pupil or more than one has the name.
pub fn open(
    conn: &mut Conn,
    scope: &MeldcodeScope,
    now: NaiveDateTime,
    pupil: Option<&PupilId>,
    name: &str,
) -> Result<String> {
    if scope.officer_at.is_empty() {
        return Err(Error::NotFound("meldcode"));
    }
    let pupil = match pupil {
        Some(id) => store::pupil(conn, scope, id)?,
        None => people::one_by_full_name(conn, &scope.officer_at, name)?,
    };
    if let Some(file) = store::open_of(conn, &pupil.id, &pupil.school_id)? {
        return Ok(file.id);
    }
    let file = begin(conn, now, &pupil, scope.account.clone())?;
    note(conn, now, Some(&scope.account), "open", &file.id, "")?;
    Ok(file.id)
}

/// A new file in the hands of an officer.
pub(super) fn begin(conn: &mut Conn, now: NaiveDateTime, pupil: &Pupil, officer: AccountId) -> Result<File> {
    let file = File {
        id: ids::fresh(),
        pupil_id: pupil.id.clone(),
        pupil_name: pupil.full_name(),
        school_id: pupil.school_id.clone(),
        officer_id: officer,
        state: State::Open,
        opened_at: now,
        closed_on: None,
        answer_by: None,
    };
    store::insert(conn, &file)?;
    Ok(file)
}
