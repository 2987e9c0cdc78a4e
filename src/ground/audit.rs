//! The log of who did and saw what: append-only, ids and no names.
//! A write is recorded in its own transaction; a read by `Db::read_audited`, its own door.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::db::schema::audit;
use super::scope::{Role, Why};
use super::{Conn, Result, SchoolId, Scope, ids};

/// One line for the log.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Who, when it was a person with an account.
    pub account: Option<String>,
    /// In which capacity: the role that was used (all of the person's where it is about no one school), `partner`, `system`, `cli`.
    pub actor: String,
    /// What was done, as `verb-noun`: `view-pupil`, `decide-signal`.
    pub action: &'static str,
    /// The kind of thing it was done to.
    pub subject_kind: &'static str,
    /// Its id.
    pub subject_id: String,
    /// Why this person may: the relation or role that gave access.
    pub reason: String,
    /// Ids, states, filters; never a name or a text about a child.
    pub detail: String,
}

impl Entry {
    /// A line about something a person did or saw.
    #[must_use]
    pub fn by(
        scope: &Scope,
        action: &'static str,
        kind: &'static str,
        id: &(impl ToString + ?Sized),
    ) -> Self {
        Self {
            account: Some(scope.account.0.clone()),
            actor: scope.actor(),
            action,
            subject_kind: kind,
            subject_id: id.to_string(),
            reason: String::new(),
            detail: String::new(),
        }
    }

    /// A line about something done without an account: by the `system`, at the `cli`, by a `partner`.
    #[must_use]
    pub fn of(actor: &str, action: &'static str, kind: &'static str, id: &(impl ToString + ?Sized)) -> Self {
        Self {
            account: None,
            actor: actor.to_owned(),
            action,
            subject_kind: kind,
            subject_id: id.to_string(),
            reason: String::new(),
            detail: String::new(),
        }
    }

    /// The same line with the reason for access.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    /// The same line with why this person may, and the role that this is: not the widest the person has.
    #[must_use]
    pub fn because_of(mut self, why: &Why) -> Self {
        self.actor = why.actor();
        self.because(why.word())
    }

    /// The same line for what a person does as the widest of his or her roles at this school, and at no other.
    #[must_use]
    pub fn at(mut self, scope: &Scope, school: &SchoolId) -> Self {
        if let Some(role) = scope.widest_at(school) {
            role.as_str().clone_into(&mut self.actor);
            self.actor.push_str(&scope.for_whom());
        }
        self
    }

    /// The same line for what a person does in this role alone.
    #[must_use]
    pub fn in_role(mut self, role: Role) -> Self {
        role.as_str().clone_into(&mut self.actor);
        self
    }

    /// The same line with more detail.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

/// Writes the line, in whatever transaction the connection is in.
///
/// # Errors
/// When the database refuses; then the act itself must not stand either.
pub fn record(conn: &mut Conn, at: NaiveDateTime, entry: &Entry) -> Result<()> {
    record_as(conn, &ids::fresh(), at, entry)
}

/// Writes the line under an id that other rows point to.
pub(super) fn record_as(conn: &mut Conn, id: &str, at: NaiveDateTime, entry: &Entry) -> Result<()> {
    diesel::insert_into(audit::table)
        .values((
            audit::id.eq(id),
            audit::at.eq(at),
            audit::account_id.eq(entry.account.as_deref()),
            audit::actor.eq(&entry.actor),
            audit::action.eq(entry.action),
            audit::subject_kind.eq(entry.subject_kind),
            audit::subject_id.eq(&entry.subject_id),
            audit::reason.eq(&entry.reason),
            audit::detail.eq(&entry.detail),
        ))
        .execute(conn)?;
    Ok(())
}
