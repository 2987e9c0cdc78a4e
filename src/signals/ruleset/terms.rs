//! The thresholds of each rule. What a threshold means in full stands with its rule in `rules/`.

use serde::Deserialize;

use super::super::model::Severity;

/// Thresholds of `level`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelTerms {
    /// Whether it runs.
    pub on: bool,
    /// Probability (0–1) from which it is raised with `severity`.
    pub probability: f64,
    /// Probability (0–1) from which it is a note.
    pub note_probability: f64,
    /// Its severity.
    pub severity: Severity,
}

/// Thresholds of `unexpected-decline`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclineTerms {
    /// Whether it runs.
    pub on: bool,
    /// Share of pupils (0–1) who exceed it by chance in a round, of a list with one scale and one informant.
    pub share: f64,
    /// Its severity.
    pub severity: Severity,
}

/// Thresholds of `persistent`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersistentTerms {
    /// Whether it runs.
    pub on: bool,
    /// z from which a score is low.
    pub z: f64,
    /// Its severity.
    pub severity: Severity,
}

/// Thresholds of `group-shift`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupShiftTerms {
    /// Whether it runs.
    pub on: bool,
    /// z beyond which a group moved.
    pub z: f64,
    /// SD of the change a whole group shares by chance.
    pub shared_shock: f64,
    /// Groups from which they are compared with each other.
    pub compare_from: u32,
    /// Least number of pupils measured before and now.
    pub minimum: u32,
    /// Least share (0–1) of the group's pupils measured.
    pub response: f64,
    /// The severity of getting worse; getting better is a note.
    pub severity: Severity,
}

/// Thresholds of `school-trend`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolTrendTerms {
    /// Whether it runs.
    pub on: bool,
    /// z beyond which a school moved, either way.
    pub z: f64,
    /// SD of the change a whole school shares by chance.
    pub shared_shock: f64,
    /// Least number of pupils measured now and a year ago.
    pub minimum: u32,
    /// Weight of the present round once the changes are smoothed (0–1].
    pub lambda: f64,
    /// From how many rounds on they are smoothed.
    pub smooth_from: u32,
    /// Its severity.
    pub severity: Severity,
}
