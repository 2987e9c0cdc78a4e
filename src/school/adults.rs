//! The adults around a pupil, and what is known of their authority: from whom, since when. It is asked and never assumed;
//! who may agree to what follows from it in `care::referrals::who_agrees`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::adults_store;
use super::model::{ALONE_FROM, Pupil};
use super::store as people;
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::adults;
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{AccountId, AdultId, Conn, Error, Message, PupilId, Result, Scope};

pub use super::adults_store::{adult, of_pupil};

words_enum! {
    /// What an adult is to a pupil.
    AdultKind {
        /// A parent.
        Parent = "parent",
        /// A guardian who is a person.
        Guardian = "guardian",
        /// A certified institution that a court gave the guardianship: no parent.
        Gi = "gi",
        /// The guardian of minors who came alone: no parent.
        Nidos = "nidos",
        /// Somebody the student chose, from sixteen in mbo and from eighteen everywhere: is told and asked, decides nothing.
        Chosen = "chosen",
    }
}

words_enum! {
    /// What is known of an adult's authority over the child.
    Authority {
        /// Seen on paper.
        Known = "known",
        /// Stated by somebody.
        Stated = "stated",
        /// Not known: to be asked, never assumed.
        Unknown = "unknown",
        /// Has none.
        None = "none",
    }
}

impl Authority {
    /// Whether this adult decides.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Known | Self::Stated)
    }
}

/// An adult around a pupil.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = adults, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Adult {
    /// The id.
    pub id: AdultId,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The name, or that of the institution.
    pub name: String,
    /// What this adult is to the pupil.
    pub kind: AdultKind,
    /// What is known of the authority.
    pub authority: Authority,
    /// Whether nobody else has authority.
    pub alone: bool,
    /// Where that is known from: the administration, a judgment, who said so.
    pub authority_source: String,
    /// Of which day that is.
    pub authority_on: Option<NaiveDate>,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When the adult no longer counts.
    pub ended_at: Option<NaiveDateTime>,
}

/// What is said of an adult.
#[derive(Debug, Clone)]
pub struct Told {
    /// The name.
    pub name: String,
    /// What this adult is to the pupil.
    pub kind: AdultKind,
    /// What is known of the authority.
    pub authority: Authority,
    /// Whether nobody else has authority.
    pub alone: bool,
    /// Where that is known from.
    pub source: String,
    /// Of which day that is.
    pub on: Option<NaiveDate>,
}

impl Told {
    /// Authority that is known or stated has a source and a day; whom a student chose has none, and nobody is chosen by a
    /// pupil under sixteen.
    fn check(&self, pupil: &Pupil, today: NaiveDate) -> Result<()> {
        let refuse = |key: &'static str| Err(Error::Refused(Message::new(key)));
        if self.name.trim().is_empty() {
            return refuse("adult-no-name");
        }
        if self.kind == AdultKind::Chosen && self.authority != Authority::None {
            return refuse("adult-chosen-decides-nothing");
        }
        if self.kind == AdultKind::Chosen && pupil.age(today).is_none_or(|age| age < ALONE_FROM) {
            return refuse("adult-chosen-young");
        }
        if self.alone && !self.authority.holds() {
            return refuse("adult-alone-without-authority");
        }
        let is_sourced = !self.source.trim().is_empty() && self.on.is_some();
        if self.authority != Authority::Unknown && self.kind != AdultKind::Chosen && !is_sourced {
            return refuse("adult-no-source");
        }
        if self.on.is_some_and(|on| on > today) {
            return refuse("conversation-future");
        }
        Ok(())
    }
}

/// Writes an adult down.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate, `Refused` for authority without source and day.
pub fn add(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    told: &Told,
) -> Result<AdultId> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    told.check(&pupil, scope.today)?;
    let id = AdultId::fresh();
    let adult = Adult {
        id: id.clone(),
        pupil_id: pupil.id.clone(),
        name: told.name.trim().to_owned(),
        kind: told.kind,
        authority: told.authority,
        alone: told.alone,
        authority_source: told.source.trim().to_owned(),
        authority_on: told.on,
        account_id: scope.account.clone(),
        created_at: now,
        ended_at: None,
    };
    adults_store::insert(conn, &adult)?;
    let entry = Entry::by(scope, "add-adult", "pupil", &pupil.id)
        .because_of(&why)
        .detail(format!("{id} {} {}", told.kind, told.authority));
    audit::record(conn, now, &entry)?;
    Ok(id)
}

/// Writes down what became known of an adult; what was agreed before stands, and is judged by this again at sending.
///
/// # Errors
/// As [`add`]; `NotFound` also for an adult of another pupil.
pub fn change(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    id: &AdultId,
    told: &Told,
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    told.check(&pupil, scope.today)?;
    let mut adult = adult(conn, &pupil.id, id)?;
    let before = adult.authority;
    told.name.trim().clone_into(&mut adult.name);
    adult.kind = told.kind;
    adult.authority = told.authority;
    adult.alone = told.alone;
    told.source.trim().clone_into(&mut adult.authority_source);
    adult.authority_on = told.on;
    adults_store::save(conn, &adult)?;
    let entry = Entry::by(scope, "change-adult", "pupil", &pupil.id)
        .because_of(&why)
        .detail(format!("{id} {} {before} -> {}", told.kind, told.authority));
    audit::record(conn, now, &entry)
}

/// The adult no longer counts.
///
/// # Errors
/// As [`change`].
pub fn end(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, pupil: &PupilId, id: &AdultId) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let mut adult = adult(conn, &pupil.id, id)?;
    adult.ended_at = Some(now);
    adults_store::save(conn, &adult)?;
    let entry = Entry::by(scope, "end-adult", "pupil", &pupil.id).because_of(&why).detail(id.to_string());
    audit::record(conn, now, &entry)
}
