//! Lists on which a pupil is not taken along, because parents object (*niet meenemen*): the scores are kept, nothing is
//! computed from them. Who may note one: `care::set_aside`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

pub use store::{end, ever_of_pupil, left_out, left_out_of, of_pupil, of_pupils};

use crate::ground::db::schema::objections;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result};

mod store;

/// An objection of parents to one list.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = objections, treat_none_as_default_value = false)]
pub struct Objection {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The instrument's code.
    pub instrument: String,
    /// On which day the parents said so.
    pub objected_on: NaiveDate,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When it was taken back; none while it holds.
    pub ended_at: Option<NaiveDateTime>,
}

/// Notes an objection.
///
/// # Errors
/// `Refused` for a day to come, `Conflict` where one holds already.
pub fn add(conn: &mut Conn, today: NaiveDate, objection: &Objection) -> Result<()> {
    if objection.objected_on > today {
        return Err(Error::Refused(Message::new("objection-future")));
    }
    let known = of_pupil(conn, &objection.pupil_id)?;
    if known.iter().any(|one| one.instrument == objection.instrument) {
        return Err(Error::Conflict(Message::new("objection-known")));
    }
    store::insert(conn, objection)
}
