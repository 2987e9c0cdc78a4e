//! Combination classes that arrive in parts: groups of one name but for a year level behind it, `5/6 (5)` and `5/6 (6)`.
//! They are offered as one, and become it by an act of its own or with the change of year. Scores stay with the group they
//! were given in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::merge::begin;
use super::{
    actor::Actor, aliases_store, groups_store, known::Known, log::Log, people_store, rollover_store as rows,
};
use crate::ground::clock::school_year;
use crate::ground::{Conn, Error, ImportId, Message, Result, SchoolId, audit};
use crate::school::Group;
use crate::school::model::{Membership, Relation};

/// The kind under which joining groups stands among the imports.
const JOIN: &str = "join";

/// A group that arrived in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The name of the whole.
    pub name: String,
    /// The names of the parts.
    pub parts: Vec<String>,
    /// The school year it is of: the year that it began in.
    pub school_year: i32,
}

/// The groups of today's school year that may be parts of one.
pub fn offered(conn: &mut Conn, actor: Actor<'_>, school: &SchoolId, today: NaiveDate) -> Result<Vec<Whole>> {
    actor.may_import(school)?;
    let year = school_year(today);
    let groups = groups_store::groups(conn, school)?;
    // The pupils are looked at only where names ask for it: this stands on a page that is opened often.
    if !groups.iter().any(|group| group.school_year == year && stem(&group.name).is_some()) {
        return Ok(Vec::new());
    }
    Ok(wholes(&Known::of(conn, school)?, year))
}

/// Makes the parts of these wholes one group each; gives the act, by which it is taken back.
///
/// `Refused` where none of them is offered; `Conflict` while an import of the school is under way.
pub fn join_parts(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    actor: Actor<'_>,
    school: &SchoolId,
    names: &[String],
) -> Result<ImportId> {
    actor.may_import(school)?;
    let known = Known::of(conn, school)?;
    let mut wholes = wholes(&known, school_year(today));
    wholes.retain(|whole| names.contains(&whole.name));
    if wholes.is_empty() {
        return Err(Error::Refused(Message::new("join-none")));
    }
    let joined: Vec<&str> = wholes.iter().map(|whole| whole.name.as_str()).collect();
    let act = begin(conn, now, actor, school, JOIN, &joined.join(", "))?;
    let mut log = Log::new(act.clone());
    for whole in &wholes {
        join(conn, &known, school, whole, &mut log)?;
    }
    log.flush(conn)?;
    audit::record(conn, now, &actor.entry("join-groups", &act))?;
    Ok(act)
}

/// The parts of a group become the group, and lists that still name a part find it.
pub(super) fn join(
    conn: &mut Conn,
    known: &Known,
    school: &SchoolId,
    whole: &Whole,
    log: &mut Log,
) -> Result<()> {
    let mut groups = known.groups.clone();
    let (group, made) = groups_store::group_named(conn, school, &mut groups, &whole.name, whole.school_year)?;
    if made {
        log.made("group", &group.id.0)?;
    }
    let parts: Vec<&Group> = known
        .groups
        .iter()
        .filter(|one| one.school_year == whole.school_year && whole.parts.contains(&one.name))
        .collect();
    join_ties(conn, school, &parts, group, log)?;
    for part in parts {
        for place in known.places().filter(|place| place.group_id == part.id) {
            log.changed("membership", &place.id, place)?;
            let moved = Membership { group_id: group.id.clone(), ..place.clone() };
            people_store::update_membership(conn, &moved)?;
        }
        if groups_store::group_is_empty(conn, &part.id.0)? {
            log.changed("group", &part.id.0, part)?;
            people_store::delete(conn, "group", &part.id.0)?;
        }
        log.made("group-alias", &part.name)?;
        aliases_store::put(conn, school, aliases_store::GROUP, &part.name, &whole.name)?;
    }
    Ok(())
}

/// Who was tied to a part is tied to the whole; where ties of one person then share a day, they become one.
fn join_ties(
    conn: &mut Conn,
    school: &SchoolId,
    parts: &[&Group],
    whole: &Group,
    log: &mut Log,
) -> Result<()> {
    let mut ties = groups_store::group_relations(conn, school)?;
    ties.retain(|tie| {
        tie.group_id.as_ref().is_some_and(|id| whole.id == *id || parts.iter().any(|part| part.id == *id))
    });
    ties.sort_by(|a, b| (a.starts_on, &a.id).cmp(&(b.starts_on, &b.id)));
    let mut joined: Vec<Relation> = Vec::new();
    for tie in ties {
        log.changed("tie", &tie.id, &tie)?;
        let on = joined.iter_mut().find(|one| {
            (&one.account_id, one.kind) == (&tie.account_id, tie.kind)
                && one.ends_on.is_none_or(|last| last >= tie.starts_on)
        });
        match on {
            Some(one) => {
                one.ends_on = one.ends_on.zip(tie.ends_on).map(|(a, b)| a.max(b));
                people_store::delete(conn, "relation", &tie.id)?;
            }
            None => joined.push(Relation { group_id: Some(whole.id.clone()), ..tie }),
        }
    }
    joined.iter().try_for_each(|tie| rows::put_tie(conn, tie))
}

/// What may be one group, in a school year: names that are equal up to a bracket, each with pupils of one year level, and
/// no two of the same.
pub(super) fn wholes(known: &Known, year: i32) -> Vec<Whole> {
    let mut levels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let groups: BTreeMap<_, _> = known
        .groups
        .iter()
        .filter(|one| one.school_year == year)
        .map(|one| (&one.id, one.name.as_str()))
        .collect();
    for place in known.memberships.values().flatten() {
        if let Some(name) = groups.get(&place.group_id) {
            levels.entry(name).or_default().insert(&place.year);
        }
    }
    let mut found: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (name, levels) in &levels {
        let level = levels.first().filter(|_| levels.len() == 1);
        if let Some((level, stem)) = level.zip(stem(name)) {
            found.entry(stem).or_default().push((name, level));
        }
    }
    let differ = |parts: &[(&str, &str)]| {
        let levels: BTreeSet<&str> = parts.iter().map(|(_, level)| *level).collect();
        parts.len() > 1 && levels.len() == parts.len()
    };
    found
        .into_iter()
        .filter(|(_, parts)| differ(parts))
        .map(|(stem, parts)| Whole {
            name: stem.to_owned(),
            parts: parts.into_iter().map(|(name, _)| name.to_owned()).collect(),
            school_year: year,
        })
        .collect()
}

/// The name before a last pair of brackets.
fn stem(name: &str) -> Option<&str> {
    let (stem, _) = name.strip_suffix(')')?.rsplit_once('(')?;
    Some(stem.trim()).filter(|stem| !stem.is_empty())
}
