//! Rulesets: thresholds and severities as dated, sourced data (`config/rulesets/*.toml`). An unknown key is an error.
//! What each threshold means stands with its rule in `rules/`.

use std::path::Path;

use serde::Deserialize;

use super::model::Severity;
use crate::ground::{Error, Message, Result};

/// The rulesets compiled in, by name.
pub const SHIPPED: &[(&str, &str)] = &[
    ("standaard", include_str!("../../config/rulesets/standaard.toml")),
    ("streng", include_str!("../../config/rulesets/streng.toml")),
];

/// A set of rules with their thresholds. A rule that is not named is off.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ruleset {
    /// Its name.
    pub name: String,
    /// The date of these thresholds.
    pub date: toml::value::Datetime,
    /// Where they come from.
    pub source: String,
    /// Low, whatever came before.
    pub level: Option<LevelTerms>,
    /// Lower than expected.
    pub unexpected_decline: Option<DeclineTerms>,
    /// Low twice running.
    pub persistent: Option<PersistentTerms>,
    /// A group that moved.
    pub group_shift: Option<GroupShiftTerms>,
    /// A school that moved.
    pub school_trend: Option<SchoolTrendTerms>,
}

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
    /// z of a list with one scale; with `scale` also of the total of a list with several.
    pub total: f64,
    /// z of each scale's pattern in a list with several scales.
    pub scale: Option<f64>,
    /// In the place of `scale`: false discovery rate (0–1) over the patterns and the total.
    pub false_discovery: Option<f64>,
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

impl Ruleset {
    /// A ruleset by name, or by path where the name ends in `.toml`. `./config/rulesets` goes before what is shipped.
    pub fn find(name: &str) -> Result<Self> {
        let own = Path::new("config/rulesets").join(format!("{name}.toml"));
        let unknown = |problem: String| {
            let message = Message::new("ruleset-unreadable").with("file", name).with("problem", problem);
            Error::Refused(message)
        };
        let is_path = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        if is_path || own.is_file() {
            let path = if is_path { Path::new(name) } else { own.as_path() };
            let text = std::fs::read_to_string(path).map_err(|cause| unknown(cause.to_string()))?;
            return Self::parse(name, &text);
        }
        let names: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
        match SHIPPED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            Some((known, text)) => Self::parse(known, text),
            None => Err(unknown(names.join(", "))),
        }
    }

    /// Reads a ruleset; `file` is the name that a refusal gives.
    pub fn parse(file: &str, text: &str) -> Result<Self> {
        let read: Self = toml::from_str(text).map_err(|cause| {
            let problem = cause.to_string();
            let message = Message::new("ruleset-unreadable").with("file", file).with("problem", problem);
            Error::Refused(message)
        })?;
        match read.problem() {
            None => Ok(read),
            Some((rule, threshold)) => Err(Error::Refused(
                Message::new("ruleset-threshold")
                    .with("file", file)
                    .with("rule", rule)
                    .with("threshold", threshold),
            )),
        }
    }

    /// The first threshold that cannot be.
    fn problem(&self) -> Option<(&'static str, &'static str)> {
        let share = |value: f64| value > 0.0 && value <= 1.0;
        let checks = [
            self.level.map(|t| {
                let fits = share(t.probability) && share(t.note_probability);
                (fits && t.note_probability <= t.probability, "level", "probability")
            }),
            self.unexpected_decline.map(|t| {
                let one = t.scale.is_some() != t.false_discovery.is_some();
                let fits = t.scale.is_none_or(|z| z > 0.0) && t.false_discovery.is_none_or(share);
                (one && fits && t.total > 0.0, "unexpected-decline", "total, scale, false_discovery")
            }),
            self.persistent.map(|t| (t.z > 0.0, "persistent", "z")),
            self.group_shift.map(|t| {
                let fits = t.z > 0.0 && t.shared_shock >= 0.0 && share(t.response);
                (fits && t.minimum >= 2, "group-shift", "z, shared_shock, minimum, response")
            }),
            self.school_trend.map(|t| {
                let fits = t.z > 0.0 && t.shared_shock >= 0.0 && share(t.lambda);
                (fits && t.minimum >= 2, "school-trend", "z, shared_shock, minimum, lambda")
            }),
        ];
        let wrong = checks.into_iter().flatten().find(|(fits, ..)| !fits)?;
        Some((wrong.1, wrong.2))
    }
}
