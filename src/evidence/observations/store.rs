//! All that is asked of the database about observations. Callers hold the pupil or group by their scope.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{Observation, Source, Wordless, may_go_home};
use crate::ground::db::schema::observations;
use crate::ground::{Conn, Error, GroupId, PupilId, Result};
use crate::school::model::{Group, Pupil};

pub(super) fn insert(conn: &mut Conn, observation: &Observation) -> Result<()> {
    diesel::insert_into(observations::table).values(observation).execute(conn)?;
    Ok(())
}

/// An observation by id; the caller holds its pupil or group by the scope.
///
/// # Errors
/// `NotFound` when there is none.
pub fn one(conn: &mut Conn, id: &str) -> Result<Observation> {
    let found = observations::table.find(id).select(Observation::as_select()).first(conn).optional()?;
    found.ok_or(Error::NotFound("observation"))
}

/// Takes an observation out of all that is kept of a pupil or group.
///
/// # Errors
/// When the database refuses.
pub fn delete(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(observations::table.find(id)).execute(conn)?;
    Ok(())
}

/// The observations about a pupil, newest first.
///
/// # Errors
/// When the database refuses.
pub fn about_pupil(conn: &mut Conn, pupil: &Pupil) -> Result<Vec<Observation>> {
    Ok(observations::table
        .filter(observations::pupil_id.eq(&pupil.id))
        .order((observations::seen_on.desc(), observations::id.desc()))
        .select(Observation::as_select())
        .load(conn)?)
}

/// The observations about these pupils, newest first; only for pupils the caller may see.
///
/// # Errors
/// When the database refuses.
pub fn about_pupils(conn: &mut Conn, ids: &[PupilId]) -> Result<Vec<Observation>> {
    Ok(observations::table
        .filter(observations::pupil_id.eq_any(ids.iter().map(Some).collect::<Vec<_>>()))
        .order((observations::seen_on.desc(), observations::id.desc()))
        .select(Observation::as_select())
        .load(conn)?)
}

/// The observations about a group as a whole, newest first.
///
/// # Errors
/// When the database refuses.
pub fn about_group(conn: &mut Conn, group: &Group) -> Result<Vec<Observation>> {
    Ok(observations::table
        .filter(observations::group_id.eq(&group.id))
        .order((observations::seen_on.desc(), observations::id.desc()))
        .select(Observation::as_select())
        .load(conn)?)
}

/// These observations, as far as they are about this pupil.
///
/// # Errors
/// When the database refuses.
pub fn by_ids(conn: &mut Conn, pupil: &Pupil, ids: &[String]) -> Result<Vec<Observation>> {
    Ok(observations::table
        .filter(observations::pupil_id.eq(&pupil.id))
        .filter(observations::id.eq_any(ids))
        .order(observations::seen_on)
        .select(Observation::as_select())
        .load(conn)?)
}

/// These observations without the words: for signals the caller may see.
///
/// # Errors
/// When the database refuses.
pub fn without_words(conn: &mut Conn, ids: &[String]) -> Result<Vec<Wordless>> {
    let rows: Vec<(String, Source, NaiveDate, bool, Option<bool>)> = observations::table
        .filter(observations::id.eq_any(ids))
        .select((
            observations::id,
            observations::source,
            observations::seen_on,
            observations::urgent,
            observations::other_parent_may_read,
        ))
        .load(conn)?;
    let one = |(id, source, seen_on, urgent, other_may)| Wordless {
        id,
        source,
        seen_on,
        may_go_home: may_go_home(urgent, source, other_may),
    };
    Ok(rows.into_iter().map(one).collect())
}

/// A page of the observations about these pupils and groups, by id: for the API.
///
/// # Errors
/// When the database refuses.
pub fn page(
    conn: &mut Conn,
    pupils: &[PupilId],
    groups: &[GroupId],
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Observation>> {
    Ok(observations::table
        .filter(
            observations::pupil_id
                .eq_any(pupils.iter().map(Some).collect::<Vec<_>>())
                .or(observations::group_id.eq_any(groups.iter().map(Some).collect::<Vec<_>>()))
                .assume_not_null(),
        )
        .filter(observations::id.gt(after.unwrap_or_default().to_owned()))
        .order(observations::id)
        .limit(limit)
        .select(Observation::as_select())
        .load(conn)?)
}
