//! Reads the board's scores as the table the analysis runs on, with the way back from its numbers to ids.
//! One query, one pass; a row for each score.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::analytics::{ScoreLine, ScoreTable, SeriesKey};
use crate::evidence::informant::Informant;
use crate::evidence::instruments::{Catalogue, Sex};
use crate::evidence::score_type::ScoreType;
use crate::ground::db::schema::{groups, pupils, rounds, schools, scores, series};
use crate::ground::{Conn, Error, GroupId, PupilId, Result, SchoolId};

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
        ))
        .load(conn)?;
    let cycle_at: HashMap<i32, Cycle<'_>> = series_at
        .iter()
        .filter_map(|(key, at)| Some((*key, keys.get(*at as usize)?)))
        .map(|(key, one)| (key, (one.instrument.as_str(), one.informant)))
        .collect();
    let times = own_times(&rows, school, &cycle_at);
    table.scores = ScoreTable::new(keys.clone(), labels.into_iter().map(|(_, l)| l).collect());
    for (pupil, series, round, date, score, group, of) in rows {
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
            birth_date: person.and_then(|p| p.birth_date),
            sex: person.and_then(|p| p.sex),
        });
        table.history.insert((*series, pupil, date), (*round_at, score));
    }
    Ok(table)
}

/// What shares rounds: an instrument with an informant.
type Cycle<'a> = (&'a str, Informant);

/// A school's own time in a cycle: what of other schools belongs to it.
#[derive(Debug)]
struct OwnTime {
    rounds: BTreeSet<i32>,
    last_day: NaiveDate,
    last_round: i32,
    /// The median day of the last round over the board.
    median: NaiveDate,
}

impl OwnTime {
    /// Whether another school's score belongs to it: of a round the school has too, or of a day up to its own last.
    /// Outside the last round only from before its middle, so that no other round comes to lie after it.
    fn holds(&self, round: i32, day: NaiveDate) -> bool {
        let known = self.rounds.contains(&round) || day <= self.last_day;
        round == self.last_round || (known && day < self.median)
    }
}

fn own_times<'a>(
    rows: &[Row],
    school: &SchoolId,
    cycle_at: &HashMap<i32, Cycle<'a>>,
) -> HashMap<Cycle<'a>, OwnTime> {
    let mut times: HashMap<Cycle<'a>, OwnTime> = HashMap::new();
    for (_, series, round, day, _, _, of) in rows {
        let Some(cycle) = cycle_at.get(series).filter(|_| of == school) else {
            continue;
        };
        let time = times.entry(*cycle).or_insert_with(|| OwnTime {
            rounds: BTreeSet::new(),
            last_day: *day,
            last_round: *round,
            median: *day,
        });
        time.rounds.insert(*round);
        if *day > time.last_day {
            (time.last_day, time.last_round) = (*day, *round);
        }
    }
    let mut days: HashMap<Cycle<'a>, Vec<NaiveDate>> = HashMap::new();
    for (_, series, round, day, ..) in rows {
        if let Some(cycle) = cycle_at.get(series)
            && times.get(cycle).is_some_and(|t| t.last_round == *round)
        {
            days.entry(*cycle).or_default().push(*day);
        }
    }
    for (cycle, mut days) in days {
        days.sort_unstable();
        let middle = days.get(days.len().saturating_sub(1) / 2);
        if let (Some(time), Some(day)) = (times.get_mut(&cycle), middle) {
            time.median = *day;
        }
    }
    times
}

struct Person {
    id: PupilId,
    birth_date: Option<NaiveDate>,
    sex: Option<Sex>,
}

fn people(conn: &mut Conn) -> Result<HashMap<i64, Person>> {
    let rows: Vec<(i64, PupilId, Option<NaiveDate>, Option<String>)> =
        pupils::table.select((pupils::key, pupils::id, pupils::birth_date, pupils::sex)).load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(key, id, birth_date, sex)| {
            let sex = match sex.as_deref() {
                Some("m") => Some(Sex::M),
                Some("f" | "v") => Some(Sex::F),
                _ => None,
            };
            (key, Person { id, birth_date, sex })
        })
        .collect())
}

fn known_series(conn: &mut Conn, catalogue: &Catalogue) -> Result<(HashMap<i32, u32>, Vec<SeriesKey>)> {
    let rows: Vec<(i32, String, String, String, String, String)> =
        series::table.order(series::key).load(conn)?;
    let mut at = HashMap::new();
    let mut keys = Vec::new();
    let mut unknown = BTreeSet::new();
    for (key, instrument, version, informant, scale, unit) in rows {
        let defined = catalogue.get(&instrument).is_some_and(|one| one.scale(&scale).is_some());
        let words = Informant::from_code(&informant).zip(ScoreType::from_code(&unit));
        let Some((informant, score_type)) = words.filter(|_| defined) else {
            unknown.insert(format!("{instrument}/{informant}/{scale}"));
            continue;
        };
        at.insert(key, u32::try_from(keys.len()).map_err(Error::internal)?);
        keys.push(SeriesKey { instrument, version, informant, scale, score_type });
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
