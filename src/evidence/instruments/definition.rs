//! What an instrument is: its scales, published norms, stability over time and scoring key, as the files in
//! `config/instruments` give it (the format is in the contract). Reading and checking a file: `parse`.
//! No item texts, ever: they are others' work.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bands::Bands;
use super::norm::Norm;
use super::scale::Scale;
use super::scoring::{Item, Scoring};
use crate::evidence::score_type::ScoreType;

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
    /// The units its scores come in; a file that gives none means the first. Absent: every unit, raw by default.
    #[serde(default)]
    pub score_types: Vec<ScoreType>,
    /// Whether it tells of schools and groups alone: then scores of pupils are refused.
    #[serde(default)]
    pub totals_only: bool,
    /// How scores hang together over time.
    #[serde(default)]
    pub stability: Stability,
    /// The scales.
    #[serde(rename = "scale")]
    pub scales: Vec<Scale>,
    /// Published norms; where none fits, the pupils' own pooled scores are the reference.
    #[serde(default, rename = "norm")]
    pub norms: Vec<Norm>,
    /// Bands that others use: they explain, and are never the norm.
    #[serde(default)]
    pub bands: Vec<Bands>,
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

    /// The item with this code, in any case.
    #[must_use]
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.code.eq_ignore_ascii_case(code.trim()))
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

/// How scores of one pupil hang together: `ρ(Δ) = trait + state·decay^Δ`, Δ in half-years (`docs/signals.md` 1.4).
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

impl Stability {
    /// The same with the lasting and the fading share that a board's own scores showed.
    #[must_use]
    pub fn with_shares(self, shares: Option<(f64, f64)>) -> Self {
        shares.map_or(self, |(lasting, state)| Self { lasting, state, error: 1.0 - lasting - state, ..self })
    }
}

/// A TOML date as a calendar date.
pub(in crate::evidence) fn date<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let written = toml::value::Datetime::deserialize(from)?;
    written
        .date
        .and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)))
        .ok_or_else(|| serde::de::Error::custom("a date such as 2026-01-01 is needed"))
}
