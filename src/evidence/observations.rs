//! What somebody saw, about a pupil or a group, in a domain: worrying, going well, or for information.
//! What follows from a concern is `care`'s work.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

pub use store::{about_group, about_pupil, about_pupils, by_ids, delete, one, page, without_words};

use crate::evidence::instruments::Domain;
use crate::ground::db::schema::observations;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PupilId, Result, SchoolId};

mod store;

words_enum! {
    /// How it struck the one who saw it.
    Tone {
        /// I worry.
        Concern = "concern",
        /// This goes well.
        Strength = "strength",
        /// For information.
        Note = "note",
    }
}

words_enum! {
    /// Whose words they are.
    Source {
        /// Somebody of the school.
        Staff = "staff",
        /// A parent, in the parent's own words.
        Parent = "parent",
        /// The pupil.
        Pupil = "pupil",
    }
}

/// The longest observation, in characters: a moment seen, not a report.
const LONGEST: usize = 4000;

/// What somebody saw.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = observations, treat_none_as_default_value = false)]
pub struct Observation {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The pupil it is about, or
    pub pupil_id: Option<PupilId>,
    /// the group.
    pub group_id: Option<GroupId>,
    /// The domain.
    pub domain: String,
    /// Worrying, going well, or for information.
    pub tone: Tone,
    /// Whether it cannot wait for the round.
    pub urgent: bool,
    /// Whose words they are.
    pub source: Source,
    /// Who saw it, when somebody else writes it down.
    pub seen_by: String,
    /// For a parent's words: whether the other parent may read them.
    pub other_parent_may_read: Option<bool>,
    /// What was seen or heard.
    pub text: String,
    /// On which day.
    pub seen_on: NaiveDate,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

impl Observation {
    /// Whether it may lie on a table or go home.
    #[must_use]
    pub fn may_go_home(&self) -> bool {
        may_go_home(self.urgent, self.source, self.other_parent_may_read)
    }
}

/// What staff saw, and what a parent said that the other parent may read; nothing that cannot wait.
fn may_go_home(urgent: bool, source: Source, other_parent_may_read: Option<bool>) -> bool {
    !urgent
        && match source {
            Source::Staff => true,
            Source::Parent => other_parent_may_read == Some(true),
            Source::Pupil => false,
        }
}

/// An observation without its words.
#[derive(Debug, Clone)]
pub struct Wordless {
    /// Its id.
    pub id: String,
    /// Whose words they are.
    pub source: Source,
    /// On which day.
    pub seen_on: NaiveDate,
    /// Whether it may lie on a table or go home.
    pub may_go_home: bool,
}

/// Writes an observation down after checking what was typed.
///
/// # Errors
/// `Refused` with the sentence that says what is missing.
pub fn add(conn: &mut Conn, today: NaiveDate, observation: &Observation) -> Result<()> {
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    if observation.text.trim().is_empty() {
        return refuse("observation-no-text");
    }
    if observation.text.chars().count() > LONGEST {
        return refuse("observation-too-long");
    }
    if Domain::from_code(&observation.domain).is_none() {
        return refuse("observation-no-domain");
    }
    if observation.seen_on > today {
        return refuse("observation-future");
    }
    if observation.pupil_id.is_some() == observation.group_id.is_some() {
        return refuse("observation-no-subject");
    }
    store::insert(conn, observation)
}
