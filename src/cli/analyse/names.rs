//! Names as numbers, for the run: blocks of rows are put together, and at the end every name gets the place it has in
//! order, so that rows sorted by number are sorted by name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::people::{Different, People};
use crate::{
    analytics::{Numbering, Row, ScoreTable, SeriesKey},
    evidence::files::{
        rounds,
        score::Series,
        scores::{About, Block, Line},
        write::harmless,
    },
};

/// The names behind the numbers of a table.
#[derive(Debug)]
pub(super) struct Names {
    pub schools: Vec<String>,
    pub groups: Vec<String>,
    pub pupils: Vec<String>,
    /// Rows that say different things of one pupil.
    pub different: Vec<Different>,
    /// Rounds that lie so close to another one that they are one with it, and which.
    pub joined: BTreeSet<(String, String)>,
}

impl Names {
    /// The number of a pupil as files give it, by its number in the run.
    pub fn pupil(&self, pupil: i64) -> &str {
        let at = usize::try_from(pupil).ok();
        at.and_then(|at| self.pupils.get(at)).map_or("", String::as_str)
    }
}

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct Collector {
    table: ScoreTable,
    schools: Numbers<String>,
    /// By school and name: every school has a 5A.
    groups: Numbers<(String, String)>,
    pupils: Numbers<String>,
    raters: Numbers<String>,
    rounds: Numbers<String>,
    series: Numbers<SeriesKey>,
    people: People,
    /// For each reader of the present file.
    places: Vec<Places>,
}

/// The numbers of the table behind the places that one reader gave out.
#[derive(Debug, Default)]
struct Places {
    pupils: Vec<u32>,
    series: Vec<u32>,
    days: Vec<u32>,
    values: Vec<u32>,
    places: Vec<u32>,
}

impl Collector {
    /// Takes in a block; `reader`: who read it, whose places count on; `before`: how many lines of other files come
    /// before its own.
    pub fn take(&mut self, reader: usize, block: Block, before: u32) {
        if self.places.len() <= reader {
            self.places.resize_with(reader + 1, Places::default);
        }
        let Some(places) = self.places.get_mut(reader) else { return };
        let at = |numbers: &[u32], place: u32| numbers.get(place as usize).copied().unwrap_or(u32::MAX);
        for (school, pupil) in block.pupils {
            let (school, pupil) = (self.schools.number(school), self.pupils.number(pupil));
            places.pupils.push(self.table.pupil(school, i64::from(pupil)));
        }
        for About { pupil, born, sex, line } in block.about {
            self.people.take(at(&places.pupils, pupil), born, sex, before + line);
        }
        for Series { instrument, version, informant, scale, score_type } in block.series {
            let key = SeriesKey { instrument, version, informant, scale, score_type };
            places.series.push(self.series.number(key));
        }
        for slot in block.slots {
            let round = self.rounds.number(slot.round);
            places.days.push(self.table.day(round, slot.date));
        }
        for value in block.values {
            let series = at(&places.series, value.series);
            places.values.push(self.table.value(series, value.score));
        }
        for (school, group, rater) in block.places {
            let group = group.map(|name| self.groups.number((school, name)));
            // A capital makes nobody another person.
            let rater = rater.map(|name| self.raters.number(name.to_lowercase()));
            places.places.push(self.table.place(group, None, rater));
        }
        let row = |line: Line| Row {
            pupil: at(&places.pupils, line.pupil),
            day: at(&places.days, line.slot),
            value: at(&places.values, line.value),
            place: at(&places.places, line.place),
            origin: before + line.line,
        };
        block.lines.into_iter().map(row).for_each(|row| self.table.put(row));
    }

    /// A file has been read: the places of the next one begin anew.
    pub fn forget_places(&mut self) {
        self.places.clear();
    }

    /// The table, its rounds joined where they lie too close, and the names behind its numbers.
    pub fn finish(mut self) -> (ScoreTable, Names) {
        for (pupil, born, sex) in self.people.known() {
            self.table.person(pupil, born, sex);
        }
        let different = self.people.different();
        let into = self.join_rounds();
        let name = |round: u32| self.rounds.name(round).to_owned();
        let joined: BTreeSet<_> = into.iter().map(|((_, round), to)| (name(*round), name(*to))).collect();
        self.table.join_rounds(into);
        let (schools, of_schools) = self.schools.in_order();
        let (groups, of_groups) = self.groups.in_order();
        let groups: Vec<String> = groups.into_iter().map(|(_, name)| name).collect();
        let (pupils, of_pupils) = self.pupils.in_order();
        let (rounds, of_rounds) = self.rounds.in_order();
        let (series, of_series) = self.series.in_order();
        self.table.renumber(&Numbering {
            schools: of_schools,
            groups: of_groups,
            pupils: of_pupils,
            series: of_series,
            rounds: of_rounds,
        });
        (self.table.series, self.table.rounds) = (series, safe(&rounds));
        let names = Names {
            schools: safe(&schools),
            groups: safe(&groups),
            pupils: safe(&pupils),
            different,
            joined,
        };
        (self.table, names)
    }

    /// For each round of each series that another one takes in, which one.
    fn join_rounds(&self) -> FxHashMap<(u32, u32), u32> {
        let mut days: BTreeMap<u32, BTreeMap<u32, BTreeMap<NaiveDate, u32>>> = BTreeMap::new();
        for (series, round, day, count) in self.table.days() {
            if let Some(date) = NaiveDate::from_epoch_days(day) {
                *days.entry(series).or_default().entry(round).or_default().entry(date).or_default() += count;
            }
        }
        let mut to = FxHashMap::default();
        for (series, rounds) in days {
            let labelled =
                rounds.into_iter().map(|(round, dates)| (self.rounds.name(round).to_owned(), dates));
            for (label, joined) in rounds::joined(labelled.collect()) {
                let places = self.rounds.find(&label).zip(self.rounds.find(&joined));
                to.extend(places.filter(|(a, b)| a != b).map(|(a, b)| ((series, a), b)));
            }
        }
        to
    }
}

/// Names made harmless for a spreadsheet.
fn safe(names: &[String]) -> Vec<String> {
    names.iter().map(|name| harmless(name).into_owned()).collect()
}

/// Things by the number they got when they were first met.
#[derive(Debug)]
struct Numbers<T>(FxHashMap<T, u32>, Vec<T>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(FxHashMap::default(), Vec::new())
    }
}

impl<T: Ord + Clone + std::hash::Hash> Numbers<T> {
    fn number(&mut self, thing: T) -> u32 {
        let next = u32::try_from(self.1.len()).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert_with_key(|new| {
            self.1.push(new.clone());
            next
        })
    }

    fn find(&self, thing: &T) -> Option<u32> {
        self.0.get(thing).copied()
    }

    /// The things in order, and for each number the place it gets.
    fn in_order(self) -> (Vec<T>, Vec<u32>) {
        let mut order: Vec<(T, u32)> = self.1.into_iter().zip(0..).collect();
        order.sort_unstable();
        let mut places = vec![0; order.len()];
        for (place, (_, was)) in (0..).zip(&order) {
            if let Some(slot) = places.get_mut(*was as usize) {
                *slot = place;
            }
        }
        (order.into_iter().map(|(thing, _)| thing).collect(), places)
    }
}

impl Numbers<String> {
    fn name(&self, number: u32) -> &str {
        self.1.get(number as usize).map_or("", String::as_str)
    }
}
