//! Rows made of cells that were read before. A row of which every part is known (which list, which pupil, which day, which
//! score …) needs no reading; what is new goes through the reader, so that a row means here what it means there.

use std::{collections::BTreeSet, hash::Hash};

use rustc_hash::FxHashMap;

use super::{
    block::{Block, Line, Slot, Value},
    cells::{Cells, Key, Keys},
    reader::Reader,
};
use crate::{
    evidence::{
        files::{parsed::Refusal, rounds::season, row::Row, score::ScoreRow},
        instruments::Sex,
    },
    ground::{Message, Result, clock},
};

/// Things by the number they got when they were first met, and the last one by itself: rows that follow each other mostly
/// share all but the scale and the score.
#[derive(Debug)]
struct Numbers<K> {
    all: FxHashMap<K, u32>,
    last: Option<(K, u32)>,
}

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self { all: FxHashMap::default(), last: None }
    }
}

impl<K: Copy + Eq + Hash> Numbers<K> {
    fn find(&mut self, key: K) -> Option<u32> {
        if let Some((last, number)) = self.last
            && last == key
        {
            return Some(number);
        }
        let number = *self.all.get(&key)?;
        self.last = Some((key, number));
        Some(number)
    }

    /// The number; a new thing gets the next one, and `make` puts it where its number points to.
    fn number(&mut self, key: K, make: impl FnOnce()) -> u32 {
        if let Some(number) = self.find(key) {
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
    place: [Key; 2],
}

/// What a row says but for its scale and score, and the text that says so: rows of one pupil and day mostly follow each
/// other.
#[derive(Debug, Default)]
struct Rest {
    text: String,
    /// Where in the text each part ends.
    ends: [usize; 3],
    list: u32,
    person: u32,
    pupil: u32,
    day: [Key; 2],
    place: u32,
}

impl Rest {
    fn says(&self, parts: [&str; 3]) -> bool {
        let [first, second, third] = self.ends;
        let own = [self.text.get(..first), self.text.get(first..second), self.text.get(second..third)];
        !self.text.is_empty() && own == parts.map(Some)
    }

    /// Takes the text over.
    fn said_by(&mut self, parts: [&str; 3]) {
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
    /// Age and sex as one number, by birth date, sex, and date of the list.
    people: Numbers<[Key; 3]>,
    /// By series, age and sex, and score.
    values: Numbers<(u32, u32, Key)>,
    /// By group and whoever filled in.
    places: Numbers<[Key; 2]>,
    /// The series of developmental ages.
    aged: BTreeSet<u32>,
    /// Of the last row that was seen.
    rest: Rest,
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
            values: Numbers::default(),
            places: Numbers::default(),
            aged: BTreeSet::new(),
            rest: Rest::default(),
        }
    }

    /// The score of a row all parts of which are known.
    pub fn seen(&mut self, cells: &Cells<'_>, line: u32) -> Option<Line> {
        let (scale, score) = (self.reader.columns.scale, self.reader.columns.score);
        let around = cells.around(scale, score);
        if !around.is_some_and(|parts| self.rest.says(parts)) {
            self.rest = self.find_rest(cells)?;
            self.rest.said_by(around.unwrap_or_default());
        }
        let (scale, score) = (self.keys.of(cells, Some(scale)), self.keys.of(cells, Some(score)));
        let rest = &self.rest;
        let series = self.series.find((rest.list, scale)).filter(|series| !self.aged.contains(series))?;
        Some(Line {
            pupil: rest.pupil,
            slot: self.slots.find((series, rest.day))?,
            value: self.values.find((series, rest.person, score))?,
            place: rest.place,
            line,
        })
    }

    /// All but the scale and the score of a row; the text is left as it was.
    fn find_rest(&mut self, cells: &Cells<'_>) -> Option<Rest> {
        let parts = self.parts(cells);
        Some(Rest {
            list: self.lists.find(parts.list)?,
            person: self.people.find([parts.born[0], parts.born[1], parts.day[0]])?,
            pupil: self.pupils.find(parts.pupil)?,
            day: parts.day,
            place: self.places.find(parts.place)?,
            ends: [0; 3],
            text: std::mem::take(&mut self.rest.text),
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
        let sex = match sex.as_deref() {
            Some("m") => Some(Sex::M),
            Some("f") => Some(Sex::F),
            _ => None,
        };
        let age = birth_date.and_then(|born| clock::age(born, date));
        let person = u32::from(age.unwrap_or(u8::MAX)) << 2 | sex.map_or(0, |sex| sex as u32 + 1);
        self.people.put([parts.born[0], parts.born[1], parts.day[0]], person);
        Ok(Line {
            pupil: self.pupils.number(parts.pupil, || block.pupils.push((school.unwrap_or_default(), pupil))),
            slot: self.slots.number((series, parts.day), || {
                let round = round.unwrap_or_else(|| season(date));
                block.slots.push(Slot { series, round, date });
            }),
            value: self.values.number((series, person, of_value), || {
                block.values.push(Value { series, score, age, sex });
            }),
            place: self.places.number(parts.place, || block.places.push((group, rater))),
            line: super::block::line(row.line),
        })
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
            place: [key(at.group), key(at.rater)],
        }
    }
}
