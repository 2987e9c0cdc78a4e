//! What an instrument is: its scales, published norms, stability over time and scoring key, as the files in
//! `config/instruments` give it (the format is in the contract). Reading and checking a file: `parse`.
//! No item texts, ever: they are others' work.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::domain::Domain;
use crate::evidence::informant::Informant;

/// An instrument: a list of scales, in one version.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The code, as in the column `instrument`; compared without case.
    pub code: String,
    /// The name for people.
    pub name: String,
    /// The version these scales and norms belong to.
    pub version: String,
    /// Where the figures come from.
    pub source: String,
    /// The date of that source.
    #[serde(deserialize_with = "date")]
    pub date: NaiveDate,
    /// What the licence allows.
    pub licence: String,
    /// True for health data: rows come in only with `ground`.
    #[serde(default)]
    pub special_category: bool,
    /// The ground on which rows may come in.
    #[serde(default)]
    pub ground: Ground,
    /// How scores hang together over time.
    #[serde(default)]
    pub stability: Stability,
    /// The scales.
    #[serde(rename = "scale")]
    pub scales: Vec<Scale>,
    /// Published norms; where none fits, the pupils' own pooled scores are the reference.
    #[serde(default, rename = "norm")]
    pub norms: Vec<Norm>,
    /// Items, only of lists whose items may be processed.
    #[serde(default, rename = "item")]
    pub items: Vec<Item>,
    /// How item answers become scale scores.
    #[serde(default)]
    pub scoring: Scoring,
}

impl Instrument {
    /// The scale with this code, in any case.
    #[must_use]
    pub fn scale(&self, code: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.code.eq_ignore_ascii_case(code.trim()))
    }

    /// The scales that are judged as a family: they may raise signals and are no sum of others.
    pub fn signal_scales(&self) -> impl Iterator<Item = &Scale> {
        self.scales.iter().filter(|scale| scale.signals && !scale.is_total())
    }

    /// The total of the list: the signalling scale that sums the most others; none for many lists.
    #[must_use]
    pub fn total(&self) -> Option<&Scale> {
        self.scales
            .iter()
            .rev()
            .filter(|scale| scale.signals && scale.is_total())
            .max_by_key(|scale| scale.sum_of.len())
    }
}

/// The ground on which an instrument's rows may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
pub enum Ground {
    /// The school's public task.
    #[default]
    #[serde(rename = "public task")]
    PublicTask,
    /// Explicit consent: rows without a known consent are refused.
    #[serde(rename = "explicit consent")]
    ExplicitConsent,
}

/// How scores of one pupil hang together: `ρ(Δ) = trait + state·decay^Δ`, Δ in half-years (`signals.md` 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Stability {
    /// Share of the variance that stays (0–1), the class's part included.
    #[serde(rename = "trait")]
    pub lasting: f64,
    /// Share that fades with time (0–1).
    pub state: f64,
    /// What is left of `state` after half a year (0–1).
    pub decay: f64,
    /// Share that is measurement error (0–1); the three shares sum to 1.
    pub error: f64,
}

impl Default for Stability {
    fn default() -> Self {
        Self { lasting: 0.45, state: 0.35, decay: 0.70, error: 0.20 }
    }
}

/// Which end of a scale asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// High scores are worse.
    Concern,
    /// High scores are better.
    Strength,
}

/// Who may see a scale's signals first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// The pupil's mentor.
    #[default]
    Mentor,
    /// The coordinator: scales about teachers, safety, home.
    Coordinator,
}

/// One scale of an instrument.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The code, as in the column `schaal`; compared without case.
    pub code: String,
    /// The name for people.
    pub name: String,
    /// What the scale is about.
    pub domain: Domain,
    /// The lowest possible raw score.
    pub min: f64,
    /// The highest possible raw score.
    pub max: f64,
    /// Which end asks for attention.
    pub high_is: Direction,
    /// The scales this one is the sum of: a total, judged apart from its parts.
    #[serde(default)]
    pub sum_of: Vec<String>,
    /// Whether it may raise signals; a scale that only explains does not.
    #[serde(default = "yes")]
    pub signals: bool,
    /// Who sees its signals first.
    #[serde(default)]
    pub audience: Audience,
}

impl Scale {
    /// Whether the scale sums others.
    #[must_use]
    pub const fn is_total(&self) -> bool {
        !self.sum_of.is_empty()
    }

    /// Whether a raw score is possible on this scale.
    #[must_use]
    pub fn allows(&self, score: f64) -> bool {
        (self.min..=self.max).contains(&score)
    }
}

/// A sex, where a norm differs by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Male.
    M,
    /// Female.
    F,
}

/// A published norm of one scale for one informant: either `points`, or mean, sd, p80 and p90.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// The scale's code.
    pub scale: String,
    /// Who filled it in.
    pub informant: Informant,
    /// First and last age in whole years at the date of the list; absent: every age.
    pub ages: Option<[u8; 2]>,
    /// The sex it holds for; absent: all.
    pub sex: Option<Sex>,
    /// Mean of the norm group.
    pub mean: Option<f64>,
    /// Standard deviation of the norm group.
    pub sd: Option<f64>,
    /// The score that 80 % are better off than (on a strength scale it lies below the mean).
    pub p80: Option<f64>,
    /// The score that 90 % are better off than.
    pub p90: Option<f64>,
    /// (score, percentile 0–100), by rising score; the percentile counts from the lowest score up.
    pub points: Option<Vec<[f64; 2]>>,
    /// Reliability (0–1); wins over the instrument's `stability.error`.
    pub reliability: Option<f64>,
    /// Where the figures come from.
    pub source: String,
    /// The date of that source.
    #[serde(deserialize_with = "date")]
    pub date: NaiveDate,
}

/// One item of a list whose items may be processed; never its text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The item's code.
    pub code: String,
    /// The scale it counts for.
    pub scale: String,
    /// Whether its answers are turned round before they count.
    #[serde(default)]
    pub reverse: bool,
    /// The answer from which the item is critical by itself.
    pub critical_from: Option<f64>,
}

/// How item answers become scale scores.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Least share of a scale's items answered (0–1).
    pub minimum_answered: f64,
    /// How a prorated score is rounded.
    pub rounding: Rounding,
}

impl Default for Scoring {
    fn default() -> Self {
        Self { minimum_answered: 0.6, rounding: Rounding::HalfUp }
    }
}

/// How a prorated score is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Halves go up (7.5 becomes 8).
    HalfUp,
    /// Not rounded.
    None,
}

const fn yes() -> bool {
    true
}

/// A TOML date as a calendar date.
fn date<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let written = toml::value::Datetime::deserialize(from)?;
    written
        .date
        .and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)))
        .ok_or_else(|| serde::de::Error::custom("a date such as 2026-01-01 is needed"))
}
