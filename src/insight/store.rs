//! All that is asked of the database for figures. Callers hold pupils, groups and schools by their scope.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::disclosure::Row;
use crate::evidence::files::Series;
use crate::evidence::instruments::Sex;
use crate::evidence::results;
use crate::ground::db::schema::{
    forgotten_rounds, groups, memberships, origins, pupils, rounds, schools, scores, signal_evidence, signals,
};
use crate::ground::{Conn, GroupId, PupilId, Result, SchoolId};
use crate::school::store::placed_on;
use crate::signals::model::{Level, Severity};
use crate::signals::state::State;

/// How many values one `IN (…)` holds.
const IN_LIST: usize = 1000;

/// A score with its round.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Scored {
    pub pupil: i64,
    pub series: i32,
    pub round: String,
    pub on: NaiveDate,
    pub score: f64,
}

/// The scores of these pupils, oldest first.
pub(super) fn scores_of(conn: &mut Conn, keys: &[i64]) -> Result<Vec<Scored>> {
    let mut found = Vec::new();
    for some in keys.chunks(IN_LIST) {
        let rows: Vec<Scored> = scores::table
            .inner_join(rounds::table.on(rounds::key.eq(scores::round_key)))
            .filter(scores::pupil_key.eq_any(some.to_vec()))
            .order((scores::pupil_key, scores::series_key, scores::taken_on))
            .select((scores::pupil_key, scores::series_key, rounds::label, scores::taken_on, scores::value))
            .load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// The sex of these pupils, and whether their school has norms for boys and for girls go before those for all.
pub(super) fn sexes(conn: &mut Conn, keys: &[i64]) -> Result<HashMap<i64, (Option<Sex>, bool)>> {
    let mut found = HashMap::new();
    for some in keys.chunks(IN_LIST) {
        let rows: Vec<(i64, Option<String>, bool)> = pupils::table
            .inner_join(schools::table)
            .filter(pupils::key.eq_any(some.to_vec()))
            .select((pupils::key, pupils::sex, schools::norms_by_sex))
            .load(conn)?;
        let known = |(key, sex, by_sex): (i64, Option<String>, bool)| {
            (key, (sex.as_deref().and_then(Sex::from_code), by_sex))
        };
        found.extend(rows.into_iter().map(known));
    }
    Ok(found)
}

/// What each series number stands for.
pub(super) fn series(conn: &mut Conn) -> Result<HashMap<i32, Series>> {
    let keys = results::store::series_keys(conn)?;
    Ok(keys.into_iter().map(|(series, key)| (key, series)).collect())
}

/// How often each score was given in a series, over the whole board, pupils who are left out of it apart; by rising
/// score.
pub(super) fn pool(conn: &mut Conn, series: i32, left_out: &HashSet<(i64, i32)>) -> Result<Vec<(f64, i64)>> {
    let apart: Vec<i64> = left_out.iter().filter(|(_, of)| *of == series).map(|(pupil, _)| *pupil).collect();
    Ok(scores::table
        .filter(scores::series_key.eq(series))
        .filter(scores::pupil_key.ne_all(apart))
        .group_by(scores::value)
        .order(scores::value)
        .select((scores::value, diesel::dsl::count(scores::pupil_key)))
        .load(conn)?)
}

/// A round of a series: the series, the round, its label and its first day.
pub(super) type Round = (i32, i32, String, Option<NaiveDate>);

/// The rounds of a school, per series; none of those from which scores were forgotten (ADR 58).
pub(super) fn rounds_of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Round>> {
    let labels: HashMap<i32, String> =
        results::store::round_keys(conn)?.into_iter().map(|(label, key)| (key, label)).collect();
    let rows: Vec<(i32, i32, Option<NaiveDate>)> = scores::table
        .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .group_by((scores::series_key, scores::round_key))
        .select((scores::series_key, scores::round_key, diesel::dsl::min(scores::taken_on)))
        .load(conn)?;
    let gone: HashSet<(i32, i32)> = forgotten_rounds::table
        .filter(forgotten_rounds::school_id.eq(school))
        .select((forgotten_rounds::series_key, forgotten_rounds::round_key))
        .load(conn)?
        .into_iter()
        .collect();
    let rows = rows.into_iter().filter(|(series, round, _)| !gone.contains(&(*series, *round)));
    let label = |round: i32| labels.get(&round).cloned().unwrap_or_default();
    Ok(rows.map(|(series, round, on)| (series, round, label(round), on)).collect())
}

/// The scores of a school in one series and round, each with the import that brought it as it is now.
pub(super) fn round_of_school(
    conn: &mut Conn,
    school: &SchoolId,
    series: i32,
    round: i32,
) -> Result<Vec<Row>> {
    let rows: Vec<(i64, f64, Option<GroupId>, String)> = scores::table
        .inner_join(origins::table)
        .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .filter(scores::series_key.eq(series))
        .filter(scores::round_key.eq(round))
        .select((scores::pupil_key, scores::value, origins::group_id, origins::import_id))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(pupil, score, group, came)| Row { pupil, score, group, came, seen: false })
        .collect())
}

/// The pupils in a group of the school on a day, each once.
pub(super) fn pupils_of_school(conn: &mut Conn, school: &SchoolId, on: NaiveDate) -> Result<Vec<PupilId>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(groups::school_id.eq(school))
        .filter(placed_on(on))
        .select(memberships::pupil_id)
        .distinct()
        .load(conn)?)
}

/// What became of a signal on a pupil.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Became {
    pub pupil: Option<PupilId>,
    pub state: State,
    pub mentor_view: Option<String>,
    pub reason: String,
}

/// Whether what a signal rests on stands: not all of it was taken back.
#[diesel::dsl::auto_type]
pub(super) fn stands() -> _ {
    let standing = signal_evidence::table
        .filter(signal_evidence::signal_id.eq(signals::id))
        .filter(signal_evidence::withdrawn.eq(false));
    exists(standing)
}

/// The signals on pupils (notes and critical answers left out) that were raised on a school since a moment; those kept for the coordinator
/// only on request.
pub(super) fn became(
    conn: &mut Conn,
    school: &SchoolId,
    since: NaiveDateTime,
    with_restricted: bool,
) -> Result<Vec<Became>> {
    Ok(signals::table
        .filter(signals::school_id.eq(school))
        .filter(signals::level.eq(Level::Pupil))
        .filter(signals::severity.ne(Severity::C))
        .filter(signals::read_until.is_null())
        .filter(signals::restricted.eq(false).or(signals::restricted.eq(with_restricted)))
        .filter(stands())
        .filter(signals::raised_at.ge(since))
        .select((signals::pupil_id, signals::state, signals::mentor_view, signals::reason))
        .load(conn)?)
}
