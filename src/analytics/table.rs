//! Scores as whole numbers: what goes into the analysis, alike for rows of files and rows of the database.
//! Names are numbers here; who made the numbers turns them back (a dictionary for files, keys for the database). What
//! many rows share (day and round, score, group) stands once and is pointed to: a row is twenty bytes.

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::interned::Interned;
use crate::{
    evidence::{informant::Informant, instruments::Sex, score_type::ScoreType},
    ground::clock,
};

/// What makes scores comparable over time: one scale of one version of a list, one informant, one unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// The instrument's code.
    pub instrument: String,
    /// The instrument's version.
    pub version: String,
    /// Who filled it in.
    pub informant: Informant,
    /// The scale's code.
    pub scale: String,
    /// The unit.
    pub score_type: ScoreType,
}

impl SeriesKey {
    /// Whether it is of the same list in the same unit, whoever filled it in.
    #[must_use]
    pub fn is_of_list(&self, other: &Self) -> bool {
        self.instrument == other.instrument
            && self.version == other.version
            && self.score_type == other.score_type
    }
}

/// One score with everything that belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct ScoreLine {
    /// The school's number.
    pub school: u32,
    /// The number of the pupil's group at the time.
    pub group: Option<u32>,
    /// The pupil's year level (leerjaar) at the time.
    pub year: Option<u32>,
    /// The number of whoever filled it in.
    pub rater: Option<u32>,
    /// The pupil's number; unique within a school.
    pub pupil: i64,
    /// Place in `ScoreTable::series`.
    pub series: u32,
    /// Place in `ScoreTable::rounds`.
    pub round: u32,
    /// The day of the list.
    pub date: NaiveDate,
    /// The score, in the series' unit.
    pub score: f64,
    /// For norms by age.
    pub birth_date: Option<NaiveDate>,
    /// For norms by sex.
    pub sex: Option<Sex>,
    /// Where the row came from (a line of a file), to tell which rows contradict each other; 0 where they cannot.
    pub origin: u32,
}

/// One score as it is read: numbers that the table gave out.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The pupil (`ScoreTable::pupil`).
    pub pupil: u32,
    /// The day and round (`ScoreTable::slot`).
    pub slot: u32,
    /// The score (`ScoreTable::value`).
    pub value: u32,
    /// Where and by whom (`ScoreTable::place`).
    pub place: u32,
    /// Where the row came from, as in `ScoreLine`.
    pub origin: u32,
}

/// A day in a round of a series, and how many scores it has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub series: u32,
    pub round: u32,
    pub day: i32,
    pub count: u32,
}

/// A score of a series at an age: what has one z.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    pub series: u32,
    pub score: f64,
    pub age: Option<u8>,
    pub sex: Option<Sex>,
}

/// Where a list was filled in and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub group: Option<u32>,
    pub year: Option<u32>,
    pub rater: Option<u32>,
}

/// Who is at a school now.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// The school's number.
    pub school: u32,
    /// Its pupils by number, and the group of each.
    pub groups: FxHashMap<i64, Option<u32>>,
}

/// All scores of a run. Rows of the result are sorted by these numbers, so give them out in the order names should
/// come; pupils come by school and number.
#[derive(Debug, Clone, Default)]
pub struct ScoreTable {
    /// The series that `ScoreLine::series` points to.
    pub series: Vec<SeriesKey>,
    /// The labels that `ScoreLine::round` points to, such as `2025-2026 najaar`.
    pub rounds: Vec<String>,
    /// Whether norms for boys and for girls go before those for all.
    pub by_sex: bool,
    /// Who is at a school; none where no roster is known.
    pub roster: Option<Roster>,
    /// Whose scores on which series are kept apart: they took part, and are not missed.
    pub left_out: FxHashSet<(i64, u32)>,
    /// By series; taken out when they are settled.
    pub(super) rows: Vec<Vec<Row>>,
    pub(super) pupils: Interned<(u32, i64)>,
    pub(super) slots: Vec<Slot>,
    pub(super) values: Vec<Value>,
    pub(super) places: Interned<Place>,
    slot_at: FxHashMap<(u32, u32, i32), u32>,
    value_at: FxHashMap<(u32, u64, u16), u32>,
}

/// For each number that was given out, the one that it gets.
#[derive(Debug, Clone, Default)]
pub struct Numbering {
    /// Of schools.
    pub schools: Vec<u32>,
    /// Of groups.
    pub groups: Vec<u32>,
    /// Of pupils.
    pub pupils: Vec<u32>,
    /// Of series.
    pub series: Vec<u32>,
    /// Of rounds.
    pub rounds: Vec<u32>,
}

impl ScoreTable {
    /// A table for scores of these series and rounds.
    #[must_use]
    pub fn new(series: Vec<SeriesKey>, rounds: Vec<String>) -> Self {
        Self { series, rounds, ..Self::default() }
    }

    /// Adds one score.
    pub fn push(&mut self, line: &ScoreLine) {
        let age = line.birth_date.and_then(|born| clock::age(born, line.date));
        let row = Row {
            pupil: self.pupil(line.school, line.pupil),
            slot: self.slot(line.series, line.round, line.date),
            value: self.value(line.series, line.score, age, line.sex),
            place: self.place(line.group, line.year, line.rater),
            origin: line.origin,
        };
        self.put(row);
    }

    /// Adds a score whose parts have their numbers.
    pub fn put(&mut self, row: Row) {
        let Some(slot) = self.slots.get_mut(row.slot as usize) else { return };
        slot.count += 1;
        let series = slot.series as usize;
        if self.rows.len() <= series {
            self.rows.resize_with(series + 1, Vec::new);
        }
        if let Some(rows) = self.rows.get_mut(series) {
            rows.push(row);
        }
    }

    /// The number of a pupil of a school; unique within it.
    pub fn pupil(&mut self, school: u32, pupil: i64) -> u32 {
        self.pupils.number((school, pupil))
    }

    /// The number of a day in a round of a series.
    pub fn slot(&mut self, series: u32, round: u32, date: NaiveDate) -> u32 {
        let day = date.to_epoch_days();
        let next = number(self.slots.len());
        let at = *self.slot_at.entry((series, round, day)).or_insert(next);
        if at == next {
            self.slots.push(Slot { series, round, day, count: 0 });
        }
        at
    }

    /// The number of a score of a series by a pupil of this age and sex.
    pub fn value(&mut self, series: u32, score: f64, age: Option<u8>, sex: Option<Sex>) -> u32 {
        // Adding zero makes one of 0 and −0.
        let score = score + 0.0;
        let whose = u16::from(age.unwrap_or(u8::MAX)) << 2 | sex.map_or(0, |sex| sex as u16 + 1);
        let next = number(self.values.len());
        let at = *self.value_at.entry((series, score.to_bits(), whose)).or_insert(next);
        if at == next {
            self.values.push(Value { series, score, age, sex });
        }
        at
    }

    /// The number of a group, its year level, and whoever filled in.
    pub fn place(&mut self, group: Option<u32>, year: Option<u32>, rater: Option<u32>) -> u32 {
        self.places.number(Place { group, year, rater })
    }

    /// How many scores.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }

    /// How many pupils.
    #[must_use]
    pub fn pupils(&self) -> usize {
        self.pupils.all.len()
    }

    /// The days of each round of each series with the number of scores: (series, round, day since 1970, scores).
    pub fn days(&self) -> impl Iterator<Item = (u32, u32, i32, u32)> + '_ {
        self.slots.iter().map(|slot| (slot.series, slot.round, slot.day, slot.count))
    }

    /// Gives schools, groups, raters, pupils, series and rounds other numbers: `ScoreLine`'s to their place in order.
    /// Nothing may be added after.
    pub fn renumber(&mut self, to: &Numbering) {
        let at = |places: &[u32], number: u32| places.get(number as usize).copied().unwrap_or(u32::MAX);
        for slot in &mut self.slots {
            (slot.series, slot.round) = (at(&to.series, slot.series), at(&to.rounds, slot.round));
        }
        let mut rows = vec![Vec::new(); to.series.len()];
        for (own, place) in std::mem::take(&mut self.rows).into_iter().zip(&to.series) {
            if let Some(slot) = rows.get_mut(*place as usize) {
                *slot = own;
            }
        }
        self.rows = rows;
        for value in &mut self.values {
            value.series = at(&to.series, value.series);
        }
        for place in &mut self.places.all {
            place.group = place.group.map(|group| at(&to.groups, group));
        }
        for (school, pupil) in &mut self.pupils.all {
            *school = at(&to.schools, *school);
            *pupil = usize::try_from(*pupil)
                .ok()
                .and_then(|was| to.pupils.get(was))
                .map_or(*pupil, |to| i64::from(*to));
        }
    }

    /// Moves the scores of a round of a series to another round: `to` is asked for each (series, round).
    pub fn relabel(&mut self, to: impl Fn(u32, u32) -> u32) {
        for slot in &mut self.slots {
            slot.round = to(slot.series, slot.round);
        }
        self.slot_at.clear();
    }
}

/// A place as a whole number.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
