//! Who has a row in hand: one person per subject, taken up, given or handed over. Owner is not access: only who may see the
//! subject can have it. Work of who is gone: `hand_on`.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::assignment_store as store;
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::assignments;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result, SchoolId, Scope, SignalId, ids};
use crate::school::accounts::store as accounts;
use crate::signals::model::Signal;
use crate::signals::store as signals;

pub use store::{of_subject, of_subjects};

/// A subject in somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = assignments, treat_none_as_default_value = false)]
pub struct Assignment {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The id of the pupil, group or school, as in signals.
    pub subject: String,
    /// The pupil, when it is one.
    pub pupil_id: Option<PupilId>,
    /// Who has it.
    pub account_id: AccountId,
    /// Who gave it; none: handed on by itself.
    pub by_account: Option<AccountId>,
    /// Since when.
    pub from_at: NaiveDateTime,
    /// Until when.
    pub ended_at: Option<NaiveDateTime>,
    /// What was said with it.
    pub note: String,
}

impl Assignment {
    /// Whether this person was given a signal by another, as the signal stands: what came to it later is the coordinator's.
    #[must_use]
    pub fn gives(&self, account: &AccountId, changed_at: NaiveDateTime) -> bool {
        self.account_id == *account && self.by_account.as_ref() != Some(account) && self.from_at >= changed_at
    }
}

impl Assignment {
    pub(super) fn new(signal: &Signal, to: &AccountId, by: Option<&AccountId>, now: NaiveDateTime) -> Self {
        Self {
            id: ids::fresh(),
            school_id: signal.school_id.clone(),
            subject: signal.subject.clone(),
            pupil_id: signal.pupil_id.clone(),
            account_id: to.clone(),
            by_account: by.cloned(),
            from_at: now,
            ended_at: None,
            note: String::new(),
        }
    }
}

/// The longest note, in characters.
const LONGEST: usize = 400;

/// Gives the subject of a signal to somebody: by the coordinator to anybody who may see it, by who has it to another.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who neither coordinates nor has it, `Refused` for somebody who may not
/// see it, `Conflict` when nothing is open or that person has it already.
pub fn assign(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &SignalId,
    to: &AccountId,
    note: &str,
) -> Result<()> {
    let signal = signals::signal(conn, scope, id)?;
    let held = of_subject(conn, &signal.subject)?;
    let has_it = held.as_ref().is_some_and(|one| one.account_id == scope.account);
    if !has_it && !scope.schools_as(Role::Coordinator).contains(&signal.school_id) {
        return Err(Error::Forbidden(
            Message::new("forbidden-role").with("role", Role::Coordinator.as_str()),
        ));
    }
    if !signal.state.is_open() {
        return Err(Error::Conflict(Message::new("assign-ended")));
    }
    if held.is_some_and(|one| one.account_id == *to) {
        return Err(Error::Conflict(Message::new("assign-known")));
    }
    if note.trim().chars().count() > LONGEST {
        return Err(Error::Refused(Message::new("assign-long").with("most", LONGEST)));
    }
    if !may_see(conn, scope, to, &signal)? {
        return Err(Error::Refused(Message::new("assign-no-access")));
    }
    let given = Assignment {
        note: note.trim().to_owned(),
        ..Assignment::new(&signal, to, Some(&scope.account), now)
    };
    store::replace(conn, &given)?;
    let entry = Entry::by(scope, "assign-row", "signal", id).at(scope, &signal.school_id);
    let entry = entry.detail(format!("to={to}"));
    audit::record(conn, now, &entry)
}

/// Who takes a subject up has it, unless somebody else does.
pub(super) fn take_up(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, signal: &Signal) -> Result<()> {
    if of_subject(conn, &signal.subject)?.is_some() {
        return Ok(());
    }
    store::replace(conn, &Assignment::new(signal, &scope.account, Some(&scope.account), now))
}

/// Nothing is open about a subject any more: nobody has it in hand.
pub(super) fn let_go(conn: &mut Conn, now: NaiveDateTime, subject: &str) -> Result<()> {
    if signals::is_open_about(conn, subject)? {
        return Ok(());
    }
    store::end(conn, now, subject)
}

/// Whom a row of a signal can be given to: working accounts of the school that may see it, by name.
///
/// # Errors
/// When the database refuses.
pub fn may_have(conn: &mut Conn, scope: &Scope, signal: &Signal) -> Result<Vec<(AccountId, String)>> {
    let mut found = Vec::new();
    for (account, _) in accounts::of_school(conn, &signal.school_id)? {
        if account.disabled_at.is_none() && may_see(conn, scope, &account.id, signal)? {
            found.push((account.id, account.name));
        }
    }
    Ok(found)
}

/// Whether somebody sees a signal today, in person or as a stand-in.
pub(super) fn may_see(conn: &mut Conn, scope: &Scope, who: &AccountId, signal: &Signal) -> Result<bool> {
    let theirs = match accounts::scope(conn, who, scope.today) {
        Ok(theirs) => theirs,
        Err(Error::NotFound(_)) => return Ok(false),
        Err(other) => return Err(other),
    };
    // A tie without the role opens no list.
    if !theirs.has(Role::Coordinator) && !theirs.has(Role::Mentor) {
        return Ok(false);
    }
    match signals::signal(conn, &theirs, &signal.id) {
        Ok(_) => Ok(true),
        Err(Error::NotFound(_)) => Ok(false),
        Err(other) => Err(other),
    }
}
