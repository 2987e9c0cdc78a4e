//! All that is asked of the database about scores, their series and their rounds.
//! Rows are written in bulk here and nowhere else.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Origin, Row, Score};
use super::origins_store as from;
use crate::evidence::files::{Series, rounds::KnownRounds};
use crate::evidence::{informant::Informant, score_type::ScoreType};
use crate::ground::db::schema::{origins, pupils, round_days, rounds, scores, series};
use crate::ground::db::{bulk::insert_all, counter};
use crate::ground::{Conn, Error, ImportId, Result, SchoolId};

/// How many values one `IN (…)` holds: both databases bind more.
const IN_LIST: usize = 1000;

/// Every series with its number.
pub fn series_keys(conn: &mut Conn) -> Result<HashMap<Series, i32>> {
    let rows: Vec<(i32, String, String, String, String, String)> = series::table
        .select((
            series::key,
            series::instrument,
            series::version,
            series::informant,
            series::scale,
            series::score_type,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(key, instrument, version, informant, scale, unit)| {
            Ok((to_series(instrument, version, &informant, scale, &unit)?, key))
        })
        .collect()
}

/// How scores hang together over time, by the board's own pairs: for each series the lasting and the fading share (0–1)
/// as of the last run of the rules; none before it.
pub fn shares(conn: &mut Conn) -> Result<HashMap<i32, (f64, f64)>> {
    let rows: Vec<(i32, Option<f64>, Option<f64>)> =
        series::table.select((series::key, series::lasting, series::fading)).load(conn)?;
    Ok(rows.into_iter().filter_map(|(key, lasting, fading)| Some((key, (lasting?, fading?)))).collect())
}

/// Keeps these shares of a series.
pub fn set_shares(conn: &mut Conn, key: i32, (lasting, fading): (f64, f64)) -> Result<()> {
    diesel::update(series::table.find(key))
        .set((series::lasting.eq(lasting), series::fading.eq(fading)))
        .execute(conn)?;
    Ok(())
}

/// The middle day of each round over the board, in days since 1970, by series and the round's label: as of the last run of
/// the rules.
pub fn round_days(conn: &mut Conn) -> Result<HashMap<i32, HashMap<String, f64>>> {
    let rows: Vec<(i32, String, f64)> = round_days::table
        .inner_join(rounds::table.on(rounds::key.eq(round_days::round_key)))
        .select((round_days::series_key, rounds::label, round_days::day))
        .load(conn)?;
    let mut found: HashMap<i32, HashMap<String, f64>> = HashMap::new();
    for (series, round, day) in rows {
        found.entry(series).or_default().insert(round, day);
    }
    Ok(found)
}

/// Keeps the middle days of the rounds of these series, in the place of what was kept of them.
pub fn set_round_days(conn: &mut Conn, of: &[(i32, Vec<(&str, f64)>)]) -> Result<()> {
    let keys: HashMap<String, i32> =
        rounds::table.select((rounds::label, rounds::key)).load(conn)?.into_iter().collect();
    for (series, days) in of {
        diesel::delete(round_days::table.filter(round_days::series_key.eq(series))).execute(conn)?;
        for (label, day) in days {
            if let Some(round) = keys.get(*label) {
                let key = (round_days::series_key.eq(series), round_days::round_key.eq(round));
                diesel::insert_into(round_days::table)
                    .values((key, round_days::day.eq(day)))
                    .execute(conn)?;
            }
        }
    }
    Ok(())
}

/// The numbers of these series; those not met before get one.
pub fn ensure_series(conn: &mut Conn, wanted: &BTreeSet<Series>) -> Result<HashMap<Series, i32>> {
    let known = series_keys(conn)?;
    let made = number_new(conn, "series", known, wanted)?;
    for (one, key) in &made.1 {
        diesel::insert_into(series::table)
            .values((
                series::key.eq(key),
                series::instrument.eq(&one.instrument),
                series::version.eq(&one.version),
                series::informant.eq(one.informant.code()),
                series::scale.eq(&one.scale),
                series::score_type.eq(one.score_type.code()),
            ))
            .execute(conn)?;
    }
    Ok(made.0)
}

/// The numbers of these rounds; labels not met before get one.
pub fn ensure_rounds(conn: &mut Conn, wanted: &BTreeSet<String>) -> Result<HashMap<String, i32>> {
    let known = round_keys(conn)?;
    let made = number_new(conn, "round", known, wanted)?;
    for (label, key) in &made.1 {
        diesel::insert_into(rounds::table)
            .values((rounds::key.eq(key), rounds::label.eq(label)))
            .execute(conn)?;
    }
    Ok(made.0)
}

/// Every round with its number.
pub fn round_keys(conn: &mut Conn) -> Result<HashMap<String, i32>> {
    let rows: Vec<(String, i32)> = rounds::table.select((rounds::label, rounds::key)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What is known plus what is new, and the new apart, in a fixed order.
type Numbered<T> = (HashMap<T, i32>, Vec<(T, i32)>);

fn number_new<T: Clone + Eq + Hash + Ord>(
    conn: &mut Conn,
    counter: &str,
    mut known: HashMap<T, i32>,
    wanted: &BTreeSet<T>,
) -> Result<Numbered<T>> {
    let new: Vec<T> = wanted.iter().filter(|one| !known.contains_key(one)).cloned().collect();
    let first = counter::take(conn, counter, i64::try_from(new.len()).map_err(Error::internal)?)?;
    let first = i32::try_from(first).map_err(Error::internal)?;
    let new: Vec<(T, i32)> = new.into_iter().zip(first..).collect();
    known.extend(new.iter().cloned());
    Ok((known, new))
}

/// Which rounds the scores of a school lie in, per series, with the date of each score.
pub fn known_rounds(conn: &mut Conn, school: &SchoolId) -> Result<KnownRounds> {
    let names: HashMap<i32, Series> =
        series_keys(conn)?.into_iter().map(|(series, key)| (key, series)).collect();
    let labels: HashMap<i32, String> =
        round_keys(conn)?.into_iter().map(|(label, key)| (key, label)).collect();
    let rows: Vec<(i32, i32, NaiveDate, i64)> = scores::table
        .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .group_by((scores::series_key, scores::round_key, scores::taken_on))
        .select((
            scores::series_key,
            scores::round_key,
            scores::taken_on,
            diesel::dsl::count(scores::pupil_key),
        ))
        .load(conn)?;
    let mut known = KnownRounds::new();
    for (series, round, date, count) in rows {
        if let Some((series, label)) = names.get(&series).zip(labels.get(&round)) {
            let count = u32::try_from(count).map_err(Error::internal)?;
            known.entry(series.clone()).or_default().push((label.clone(), date, count));
        }
    }
    Ok(known)
}

/// Gives every score of these pupils in these series and rounds, some pupils at a time.
pub fn each_of(
    conn: &mut Conn,
    pupils: &[i64],
    series: &[i32],
    rounds: &[i32],
    mut take: impl FnMut(Row),
) -> Result<()> {
    for some in pupils.chunks(IN_LIST) {
        let found: Vec<Row> = scores::table
            .filter(scores::pupil_key.eq_any(some.to_vec()))
            .filter(scores::series_key.eq_any(series.to_vec()))
            .filter(scores::round_key.eq_any(rounds.to_vec()))
            .select(Row::as_select())
            .load(conn)?;
        found.into_iter().for_each(&mut take);
    }
    Ok(())
}

/// The scores at these places: pupil, series and round.
pub fn at(conn: &mut Conn, places: &BTreeSet<(i64, i32, i32)>) -> Result<Vec<Score>> {
    let pupils: BTreeSet<i64> = places.iter().map(|place| place.0).collect();
    let series: BTreeSet<i32> = places.iter().map(|place| place.1).collect();
    let rounds: BTreeSet<i32> = places.iter().map(|place| place.2).collect();
    let keys = (Vec::from_iter(pupils), Vec::from_iter(series), Vec::from_iter(rounds));
    let mut found = Vec::new();
    each_of(conn, &keys.0, &keys.1, &keys.2, |row| {
        if places.contains(&(row.pupil_key, row.series_key, row.round_key)) {
            found.push(row);
        }
    })?;
    with_origins(conn, &found)
}

/// All scores of a pupil.
pub fn of_pupil(conn: &mut Conn, key: i64) -> Result<Vec<Score>> {
    let rows: Vec<Row> =
        scores::table.filter(scores::pupil_key.eq(key)).select(Row::as_select()).load(conn)?;
    with_origins(conn, &rows)
}

fn with_origins(conn: &mut Conn, rows: &[Row]) -> Result<Vec<Score>> {
    let origins = from::with_keys(conn, &rows.iter().map(|row| row.origin_key).collect())?;
    let lost = || Error::internal("a score of nowhere");
    let score = |row: &Row| Ok(Score::of(*row, origins.get(&row.origin_key).cloned().ok_or_else(lost)?));
    rows.iter().map(score).collect()
}

/// The series and rounds of the scores that this import wrote last.
pub fn rounds_of_import(conn: &mut Conn, import: &ImportId) -> Result<Vec<(i32, i32)>> {
    Ok(scores::table
        .inner_join(origins::table)
        .filter(origins::import_id.eq(import))
        .select((scores::series_key, scores::round_key))
        .distinct()
        .load(conn)?)
}

/// Takes the scores away that this import wrote last. Whose they were is kept, with the import that was undone first.
pub fn delete_of_import(conn: &mut Conn, import: &ImportId) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO withdrawn_scores (pupil_key, series_key, round_key, import_id, group_id) \
         SELECT scores.pupil_key, scores.series_key, scores.round_key, origins.import_id, origins.group_id \
         FROM scores JOIN origins ON origins.key = scores.origin_key WHERE origins.import_id = $1 \
         ON CONFLICT DO NOTHING",
    )
    .bind::<diesel::sql_types::Text, _>(import.0.clone())
    .execute(conn)?;
    let own = origins::table.filter(origins::import_id.eq(import));
    diesel::delete(scores::table.filter(scores::origin_key.eq_any(own.select(origins::key))))
        .execute(conn)?;
    diesel::delete(own).execute(conn)?;
    Ok(())
}

/// Which imports wrote scores of these pupils last.
pub fn imports_of_pupils(conn: &mut Conn, keys: &[i64]) -> Result<HashSet<ImportId>> {
    let mut found = HashSet::new();
    for some in keys.chunks(IN_LIST) {
        let rows: Vec<ImportId> = scores::table
            .inner_join(origins::table)
            .filter(scores::pupil_key.eq_any(some.to_vec()))
            .select(origins::import_id)
            .distinct()
            .load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// Adds scores.
pub fn insert(conn: &mut Conn, scores: &[Score]) -> Result<()> {
    let origins = from::ensure(conn, &scores.iter().map(Score::origin).collect::<BTreeSet<Origin>>())?;
    let lost = || Error::internal("an origin was just added");
    let row = |one: &Score| Ok(one.row(*origins.get(&one.origin()).ok_or_else(lost)?));
    insert_rows(conn, &scores.iter().map(row).collect::<Result<Vec<_>>>()?)
}

/// Adds scores whose origins are there.
pub fn insert_rows(conn: &mut Conn, rows: &[Row]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, scores::table, rows)?;
    }
    Ok(())
}

/// Takes scores away, by their keys.
pub fn delete(conn: &mut Conn, rows: &[Score]) -> Result<()> {
    let mut by_place: HashMap<(i32, i32), Vec<i64>> = HashMap::new();
    for row in rows {
        let place = (row.series_key, row.round_key);
        by_place.entry(place).or_default().push(row.pupil_key);
    }
    for ((series, round), pupils) in by_place {
        for some in pupils.chunks(IN_LIST) {
            diesel::delete(scores::table)
                .filter(scores::series_key.eq(series))
                .filter(scores::round_key.eq(round))
                .filter(scores::pupil_key.eq_any(some.to_vec()))
                .execute(conn)?;
        }
    }
    Ok(())
}

fn to_series(
    instrument: String,
    version: String,
    informant: &str,
    scale: String,
    unit: &str,
) -> Result<Series> {
    let known = Informant::from_code(informant).zip(ScoreType::from_code(unit));
    let (informant, score_type) =
        known.ok_or_else(|| Error::internal(format!("unknown series: {informant}, {unit}")))?;
    Ok(Series { instrument, version, informant, scale, score_type })
}
