//! Opening a file: by the officer of the pupil's school, for a pupil found by full name or already known by id.

use chrono::NaiveDateTime;

use super::lines_store::note;
use super::model::{File, State};
use super::scope::MeldcodeScope;
use super::store;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result, ids};
use crate::school::Pupil;

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
    let refused = |key| Error::Refused(Message::new(key).with("name", name.trim()));
    let pupil = if let Some(id) = pupil {
        store::pupil(conn, scope, id)?
    } else {
        let mut found = store::by_full_name(conn, scope, name)?;
        match (found.pop(), found.is_empty()) {
            (Some(pupil), true) => pupil,
            (Some(_), false) => return Err(refused("observation-two-pupils")),
            (None, _) => return Err(refused("observation-no-pupil")),
        }
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
