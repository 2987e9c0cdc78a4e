//! What is asked of the database about openings. Which pupils one opened, as part of who one is: `school::accounts`.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::openings::{Seen, Verdict};
use crate::ground::db::schema::{accounts, audit, openings, pupils};
use crate::ground::{AccountId, Conn, Error, PupilId, Result, SchoolId};
use crate::school::Pupil;

/// A pupil who was opened.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = openings)]
pub struct Opening {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The pupil.
    pub pupil_id: PupilId,
    /// Who opened.
    pub account_id: AccountId,
    /// Why, in that person's words.
    pub reason: String,
    /// When.
    pub opened_at: NaiveDateTime,
    /// Until when it is open.
    pub open_until: NaiveDateTime,
    /// What the coordinator said of it.
    pub verdict: Option<Verdict>,
    /// With which words.
    pub verdict_note: String,
    /// Who said it.
    pub reviewed_by: Option<AccountId>,
    /// When.
    pub reviewed_at: Option<NaiveDateTime>,
}

pub(super) fn insert(conn: &mut Conn, opening: &Opening) -> Result<()> {
    diesel::insert_into(openings::table).values(opening).execute(conn)?;
    Ok(())
}

/// The pupils of these schools with this number.
pub(super) fn numbered(conn: &mut Conn, schools: &[SchoolId], number: &str) -> Result<Vec<Pupil>> {
    Ok(pupils::table
        .filter(pupils::school_id.eq_any(schools))
        .filter(pupils::number.eq(number))
        .select(Pupil::as_select())
        .load(conn)?)
}

pub(super) fn by_id(conn: &mut Conn, id: &str) -> Result<Opening> {
    let found = openings::table.find(id).select(Opening::as_select()).first(conn).optional()?;
    found.ok_or(Error::NotFound("opening"))
}

pub(super) fn of_account(conn: &mut Conn, account: &AccountId) -> Result<Vec<Opening>> {
    Ok(openings::table
        .filter(openings::account_id.eq(account))
        .order((openings::opened_at.desc(), openings::id.desc()))
        .select(Opening::as_select())
        .load(conn)?)
}

/// The openings at these schools with the names, and how often each was used to read, latest first.
pub(super) fn of_schools(conn: &mut Conn, schools: &[SchoolId]) -> Result<Vec<Seen>> {
    let rows: Vec<(Opening, String, Pupil)> = openings::table
        .inner_join(accounts::table.on(accounts::id.eq(openings::account_id)))
        .inner_join(pupils::table)
        .filter(openings::school_id.eq_any(schools))
        .order((openings::opened_at.desc(), openings::id.desc()))
        .select((Opening::as_select(), accounts::name, Pupil::as_select()))
        .load(conn)?;
    let reason = |opening: &Opening| format!("opened:{}", opening.id);
    let reasons: Vec<String> = rows.iter().map(|(opening, _, _)| reason(opening)).collect();
    let reads: Vec<(String, i64)> = audit::table
        .filter(audit::reason.eq_any(reasons))
        .filter(audit::action.ne("open-pupil"))
        .group_by(audit::reason)
        .select((audit::reason, diesel::dsl::count_star()))
        .load(conn)?;
    let reads: HashMap<String, i64> = reads.into_iter().collect();
    let seen = |(opening, who, pupil): (Opening, String, Pupil)| Seen {
        reads: reads.get(&reason(&opening)).copied().unwrap_or(0),
        pupil: pupil.full_name(),
        opening,
        who,
    };
    Ok(rows.into_iter().map(seen).collect())
}

/// Until when the openings at these schools are or were open of which nobody said anything yet, but for those of one account.
pub(super) fn unreviewed(
    conn: &mut Conn,
    schools: &[SchoolId],
    but: &AccountId,
) -> Result<Vec<NaiveDateTime>> {
    Ok(openings::table
        .filter(openings::school_id.eq_any(schools))
        .filter(openings::verdict.is_null())
        .filter(openings::account_id.ne(but))
        .select(openings::open_until)
        .load(conn)?)
}

/// Keeps a verdict; `false` when there is one already.
pub(super) fn review(
    conn: &mut Conn,
    now: NaiveDateTime,
    id: &str,
    by: &AccountId,
    verdict: Verdict,
    note: &str,
) -> Result<bool> {
    let said = diesel::update(openings::table.find(id))
        .filter(openings::verdict.is_null())
        .set((
            openings::verdict.eq(verdict),
            openings::verdict_note.eq(note),
            openings::reviewed_by.eq(by),
            openings::reviewed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(said > 0)
}
