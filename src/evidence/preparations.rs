//! What a pupil or a parent wrote down before a conversation that they lead (*LOL-gesprek*): what goes well, what worries,
//! what they wish. Their own words, no list of anybody's; a member of staff types them over.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

pub use store::{about_pupil, were_for};

use crate::ground::db::schema::preparations;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result};

mod store;

words_enum! {
    /// Whose words they are.
    FilledBy {
        /// The pupil.
        Pupil = "pupil",
        /// A parent.
        Parent = "parent",
    }
}

/// The longest answer, in characters.
const LONGEST: usize = 2000;

/// A prepared list.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = preparations, treat_none_as_default_value = false)]
pub struct Preparation {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// Whose words they are.
    pub filled_by: FilledBy,
    /// What goes well.
    pub strengths: String,
    /// What worries.
    pub worries: String,
    /// What they wish.
    pub wish: String,
    /// On which day they filled it in.
    pub filled_on: NaiveDate,
    /// The conversation it was for, once that was held.
    pub conversation_id: Option<String>,
    /// Who typed it over.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

/// Writes a prepared list down after checking what was typed.
///
/// # Errors
/// `Refused` with the sentence that says what is missing.
pub fn add(conn: &mut Conn, today: NaiveDate, preparation: &Preparation) -> Result<()> {
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    let answers = [&preparation.strengths, &preparation.worries, &preparation.wish];
    if answers.iter().all(|answer| answer.is_empty()) {
        return refuse("preparation-empty");
    }
    if answers.iter().any(|answer| answer.chars().count() > LONGEST) {
        return refuse("preparation-too-long");
    }
    if preparation.filled_on > today {
        return refuse("preparation-future");
    }
    store::insert(conn, preparation)
}
