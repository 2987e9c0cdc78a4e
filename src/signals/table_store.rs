//! Reads the board's scores as the table the analysis runs on, with the way back from its numbers to ids.
//! One query, one pass; a row for each score.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;
use rustc_hash::FxHashMap;

use super::keys_store::{Person, known_series, people, places};
use super::own_time::{Cycle, Taken, own_times};
use crate::analytics::{Analysis, Roster, ScoreLine, ScoreTable, SeriesKey};
use crate::evidence::files::Series;
use crate::evidence::instruments::{Catalogue, Stability};
use crate::evidence::objections;
use crate::evidence::results::{Origin, Row, origins_store, store as results};
use crate::ground::db::schema::{groups, memberships, pupils, rounds, schools, scores};
use crate::ground::{Conn, Error, GroupId, PupilId, Result, SchoolId};
use crate::school::Group;

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

impl BoardTable {
    /// Takes in who is at a school, and in which group.
    pub fn enrol(&mut self, school: &SchoolId, places_now: &[(PupilId, Group)]) {
        let key_of: HashMap<&PupilId, i64> = self.pupils.iter().map(|(key, id)| (id, *key)).collect();
        let group_at = places(self.groups.iter().map(|(id, _)| id));
        let groups = places_now.iter().filter_map(|(pupil, group)| {
            let group = group_at.get(&group.id).copied();
            key_of.get(pupil).map(|key| (*key, group))
        });
        let school = (0..).zip(&self.schools).find(|(_, id)| *id == school).map(|(at, _)| at);
        self.scores.roster = school.map(|school| Roster { school, groups: groups.collect() });
    }
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
    let left_out = objections::left_out(conn)?;
    let rows: Vec<Row> = scores::table
        .order((scores::pupil_key, scores::series_key, scores::round_key))
        .select(Row::as_select())
        .load(conn)?;
    let of_school = |key: &i64| school_at.get(&people.get(key)?.school).copied();
    let rows: Vec<Taken> = rows
        .into_iter()
        .filter(|row| !left_out.contains(&(row.pupil_key, row.series_key)))
        .filter_map(|row| Some(Taken { row, school: of_school(&row.pupil_key)? }))
        .collect();
    let own = *school_at.get(school).ok_or(Error::NotFound("school"))?;
    let cycle_at: HashMap<i32, Cycle<'_>> = series_at
        .iter()
        .filter_map(|(key, at)| Some((*key, keys.get(*at as usize)?)))
        .map(|(key, one)| (key, (one.instrument.as_str(), one.informant)))
        .collect();
    let times = own_times(&rows, own, &cycle_at);
    table.scores = ScoreTable::new(keys.clone(), labels.into_iter().map(|(_, l)| l).collect());
    let apart = left_out.iter().filter_map(|(pupil, series)| Some((*pupil, *series_at.get(series)?)));
    table.scores.left_out = apart.collect();
    table.scores.by_sex = schools::table.find(school).select(schools::norms_by_sex).first(conn)?;
    let (from, raters) = origins(conn, &group_at)?;
    let years = years(conn, &group_at)?;
    table.raters = raters;
    for Taken { row, school } in rows {
        let (Some(series), Some(round)) = (series_at.get(&row.series_key), round_at.get(&row.round_key))
        else {
            continue;
        };
        let time = cycle_at.get(&row.series_key).and_then(|cycle| times.get(cycle));
        if !time.is_some_and(|time| school == own || time.holds(row.round_key, row.taken_on)) {
            continue;
        }
        let person = people.get(&row.pupil_key);
        let (group, rater) = from.get(&row.origin_key).copied().unwrap_or_default();
        table.scores.push(&ScoreLine {
            school,
            group,
            year: group.and_then(|group| years.get(&(row.pupil_key, group)).copied()),
            pupil: row.pupil_key,
            series: *series,
            round: *round,
            date: row.taken_on,
            score: row.value,
            rater,
            origin: 0,
            birth_date: person.and_then(|p| p.birth_date),
            sex: person.and_then(|p| p.sex),
        });
    }
    Ok(table)
}

/// Keeps how the scores of each series hang together and when its rounds were, so that the pages expect what the rules do.
pub(super) fn keep_expectations(
    conn: &mut Conn,
    analysis: &Analysis,
    found: &[(SeriesKey, Stability)],
) -> Result<()> {
    let keys = results::series_keys(conn)?;
    let key_of = |key: &SeriesKey| {
        let SeriesKey { instrument, version, informant, scale, score_type } = key.clone();
        keys.get(&Series { instrument, version, informant, scale, score_type }).copied()
    };
    for (series, stability) in found {
        if let Some(key) = key_of(series) {
            results::set_shares(conn, key, (stability.lasting, stability.state))?;
        }
    }
    let days: Vec<_> = analysis.round_days().filter_map(|(of, days)| Some((key_of(of)?, days))).collect();
    results::set_round_days(conn, &days)
}

/// The year level of each pupil in each home group, where it is known as a number.
fn years(conn: &mut Conn, group_at: &HashMap<GroupId, u32>) -> Result<FxHashMap<(i64, u32), u32>> {
    let rows: Vec<(i64, GroupId, String)> = memberships::table
        .inner_join(pupils::table)
        .filter(memberships::cluster.eq(false))
        .filter(memberships::year.ne(""))
        .select((pupils::key, memberships::group_id, memberships::year))
        .load(conn)?;
    let known = |(pupil, group, year): (i64, GroupId, String)| {
        Some(((pupil, *group_at.get(&group)?), year.trim().parse().ok()?))
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// The numbers of a group and of who filled in.
type From = (Option<u32>, Option<u32>);

/// What each origin of scores stands for, and the names of who filled in.
fn origins(conn: &mut Conn, group_at: &HashMap<GroupId, u32>) -> Result<(HashMap<i32, From>, Vec<String>)> {
    let all = origins_store::all(conn)?;
    let raters: BTreeSet<String> =
        all.values().map(|one| one.rater.clone()).filter(|rater| !rater.is_empty()).collect();
    let rater_at = places(raters.iter().cloned());
    let from = |one: Origin| {
        (one.group_id.and_then(|id| group_at.get(&id).copied()), rater_at.get(&one.rater).copied())
    };
    let found = all.into_iter().map(|(key, one)| (key, from(one))).collect();
    Ok((found, raters.into_iter().collect()))
}
