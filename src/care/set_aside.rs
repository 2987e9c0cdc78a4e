//! *Niet meenemen*: parents object to a list. The coordinator notes it with its day; what was told of the pupil by that
//! list alone is withdrawn, and nothing is computed from it until it is taken back.

use chrono::{NaiveDate, NaiveDateTime};

use crate::evidence::instruments::Catalogue;
use crate::evidence::objections::{self, Objection};
use crate::evidence::ratings::SOCIOGRAM;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope, ids};
use crate::school::store as people;
use crate::signals::withdraw;

/// Leaves a pupil out of a list from now on.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate, `Refused` or `Conflict` for what was given.
pub fn set_aside(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    catalogue: &Catalogue,
    pupil: &PupilId,
    (instrument, objected_on): (&str, NaiveDate),
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    if catalogue.get(instrument).is_none() && instrument != SOCIOGRAM {
        return Err(Error::Refused(Message::new("objection-no-list")));
    }
    if pupil.birth_date.is_some_and(|born| objected_on < born) {
        return Err(Error::Refused(Message::new("objection-before-birth")));
    }
    let objection = Objection {
        id: ids::fresh(),
        pupil_id: pupil.id.clone(),
        instrument: instrument.to_owned(),
        objected_on,
        account_id: scope.account.clone(),
        created_at: now,
        ended_at: None,
    };
    objections::add(conn, scope.today, &objection)?;
    withdraw::withdraw_list(conn, now, &pupil.id, instrument)?;
    let entry = Entry::by(scope, "set-aside", "pupil", &pupil.id)
        .because_of(&why)
        .detail(format!("{instrument} {objected_on}"));
    audit::record(conn, now, &entry)
}

/// Takes a pupil along again.
///
/// # Errors
/// As [`set_aside`].
pub fn take_along(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    objection: &str,
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let instrument = objections::end(conn, &pupil.id, objection, now)?;
    let entry = Entry::by(scope, "take-along", "pupil", &pupil.id).because_of(&why).detail(instrument);
    audit::record(conn, now, &entry)?;
    // What held by that list holds again.
    outbox::enqueue(conn, now, &Task::RaiseSignals { school: pupil.school_id })
}
