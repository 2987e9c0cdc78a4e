//! Names as numbers, for the run: every name gets the place it has in order, so that rows sorted by number are sorted
//! by name.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{
    analytics::{ScoreLine, ScoreTable, SeriesKey},
    evidence::{
        files::{ScoreRow, write::harmless},
        instruments::Sex,
    },
};

/// The names behind the numbers of a table.
#[derive(Debug)]
pub(super) struct Names {
    pub schools: Vec<String>,
    pub groups: Vec<String>,
    pub pupils: Vec<String>,
}

impl Names {
    /// The table of these rows, and the names behind it.
    pub fn of(rows: &[ScoreRow]) -> (ScoreTable, Self) {
        let schools = Numbers::of(rows.iter().map(|row| row.school.as_deref().unwrap_or_default()));
        let groups = Numbers::of(rows.iter().filter_map(|row| row.group.as_deref()));
        let pupils = Numbers::of(rows.iter().map(|row| row.pupil.as_str()));
        let rounds = Numbers::of(rows.iter().filter_map(|row| row.round.as_deref()));
        let series = Numbers::of(rows.iter().map(key));
        let keys = series.0.keys().map(|key| SeriesKey {
            instrument: key.0.to_owned(),
            version: key.1.to_owned(),
            informant: key.2,
            scale: key.3.to_owned(),
            score_type: key.4,
        });
        let mut table = ScoreTable::new(keys.collect(), rounds.names());
        for row in rows {
            table.push(&ScoreLine {
                school: schools.get(row.school.as_deref().unwrap_or_default()),
                group: row.group.as_deref().map(|group| groups.get(group)),
                year: None,
                pupil: i64::from(pupils.get(row.pupil.as_str())),
                series: series.get(key(row)),
                round: rounds.get(row.round.as_deref().unwrap_or_default()),
                date: row.date,
                score: row.score,
                birth_date: row.birth_date,
                sex: match row.sex.as_deref() {
                    Some("m") => Some(Sex::M),
                    Some("f") => Some(Sex::F),
                    _ => None,
                },
            });
        }
        let names = Self { schools: schools.names(), groups: groups.names(), pupils: pupils.names() };
        (table, names)
    }
}

/// How many pupils there are: a pupil is a school and a number.
pub(super) fn count_pupils(rows: &[ScoreRow]) -> usize {
    let pupils = rows.iter().map(|row| (&row.school, &row.pupil));
    pupils.collect::<HashSet<_>>().len()
}

type Key<'a> = (
    &'a str,
    &'a str,
    crate::evidence::informant::Informant,
    &'a str,
    crate::evidence::score_type::ScoreType,
);

fn key(row: &ScoreRow) -> Key<'_> {
    (&row.instrument, &row.version, row.informant, &row.scale, row.score_type)
}

/// Things by their place in order.
struct Numbers<T>(BTreeMap<T, u32>);

impl<T: Ord + Copy> Numbers<T> {
    fn of(things: impl Iterator<Item = T>) -> Self {
        let distinct: BTreeSet<T> = things.collect();
        Self(distinct.into_iter().zip(0..).collect())
    }

    fn get(&self, thing: T) -> u32 {
        self.0.get(&thing).copied().unwrap_or(u32::MAX)
    }
}

impl Numbers<&str> {
    /// The names in order, made harmless for a spreadsheet.
    fn names(&self) -> Vec<String> {
        let names = self.0.keys();
        names.map(|name| harmless(name).into_owned()).collect()
    }
}
