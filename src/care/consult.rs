//! A partner's advice, asked without a name. There is no way from a consultation to a pupil: no id, no initials, no group;
//! and what names a pupil of the school is not taken.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::consult_store as store;
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::consultations;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId, Scope, ids};

pub use super::consult_store::of_schools;

/// A consultation.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = consultations, treat_none_as_default_value = false)]
pub struct Consultation {
    /// Its id.
    pub id: String,
    /// The school that asked.
    pub school_id: SchoolId,
    /// With whom, of which organisation.
    pub with_whom: String,
    /// On which day.
    pub held_on: NaiveDate,
    /// What was asked.
    pub question: String,
    /// What was advised.
    pub advice: String,
    /// Who asked.
    pub account_id: AccountId,
    /// When it was written down.
    pub created_at: NaiveDateTime,
}

/// What was asked and advised.
#[derive(Debug, Clone)]
pub struct Held {
    /// The school that asked.
    pub school: SchoolId,
    /// With whom, of which organisation.
    pub with_whom: String,
    /// On which day.
    pub on: NaiveDate,
    /// What was asked.
    pub question: String,
    /// What was advised.
    pub advice: String,
}

/// Writes a consultation down.
///
/// # Errors
/// `Forbidden` for who does not coordinate there, `Refused` for what is missing, a day to come, or the full name of a pupil
/// of the school.
pub fn note(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, held: Held) -> Result<()> {
    scope.must(Role::Coordinator, &held.school)?;
    let refuse = |key: &'static str| Err(Error::Refused(Message::new(key)));
    if held.with_whom.trim().is_empty() || held.question.trim().is_empty() {
        return refuse("consult-incomplete");
    }
    if held.on > scope.today {
        return refuse("conversation-future");
    }
    let said = format!("{} {} {}", held.with_whom, held.question, held.advice).to_lowercase();
    let names = store::full_names(conn, &held.school)?;
    if names.iter().any(|name| said.contains(&name.to_lowercase())) {
        return refuse("consult-names-someone");
    }
    let consultation = Consultation {
        id: ids::fresh(),
        school_id: held.school,
        with_whom: held.with_whom.trim().to_owned(),
        held_on: held.on,
        question: held.question.trim().to_owned(),
        advice: held.advice.trim().to_owned(),
        account_id: scope.account.clone(),
        created_at: now,
    };
    store::insert(conn, &consultation)?;
    audit::record(conn, now, &Entry::by(scope, "note-consultation", "consultation", &consultation.id))
}
