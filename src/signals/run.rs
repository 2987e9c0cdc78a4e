//! From the database to signals: read the board's scores, run the analysis, keep what is new, raise it.
//! The computation holds no lock; raising is one transaction. A second run on the same data raises nothing.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::finding::Finding;
use super::kept::{Kept, Point};
use super::model::Level;
use super::raise::{self, Cause, Outcome, Terms};
use super::ruleset::Ruleset;
use super::table_store::{self, BoardTable};
use super::{fresh, rules};
use crate::analytics::{self, Assessed, Span};
use crate::evidence::instruments::{Audience, Catalogue, Direction};
use crate::ground::audit::{self, Entry};
use crate::ground::calendar::Calendar;
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Db, Error, GroupId, PupilId, Result, SchoolId};
use crate::school::{School, store as people};

/// What to run.
#[derive(Debug, Clone)]
pub struct Order {
    /// The school.
    pub school: SchoolId,
    /// Another ruleset than the school's own.
    pub ruleset: Option<String>,
    /// Whoever asks that pupils' findings of the starting picture are raised too, standing ones included: the line
    /// for the log. Asked for once.
    pub starting_picture: Option<Entry>,
    /// Only count: it is all done and taken back, so that the count is what would come.
    pub dry_run: bool,
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ran {
    /// Findings that were new (or, asked for the starting picture, that held).
    pub findings: usize,
    /// New signals, by level: pupil, group, school.
    pub raised: [usize; 3],
    /// Findings that joined an open signal.
    pub joined: usize,
    /// Ended signals that came back.
    pub reopened: usize,
    /// Findings on pupils that the starting picture holds back until the coordinator asks.
    pub withheld: usize,
}

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
    let (school, table) = db.read_blocking(|conn| {
        Ok((people::school(conn, &order.school)?, table_store::load(conn, &order.school, catalogue)?))
    })?;
    let ruleset = Ruleset::find(order.ruleset.as_deref().unwrap_or(&school.ruleset))?;
    let assessed = analytics::run(&table.scores, catalogue, Span::Last)?;
    let (findings, withheld) = choose(&assessed, &ruleset, &table, &school, order);
    let mut ran = Ran { findings: findings.len(), withheld, ..Ran::default() };
    let raise_all = |conn: &mut Conn| -> Result<Ran> {
        if let Some(asked) = &order.starting_picture {
            people::ask_starting_picture(conn, now, &school.id)?;
            audit::record(conn, now, asked)?;
        }
        let terms = Terms {
            now,
            mentor_until: Calendar::of_region(&school.region).after(today, mentor_days),
            has_mentor: false,
        };
        let places: HashMap<PupilId, GroupId> = people::places(conn, &school.id, today)?
            .into_iter()
            .map(|(pupil, group)| (pupil, group.id))
            .collect();
        let mut mentors: HashMap<GroupId, bool> = HashMap::new();
        for finding in &findings {
            let cause = cause(finding, &assessed, &table, &ruleset, &school, &places, catalogue)?;
            let has_mentor = match &cause.group {
                Some(group) => has_mentor(conn, &mut mentors, group, today)?,
                None => false,
            };
            match raise::raise(conn, Terms { has_mentor, ..terms }, &cause)?.1 {
                Outcome::New => count(&mut ran, finding.level),
                Outcome::Joined => ran.joined += 1,
                Outcome::Reopened => ran.reopened += 1,
                Outcome::Nothing => {}
            }
        }
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

const fn count(ran: &mut Ran, level: Level) {
    let [pupil, group, school] = &mut ran.raised;
    match level {
        Level::Pupil => *pupil += 1,
        Level::Group => *group += 1,
        Level::School => *school += 1,
    }
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

/// The findings to raise, and how many on pupils are held back.
fn choose(
    assessed: &Assessed,
    ruleset: &Ruleset,
    table: &BoardTable,
    school: &School,
    order: &Order,
) -> (Vec<Finding>, usize) {
    let of_school =
        |finding: &Finding| table.schools.get(finding.school as usize).is_some_and(|id| *id == school.id);
    let mut found: Vec<Finding> = if order.starting_picture.is_some() {
        rules::findings(assessed, ruleset)
            .into_iter()
            .filter(|f| f.level == Level::Pupil && assessed.layout.is_last(f.series, f.round_at))
            .collect()
    } else {
        fresh::findings(assessed, ruleset, Span::Last)
    };
    found.retain(of_school);
    if order.starting_picture.is_some() {
        return (found, 0);
    }
    let before = found.len();
    found.retain(|finding| {
        finding.level != Level::Pupil
            || school
                .starting_picture_until
                .is_none_or(|until| day(finding, assessed, table).is_some_and(|day| day > until))
    });
    let withheld = before - found.len();
    (found, withheld)
}

/// The day of the pupil's own score that a finding is about: the round may lie elsewhere at other schools.
fn day(finding: &Finding, assessed: &Assessed, table: &BoardTable) -> Option<NaiveDate> {
    let series = series_at(finding, assessed, table)?;
    let rounds = assessed.layout.rounds(finding.series);
    let round = rounds.get(finding.round_at as usize)?.label;
    scores_of(table, series, finding.pupil?).find(|(_, of, _)| *of == round).map(|(date, ..)| date)
}

/// The place in the table of the scale that a finding speaks of.
fn series_at(finding: &Finding, assessed: &Assessed, table: &BoardTable) -> Option<u32> {
    let key = &assessed.layout.series(finding.series)?.key;
    let at = table.scores.series.iter().position(|one| {
        one.instrument == key.instrument
            && one.version == key.version
            && one.informant == key.informant
            && one.score_type == key.score_type
            && one.scale == finding.scale
    });
    u32::try_from(at?).ok()
}

/// Day, round and score of a pupil on a series, oldest first.
fn scores_of(
    table: &BoardTable,
    series: u32,
    pupil: i64,
) -> impl Iterator<Item = (NaiveDate, u32, f64)> + '_ {
    let from = (series, pupil, NaiveDate::MIN);
    let to = (series, pupil, NaiveDate::MAX);
    let range = table.history.range(from..=to);
    range.map(|((_, _, date), (round, score))| (*date, *round, *score))
}

/// A finding as the cause of a signal, with everything that is kept of it.
fn cause(
    finding: &Finding,
    assessed: &Assessed,
    table: &BoardTable,
    ruleset: &Ruleset,
    school: &School,
    places: &HashMap<PupilId, GroupId>,
    catalogue: &Catalogue,
) -> Result<Cause> {
    let pupil = finding.pupil.and_then(|key| table.pupils.get(&key)).cloned();
    let group = match finding.level {
        // The pupil's group now: that mentor is asked, also about a list of the year before.
        Level::Pupil => pupil.as_ref().and_then(|id| places.get(id)).cloned(),
        Level::Group => finding.group.and_then(|at| table.groups.get(at as usize)).map(|(id, _)| id.clone()),
        Level::School => None,
    };
    let scale =
        catalogue.get(&finding.instrument).and_then(|instrument| instrument.scale(&finding.scale).cloned());
    let restricted = scale.as_ref().is_some_and(|s| s.audience == Audience::Coordinator);
    let expected = match (finding.expected, finding.expected_low, finding.expected_high) {
        (Some(at), Some(low), Some(high)) => Some((at, low, high)),
        _ => None,
    };
    let kept = Kept {
        reason: finding.reason.clone(),
        scale_name: finding.scale_name.clone(),
        min: scale.as_ref().map_or(0.0, |s| s.min),
        max: scale.as_ref().map_or(0.0, |s| s.max),
        high_is_good: scale.is_some_and(|s| s.high_is == Direction::Strength),
        expected,
        threshold: Some(finding.threshold),
        history: history(finding, assessed, table),
        figures: serde_json::to_value(finding).map_err(Error::internal)?,
    };
    Ok(Cause {
        level: finding.level,
        school: school.id.clone(),
        group,
        pupil,
        domain: finding.domain.code().to_owned(),
        restricted,
        severity: finding.severity,
        rule: finding.rule.code().to_owned(),
        series: format!("{}/{}/{}", finding.instrument, finding.informant.code(), finding.scale),
        round: finding.round.clone(),
        statistic: Some(finding.statistic),
        ruleset: format!("{} {}", ruleset.name, ruleset.date),
        observation: None,
        finding: serde_json::to_string(&kept).map_err(Error::internal)?,
    })
}

/// The series behind a finding, oldest first: the pupil's scores, or the mean over the pupils who are in the
/// group (or school) in the finding's round, followed back.
fn history(finding: &Finding, assessed: &Assessed, table: &BoardTable) -> Vec<Point> {
    let Some(series) = series_at(finding, assessed, table) else {
        return Vec::new();
    };
    let pupils: Vec<i64> = match finding.pupil {
        Some(pupil) => vec![pupil],
        None => assessed
            .assessments
            .iter()
            .filter(|a| a.series == finding.series && a.round == finding.round_at)
            .filter(|a| a.school == finding.school)
            .filter(|a| finding.group.is_none() || a.group == finding.group)
            .map(|a| a.pupil)
            .collect(),
    };
    let mut rounds: Vec<(u32, NaiveDate, f64, u32)> = Vec::new();
    for pupil in pupils {
        for (date, round, score) in scores_of(table, series, pupil) {
            match rounds.iter_mut().find(|(known, ..)| *known == round) {
                Some((_, _, sum, n)) => {
                    *sum += score;
                    *n += 1;
                }
                None => rounds.push((round, date, score, 1)),
            }
        }
    }
    rounds.sort_by_key(|(_, date, ..)| *date);
    rounds
        .into_iter()
        .filter_map(|(round, _, sum, n)| {
            let label = table.scores.rounds.get(round as usize)?;
            Some(Point { round: label.clone(), score: sum / f64::from(n) })
        })
        .collect()
}
