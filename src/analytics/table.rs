//! Scores as whole numbers: what goes into the analysis, alike for rows of files and rows of the database.
//! Names are numbers here; who made the numbers turns them back (a dictionary for files, keys for the database). What
//! many scores share stands once: scores of one form (pupil, day, place) follow each other, and each is eight bytes.

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{ages::Person, interned::Interned};
use crate::evidence::{informant::Informant, instruments::Sex, score_type::ScoreType};

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
    /// The round and day (`ScoreTable::day`).
    pub day: u32,
    /// The score (`ScoreTable::value`).
    pub value: u32,
    /// Where and by whom (`ScoreTable::place`).
    pub place: u32,
    /// Where the row came from, as in `ScoreLine`.
    pub origin: u32,
}

/// What was filled in on a pupil on one day in one place, as far as its rows follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReadForm {
    pub pupil: u32,
    pub day: u32,
    pub place: u32,
    /// Where its scores begin.
    pub first: u32,
}

/// One score of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReadScore {
    pub value: u32,
    pub origin: u32,
}

/// A score of a series by who is of this age and sex: what has one z.
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
    /// Taken out when they are settled, as are their scores.
    pub(super) forms: Vec<ReadForm>,
    pub(super) scores: Vec<ReadScore>,
    pub(super) pupils: Interned<(u32, i64)>,
    /// Rounds with their days since 1970.
    pub(super) days: Interned<(u32, i32)>,
    pub(super) values: Vec<Value>,
    pub(super) places: Interned<Place>,
    /// For (series, round) the round that takes it in.
    joined: FxHashMap<(u32, u32), u32>,
    value_at: FxHashMap<(u32, u64), u32>,
    /// What is known of the pupils, by number.
    pub(super) people: Vec<Person>,
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
        let pupil = self.pupil(line.school, line.pupil);
        self.person(pupil, line.birth_date, line.sex);
        let row = Row {
            pupil,
            day: self.day(line.round, line.date),
            value: self.value(line.series, line.score),
            place: self.place(line.group, line.year, line.rater),
            origin: line.origin,
        };
        self.put(row);
    }

    /// Adds a score whose parts have their numbers.
    pub fn put(&mut self, row: Row) {
        let Row { pupil, day, value, place, origin } = row;
        let same = |form: &ReadForm| (form.pupil, form.day, form.place) == (pupil, day, place);
        if !self.forms.last().is_some_and(same) {
            self.forms.push(ReadForm { pupil, day, place, first: number(self.scores.len()) });
        }
        self.scores.push(ReadScore { value, origin });
    }

    /// The number of a pupil of a school; unique within it.
    pub fn pupil(&mut self, school: u32, pupil: i64) -> u32 {
        self.pupils.number((school, pupil))
    }

    /// The number of a day in a round.
    pub fn day(&mut self, round: u32, date: NaiveDate) -> u32 {
        self.days.number((round, date.to_epoch_days()))
    }

    /// Takes in what is known of a pupil, for all of the pupil's scores.
    pub fn person(&mut self, pupil: u32, born: Option<NaiveDate>, sex: Option<Sex>) {
        let at = pupil as usize;
        if self.people.len() <= at && (born.is_some() || sex.is_some()) {
            self.people.resize(at + 1, Person::default());
        }
        if let Some(person) = self.people.get_mut(at) {
            *person = Person { born: born.or(person.born), sex: sex.or(person.sex) };
        }
    }

    /// The number of a score of a series.
    pub fn value(&mut self, series: u32, score: f64) -> u32 {
        // Adding zero makes one of 0 and −0.
        let score = score + 0.0;
        let next = number(self.values.len());
        let at = *self.value_at.entry((series, score.to_bits())).or_insert(next);
        if at == next {
            self.values.push(Value { series, score, age: None, sex: None });
        }
        at
    }

    /// The number of a group, its year level, and whoever filled in.
    pub fn place(&mut self, group: Option<u32>, year: Option<u32>, rater: Option<u32>) -> u32 {
        self.places.number(Place { group, year, rater })
    }

    /// How many scores.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.scores.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// How many pupils.
    #[must_use]
    pub fn pupils(&self) -> usize {
        self.pupils.all.len()
    }

    /// The days of each round of each series with the number of scores: (series, round, day since 1970, scores).
    pub fn days(&self) -> impl Iterator<Item = (u32, u32, i32, u32)> + '_ {
        let width = self.days.all.len();
        let mut counts = vec![0_u32; width * self.series_numbers()];
        for (form, scores) in each_form(&self.forms, &self.scores) {
            for value in scores.iter().filter_map(|score| self.values.get(score.value as usize)) {
                if let Some(count) = counts.get_mut(value.series as usize * width + form.day as usize) {
                    *count += 1;
                }
            }
        }
        let at = move |place: usize| {
            let (round, day) = self.days.all.get(place % width).copied().unwrap_or_default();
            (number(place / width), round, day)
        };
        let seen = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
        seen.map(move |(place, count)| (at(place).0, at(place).1, at(place).2, count))
    }

    /// One more than the largest number of a series.
    fn series_numbers(&self) -> usize {
        self.values.iter().map(|value| value.series as usize + 1).max().unwrap_or_default()
    }

    /// Gives schools, groups, raters, pupils, series and rounds other numbers: `ScoreLine`'s to their place in order.
    /// Nothing may be added after.
    pub fn renumber(&mut self, to: &Numbering) {
        let at = |places: &[u32], number: u32| places.get(number as usize).copied().unwrap_or(u32::MAX);
        for (round, _) in &mut self.days.all {
            *round = at(&to.rounds, *round);
        }
        let joined = std::mem::take(&mut self.joined).into_iter();
        let renumbered = joined.map(|((series, round), into)| {
            ((at(&to.series, series), at(&to.rounds, round)), at(&to.rounds, into))
        });
        self.joined = renumbered.collect();
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

    /// Lets go of what gave numbers: nothing is added any more.
    pub(super) fn close(&mut self) {
        self.pupils.close();
        self.places.close();
        self.days.close();
        self.value_at = FxHashMap::default();
    }

    /// Moves the scores of rounds of a series to another round: by (series, round), which one.
    pub fn join_rounds(&mut self, to: FxHashMap<(u32, u32), u32>) {
        self.joined = to;
    }

    /// The round of a series that a round of its rows belongs to.
    pub(super) fn round(&self, series: u32, round: u32) -> u32 {
        if self.joined.is_empty() {
            return round;
        }
        self.joined.get(&(series, round)).copied().unwrap_or(round)
    }
}

/// Forms as they were read, each with its scores.
pub(super) fn each_form<'a>(
    forms: &'a [ReadForm],
    scores: &'a [ReadScore],
) -> impl Iterator<Item = (&'a ReadForm, &'a [ReadScore])> {
    let ends = forms.iter().skip(1).map(|next| next.first as usize).chain([scores.len()]);
    let of =
        |(form, end): (&'a ReadForm, usize)| (form, scores.get(form.first as usize..end).unwrap_or_default());
    forms.iter().zip(ends).map(of)
}

/// A place as a whole number.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
