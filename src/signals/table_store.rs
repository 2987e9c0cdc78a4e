//! Reads the board's scores as the table the analysis runs on, with the way back from its numbers to ids.
//! One query, one pass; a row for each score.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Duration, NaiveDate};
use diesel::prelude::*;

use crate::analytics::{ScoreLine, ScoreTable, SeriesKey};
use crate::evidence::informant::Informant;
use crate::evidence::instruments::{Catalogue, Sex};
use crate::evidence::score_type::ScoreType;
use crate::ground::db::schema::{groups, pupils, rounds, schools, scores, series};
use crate::ground::{Conn, Error, GroupId, PupilId, Result, SchoolId};

/// A round is one administration period: what lies further beyond a school's own last list is a later one.
const SAME_ROUND: Duration = Duration::days(90);

/// The table, and what its numbers stand for.
#[derive(Debug, Default)]
pub struct BoardTable {
    /// The scores.
    pub scores: ScoreTable,
    /// Schools by number.
    pub schools: Vec<SchoolId>,
    /// Groups by number, with their names.
    pub groups: Vec<(GroupId, String)>,
    /// Pupils by number.
    pub pupils: HashMap<i64, PupilId>,
    /// Score by series, pupil and day: for the small charts.
    pub history: BTreeMap<(u32, i64, NaiveDate), (u32, f64)>,
}

type Row = (i64, i32, i32, NaiveDate, f64, Option<GroupId>, SchoolId);

/// The scores of the whole board as far as they belong to the time of this school's own: the board is the
/// reference, but a school is judged in its own last round, not in one it has not had yet.
/// Series that the catalogue does not know are left out: they must not keep all others from being looked at.
pub(super) fn load(
    conn: &mut Conn,
    school: &SchoolId,
    catalogue: &Catalogue,
) -> Result<BoardTable> {
    let mut table = BoardTable {
        schools: schools::table
            .order(schools::brin)
            .select(schools::id)
            .load(conn)?,
        groups: groups::table
            .order((groups::name, groups::id))
            .select((groups::id, groups::name))
            .load(conn)?,
        ..BoardTable::default()
    };
    let (series_at, keys) = known_series(conn, catalogue)?;
    let labels: Vec<(i32, String)> = rounds::table
        .order(rounds::key)
        .select((rounds::key, rounds::label))
        .load(conn)?;
    let round_at = places(labels.iter().map(|(key, _)| *key));
    let school_at = places(table.schools.iter().cloned());
    let group_at = places(table.groups.iter().map(|(id, _)| id.clone()));
    let people: HashMap<i64, Person> = people(conn)?;
    table.pupils = people
        .iter()
        .map(|(key, person)| (*key, person.id.clone()))
        .collect();
    let rows: Vec<Row> = scores::table
        .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
        .order((scores::pupil_key, scores::series_key, scores::round_key))
        .select((
            scores::pupil_key,
            scores::series_key,
            scores::round_key,
            scores::taken_on,
            scores::value,
            scores::group_id,
            pupils::school_id,
        ))
        .load(conn)?;
    let cycle = |at: u32| {
        keys.get(at as usize)
            .map(|k| (k.instrument.clone(), k.informant))
    };
    let mut last: HashMap<(String, Informant), NaiveDate> = HashMap::new();
    for row in rows.iter().filter(|row| row.6 == *school) {
        if let Some(key) = series_at.get(&row.1).and_then(|at| cycle(*at)) {
            let day = last.entry(key).or_insert(row.3);
            *day = (*day).max(row.3);
        }
    }
    table.scores = ScoreTable::new(keys.clone(), labels.into_iter().map(|(_, l)| l).collect());
    for (pupil, series, round, date, score, group, of) in rows {
        let (Some(series), Some(round), Some(at)) = (
            series_at.get(&series),
            round_at.get(&round),
            school_at.get(&of),
        ) else {
            continue;
        };
        let in_time = cycle(*series)
            .and_then(|key| last.get(&key).copied())
            .is_some_and(|day| date <= day + SAME_ROUND);
        if !in_time {
            continue;
        }
        let person = people.get(&pupil);
        table.scores.push(&ScoreLine {
            school: *at,
            group: group.as_ref().and_then(|id| group_at.get(id).copied()),
            year: None,
            pupil,
            series: *series,
            round: *round,
            date,
            score,
            birth_date: person.and_then(|p| p.birth_date),
            sex: person.and_then(|p| p.sex),
        });
        table
            .history
            .insert((*series, pupil, date), (*round, score));
    }
    Ok(table)
}

struct Person {
    id: PupilId,
    birth_date: Option<NaiveDate>,
    sex: Option<Sex>,
}

fn people(conn: &mut Conn) -> Result<HashMap<i64, Person>> {
    let rows: Vec<(i64, PupilId, Option<NaiveDate>, Option<String>)> = pupils::table
        .select((pupils::key, pupils::id, pupils::birth_date, pupils::sex))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(key, id, birth_date, sex)| {
            let sex = match sex.as_deref() {
                Some("m") => Some(Sex::M),
                Some("f" | "v") => Some(Sex::F),
                _ => None,
            };
            (
                key,
                Person {
                    id,
                    birth_date,
                    sex,
                },
            )
        })
        .collect())
}

fn known_series(
    conn: &mut Conn,
    catalogue: &Catalogue,
) -> Result<(HashMap<i32, u32>, Vec<SeriesKey>)> {
    let rows: Vec<(i32, String, String, String, String, String)> =
        series::table.order(series::key).load(conn)?;
    let mut at = HashMap::new();
    let mut keys = Vec::new();
    let mut unknown = BTreeSet::new();
    for (key, instrument, version, informant, scale, unit) in rows {
        let defined = catalogue
            .get(&instrument)
            .is_some_and(|one| one.scale(&scale).is_some());
        let words = Informant::from_code(&informant).zip(ScoreType::from_code(&unit));
        let Some((informant, score_type)) = words.filter(|_| defined) else {
            unknown.insert(format!("{instrument}/{informant}/{scale}"));
            continue;
        };
        at.insert(key, u32::try_from(keys.len()).map_err(Error::internal)?);
        keys.push(SeriesKey {
            instrument,
            version,
            informant,
            scale,
            score_type,
        });
    }
    if !unknown.is_empty() {
        tracing::warn!(?unknown, "series that no instrument defines are left out");
    }
    Ok((at, keys))
}

/// The place of each in its list, as the table's number.
fn places<T: std::hash::Hash + Eq>(all: impl Iterator<Item = T>) -> HashMap<T, u32> {
    (0_u32..).zip(all).map(|(at, one)| (one, at)).collect()
}
