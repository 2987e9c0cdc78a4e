//! The series of a pupil as a page needs them. How they come about, `series` knows.

use chrono::NaiveDate;

use crate::analytics::standing::Standing;
use crate::evidence::informant::Informant;
use crate::evidence::score_type::ScoreType;

/// One round of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The round's label.
    pub round: String,
    /// The day.
    pub on: NaiveDate,
    /// The score (for a group: the mean).
    pub score: f64,
    /// How many pupils it is of.
    pub n: usize,
}

/// What cannot be said of the last score, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaid {
    /// No norm fits, and too few scores are known to compare with: neither word.
    NoReference,
    /// The unit is too coarse: whether it changed.
    Coarse,
    /// The list has norms, and none for this pupil (so many years old, where that is known): how it stands by the norm. All
    /// scores of the board took its place.
    NoNorm(Option<u32>),
}

/// What one informant filled in.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who filled it in.
    pub informant: Informant,
    /// The unit of its scores.
    pub unit: ScoreType,
    /// The rounds, oldest first.
    pub points: Vec<Point>,
    /// What was expected of the last score: expected, and the ends of the 90 % interval.
    pub expected: Option<(f64, f64, f64)>,
    /// The two words; none where too few scores are known to compare with.
    pub standing: Option<Standing>,
    /// What is not said, and why.
    pub unsaid: Option<Unsaid>,
}

/// All series on one scale.
#[derive(Debug, Clone)]
pub struct Scale {
    /// Instrument and scale, as codes.
    pub code: (String, String),
    /// The domain's code.
    pub domain: String,
    /// The instrument's name.
    pub instrument: String,
    /// The scale's name.
    pub name: String,
    /// The lowest score.
    pub min: f64,
    /// The highest score.
    pub max: f64,
    /// Whether a high score is good.
    pub high_is_good: bool,
    /// Where eight of ten scores of the first informant lie.
    pub band: Option<(f64, f64)>,
    /// A line for each informant, the teacher first.
    pub lines: Vec<Line>,
    /// The control scale that doubts the last answers: its name.
    pub doubted_by: Option<String>,
}
