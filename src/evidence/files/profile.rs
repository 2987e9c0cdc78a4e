//! A mapping profile: how the files of one source are read. Which of their columns is which of ours, which hold the score
//! of a scale, what holds for every row, and how dates, numbers and the sex are written (`config/profiles`).
//! Those that are known, and which one fits a file: `profiles`.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use super::{
    dates::DateForm,
    header::Header,
    kind::Kind,
    names::{has_column, is_forbidden, key},
    number::Decimal,
    sex::SexCode,
};
use crate::evidence::score_type::ScoreType;
use crate::ground::{Error, Message, Result};

#[cfg(test)]
mod tests;
mod write;

/// How the files of one source are read.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its name, as in `--profile`; compared without case.
    pub name: String,
    /// What the files hold.
    pub kind: Kind,
    /// Where the layout is known from, and whether it has been confirmed.
    pub source: String,
    /// Headers that identify a file of this source: all of them are there. Empty: only by name.
    #[serde(default, rename = "match")]
    pub marks: Vec<String>,
    /// Columns: ours = theirs. What is not named is looked for by the usual names.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// In a wide file: column = scale.
    #[serde(default)]
    pub scales: BTreeMap<String, ScaleColumn>,
    /// Columns that are not read though they bear a usual name.
    #[serde(default)]
    pub skip: Vec<String>,
    /// What holds for every row and stands in no column, such as the instrument: ours = value.
    #[serde(default)]
    pub given: BTreeMap<String, String>,
    /// How dates are written; else as in every file.
    #[serde(default, deserialize_with = "date_form")]
    pub date_format: Option<DateForm>,
    /// The decimal mark; a number with the other one is refused. Else both are read.
    #[serde(default)]
    pub decimal: Option<Decimal>,
    /// How the sex of a pupil is written; else as the letters in the column tell.
    #[serde(default)]
    pub sex: Option<SexCode>,
}

/// The scale of a column, and the unit of its scores where that is not raw.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum ScaleColumn {
    /// Raw scores, or in the unit of the column `score_type`.
    Code(String),
    /// Scores in a unit.
    Typed(Typed),
}

/// A scale in a unit.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// The scale's code.
    pub scale: String,
    /// The unit, as in the column `score_type`.
    pub score_type: ScoreType,
}

impl ScaleColumn {
    /// The scale's code.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Code(code) => code,
            Self::Typed(typed) => &typed.scale,
        }
    }

    /// The unit, where it is said.
    #[must_use]
    pub const fn score_type(&self) -> Option<ScoreType> {
        match self {
            Self::Code(_) => None,
            Self::Typed(typed) => Some(typed.score_type),
        }
    }
}

impl Profile {
    /// Reads a profile; `file` is the name that a refusal gives.
    pub fn parse(file: &str, text: &str) -> Result<Self> {
        let refused = |problem: &str| {
            let message = Message::new("profile-unreadable").with("file", file).with("problem", problem);
            Error::Refused(message)
        };
        let profile: Self = toml::from_str(text).map_err(|cause| refused(&cause.to_string()))?;
        match profile.problem() {
            None => Ok(profile),
            Some((key, name)) => Err(Error::Refused(Message::new(key).with("file", file).with("name", name))),
        }
    }

    /// Whether a file with this header is of this source.
    #[must_use]
    pub fn matches(&self, header: &Header) -> bool {
        !self.marks.is_empty() && self.marks.iter().all(|mark| header.place_of(mark).is_some())
    }

    /// The sentence's key and the name that is wrong.
    fn problem(&self) -> Option<(&'static str, String)> {
        let mut ours = self.columns.keys().chain(self.given.keys());
        if let Some(unknown) = ours.find(|name| !has_column(self.kind, name)) {
            return Some(("profile-column", unknown.clone()));
        }
        let theirs = || self.columns.values().chain(self.scales.keys());
        if let Some(column) = theirs().find(|column| is_forbidden(&key(column))) {
            return Some(("profile-forbidden", column.clone()));
        }
        let mut seen = std::collections::HashSet::new();
        if let Some(column) = theirs().chain(&self.skip).find(|column| !seen.insert(key(column))) {
            return Some(("profile-twice", column.clone()));
        }
        if let Some(ours) = self.given.keys().find(|name| self.columns.contains_key(*name)) {
            return Some(("profile-twice", ours.clone()));
        }
        let empty = self.name.trim().is_empty() || self.source.trim().is_empty();
        if empty || (self.kind == Kind::Roster && !self.scales.is_empty()) {
            return Some(("profile-empty", self.name.clone()));
        }
        None
    }
}

fn date_form<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateForm>, D::Error> {
    let pattern = String::deserialize(deserializer)?;
    let form = DateForm::new(&pattern);
    form.map(Some)
        .ok_or_else(|| D::Error::custom(format!("`{pattern}` is no form of dates; write dd-mm-jjjj")))
}
