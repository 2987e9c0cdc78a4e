//! A score as a file gives it, the series it belongs to, and what it is checked against.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dates;
use super::items::Item;
use crate::evidence::{informant::Informant, score_type::ScoreType};
use crate::ground::Message;

/// One score, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The school as the file names it; none when it has no such column.
    pub school: Option<String>,
    /// The pupil's number at the school, as text.
    pub pupil: String,
    /// The day the list was filled in.
    pub date: NaiveDate,
    /// The instrument's code, as the catalogue writes it.
    pub instrument: String,
    /// The instrument's version: the file's, else the catalogue's.
    pub version: String,
    /// Whose view it is.
    pub informant: Informant,
    /// The scale's code, as the catalogue writes it.
    pub scale: String,
    /// The score, in the unit of `score_type`, pointing the way the scale does.
    pub score: f64,
    /// The unit.
    pub score_type: ScoreType,
    /// The group as the file names it.
    pub group: Option<String>,
    /// The pupil's birth date.
    pub birth_date: Option<NaiveDate>,
    /// The pupil's sex, `m` or `f`, for norms that differ by it.
    pub sex: Option<String>,
    /// The round: as the file labels it, and after `settle` always filled.
    pub round: Option<String>,
    /// Who filled the list in.
    pub rater: Option<String>,
    /// Where the file gives a developmental age in months: between which differences with the own age the score must lie.
    /// As long as there is no birth date, `score` is that age still.
    pub developmental: Option<(f64, f64)>,
}

/// What makes scores comparable over time: a change of any of these starts another series.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Series {
    /// The instrument's code.
    pub instrument: String,
    /// The instrument's version.
    pub version: String,
    /// Whose view.
    pub informant: Informant,
    /// The scale's code.
    pub scale: String,
    /// The unit.
    pub score_type: ScoreType,
}

impl ScoreRow {
    /// Takes a birth date: a developmental age becomes the months that the pupil is ahead (+) or behind (−).
    ///
    /// # Errors
    /// Why, where the difference is too large to be true.
    pub fn take_age(&mut self, born: NaiveDate) -> Result<(), Message> {
        self.birth_date = Some(born);
        let Some((min, max)) = self.developmental else { return Ok(()) };
        let age = dates::months(born, self.date);
        let ahead = self.score - f64::from(age);
        if !(min..=max).contains(&ahead) {
            let message = Message::new("row-developmental-age").with("score", self.score).with("age", age);
            return Err(message.with("furthest", max));
        }
        self.score = ahead;
        Ok(())
    }

    /// The series this score belongs to.
    #[must_use]
    pub fn series(&self) -> Series {
        Series {
            instrument: self.instrument.clone(),
            version: self.version.clone(),
            informant: self.informant,
            scale: self.scale.clone(),
            score_type: self.score_type,
        }
    }
}

/// What a scale accepts.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The instrument's code as the catalogue writes it.
    pub instrument: String,
    /// The instrument's version where the file gives none.
    pub version: String,
    /// The scale's code as the catalogue writes it.
    pub code: String,
    /// The lowest raw score.
    pub min: f64,
    /// The highest raw score.
    pub max: f64,
    /// Whether a high score is a concern.
    pub high_is_concern: bool,
    /// The units that are taken, the first where a file gives none; empty: every unit, raw by default.
    pub score_types: Vec<ScoreType>,
    /// Whether the list tells of schools and groups alone.
    pub totals_only: bool,
    /// Whether the file gives a developmental age in months, of which the difference with the own age counts.
    pub developmental_age: bool,
}

impl Scale {
    /// Whether the list comes in this unit.
    #[must_use]
    pub fn takes(&self, unit: ScoreType) -> bool {
        self.score_types.is_empty() || self.score_types.contains(&unit)
    }
}

/// Why a scale was not found; with what there is, for the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// No such instrument; the codes that are known.
    Instrument(Vec<String>),
    /// The instrument has no such scale, or no such item; the codes that it has.
    Scale(Vec<String>),
}

/// The instruments a file is checked against.
pub trait Catalogue {
    /// The scale with this code, in any case.
    fn scale(&self, instrument: &str, scale: &str) -> Result<Scale, Unknown>;

    /// The item with this code, in any case.
    fn item(&self, instrument: &str, item: &str) -> Result<Item, Unknown>;

    /// Whether rows of this instrument may only be kept with a known explicit consent (health data).
    fn needs_consent(&self, instrument: &str) -> bool;
}
