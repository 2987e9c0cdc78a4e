//! Conversations with a pupil, a parent, or both: who, when, one line. The signal alone is never the
//! reason of a step; the conversation comes first.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

pub use store::{about_group, about_pupil, by_id, by_ids, mark_transferred, of_meeting, page, waiting};

use crate::ground::db::schema::conversations;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PupilId, Result, SchoolId};

mod store;

words_enum! {
    /// Who was spoken with.
    With {
        /// The pupil.
        Pupil = "pupil",
        /// A parent.
        Parent = "parent",
        /// Pupil and parent together.
        Both = "both",
        /// Pupil and parent together, the other way round: they lead (*LOL-gesprek*), by what they prepared.
        TheyLead = "lol",
        /// The mentor, about a group.
        Mentor = "mentor",
        /// The group.
        Group = "group",
        /// Colleagues, in a meeting about pupils: nobody of the family was spoken with.
        Meeting = "meeting",
    }
}

impl With {
    /// Whether the pupil was spoken with.
    #[must_use]
    pub const fn is_with_pupil(self) -> bool {
        matches!(self, Self::Pupil | Self::Both | Self::TheyLead)
    }

    /// Whether a parent was.
    #[must_use]
    pub const fn is_with_parent(self) -> bool {
        matches!(self, Self::Parent | Self::Both | Self::TheyLead)
    }
}

/// A conversation that was held.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = conversations, treat_none_as_default_value = false)]
pub struct Conversation {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The pupil it was about, or
    pub pupil_id: Option<PupilId>,
    /// the group.
    pub group_id: Option<GroupId>,
    /// Who was spoken with.
    pub with_whom: With,
    /// On which day.
    pub held_on: NaiveDate,
    /// What came of it, in a line.
    pub line: String,
    /// What was agreed; may be empty.
    pub agreed: String,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When it was copied to the official file.
    pub transferred_on: Option<NaiveDate>,
}

/// Writes a conversation down after checking what was typed.
///
/// # Errors
/// `Refused` with the sentence that says what is missing.
pub fn add(conn: &mut Conn, today: NaiveDate, conversation: &Conversation) -> Result<()> {
    if conversation.line.trim().is_empty() {
        return Err(Error::Refused(Message::new("conversation-no-line")));
    }
    if conversation.held_on > today {
        return Err(Error::Refused(Message::new("conversation-future")));
    }
    store::insert(conn, conversation)
}
