//! Meetings about pupils: of a group, about chosen pupils, and with outsiders at the table. What lies on the table is made anew
//! each time a meeting is opened; what is kept is who is on the agenda, why outsiders may hear a name, and what was decided.

mod agenda;
mod begin;
mod close;
mod decide;
mod guests;
pub mod naming;
pub mod store;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

pub use self::agenda::{add, add_by_name, drop_subject};
pub use self::begin::{New, begin};
pub use self::close::close;
pub use self::decide::decide;
pub use self::guests::{invite, uninvite};
use crate::ground::db::schema::{meeting_guests, meeting_subjects, meetings};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PupilId, Result, SchoolId, Scope};

words_enum! {
    /// What kind of meeting it is.
    Kind {
        /// A group as a whole, and at most five of its pupils (*groepsbespreking*).
        Group = "group",
        /// Chosen pupils, among colleagues (*leerlingbespreking*).
        Pupils = "pupils",
        /// Chosen pupils, with outsiders at the table (*ondersteuningsteam*).
        SupportTeam = "support_team",
    }
}

words_enum! {
    /// Where it stands.
    State {
        /// Its agenda can change, and what is decided can be typed.
        Prepared = "prepared",
        /// It is over.
        Closed = "closed",
    }
}

words_enum! {
    /// Why outsiders may hear about a pupil by name.
    Ground {
        /// Who decides about the pupil agrees.
        Consent = "consent",
        /// The outsiders have a task of their own in law.
        Statutory = "statutory",
        /// The meldcode.
        Meldcode = "meldcode",
    }
}

/// A meeting.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meetings, treat_none_as_default_value = false)]
pub struct Meeting {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// What kind it is.
    pub kind: Kind,
    /// The group, where it is about one.
    pub group_id: Option<GroupId>,
    /// On which day.
    pub held_on: NaiveDate,
    /// Where it stands.
    pub state: State,
    /// Who called it.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

/// Somebody from outside the school at the table: what they do and where, no name.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meeting_guests, treat_none_as_default_value = false)]
pub struct Guest {
    /// Its id.
    pub id: String,
    /// The meeting.
    pub meeting_id: String,
    /// What they do.
    pub job: String,
    /// Where they work.
    pub organisation: String,
}

/// A pupil or the group on the agenda.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meeting_subjects, treat_none_as_default_value = false)]
pub struct OnAgenda {
    /// Its id.
    pub id: String,
    /// The meeting.
    pub meeting_id: String,
    /// The pupil, or
    pub pupil_id: Option<PupilId>,
    /// the group.
    pub group_id: Option<GroupId>,
    /// The order.
    pub place: i32,
    /// Why outsiders may hear the name.
    pub ground: Option<Ground>,
    /// Who agreed and when, or which task it is.
    pub ground_note: String,
    /// When the parents were invited.
    pub parents_invited_on: Option<NaiveDate>,
    /// When the pupil was.
    pub pupil_invited_on: Option<NaiveDate>,
    /// What is said of a pupil whose name outsiders may not hear.
    pub need: String,
    /// What was decided, once it was typed.
    pub conversation_id: Option<String>,
}

impl Meeting {
    /// Whether people from outside the school sit at the table.
    #[must_use]
    pub fn has_outsiders(&self) -> bool {
        self.kind == Kind::SupportTeam
    }
}

/// A meeting that can still change.
fn open(conn: &mut Conn, scope: &Scope, id: &str) -> Result<Meeting> {
    let meeting = store::meeting(conn, scope, id)?;
    match meeting.state {
        State::Prepared => Ok(meeting),
        State::Closed => Err(Error::Conflict(Message::new("meeting-is-closed"))),
    }
}
