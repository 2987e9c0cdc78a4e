//! What a pupil wishes. There is one wish: that parents do not know. It hides nothing and promises nothing; it stops what
//! goes to parents by itself, and calls the coordinator, who decides with the pupil.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::store as people;
use super::wishes_store as store;
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::pupil_wishes;
use crate::ground::outbox::{self, Task};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result, Scope, ids};

pub use super::wishes_store::open;

/// The word of the one wish there is.
const NOT_PARENTS: &str = "not_parents";

/// A wish of a pupil.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = pupil_wishes, treat_none_as_default_value = false)]
pub struct Wish {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// What: `not_parents`.
    pub wish: String,
    /// On which day it was said.
    pub said_on: NaiveDate,
    /// What was said with it.
    pub note: String,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

/// Whether a pupil wishes that parents do not know: nothing may go to them by itself, on paper or by mail.
///
/// # Errors
/// When the database refuses.
pub fn not_parents(conn: &mut Conn, pupil: &PupilId) -> Result<bool> {
    Ok(open(conn, pupil)?.is_some())
}

/// Refuses what would go to parents while the pupil wishes that they do not know.
///
/// # Errors
/// `Conflict`, with the sentence to speak with the coordinator first.
pub fn may_go_to_parents(conn: &mut Conn, pupil: &PupilId) -> Result<()> {
    if not_parents(conn, pupil)? { Err(Error::Conflict(Message::new("wish-stops"))) } else { Ok(()) }
}

/// Writes the wish down and calls the school's coordinators; who works with the pupil may.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for a day to come, `Conflict` when it stands already.
pub fn say(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    said_on: NaiveDate,
    note: &str,
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    if said_on > scope.today {
        return Err(Error::Refused(Message::new("conversation-future")));
    }
    if not_parents(conn, &pupil.id)? {
        return Err(Error::Conflict(Message::new("wish-stands")));
    }
    let wish = Wish {
        id: ids::fresh(),
        pupil_id: pupil.id.clone(),
        wish: NOT_PARENTS.to_owned(),
        said_on,
        note: note.trim().to_owned(),
        account_id: scope.account.clone(),
        created_at: now,
    };
    store::insert(conn, &wish)?;
    let entry = Entry::by(scope, "say-wish", "pupil", &pupil.id).because_of(&why).detail(NOT_PARENTS);
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::WishSaid { pupil: pupil.id, by: scope.account.clone() })
}

/// The wish no longer stands, as the coordinator settled it with the pupil.
///
/// # Errors
/// `NotFound` outside the scope or when none stands, `Forbidden` for who does not coordinate, `Refused` without a reason.
pub fn end(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, pupil: &PupilId, reason: &str) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    if reason.trim().is_empty() {
        return Err(Error::Refused(Message::new("wish-end-why")));
    }
    let wish = open(conn, &pupil.id)?.ok_or(Error::NotFound("wish"))?;
    store::end(conn, now, &wish, &scope.account, reason.trim())?;
    let entry = Entry::by(scope, "end-wish", "pupil", &pupil.id).because_of(&why).detail(NOT_PARENTS);
    audit::record(conn, now, &entry)
}
