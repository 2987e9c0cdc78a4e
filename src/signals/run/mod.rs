//! From the database to signals: read the board's scores and the school's sociograms, run the analysis, keep what is new, raise it.
//! The computation holds no lock; raising is one transaction. A second run on the same data raises nothing.

mod cause;
mod choose;
mod history;
mod order;
mod teacher;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use self::cause::cause;
use self::choose::{Chosen, choose};
use self::order::count;
use self::teacher::teacher;
use super::critical;
use super::model::Severity;
use super::raise::{self, OF_RATER, Outcome, Terms};
use super::ruleset::Ruleset;
use super::{evidence_store, silence_store, sociogram_store, table_store};
use crate::analytics::Analysis;
use crate::evidence::instruments::Catalogue;
use crate::ground::audit::{self, Entry};
use crate::ground::calendar::Calendar;
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Db, GroupId, PupilId, Result};
use crate::school::{School, closed_weeks, store as people};

pub use self::order::{Order, Ran};

/// Runs the rules on a school.
///
/// # Errors
/// When the database refuses, or a ruleset is not known; `Conflict` when the starting picture was asked for before.
pub fn run(
    db: &Db,
    catalogue: &Catalogue,
    mentor_days: u32,
    now: NaiveDateTime,
    today: NaiveDate,
    order: &Order,
) -> Result<Ran> {
    let (school, ruleset, mut table, sociograms, troubled) = db.read_blocking(|conn| {
        let school = people::school(conn, &order.school)?;
        let ruleset = match &order.ruleset {
            Some(name) => Ruleset::find(name)?,
            None => Ruleset::of_school(conn, &school)?,
        };
        let mut table = table_store::load(conn, &order.school, catalogue)?;
        table.enrol(&order.school, &people::places(conn, &order.school, today)?);
        let sociograms = sociogram_store::load(conn, &order.school, &table)?;
        let troubled = evidence_store::troubled(conn, &order.school)?;
        Ok((school, ruleset, table, sociograms, troubled))
    })?;
    let (analysis, _) = Analysis::new(std::mem::take(&mut table.scores), catalogue)?;
    let Chosen { findings, withheld, stabilities, silences } =
        choose(&analysis, &ruleset, &table, &sociograms, &school, order, troubled)?;
    let mut ran = Ran { findings: findings.len(), withheld, ..Ran::default() };
    let raise_all = |conn: &mut Conn| -> Result<Ran> {
        if order.ruleset.is_none() {
            Ruleset::keep_start(conn, &school)?;
        }
        if let Some(asked) = &order.starting_picture {
            people::ask_starting_picture(conn, now, &school.id)?;
            audit::record(conn, now, asked)?;
        }
        let calendar = closed_weeks::calendar(conn, &school)?;
        let terms = Terms { now, mentor_until: calendar.after(today, mentor_days), has_mentor: false };
        if calendar.rests(today) && order.starting_picture.is_none() {
            return wait(conn, catalogue, terms, today, &calendar, &school, &ruleset);
        }
        let places: HashMap<PupilId, GroupId> = people::places(conn, &school.id, today)?
            .into_iter()
            .map(|(pupil, group)| (pupil, group.id))
            .collect();
        let mut mentors: HashMap<GroupId, bool> = HashMap::new();
        for finding in &findings {
            let mut cause = cause(finding, &analysis, &table, &ruleset, &school, &places, catalogue)?;
            cause.only_for = teacher(conn, finding, &analysis, &table, today)?;
            if let Some(teacher) = &cause.only_for {
                // A signal for each teacher: what one may see of another's lists is nothing.
                cause.domain = format!("{OF_RATER}{}", teacher.0);
            }
            let has_mentor = match &cause.group {
                Some(group) => has_mentor(conn, &mut mentors, group, today)?,
                None => false,
            };
            match raise::raise(conn, Terms { has_mentor, ..terms }, &cause)?.1 {
                Outcome::New if finding.severity < Severity::C => count(&mut ran, finding.level),
                Outcome::Joined => ran.joined += 1,
                Outcome::Reopened => ran.reopened += 1,
                // A new note stands on a page, and is told to nobody.
                Outcome::New | Outcome::Nothing => {}
            }
        }
        critical::raise(conn, catalogue, terms, today, &school, &ruleset)?;
        table_store::keep_expectations(conn, &analysis, &stabilities)?;
        silence_store::replace(conn, &school.id, &silences, (&analysis.layout, &table))?;
        if ran.raised.iter().sum::<usize>() + ran.reopened > 0 {
            outbox::enqueue(conn, now, &Task::SignalsRaised { school: school.id.clone() })?;
        }
        let entry = Entry::of("system", "raise-signals", "school", &school.id)
            .detail(format!("ruleset={} {ran:?}", ruleset.name));
        audit::record(conn, now, &entry)?;
        Ok(ran)
    };
    if order.dry_run { db.rehearse_blocking(raise_all) } else { db.write_blocking(raise_all) }
}

/// The school is closed: critical answers alone are raised (ADR 33), all else on the first school day after.
fn wait(
    conn: &mut Conn,
    catalogue: &Catalogue,
    terms: Terms,
    today: NaiveDate,
    calendar: &Calendar,
    school: &School,
    ruleset: &Ruleset,
) -> Result<Ran> {
    critical::raise(conn, catalogue, terms, today, school, ruleset)?;
    let on = calendar.next_school_day(today);
    outbox::enqueue_for(conn, terms.now, on, &Task::RaiseSignals { school: school.id.clone() })?;
    let entry =
        Entry::of("system", "raise-signals", "school", &school.id).detail(format!("closed, until={on}"));
    audit::record(conn, terms.now, &entry)?;
    Ok(Ran { waits_until: Some(on), ..Ran::default() })
}

fn has_mentor(
    conn: &mut Conn,
    known: &mut HashMap<GroupId, bool>,
    group: &GroupId,
    today: NaiveDate,
) -> Result<bool> {
    if let Some(has) = known.get(group) {
        return Ok(*has);
    }
    let has = !people::mentors(conn, group, today)?.is_empty();
    known.insert(group.clone(), has);
    Ok(has)
}
