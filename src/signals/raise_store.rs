//! What raising and moving ask of the database, and what they write: nobody looks, so there is no scope.
//! What people look at goes by the scope: `store`.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Severity, Signal};
use super::state::State;
use crate::ground::db::schema::signals;
use crate::ground::{Conn, Error, PupilId, Result, SchoolId};

pub(super) const ENDED: [State; 2] = [State::NoAction, State::Closed];

/// A signal that ended without anything done: by *geen actie*, or by the system, which closes without a word.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn ended_without_action() -> _ {
    let no_action: State = State::NoAction;
    let closed: State = State::Closed;
    let by_nobody: &'static str = "";
    signals::state.eq(no_action).or(signals::state.eq(closed).and(signals::reason.eq(by_nobody)))
}

/// The open signals of a school, notes and critical answers left out: for work that nobody asks for.
///
/// # Errors
/// When the database refuses.
pub fn open_at(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Signal>> {
    Ok(signals::table
        .filter(signals::school_id.eq(school))
        .filter(signals::state.ne_all(ENDED))
        .filter(signals::severity.ne(Severity::C))
        .filter(signals::read_until.is_null())
        .select(Signal::as_select())
        .load(conn)?)
}

/// Whether anything is open about a subject, whoever may see it.
///
/// # Errors
/// When the database refuses.
pub fn is_open_about(conn: &mut Conn, subject: &str) -> Result<bool> {
    let open = signals::table.filter(signals::subject.eq(subject)).filter(signals::state.ne_all(ENDED));
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(conn)?)
}

/// The open signal of a subject in a domain.
pub(super) fn open_in(conn: &mut Conn, subject: &str, domain: &str) -> Result<Option<Signal>> {
    Ok(signals::table
        .filter(signals::subject.eq(subject))
        .filter(signals::domain.eq(domain))
        .filter(signals::state.ne_all(ENDED))
        .select(Signal::as_select())
        .first(conn)
        .optional()?)
}

/// The last signal of a subject in a domain that has ended.
pub(super) fn last_ended(conn: &mut Conn, subject: &str, domain: &str) -> Result<Option<Signal>> {
    Ok(signals::table
        .filter(signals::subject.eq(subject))
        .filter(signals::domain.eq(domain))
        .filter(signals::state.eq_any(ENDED))
        .order((signals::changed_at.desc(), signals::id))
        .select(Signal::as_select())
        .first(conn)
        .optional()?)
}

pub(super) fn insert(conn: &mut Conn, signal: &Signal) -> Result<()> {
    diesel::insert_into(signals::table).values(signal).execute(conn)?;
    Ok(())
}

/// Saves a signal that stood in `from` when it was read; somebody who moved it since then wins.
///
/// # Errors
/// `Conflict` when it was moved meanwhile.
pub(super) fn save(conn: &mut Conn, signal: &Signal, from: State) -> Result<()> {
    let saved = diesel::update(signals::table.find(&signal.id))
        .filter(signals::state.eq(from))
        .set(signal)
        .execute(conn)?;
    if saved == 0 {
        return Err(Error::Conflict(crate::ground::Message::new("signal-moved-meanwhile")));
    }
    Ok(())
}

/// Signals whose date has come: the mentor's term, or the day to watch until.
pub(super) fn due(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Signal>> {
    Ok(signals::table
        .filter(
            signals::state
                .eq(State::WithMentor)
                .and(signals::mentor_until.lt(today))
                .assume_not_null()
                .or(signals::state.eq(State::Watching).and(signals::look_on.le(today)).assume_not_null()),
        )
        .select(Signal::as_select())
        .load(conn)?)
}

/// Moves the day to look back of a pupil's referred signals that have this one.
pub(super) fn move_look(conn: &mut Conn, pupil: &PupilId, from: NaiveDate, to: NaiveDate) -> Result<()> {
    let referred = signals::table
        .filter(signals::pupil_id.eq(pupil))
        .filter(signals::state.eq(State::Referred))
        .filter(signals::look_on.eq(from));
    diesel::update(referred).set(signals::look_on.eq(to)).execute(conn)?;
    Ok(())
}

/// The signals of a pupil over which a partner was asked.
///
/// # Errors
/// When the database refuses.
pub fn referred(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Signal>> {
    Ok(signals::table
        .filter(signals::pupil_id.eq(pupil))
        .filter(signals::state.eq(State::Referred))
        .order(signals::id)
        .select(Signal::as_select())
        .load(conn)?)
}

/// Keeps a mentor's answer that does not move the signal yet.
///
/// # Errors
/// When the database refuses.
pub fn keep_answer(conn: &mut Conn, signal: &Signal) -> Result<()> {
    save(conn, signal, signal.state)
}
