//! What is asked of the database about the log of a pupil and what was given of it. Callers hold the pupil by their scope.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::log_release::AskedBy;
use crate::ground::db::schema::{
    accounts, assignments, audit, log_release_lines, log_releases, observations, plans, referrals, signals,
};
use crate::ground::{AccountId, Conn, Error, PupilId, Result};

/// What was given, to whom, and how it was weighed.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = log_releases)]
pub struct Release {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// By whom it was asked.
    pub asked_by: AskedBy,
    /// When.
    pub asked_on: NaiveDate,
    /// Who that was.
    pub asker: String,
    /// How it was weighed.
    pub weighed: String,
    /// Why names of staff stand in it; empty: functions alone.
    pub names_because: String,
    /// Who released it.
    pub account_id: AccountId,
    /// When.
    pub released_at: NaiveDateTime,
}

/// A line that was given.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = log_release_lines)]
pub struct Line {
    /// The release.
    pub release_id: String,
    /// Its place in it.
    pub seq: i32,
    /// The day.
    pub on_day: NaiveDate,
    /// The word for the function.
    pub function: String,
    /// The word for the purpose.
    pub purpose: String,
    /// Who, where names were weighed.
    pub name: String,
}

/// When, in which capacity, what, and the name of who did it.
pub(super) type Logged = (NaiveDateTime, String, String, Option<String>);

/// What hangs on a pupil in the log. A conversation stands there with the pupil; meldcode has a log of its own.
const KINDS: [&str; 6] = ["pupil", "signal", "referral", "observation", "plan", "assignment"];

/// The lines of the log about a pupil and what hangs on the pupil, oldest first. Lists name no pupil, so that they are not
/// among them.
pub(super) fn lines_about(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Logged>> {
    let mut subjects: Vec<String> = vec![pupil.0.clone()];
    let of = signals::table.filter(signals::pupil_id.eq(pupil)).select(signals::id);
    subjects.extend(of.load::<String>(conn)?);
    let of = referrals::table.filter(referrals::pupil_id.eq(pupil)).select(referrals::id);
    subjects.extend(of.load::<String>(conn)?);
    let of = observations::table.filter(observations::pupil_id.eq(pupil)).select(observations::id);
    subjects.extend(of.load::<String>(conn)?);
    let of = plans::table.filter(plans::pupil_id.eq(pupil)).select(plans::id);
    subjects.extend(of.load::<String>(conn)?);
    let of = assignments::table.filter(assignments::pupil_id.eq(pupil)).select(assignments::id);
    subjects.extend(of.load::<String>(conn)?);
    Ok(audit::table
        .left_join(accounts::table.on(accounts::id.nullable().eq(audit::account_id)))
        .filter(audit::subject_id.eq_any(subjects))
        .filter(audit::subject_kind.eq_any(KINDS))
        .order((audit::at, audit::id))
        .select((audit::at, audit::actor, audit::action, accounts::name.nullable()))
        .load(conn)?)
}

pub(super) fn insert(conn: &mut Conn, release: &Release, lines: &[Line]) -> Result<()> {
    diesel::insert_into(log_releases::table).values(release).execute(conn)?;
    for line in lines {
        diesel::insert_into(log_release_lines::table).values(line).execute(conn)?;
    }
    Ok(())
}

pub(super) fn of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Release>> {
    Ok(log_releases::table
        .filter(log_releases::pupil_id.eq(pupil))
        .order((log_releases::released_at.desc(), log_releases::id.desc()))
        .select(Release::as_select())
        .load(conn)?)
}

pub(super) fn by_id(conn: &mut Conn, pupil: &PupilId, id: &str) -> Result<(Release, Vec<Line>)> {
    let release = log_releases::table
        .find(id)
        .filter(log_releases::pupil_id.eq(pupil))
        .select(Release::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("release"))?;
    let lines = log_release_lines::table
        .filter(log_release_lines::release_id.eq(id))
        .order(log_release_lines::seq)
        .select(Line::as_select())
        .load(conn)?;
    Ok((release, lines))
}
