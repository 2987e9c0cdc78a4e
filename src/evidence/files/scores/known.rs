//! Cells that were read before, with what they meant. A row of which every cell is known needs no reading.

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

type ByCell<T> = FxHashMap<Box<str>, T>;

/// What is known, and the reader for what is not.
pub(super) struct Known<'a> {
    reader: Reader<'a>,
    width: usize,
    /// By the cells that make a series, one after another.
    series: ByCell<u32>,
    /// For each series, its scores.
    scores: Vec<ByCell<f64>>,
    dates: ByCell<NaiveDate>,
    births: ByCell<Option<NaiveDate>>,
    sexes: ByCell<Option<Sex>>,
    schools: ByCell<u32>,
    pupils: ByCell<u32>,
    groups: ByCell<Option<u32>>,
    raters: ByCell<Option<u32>>,
    /// By label; where the file gives none, by season of the date.
    rounds: ByCell<u32>,
    seasons: FxHashMap<NaiveDate, u32>,
    joined: String,
}

impl<'a> Known<'a> {
    pub fn new(reader: Reader<'a>, width: usize) -> Self {
        Self {
            reader,
            width,
            series: ByCell::default(),
            scores: Vec::new(),
            dates: ByCell::default(),
            births: ByCell::default(),
            sexes: ByCell::default(),
            schools: ByCell::default(),
            pupils: ByCell::default(),
            groups: ByCell::default(),
            raters: ByCell::default(),
            rounds: ByCell::default(),
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
        let series = *self.series.get(self.joined.as_str())?;
        let date = *self.dates.get(cell(at.date))?;
        let birth_date = *self.births.get(maybe(at.birth_date))?;
        if birth_date.is_some_and(|born| born > date) {
            return None;
        }
        let round = match maybe(at.round) {
            "" => self.seasons.get(&date),
            label => self.rounds.get(label),
        };
        Some(Line {
            pupil: *self.pupils.get(cell(at.pupil))?,
            school: *self.schools.get(maybe(at.school))?,
            series,
            round: *round?,
            group: *self.groups.get(maybe(at.group))?,
            rater: *self.raters.get(maybe(at.rater))?,
            date,
            score: *self.scores.get(series as usize)?.get(cell(at.score))?,
            birth_date,
            sex: *self.sexes.get(maybe(at.sex))?,
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
        let own = score.series();
        let series = place(&mut block.series, own);
        self.series.insert(self.joined.as_str().into(), series);
        if self.scores.len() <= series as usize {
            self.scores.resize_with(series as usize + 1, ByCell::default);
        }
        if let Some(scores) = self.scores.get_mut(series as usize) {
            scores.insert(cell(at.score).into(), score.score);
        }
        let ScoreRow { school, pupil, group, rater, round, date, birth_date, .. } = score;
        let sex = match score.sex.as_deref() {
            Some("m") => Some(Sex::M),
            Some("f") => Some(Sex::F),
            _ => None,
        };
        let found = Line {
            pupil: name(&mut self.pupils, cell(at.pupil), &mut block.pupils, pupil),
            school: name(&mut self.schools, maybe(at.school), &mut block.schools, school.unwrap_or_default()),
            series,
            round: match round {
                Some(label) => name(&mut self.rounds, maybe(at.round), &mut block.rounds, label),
                None => *self.seasons.entry(date).or_insert_with(|| place(&mut block.rounds, season(date))),
            },
            group: optional(&mut self.groups, maybe(at.group), &mut block.groups, group),
            rater: optional(&mut self.raters, maybe(at.rater), &mut block.raters, rater),
            date,
            score: score.score,
            birth_date,
            sex,
            line: line(row),
        };
        self.dates.insert(cell(at.date).into(), date);
        self.births.insert(maybe(at.birth_date).into(), birth_date);
        self.sexes.insert(maybe(at.sex).into(), sex);
        Ok(found)
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

/// The place of a name by its cell. With other space around it a name gets another place: whoever puts blocks together
/// goes by the names.
fn name(known: &mut ByCell<u32>, cell: &str, names: &mut Vec<String>, name: String) -> u32 {
    if let Some(place) = known.get(cell) {
        return *place;
    }
    let found = u32::try_from(names.len()).unwrap_or(u32::MAX);
    names.push(name);
    known.insert(cell.into(), found);
    found
}

fn optional(
    known: &mut ByCell<Option<u32>>,
    cell: &str,
    names: &mut Vec<String>,
    name: Option<String>,
) -> Option<u32> {
    *known.entry(cell.into()).or_insert_with(|| name.map(|name| place(names, name)))
}

/// The place of a thing in a list; it is added where it is new.
fn place<T: PartialEq>(all: &mut Vec<T>, thing: T) -> u32 {
    let found = all.iter().position(|one| *one == thing);
    let at = found.unwrap_or_else(|| {
        all.push(thing);
        all.len() - 1
    });
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn line(row: &Row<'_>) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}
