//! Explicit consent with a list on health, where the list's file says that this is its ground. Without a known consent
//! its rows are refused at the door (`imports`); when it is withdrawn, what came in on it goes. Who may note one:
//! `care::list_consent`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

pub use store::{end, forget_scores, of_pupil, of_school};

use crate::ground::db::schema::list_consents;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result};

mod store;

words_enum! {
    /// Who consents: under sixteen a parent.
    GivenBy {
        /// The pupil.
        Pupil = "pupil",
        /// A parent or guardian.
        Parent = "parent",
    }
}

/// A consent with one list.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = list_consents, treat_none_as_default_value = false)]
pub struct ListConsent {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The instrument's code.
    pub instrument: String,
    /// Who gave it.
    pub given_by: GivenBy,
    /// On which day.
    pub given_on: NaiveDate,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When it was withdrawn; none while it holds.
    pub ended_at: Option<NaiveDateTime>,
}

/// Notes a consent.
///
/// # Errors
/// `Refused` for a day to come, `Conflict` where one holds already.
pub fn add(conn: &mut Conn, today: NaiveDate, consent: &ListConsent) -> Result<()> {
    if consent.given_on > today {
        return Err(Error::Refused(Message::new("list-consent-future")));
    }
    let known = of_pupil(conn, &consent.pupil_id)?;
    if known.iter().any(|one| one.instrument == consent.instrument) {
        return Err(Error::Conflict(Message::new("list-consent-known")));
    }
    store::insert(conn, consent)
}
