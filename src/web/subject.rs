//! Whom a page is about: a pupil or a group. What is recorded there is recorded alike.

use crate::care::speak::{self, Spoken};
use crate::ground::scope::Why;
use crate::ground::{Conn, GroupId, PupilId, Result, Scope};
use crate::school::store as people;

/// A pupil or a group.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A pupil.
    Pupil(PupilId),
    /// A group.
    Group(GroupId),
}

impl Subject {
    /// Its kind in the log: `pupil` or `group`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Pupil(_) => "pupil",
            Self::Group(_) => "group",
        }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &str {
        match self {
            Self::Pupil(id) => id.0.as_str(),
            Self::Group(id) => id.0.as_str(),
        }
    }

    /// Its page.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Pupil(id) => format!("/leerlingen/{id}"),
            Self::Group(id) => format!("/groepen/{id}"),
        }
    }

    /// Its page, saying that something was done.
    #[must_use]
    pub fn done(&self) -> String {
        format!("{}?klaar=1", self.path())
    }

    /// Why this person may see it.
    ///
    /// # Errors
    /// `NotFound` outside the scope.
    pub fn why(&self, conn: &mut Conn, scope: &Scope) -> Result<Why> {
        match self {
            Self::Pupil(id) => Ok(people::pupil(conn, scope, id)?.1),
            Self::Group(id) => Ok(people::group_for(conn, scope, id)?.1),
        }
    }

    /// Records a conversation about it.
    ///
    /// # Errors
    /// `NotFound` outside the scope, `Refused` for what can be mended.
    pub fn speak(
        &self,
        conn: &mut Conn,
        scope: &Scope,
        now: chrono::NaiveDateTime,
        spoken: &Spoken,
    ) -> Result<String> {
        match self {
            Self::Pupil(id) => speak::about_pupil(conn, scope, now, id, spoken),
            Self::Group(id) => speak::about_group(conn, scope, now, id, spoken),
        }
    }
}
