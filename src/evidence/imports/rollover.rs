//! The change of school year as one act: places and ties of the old year end on 31 July, and groups that arrived in parts
//! become one. Who goes where comes from the roster of the new year, an import like any other; `plan` shows both.
//! Scores stay with the group they were given in.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::known::Known;
use super::merge::begin;
use super::{actor::Actor, groups_store, log::Log, parts};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Conn, Error, GroupId, ImportId, Message, Result, SchoolId, audit};
use crate::school::model::{Membership, Relation};

mod plan;

pub use self::plan::{NewGroup, Plan, Who, plan};

/// The kind under which changes of year stand among the imports.
const ROLLOVER: &str = "rollover";

/// From so many days before 1 August the change of year is that to the coming one: from 1 May.
const AHEAD: Days = Days::new(92);

/// The school year whose beginning is at hand: the coming one from May on, else this one.
#[must_use]
pub fn year_at_hand(today: NaiveDate) -> i32 {
    school_year(today.checked_add_days(AHEAD).unwrap_or(today))
}

/// Ends the old year; `as_one` names the wholes whose parts become one group. Gives the act, by which it is taken back.
///
/// `Refused` where no pupil sits in a group of the new year yet; `Conflict` while an import of the school is under way.
pub fn roll_over(
    conn: &mut Conn,
    now: NaiveDateTime,
    actor: Actor<'_>,
    school: &SchoolId,
    year: i32,
    as_one: &[String],
) -> Result<ImportId> {
    actor.may_import(school)?;
    let known = Known::of(conn, school)?;
    let start = school_year_start(year);
    if !known
        .memberships
        .values()
        .flatten()
        .any(|place| place.covers(start) && of(&known, place) == Some(year))
    {
        return Err(Error::Refused(Message::new("rollover-no-list").with("year", label(year))));
    }
    let act = begin(conn, now, actor, school, ROLLOVER, &label(year))?;
    let mut log = Log::new(act.clone());
    for whole in parts::wholes(&known, year).iter().filter(|one| as_one.contains(&one.name)) {
        parts::join(conn, &known, school, whole, &mut log)?;
    }
    let eve = start.pred_opt();
    for place in known.places() {
        if place.covers(start)
            && of(&known, place).is_some_and(|old| old < year)
            && Some(place.starts_on) <= eve
        {
            log.changed("membership", &place.id, place)?;
            super::people_store::update_membership(conn, &Membership { ends_on: eve, ..place.clone() })?;
        }
    }
    let old: HashMap<&GroupId, i32> =
        known.groups.iter().map(|group| (&group.id, group.school_year)).collect();
    for tie in groups_store::group_relations(conn, school)? {
        let of_old_year = tie.group_id.as_ref().and_then(|id| old.get(id)).is_some_and(|of| *of < year);
        if of_old_year && tie.ends_on.is_none_or(|last| last >= start) && Some(tie.starts_on) <= eve {
            log.changed("tie", &tie.id, &tie)?;
            groups_store::update_relation(conn, &Relation { ends_on: eve, ..tie })?;
        }
    }
    log.flush(conn)?;
    audit::record(conn, now, &actor.entry("roll-over", &act).detail(format!("year={}", label(year))))?;
    Ok(act)
}

/// The school year of the group of a place.
fn of(known: &Known, place: &Membership) -> Option<i32> {
    known.group(place).map(|group| group.school_year)
}

/// A school year as people write it: `2026-2027`.
fn label(year: i32) -> String {
    format!("{year}-{}", year + 1)
}
