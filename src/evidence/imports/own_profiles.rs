//! The profiles of a school: what somebody said once of the lists of a source, kept so that the next list is read by itself.
//! They join those that this installation knows; of two of one name the school's own counts.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::actor::Actor;
use super::profiles_store as store;
use crate::evidence::files::{Profile, Profiles};
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::profiles;
use crate::ground::{AccountId, Conn, Error, Message, ProfileId, Result, SchoolId};
use crate::school::store::school_by_brin;

/// A profile of a school.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = profiles, treat_none_as_default_value = false)]
pub struct Own {
    /// Its id.
    pub id: ProfileId,
    /// The school.
    pub school_id: SchoolId,
    /// Its name, without case.
    pub name: String,
    /// The profile as a file.
    pub body: String,
    /// Who kept it; none at the command line.
    pub account_id: Option<AccountId>,
    /// When.
    pub saved_at: NaiveDateTime,
}

impl Own {
    /// What it says.
    pub fn profile(&self) -> Result<Profile> {
        Profile::parse(&self.name, &self.body)
    }
}

/// The name under which profiles are compared.
fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The profiles of a school, for who brings in there.
pub fn list(conn: &mut Conn, actor: Actor<'_>, school: &SchoolId) -> Result<Vec<Own>> {
    actor.may_import(school)?;
    store::of_school(conn, school)
}

/// One of them; what is outside is not there.
pub fn opened(conn: &mut Conn, actor: Actor<'_>, id: &ProfileId) -> Result<Own> {
    let own = store::by_id(conn, id)?;
    actor.may_import(&own.school_id).map(|()| own).map_err(|_forbidden| Error::NotFound("profile"))
}

/// What is known at a school: the given profiles and its own. A school that does not exist yet has none.
pub fn known_to(conn: &mut Conn, actor: Actor<'_>, profiles: &Profiles, brin: &str) -> Result<Profiles> {
    let own = match (school_by_brin(conn, brin)?, actor) {
        (Some(school), _) => list(conn, actor, &school.id)?,
        (None, Actor::Cli) => Vec::new(),
        (None, Actor::Person(_) | Actor::OfGroup(_)) => return Err(Error::NotFound("school")),
    };
    let mut known = profiles.clone();
    for one in own {
        known.add(one.profile()?);
    }
    Ok(known)
}

/// The profile of this name, where it may be replaced; refused where it may not.
pub(super) fn taken(
    conn: &mut Conn,
    school: &SchoolId,
    name: &str,
    replaces: Option<&str>,
) -> Result<Option<Own>> {
    let there = store::named(conn, school, &key(name))?;
    if there.is_some() && replaces.map(key) != Some(key(name)) {
        return Err(Error::Refused(Message::new("profile-there").with("name", name.trim())));
    }
    Ok(there)
}

/// Keeps a profile. `replaces`: the name that it may take the place of; refused where another of its name is known.
pub fn keep(
    conn: &mut Conn,
    now: NaiveDateTime,
    actor: Actor<'_>,
    school: &SchoolId,
    (profile, text): (&Profile, &str),
    replaces: Option<&str>,
) -> Result<()> {
    actor.may_import(school)?;
    let name = key(&profile.name);
    let there = taken(conn, school, &profile.name, replaces)?;
    let (id, is_new) = there.map_or_else(|| (ProfileId::fresh(), true), |there| (there.id, false));
    let own = Own {
        id,
        school_id: school.clone(),
        name,
        body: text.to_owned(),
        account_id: actor.account(),
        saved_at: now,
    };
    if is_new {
        store::insert(conn, &own)?;
    } else {
        store::rewrite(conn, &own)?;
    }
    note(conn, now, actor, "keep-profile", &own)
}

/// Gives a profile another name.
pub fn rename(
    conn: &mut Conn,
    now: NaiveDateTime,
    actor: Actor<'_>,
    id: &ProfileId,
    name: &str,
) -> Result<()> {
    let own = opened(conn, actor, id)?;
    let mut profile = own.profile()?;
    name.trim().clone_into(&mut profile.name);
    if profile.name.is_empty() {
        return Err(Error::Refused(Message::new("columns-name")));
    }
    let name = key(name);
    if store::named(conn, &own.school_id, &name)?.is_some_and(|there| there.id != own.id) {
        return Err(Error::Refused(Message::new("profile-there").with("name", profile.name.as_str())));
    }
    let own = Own { name, body: profile.text(), account_id: actor.account(), saved_at: now, ..own };
    store::rewrite(conn, &own)?;
    note(conn, now, actor, "rename-profile", &own)
}

/// Takes a profile away; what was read by it stays.
pub fn delete(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, id: &ProfileId) -> Result<()> {
    let own = opened(conn, actor, id)?;
    store::delete(conn, id)?;
    note(conn, now, actor, "delete-profile", &own)
}

/// A line in the log about a profile.
fn note(
    conn: &mut Conn,
    now: NaiveDateTime,
    actor: Actor<'_>,
    action: &'static str,
    own: &Own,
) -> Result<()> {
    let entry = match actor {
        Actor::Person(scope) | Actor::OfGroup(scope) => Entry::by(scope, action, "profile", &own.id),
        Actor::Cli => Entry::of("cli", action, "profile", &own.id),
    };
    audit::record(conn, now, &entry.detail(format!("{} {}", own.school_id, own.name)))
}
