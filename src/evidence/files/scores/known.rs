//! Cells that were read before, with what they meant. A row of which every cell is known needs no reading; and rows that
//! follow each other mostly share all but the scale and the score.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{
    block::{Block, Line},
    reader::Reader,
};
use crate::{
    evidence::{
        files::{parsed::Refusal, rounds::season, row::Row, score::ScoreRow},
        instruments::Sex,
    },
    ground::Result,
};

/// What a column's cells meant, and the last one by itself.
#[derive(Debug)]
struct ByCell<T> {
    all: FxHashMap<Box<str>, T>,
    last: (String, Option<T>),
}

impl<T> Default for ByCell<T> {
    fn default() -> Self {
        Self { all: FxHashMap::default(), last: (String::new(), None) }
    }
}

impl<T: Copy> ByCell<T> {
    fn get(&mut self, cell: &str) -> Option<T> {
        if self.last.0 == cell && self.last.1.is_some() {
            return self.last.1;
        }
        let found = self.all.get(cell).copied();
        self.last.0.clear();
        self.last.0.push_str(cell);
        self.last.1 = found;
        found
    }

    fn put(&mut self, cell: &str, meaning: T) {
        self.all.insert(cell.into(), meaning);
    }
}

/// A column of names: each gets a number when it is first met. With other space around it a name gets another number:
/// whoever puts blocks together goes by the names.
#[derive(Debug, Default)]
struct Names {
    numbers: ByCell<u32>,
    count: u32,
}

impl Names {
    fn number<T>(&mut self, cell: &str, new: &mut Vec<T>, name: impl FnOnce() -> T) -> u32 {
        if let Some(number) = self.numbers.get(cell) {
            return number;
        }
        new.push(name());
        self.numbers.put(cell, self.count);
        self.count += 1;
        self.count - 1
    }
}

/// What is known, and the reader for what is not.
pub(super) struct Known<'a> {
    reader: Reader<'a>,
    width: usize,
    /// By the cells that make a series, one after another.
    series: Names,
    /// For each series, its scores.
    scores: Vec<ByCell<f64>>,
    dates: ByCell<NaiveDate>,
    births: ByCell<Option<NaiveDate>>,
    sexes: ByCell<Option<Sex>>,
    schools: Names,
    pupils: Names,
    groups: Names,
    raters: Names,
    /// By label, or by season of the date where the file gives none.
    rounds: Names,
    seasons: FxHashMap<NaiveDate, u32>,
    joined: String,
}

impl<'a> Known<'a> {
    pub fn new(reader: Reader<'a>, width: usize) -> Self {
        Self {
            reader,
            width,
            series: Names::default(),
            scores: Vec::new(),
            dates: ByCell::default(),
            births: ByCell::default(),
            sexes: ByCell::default(),
            schools: Names::default(),
            pupils: Names::default(),
            groups: Names::default(),
            raters: Names::default(),
            rounds: Names::default(),
            seasons: FxHashMap::default(),
            joined: String::new(),
        }
    }

    /// The score of a row all cells of which are known.
    pub fn seen(&mut self, row: &Row<'_>) -> Option<Line> {
        if row.cells.len() != self.width {
            return None;
        }
        self.join(row);
        let at = &self.reader.columns;
        let cell = |at: usize| row.cells.get(at).unwrap_or_default();
        let maybe = |at: Option<usize>| at.map_or("", cell);
        let optional = |names: &mut Names, cell: &str| match cell {
            "" => Some(None),
            cell => names.numbers.get(cell).map(Some),
        };
        let series = self.series.numbers.get(&self.joined)?;
        let date = self.dates.get(cell(at.date))?;
        let birth_date = self.births.get(maybe(at.birth_date))?;
        if birth_date.is_some_and(|born| born > date) {
            return None;
        }
        let round = match maybe(at.round) {
            "" => self.seasons.get(&date).copied(),
            label => self.rounds.numbers.get(label),
        };
        Some(Line {
            pupil: self.pupils.numbers.get(cell(at.pupil))?,
            school: self.schools.numbers.get(maybe(at.school))?,
            series,
            round: round?,
            group: optional(&mut self.groups, maybe(at.group))?,
            rater: optional(&mut self.raters, maybe(at.rater))?,
            date,
            score: self.scores.get_mut(series as usize)?.get(cell(at.score))?,
            birth_date,
            sex: self.sexes.get(maybe(at.sex))?,
            line: line(row),
        })
    }

    /// Reads a row and keeps what its cells mean.
    pub fn learn(&mut self, row: &Row<'_>, block: &mut Block) -> Result<Line, Refusal> {
        let score = self.reader.read(row)?;
        self.join(row);
        let at = &self.reader.columns;
        let cell = |at: usize| row.cells.get(at).unwrap_or_default();
        let maybe = |at: Option<usize>| at.map_or("", cell);
        let series = self.series.number(&self.joined, &mut block.series, || score.series());
        if self.scores.len() <= series as usize {
            self.scores.resize_with(series as usize + 1, ByCell::default);
        }
        if let Some(scores) = self.scores.get_mut(series as usize) {
            scores.put(cell(at.score), score.score);
        }
        let ScoreRow { school, pupil, group, rater, round, date, birth_date, .. } = score;
        let sex = match score.sex.as_deref() {
            Some("m") => Some(Sex::M),
            Some("f") => Some(Sex::F),
            _ => None,
        };
        self.dates.put(cell(at.date), date);
        self.births.put(maybe(at.birth_date), birth_date);
        self.sexes.put(maybe(at.sex), sex);
        let round = match (round, self.seasons.get(&date)) {
            (Some(label), _) => self.rounds.number(maybe(at.round), &mut block.rounds, || label),
            (None, Some(number)) => *number,
            (None, None) => {
                let label = season(date);
                // No label has a line end in it: the number is the date's.
                let number = self.rounds.number(&format!("{date}\n"), &mut block.rounds, || label);
                self.seasons.insert(date, number);
                number
            }
        };
        Ok(Line {
            pupil: self.pupils.number(cell(at.pupil), &mut block.pupils, || pupil),
            school: self.schools.number(maybe(at.school), &mut block.schools, || school.unwrap_or_default()),
            series,
            round,
            group: group.map(|name| self.groups.number(maybe(at.group), &mut block.groups, || name)),
            rater: rater.map(|name| self.raters.number(maybe(at.rater), &mut block.raters, || name)),
            date,
            score: score.score,
            birth_date,
            sex,
            line: line(row),
        })
    }

    /// The cells that make a series, one after another.
    fn join(&mut self, row: &Row<'_>) {
        let at = &self.reader.columns;
        self.joined.clear();
        let cells = [Some(at.instrument), Some(at.informant), Some(at.scale), at.version, at.score_type];
        for cell in cells.into_iter().flatten().filter_map(|at| row.cells.get(at)) {
            self.joined.push_str(cell);
            self.joined.push('\u{1f}');
        }
    }
}

fn line(row: &Row<'_>) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}
