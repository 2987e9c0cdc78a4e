//! What is asked of the database about signals on critical answers.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::model::Signal;
use super::raise_store::ENDED;
use crate::ground::db::schema::signals;
use crate::ground::{AccountId, Conn, Result, SignalId};

/// The open signals that were not read in time, and of which nobody was reminded yet.
pub(super) fn overdue(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Signal>> {
    Ok(signals::table
        .filter(signals::read_until.lt(today))
        .filter(signals::read_at.is_null())
        .filter(signals::reminded_at.is_null())
        .filter(signals::state.ne_all(ENDED))
        .select(Signal::as_select())
        .load(conn)?)
}

/// Notes who has read it.
pub(super) fn mark_read(conn: &mut Conn, id: &SignalId, by: &AccountId, now: NaiveDateTime) -> Result<()> {
    diesel::update(signals::table.find(id))
        .set((signals::read_at.eq(now), signals::read_by.eq(by)))
        .execute(conn)?;
    Ok(())
}

/// Notes that the second reader was reminded.
pub(super) fn mark_reminded(conn: &mut Conn, id: &SignalId, now: NaiveDateTime) -> Result<()> {
    diesel::update(signals::table.find(id)).set(signals::reminded_at.eq(now)).execute(conn)?;
    Ok(())
}
