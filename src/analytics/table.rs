//! Scores as columns: what goes into the analysis, alike for rows of files and rows of the database.
//! Names are numbers here; who made the numbers turns them back (a dictionary for files, keys for the database).

use chrono::NaiveDate;

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

/// One score with everything that belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct ScoreLine {
    /// The school's number.
    pub school: u32,
    /// The number of the pupil's group at the time.
    pub group: Option<u32>,
    /// The pupil's year level (leerjaar) at the time.
    pub year: Option<u32>,
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
}

/// All scores of a run: at most one per pupil, series and round (`evidence::files::settle` sees to it).
/// Rows of the result are sorted by these numbers, so give them out in the order names should come.
#[derive(Debug, Clone, Default)]
pub struct ScoreTable {
    /// The series that `ScoreLine::series` points to.
    pub series: Vec<SeriesKey>,
    /// The labels that `ScoreLine::round` points to, such as `2025-2026 najaar`.
    pub rounds: Vec<String>,
    pub(super) school: Vec<u32>,
    pub(super) group: Vec<Option<u32>>,
    pub(super) year: Vec<Option<u32>>,
    pub(super) pupil: Vec<i64>,
    pub(super) at: Vec<u32>,
    pub(super) round: Vec<u32>,
    pub(super) day: Vec<i32>,
    pub(super) score: Vec<f64>,
    pub(super) age: Vec<Option<u32>>,
    pub(super) sex: Vec<Option<Sex>>,
}

impl ScoreTable {
    /// A table for scores of these series and rounds.
    #[must_use]
    pub fn new(series: Vec<SeriesKey>, rounds: Vec<String>) -> Self {
        Self { series, rounds, ..Self::default() }
    }

    /// Adds one score.
    pub fn push(&mut self, line: &ScoreLine) {
        self.school.push(line.school);
        self.group.push(line.group);
        self.year.push(line.year);
        self.pupil.push(line.pupil);
        self.at.push(line.series);
        self.round.push(line.round);
        self.day.push(line.date.to_epoch_days());
        self.score.push(line.score);
        self.age.push(line.birth_date.and_then(|born| line.date.years_since(born)));
        self.sex.push(line.sex);
    }

    /// How many scores.
    #[must_use]
    pub fn len(&self) -> usize {
        self.score.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.score.is_empty()
    }
}
