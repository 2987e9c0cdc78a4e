//! What is asked of the database about openings. Which pupils one opened, as part of who one is: `school::accounts`.

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
    let mut found = Vec::new();
    for (opening, who, pupil) in rows {
        let reads = audit::table
            .filter(audit::reason.eq(format!("opened:{}", opening.id)))
            .filter(audit::action.ne("open-pupil"))
            .count()
            .get_result(conn)?;
        found.push(Seen { opening, who, pupil: pupil.full_name(), reads });
    }
    Ok(found)
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
