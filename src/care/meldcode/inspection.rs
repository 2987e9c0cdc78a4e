//! Inzage: who releases a pupil's file to parents or pupil is told that the officer must judge first. It is not left out in
//! silence, and nothing of it is told.

use chrono::NaiveDateTime;

use super::lines_store::note;
use super::store;
use crate::ground::scope::Role;
use crate::ground::{Conn, PupilId, Result, Scope};
use crate::school::store as people;

/// Whether an inspection of a pupil's file waits for the judgement of the attention officer. Only for the coordinator of
/// the pupil's school, at the moment of releasing: that it was asked goes into the log of the meldcode.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for any other role.
pub fn flags_inspection(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, pupil: &PupilId) -> Result<bool> {
    let (pupil, _) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let files = store::of_pupil(conn, &pupil.id)?;
    for file in &files {
        note(conn, now, Some(&scope.account), "inspection", &file.id, "")?;
    }
    Ok(!files.is_empty())
}
