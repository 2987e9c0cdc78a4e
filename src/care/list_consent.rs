//! Consent with a list on health, on a pupil's page: the coordinator notes it with its day. Withdrawn, what came in on it is
//! deleted, and what was told by that list alone is withdrawn.

use chrono::{NaiveDate, NaiveDateTime};

use crate::evidence::list_consents::{self, GivenBy, ListConsent};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope, ids};
use crate::school::{ALONE_FROM, store as people};
use crate::signals::withdraw;

/// Notes that consent was given.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate, `Refused` for a pupil under sixteen who consents
/// alone and for a day to come, `Conflict` where one holds already.
pub fn give(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    instrument: &str,
    given_by: GivenBy,
    given_on: NaiveDate,
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    if given_by == GivenBy::Pupil && pupil.age(given_on).is_none_or(|age| age < ALONE_FROM) {
        return Err(Error::Refused(Message::new("list-consent-young")));
    }
    let consent = ListConsent {
        id: ids::fresh(),
        pupil_id: pupil.id.clone(),
        instrument: instrument.to_owned(),
        given_by,
        given_on,
        account_id: scope.account.clone(),
        created_at: now,
        ended_at: None,
    };
    list_consents::add(conn, scope.today, &consent)?;
    let entry = Entry::by(scope, "consent-to-list", "pupil", &pupil.id)
        .because_of(&why)
        .detail(format!("{instrument} {given_by} {given_on}"));
    audit::record(conn, now, &entry)
}

/// Consent is withdrawn: what came in on it goes.
///
/// # Errors
/// As [`give`].
pub fn withdraw(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    consent: &str,
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let instrument = list_consents::end(conn, &pupil.id, consent, now)?;
    let gone = list_consents::forget_scores(conn, pupil.key, &instrument)?;
    withdraw::withdraw_list(conn, now, &pupil.id, &instrument)?;
    let entry = Entry::by(scope, "withdraw-list-consent", "pupil", &pupil.id)
        .because_of(&why)
        .detail(format!("{instrument} deleted={gone}"));
    audit::record(conn, now, &entry)
}
