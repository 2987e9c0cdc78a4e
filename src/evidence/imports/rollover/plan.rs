//! What the change of a school year comes to: who goes from which group to which, who leaves, who is new, which groups end,
//! and who is tied to the new ones. Read from what is known, so that it also says what a rehearsed roster would bring.

use std::collections::{BTreeMap, BTreeSet};

use super::{label, of};
use crate::evidence::imports::known::Known;
use crate::evidence::imports::parts::{self, Whole};
use crate::evidence::imports::{actor::Actor, groups_store};
use crate::ground::clock::school_year_start;
use crate::ground::{Conn, Result, SchoolId};
use crate::school::store::mentors;

/// The change of a school year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The new school year, as people write it.
    pub year: String,
    /// How many pupils go from a group to a group.
    pub goes: Vec<(String, String, usize)>,
    /// Who sits in no group of the new year: leaves, and from which group.
    pub leaves: Vec<Who>,
    /// Who sat in no group before, and in which now.
    pub comes: Vec<Who>,
    /// The groups of the new year.
    pub groups: Vec<NewGroup>,
    /// Groups of which no group of the new year has the name.
    pub ended: Vec<String>,
    /// How many ties to groups of the old year end.
    pub ties: usize,
    /// Groups that arrived in parts.
    pub wholes: Vec<Whole>,
}

/// A pupil, by number alone: who changes the year need not read of pupils. And a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who {
    /// The group.
    pub group: String,
    /// The number.
    pub number: String,
}

/// A group of the new year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGroup {
    /// Its name.
    pub name: String,
    /// How many pupils.
    pub pupils: usize,
    /// Who is tied to it on the first day.
    pub mentors: Vec<String>,
}

/// The change to a school year at a school, as things are known now.
pub fn plan(conn: &mut Conn, actor: Actor<'_>, school: &SchoolId, year: i32) -> Result<Plan> {
    actor.may_import(school)?;
    let known = Known::of(conn, school)?;
    let start = school_year_start(year);
    let mut plan = Plan { year: label(year), wholes: parts::wholes(&known, year), ..Plan::default() };
    let (mut goes, mut pupils) = (BTreeMap::new(), BTreeMap::new());
    let mut held = BTreeSet::new();
    for pupil in known.pupils.values() {
        let places = known.memberships.get(&pupil.id).map_or(&[][..], Vec::as_slice);
        let named = |at: &dyn Fn(i32) -> bool| {
            let mut lasting = places.iter().rev().filter(|place| of(&known, place).is_some_and(at));
            lasting.find(|place| {
                place.covers(start) || (place.ends_on.and_then(|last| last.succ_opt()) == Some(start))
            })
        };
        let name = |place| known.group(place).map_or_else(String::new, |group| group.name.clone());
        let before = named(&|of| of < year);
        let after = named(&|of| of == year).map(name);
        held.extend(before.map(name));
        if let Some(group) = &after {
            *pupils.entry(group.clone()).or_insert(0) += 1;
        }
        match (before, after) {
            (Some(from), Some(to)) => *goes.entry((name(from), to)).or_insert(0) += 1,
            (Some(from), None) => plan.leaves.push(Who { group: name(from), number: pupil.number.clone() }),
            (None, Some(to)) => plan.comes.push(Who { group: to, number: pupil.number.clone() }),
            (None, None) => {}
        }
    }
    plan.goes = goes.into_iter().map(|((from, to), count)| (from, to, count)).collect();
    plan.leaves.sort();
    plan.comes.sort();
    plan.ended = held.into_iter().filter(|name| !pupils.contains_key(name)).collect();
    for (name, count) in pupils {
        let group = known.groups.iter().find(|one| one.school_year == year && one.name == name);
        let tied = group.map(|group| mentors(conn, &group.id, start)).transpose()?.unwrap_or_default();
        let mentors = tied.into_iter().map(|(_, name)| name).collect();
        plan.groups.push(NewGroup { name, pupils: count, mentors });
    }
    let ties = groups_store::group_relations(conn, school)?;
    let old = |id| known.groups.iter().any(|group| Some(&group.id) == id && group.school_year < year);
    let lasts = |last: Option<chrono::NaiveDate>| last.is_none_or(|last| last >= start);
    plan.ties = ties.iter().filter(|tie| old(tie.group_id.as_ref()) && lasts(tie.ends_on)).count();
    Ok(plan)
}
