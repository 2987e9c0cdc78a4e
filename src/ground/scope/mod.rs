//! Who is asking, and which pupils this person may see, and why.
//! A store function that returns pupils takes a `&Scope`: without one there is no query.
//! Filling a scope from the database is `school::accounts`' work.

mod held;
mod role;
mod why;

use super::ids::{AccountId, GroupId, PupilId, SchoolId};
use super::{Error, Language, Message, Result};

pub use self::held::{Held, StandIn};
pub use self::role::{RelationKind, Role};
pub use self::why::Why;

/// Roles, the widest first.
const WIDEST: [Role; 7] = [
    Role::Coordinator,
    Role::Mentor,
    Role::AttentionOfficer,
    Role::Leader,
    Role::Administration,
    Role::Admin,
    Role::Staff,
];

/// A pupil who was opened with a reason, until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The opening.
    pub id: String,
    /// The pupil.
    pub pupil: PupilId,
    /// Until when, in UTC.
    pub until: chrono::NaiveDateTime,
}

/// A person, and what follows from roles and dated relations today.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The account.
    pub account: AccountId,
    /// The day the scope holds for: relations are dated.
    pub today: chrono::NaiveDate,
    /// The person's name, for the page.
    pub name: String,
    /// The language of the screens.
    pub language: Language,
    /// Roles per school; only the board admin has no school.
    pub roles: Vec<(Role, Option<SchoolId>)>,
    /// Groups this person is tied to today.
    pub groups: Vec<(GroupId, RelationKind)>,
    /// Pupils this person is tied to today.
    pub pupils: Vec<(PupilId, RelationKind)>,
    /// What of all that is the person's own.
    pub own: Held,
    /// For whom this person stands in today: what they see, this person sees.
    pub standing_in: Vec<StandIn>,
    /// Pupils who are not one's own, opened with a reason and for hours: to look at, and for nothing else.
    pub opened: Vec<Opened>,
}

impl Scope {
    /// A person with what is held in person and for others: both together are what the person sees.
    #[must_use]
    pub fn new(
        (account, name): (AccountId, String),
        today: chrono::NaiveDate,
        language: Language,
        own: Held,
        standing_in: Vec<StandIn>,
    ) -> Self {
        let mut all = own.clone();
        for one in &standing_in {
            all.add(&one.held);
        }
        let Held { roles, groups, pupils } = all;
        Self { account, today, name, language, roles, groups, pupils, own, standing_in, opened: Vec::new() }
    }

    /// Whether the person has this role anywhere.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(r, _)| *r == role)
    }

    /// Whether the person has this role at this school. A role without a school holds nowhere, but the board
    /// admin's: that is everywhere.
    #[must_use]
    pub fn has_at(&self, role: Role, school: &SchoolId) -> bool {
        self.roles
            .iter()
            .any(|(r, at)| *r == role && at.as_ref().map_or(role.is_for_the_board(), |at| at == school))
    }

    /// The schools where the person has this role.
    #[must_use]
    pub fn schools_as(&self, role: Role) -> Vec<SchoolId> {
        self.roles.iter().filter(|(r, _)| *r == role).filter_map(|(_, school)| school.clone()).collect()
    }

    /// All schools the person has any role at, each once.
    #[must_use]
    pub fn schools(&self) -> Vec<SchoolId> {
        let mut schools: Vec<SchoolId> = self.roles.iter().filter_map(|(_, s)| s.clone()).collect();
        schools.sort();
        schools.dedup();
        schools
    }

    /// Passes only with the role at the school.
    ///
    /// # Errors
    /// `Forbidden`, with the sentence that names the role.
    pub fn must(&self, role: Role, school: &SchoolId) -> Result<()> {
        if self.has_at(role, school) {
            return Ok(());
        }
        Err(Error::Forbidden(Message::new("forbidden-role").with("role", role.as_str())))
    }

    /// Why this person may see a pupil of that school in these groups; `None`: may not.
    #[must_use]
    pub fn why(&self, school: &SchoolId, groups: &[GroupId], pupil: &PupilId) -> Option<Why> {
        let opened = || self.opened.iter().find(|one| one.pupil == *pupil);
        self.first(|held| held.why(school, groups, Some(pupil)))
            .or_else(|| opened().map(|one| Why::Opened { id: one.id.clone(), until: one.until }))
    }

    /// The pupils this person may see by name of the pupil: tied to, or opened for some hours.
    #[must_use]
    pub fn named_pupils(&self) -> Vec<PupilId> {
        let opened = self.opened.iter().map(|one| one.pupil.clone());
        self.pupils.iter().map(|(id, _)| id.clone()).chain(opened).collect()
    }

    /// The same person without what was opened: for lists, and for whatever changes something.
    #[must_use]
    pub fn without_opened(&self) -> Self {
        Self { opened: Vec::new(), ..self.clone() }
    }

    /// Why this person may open a group of that school; `None`: may not.
    #[must_use]
    pub fn why_group(&self, school: &SchoolId, group: &GroupId) -> Option<Why> {
        self.first(|held| held.why(school, std::slice::from_ref(group), None))
    }

    /// In person, else as the stand-in of somebody who may.
    fn first(&self, why: impl Fn(&Held) -> Option<Why>) -> Option<Why> {
        why(&self.own).or_else(|| {
            self.standing_in.iter().find_map(|one| {
                let sees = Box::new(why(&one.held)?);
                Some(Why::StandIn { of: one.of.clone(), name: one.name.clone(), sees })
            })
        })
    }

    /// The word for the log of who acts, where it is about no one pupil or school: all roles, and for whom the person stands
    /// in today.
    #[must_use]
    pub fn actor(&self) -> String {
        format!("{}{}", self.capacity(), self.for_whom())
    }

    /// For whom the person stands in today, for the log.
    pub(super) fn for_whom(&self) -> String {
        let others: Vec<String> =
            self.standing_in.iter().map(|one| format!("+stand-in:{}", one.of)).collect();
        others.concat()
    }

    /// The word for the log: every role the person has, the widest first.
    #[must_use]
    pub fn capacity(&self) -> String {
        let held: Vec<&str> =
            WIDEST.iter().filter(|role| self.has(**role)).map(|role| role.as_str()).collect();
        if held.is_empty() { "none".to_owned() } else { held.join("+") }
    }

    /// The widest role the person has at a school.
    #[must_use]
    pub fn widest_at(&self, school: &SchoolId) -> Option<Role> {
        WIDEST.into_iter().find(|role| self.has_at(*role, school))
    }
}
