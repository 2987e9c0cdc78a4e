//! The school's own figures per scale: this round, a year earlier, and the change of the pupils who took part in
//! both, each as its reader may have it. What may be shown is decided by `disclosure`.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

pub use self::figures::{Change, Figures, Mean};
use self::paired::{a_year_before, mean, paired};
use super::disclosure::{Reader, Round, Row};
use super::{came_store, store};
use crate::evidence::instruments::{Catalogue, Direction};
use crate::evidence::objections;
use crate::ground::{Conn, Result, SchoolId, Scope};
use crate::school::store as people;

mod figures;
mod paired;
mod sums;

/// The figures of a school, by domain. Scales for the coordinator alone are left out for others.
///
/// # Errors
/// When the database refuses.
pub fn figures(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    school: &SchoolId,
    reader: Reader,
) -> Result<Vec<Figures>> {
    let all_names = store::series(conn)?;
    let mut names = all_names.clone();
    names.retain(|_, series| {
        reader.sees_each() || !catalogue.is_for_the_coordinator(&series.instrument, &series.scale)
    });
    let pupils = store::pupils_of_school(conn, school, scope.today)?.len();
    let came = came_store::came(conn, school)?;
    let left_out = objections::left_out(conn)?;
    // Who sees each pupil sees nothing new in a difference.
    let (seen, untold) = if reader.sees_each() {
        (HashSet::new(), HashSet::new())
    } else {
        (people::keys_seen(conn, scope, school)?, came_store::objected_to(conn, school, &came)?)
    };
    // All rows, and then those that count.
    let mut known: HashMap<(i32, i32), Vec<Row>> = HashMap::new();
    let mut held = |conn: &mut Conn, series: i32, round: i32| -> Result<Vec<Row>> {
        if let Some(rows) = known.get(&(series, round)) {
            return Ok(rows.clone());
        }
        let mut rows = store::round_of_school(conn, school, series, round)?;
        for row in &mut rows {
            row.seen = seen.contains(&row.pupil);
            if let Some(first) = came.first.get(&(row.pupil, series, round)) {
                row.came.clone_from(first);
            }
        }
        // For who sees each pupil no sum is held against its parts, so nothing is asked for twice.
        if !reader.sees_each() {
            known.insert((series, round), rows.clone());
        }
        Ok(rows)
    };
    let count = |series: i32, mut rows: Vec<Row>| {
        rows.retain(|row| !left_out.contains(&(row.pupil, series)));
        rows
    };
    let mut read = |conn: &mut Conn, series: i32, round: i32| -> Result<(Round, usize)> {
        let all = held(conn, series, round)?;
        if untold.contains(&(series, round)) {
            return Ok((reader.withheld(all), 0));
        }
        let mut gone = came.gone(series, round, &all);
        gone.rows.retain(|row| !left_out.contains(&(row.pupil, series)));
        for row in &mut gone.rows {
            row.seen = seen.contains(&row.pupil);
        }
        let given = all.len();
        let rows = count(series, all);
        // Who sees each pupil may take a sum apart.
        let parts = if reader.sees_each() { Vec::new() } else { sums::parts(catalogue, &all_names, series) };
        for part in parts {
            if !sums::are_of_the_same(&rows, &count(part, held(conn, part, round)?)) {
                return Ok((reader.withheld(rows), 0));
            }
        }
        let apart = given - rows.len();
        Ok((reader.round(rows, &gone), apart))
    };
    let mut rounds: HashMap<i32, Vec<(NaiveDate, i32, String)>> = HashMap::new();
    for (series, round, label, on) in store::rounds_of_school(conn, school)? {
        if let Some(on) = on {
            rounds.entry(series).or_default().push((on, round, label));
        }
    }
    let mut found = Vec::new();
    for (key, mut held) in rounds {
        held.sort();
        let (Some(series), Some((on, round, label))) = (names.remove(&key), held.last()) else {
            continue;
        };
        let (now, apart) = read(conn, key, *round)?;
        let then = match a_year_before(&held, *on) {
            Some((_, round, label)) => Some((read(conn, key, *round)?.0, label)),
            None => None,
        };
        let scale = catalogue.get(&series.instrument).and_then(|instrument| instrument.scale(&series.scale));
        let high_is_good = scale.is_none_or(|s| s.high_is == Direction::Strength);
        let own = scale.map_or((0.0, 0.0), |s| (s.min, s.max));
        found.push(Figures {
            series: key,
            domain: scale.map_or_else(String::new, |s| s.domain.code().to_owned()),
            name: scale.map_or_else(|| series.scale.clone(), |s| s.name.clone()),
            informant: series.informant,
            range: series.score_type.range().unwrap_or(own),
            high_is_good,
            now: now.whole(|scores| mean(label, scores)),
            // Who is left out took part.
            took_part: now.took_part(apart, pupils),
            left_out: if reader.sees_each() { apart } else { 0 },
            before: then.as_ref().map(|(then, label)| then.whole(|scores| mean(label, scores))),
            change: then.as_ref().map(|(then, _)| now.change(then, |pairs| paired(pairs, high_is_good))),
            groups: now.groups(|scores| mean(label, scores)),
        });
    }
    found.sort_by(|a, b| (&a.domain, &a.name, a.informant).cmp(&(&b.domain, &b.name, b.informant)));
    Ok(found)
}
