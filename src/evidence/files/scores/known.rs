//! Rows made of cells that were read before. A row of which every part is known (which list, which pupil, which day, which
//! score …) needs no reading; what is new goes through the reader, so that a row means here what it means there.

use std::{collections::BTreeSet, hash::Hash};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{
    block::{About, Block, Line, Slot, Value},
    cells::{Cells, Key, Keys},
    reader::Reader,
};
use crate::{
    evidence::{
        files::{parsed::Refusal, rounds::season, row::Row, score::ScoreRow},
        instruments::Sex,
    },
    ground::Message,
};

/// Things by the number they got when they were first met, and the last ones by themselves: rows that follow each other
/// mostly share all but the scale and the score, and scales come in the same turn.
#[derive(Debug)]
struct Numbers<K> {
    all: FxHashMap<K, u32>,
    /// By lane, the last one that was found.
    last: Vec<Option<(K, u32)>>,
}

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self { all: FxHashMap::default(), last: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> Numbers<K> {
    fn find(&mut self, key: K) -> Option<u32> {
        self.find_in(0, key)
    }

    /// The same; what was found last is kept for each lane apart.
    fn find_in(&mut self, lane: u32, key: K) -> Option<u32> {
        let lane = lane as usize;
        if let Some(Some((last, number))) = self.last.get(lane)
            && *last == key
        {
            return Some(*number);
        }
        let number = self.look_up(key)?;
        if self.last.len() <= lane {
            self.last.resize(lane + 1, None);
        }
        if let Some(slot) = self.last.get_mut(lane) {
            *slot = Some((key, number));
        }
        Some(number)
    }

    /// The same for what seldom comes twice running.
    fn look_up(&self, key: K) -> Option<u32> {
        self.all.get(&key).copied()
    }

    /// The number; a new thing gets the next one, and `make` puts it where its number points to.
    fn number(&mut self, key: K, make: impl FnOnce()) -> u32 {
        if let Some(number) = self.look_up(key) {
            return number;
        }
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.insert(key, next);
        make();
        next
    }

    /// Gives a thing a number that other things may have too.
    fn put(&mut self, key: K, number: u32) {
        self.all.insert(key, number);
    }
}

/// The parts that a row is made of, as numbers of cells.
struct Parts {
    list: [Key; 4],
    scale: Key,
    pupil: [Key; 2],
    day: [Key; 2],
    score: Key,
    born: [Key; 2],
    place: [Key; 3],
}

/// What a row says but for its pupil, scale and score.
#[derive(Debug, Clone, Copy, Default)]
struct Rest {
    list: u32,
    person: u32,
    day: [Key; 2],
    place: u32,
}

/// The text around the scale and the score of a row: rows of one pupil and day mostly follow each other, and share it.
#[derive(Debug, Default)]
struct Around {
    text: String,
    /// Where in the text each part ends.
    ends: [usize; 3],
}

impl Around {
    fn is(&self, parts: [&str; 3]) -> bool {
        let [first, second, third] = self.ends;
        let own = [self.text.get(..first), self.text.get(first..second), self.text.get(second..third)];
        !self.text.is_empty() && own == parts.map(Some)
    }

    /// Takes the text over.
    fn take(&mut self, parts: [&str; 3]) {
        self.text.clear();
        for (end, part) in self.ends.iter_mut().zip(parts) {
            self.text.push_str(part);
            *end = self.text.len();
        }
    }
}

/// What is known, and the reader for what is not.
pub(super) struct Known<'a> {
    pub reader: Reader<'a>,
    keys: Keys,
    lists: Numbers<[Key; 4]>,
    /// By list and scale.
    series: Numbers<(u32, Key)>,
    pupils: Numbers<[Key; 2]>,
    /// By series, date and label of the round.
    slots: Numbers<(u32, [Key; 2])>,
    /// By birth date and sex.
    people: Numbers<[Key; 2]>,
    told: Vec<(Option<NaiveDate>, Option<Sex>)>,
    /// The same by date of the list too: no list is older than its pupil.
    on_day: Numbers<[Key; 3]>,
    /// By pupil: the number of what the last row said.
    about: Vec<u32>,
    /// By series and score.
    values: Numbers<(u32, Key)>,
    /// By school, group and whoever filled in: every school has a 5A.
    places: Numbers<[Key; 3]>,
    /// The series of developmental ages.
    aged: BTreeSet<u32>,
    /// The text around the scale and the score of the last row that was seen, its pupil, and what else it says.
    around: Around,
    last: (u32, Rest),
    /// The series of that row.
    before: u32,
}

impl<'a> Known<'a> {
    pub fn new(reader: Reader<'a>) -> Self {
        Self {
            reader,
            keys: Keys::default(),
            lists: Numbers::default(),
            series: Numbers::default(),
            pupils: Numbers::default(),
            slots: Numbers::default(),
            people: Numbers::default(),
            told: Vec::new(),
            on_day: Numbers::default(),
            about: Vec::new(),
            values: Numbers::default(),
            places: Numbers::default(),
            aged: BTreeSet::new(),
            around: Around::default(),
            last: (0, Rest::default()),
            before: 0,
        }
    }

    /// The score of a row all parts of which are known.
    pub fn seen(&mut self, cells: &Cells<'_>, line: u32) -> Option<Line> {
        let around = cells.around(self.reader.columns.scale, self.reader.columns.score);
        if !around.is_some_and(|parts| self.around.is(parts)) {
            let parts = self.parts(cells);
            let (pupil, rest) = (self.pupils.find(parts.pupil)?, self.find_rest(&parts)?);
            if self.about.get(pupil as usize) != Some(&rest.person) {
                return None;
            }
            self.last = (pupil, rest);
            self.around.take(around.unwrap_or_default());
        }
        let (pupil, rest) = self.last;
        self.find_line(cells, pupil, rest, line)
    }

    /// Reads the pupil of a row of which only the pupil, and what it says of the pupil, may be new; none where more is.
    pub fn learn_pupil(
        &mut self,
        row: &Row<'_>,
        cells: &Cells<'_>,
        block: &mut Block,
    ) -> Option<Result<Line, Refusal>> {
        let parts = self.parts(cells);
        let rest = self.find_rest(&parts)?;
        let found = self.find_line(cells, u32::MAX, rest, super::block::line(row.line))?;
        let at = &self.reader.columns;
        let names = row.pupil_number(at.pupil).and_then(|pupil| Ok((row.cell(at.school)?, pupil)));
        Some(names.map(|(school, pupil)| {
            let new = (school.unwrap_or_default().to_owned(), pupil.to_owned());
            let pupil = self.pupils.number(parts.pupil, || block.pupils.push(new));
            self.take_about(Line { pupil, ..found }, rest.person, block)
        }))
    }

    /// All but the pupil, the scale and the score of a row.
    fn find_rest(&mut self, parts: &Parts) -> Option<Rest> {
        Some(Rest {
            list: self.lists.find(parts.list)?,
            person: self.on_day.find([parts.born[0], parts.born[1], parts.day[0]])?,
            day: parts.day,
            place: self.places.find(parts.place)?,
        })
    }

    /// The score of a row by a pupil whose scale and score are known.
    fn find_line(&mut self, cells: &Cells<'_>, pupil: u32, rest: Rest, line: u32) -> Option<Line> {
        let at = &self.reader.columns;
        let (scale, score) = (self.keys.of(cells, Some(at.scale)), self.keys.of(cells, Some(at.score)));
        // After one scale mostly comes the one that came after it before.
        let series = self.series.find_in(self.before, (rest.list, scale))?;
        self.before = series;
        if self.aged.contains(&series) {
            return None;
        }
        Some(Line {
            pupil,
            slot: self.slots.find_in(series, (series, rest.day))?,
            value: self.values.look_up((series, score))?,
            place: rest.place,
            line,
        })
    }

    /// Reads a row and keeps what its parts mean.
    pub fn learn(&mut self, row: &Row<'_>, cells: &Cells<'_>, block: &mut Block) -> Result<Line, Refusal> {
        let score = self.reader.read(row)?;
        if score.developmental.is_some() && score.birth_date.is_none() {
            return Err(row.refuse(self.reader.columns.score, Message::new("row-needs-birth-date")));
        }
        let named = score.series();
        let parts = self.parts(cells);
        let list = self.lists.number(parts.list, || ());
        let series = self.series.number((list, parts.scale), || block.series.push(named));
        let mut of_value = parts.score;
        if score.developmental.is_some() {
            // What the cell says differs from pupil to pupil: such rows are read each time.
            of_value = Key::of_score(score.score);
            self.aged.insert(series);
        }
        let ScoreRow { school, pupil, group, rater, round, date, birth_date, score, sex, .. } = score;
        let sex = sex.as_deref().and_then(Sex::from_code);
        let person = self.people.number(parts.born, || self.told.push((birth_date, sex)));
        self.on_day.put([parts.born[0], parts.born[1], parts.day[0]], person);
        let line = Line {
            place: self.places.number(parts.place, || {
                block.places.push((school.clone().unwrap_or_default(), group, rater));
            }),
            pupil: self.pupils.number(parts.pupil, || block.pupils.push((school.unwrap_or_default(), pupil))),
            slot: self.slots.number((series, parts.day), || {
                let round = round.unwrap_or_else(|| season(date));
                block.slots.push(Slot { series, round, date });
            }),
            value: self.values.number((series, of_value), || block.values.push(Value { series, score })),
            line: super::block::line(row.line),
        };
        Ok(self.take_about(line, person, block))
    }

    /// Tells what a line says of its pupil, where that is new.
    fn take_about(&mut self, line: Line, person: u32, block: &mut Block) -> Line {
        let at = line.pupil as usize;
        if self.about.len() <= at {
            self.about.resize(at + 1, u32::MAX);
        }
        if let (Some(last), Some((born, sex))) = (self.about.get_mut(at), self.told.get(person as usize))
            && *last != person
        {
            *last = person;
            block.about.push(About { pupil: line.pupil, born: *born, sex: *sex, line: line.line });
        }
        line
    }

    fn parts(&mut self, cells: &Cells<'_>) -> Parts {
        let at = &self.reader.columns;
        let mut key = |at: Option<usize>| self.keys.of(cells, at);
        Parts {
            list: [key(Some(at.instrument)), key(Some(at.informant)), key(at.version), key(at.score_type)],
            scale: key(Some(at.scale)),
            pupil: [key(at.school), key(Some(at.pupil))],
            day: [key(Some(at.date)), key(at.round)],
            score: key(Some(at.score)),
            born: [key(at.birth_date), key(at.sex)],
            place: [key(at.school), key(at.group), key(at.rater)],
        }
    }
}
