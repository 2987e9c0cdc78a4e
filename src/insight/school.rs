//! The school's own figures per scale: this round, a year earlier, and the change of the pupils who took part in
//! both. What may be shown of groups is decided by `disclosure`.

use std::collections::HashMap;

use chrono::NaiveDate;

pub use self::figures::{Change, Figures, Mean};
use self::paired::{a_year_before, by_group, mean, paired};
use super::store;
use crate::evidence::instruments::{Catalogue, Direction};
use crate::ground::{Conn, GroupId, Result, SchoolId};

mod figures;
mod paired;

/// The figures of a school, by domain.
///
/// # Errors
/// When the database refuses.
pub fn figures(
    conn: &mut Conn,
    catalogue: &Catalogue,
    school: &SchoolId,
    smallest: usize,
) -> Result<Vec<Figures>> {
    let mut names = store::series(conn)?;
    let mut rounds: HashMap<i32, Vec<(NaiveDate, i32, String)>> = HashMap::new();
    for (series, round, label, on) in store::rounds_of_school(conn, school)? {
        if let Some(on) = on {
            rounds.entry(series).or_default().push((on, round, label));
        }
    }
    let mut found = Vec::new();
    for (key, mut held) in rounds {
        held.sort();
        let (Some(series), Some(last)) = (names.remove(&key), held.last()) else {
            continue;
        };
        let now = store::round_of_school(conn, school, key, last.1)?;
        let year_ago = a_year_before(&held, last.0);
        let then = match year_ago {
            Some((_, round, _)) => store::round_of_school(conn, school, key, *round)?,
            None => Vec::new(),
        };
        let scale = catalogue.get(&series.instrument).and_then(|instrument| instrument.scale(&series.scale));
        let high_is_good = scale.is_none_or(|s| s.high_is == Direction::Strength);
        let own = scale.map_or((0.0, 0.0), |s| (s.min, s.max));
        let scores = |rows: &[(i64, f64, Option<GroupId>)]| -> Vec<f64> {
            rows.iter().map(|(_, score, _)| *score).collect()
        };
        found.push(Figures {
            series: key,
            domain: scale.map_or_else(String::new, |s| s.domain.code().to_owned()),
            name: scale.map_or_else(|| series.scale.clone(), |s| s.name.clone()),
            informant: series.informant,
            range: series.score_type.range().unwrap_or(own),
            high_is_good,
            now: mean(&last.2, &scores(&now), smallest),
            before: year_ago.and_then(|(_, _, label)| mean(label, &scores(&then), smallest)),
            change: paired(&now, &then, high_is_good).filter(|change| change.n >= smallest),
            groups: by_group(&last.2, &now, smallest),
        });
    }
    found.sort_by(|a, b| (&a.domain, &a.name, a.informant).cmp(&(&b.domain, &b.name, b.informant)));
    Ok(found)
}
