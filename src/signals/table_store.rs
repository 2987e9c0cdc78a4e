//! Reads the board's scores as the table the analysis runs on, with the way back from its numbers to ids.
//! One query, one pass; a row for each score.

use std::collections::HashMap;

use diesel::prelude::*;

use super::keys_store::{Person, known_series, people, places};
use super::own_time::{Cycle, Row, own_times};
use crate::analytics::{ScoreLine, ScoreTable, SeriesKey};
use crate::evidence::files::Series;
use crate::evidence::instruments::{Catalogue, Stability};
use crate::evidence::objections;
use crate::evidence::results::store as results;
use crate::ground::db::schema::{groups, pupils, rounds, schools, scores};
use crate::ground::{Conn, GroupId, PupilId, Result, SchoolId};

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
    /// Who filled in by number, as the scores name them.
    pub raters: Vec<String>,
}

/// The scores of the whole board as far as they belong to the time of this school's own: the board is the
/// reference, but a school is judged in its own last round, not in one it has not had yet.
/// Series that the catalogue does not know are left out: they must not keep all others from being looked at. So are
/// the lists of pupils whose parents object.
pub(super) fn load(conn: &mut Conn, school: &SchoolId, catalogue: &Catalogue) -> Result<BoardTable> {
    let mut table = BoardTable {
        schools: schools::table.order(schools::brin).select(schools::id).load(conn)?,
        groups: groups::table
            .order((groups::name, groups::id))
            .select((groups::id, groups::name))
            .load(conn)?,
        ..BoardTable::default()
    };
    let (series_at, keys) = known_series(conn, catalogue)?;
    let labels: Vec<(i32, String)> =
        rounds::table.order(rounds::key).select((rounds::key, rounds::label)).load(conn)?;
    let round_at = places(labels.iter().map(|(key, _)| *key));
    let school_at = places(table.schools.iter().cloned());
    let group_at = places(table.groups.iter().map(|(id, _)| id.clone()));
    let people: HashMap<i64, Person> = people(conn)?;
    table.pupils = people.iter().map(|(key, person)| (*key, person.id.clone())).collect();
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
            scores::rater,
        ))
        .load(conn)?;
    let left_out = objections::left_out(conn)?;
    let rows: Vec<Row> = rows.into_iter().filter(|row| !left_out.contains(&(row.0, row.1))).collect();
    let cycle_at: HashMap<i32, Cycle<'_>> = series_at
        .iter()
        .filter_map(|(key, at)| Some((*key, keys.get(*at as usize)?)))
        .map(|(key, one)| (key, (one.instrument.as_str(), one.informant)))
        .collect();
    let times = own_times(&rows, school, &cycle_at);
    table.scores = ScoreTable::new(keys.clone(), labels.into_iter().map(|(_, l)| l).collect());
    table.scores.by_sex = schools::table.find(school).select(schools::norms_by_sex).first(conn)?;
    let mut rater_at: HashMap<String, u32> = HashMap::new();
    for (pupil, series, round, date, score, group, of, rater) in rows {
        let cycle = cycle_at.get(&series);
        let (Some(series), Some(round_at), Some(at)) =
            (series_at.get(&series), round_at.get(&round), school_at.get(&of))
        else {
            continue;
        };
        let time = cycle.and_then(|cycle| times.get(cycle));
        if !time.is_some_and(|time| of == *school || time.holds(round, date)) {
            continue;
        }
        let person = people.get(&pupil);
        table.scores.push(&ScoreLine {
            school: *at,
            group: group.as_ref().and_then(|id| group_at.get(id).copied()),
            year: None,
            pupil,
            series: *series,
            round: *round_at,
            date,
            score,
            rater: (!rater.is_empty()).then(|| number(&mut rater_at, rater)),
            origin: 0,
            birth_date: person.and_then(|p| p.birth_date),
            sex: person.and_then(|p| p.sex),
        });
    }
    table.raters = in_order(rater_at);
    Ok(table)
}

/// Keeps how the scores of each series hang together, so that the pages expect what the rules do.
pub(super) fn keep_stabilities(conn: &mut Conn, found: &[(SeriesKey, Stability)]) -> Result<()> {
    let keys = results::series_keys(conn)?;
    for (SeriesKey { instrument, version, informant, scale, score_type }, stability) in found.iter().cloned()
    {
        let series = Series { instrument, version, informant, scale, score_type };
        if let Some(key) = keys.get(&series) {
            results::set_shares(conn, *key, (stability.lasting, stability.state))?;
        }
    }
    Ok(())
}

/// The number of a rater, as they are met.
fn number(known: &mut HashMap<String, u32>, rater: String) -> u32 {
    let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
    *known.entry(rater).or_insert(next)
}

fn in_order(numbers: HashMap<String, u32>) -> Vec<String> {
    let mut all: Vec<(u32, String)> = numbers.into_iter().map(|(name, at)| (at, name)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, name)| name).collect()
}
