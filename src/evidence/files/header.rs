//! The header line: which column is which, which are never read, which mean nothing here. A profile may name the columns
//! and give what the file does not say.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::kind::Kind;
use super::names::{
    OF_ABSENCE, OF_BOTH, OF_ITEMS, OF_PERIODS, OF_RATINGS, OF_ROSTERS, OF_SCORES, OF_TOTALS, is_forbidden,
    is_reason, key,
};
use super::sex::SexCode;
use super::{dates::DateForm, number::Decimal, synonyms};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

#[cfg(test)]
mod tests;

/// The most columns a file may have: a list of items has hundreds, and nothing of schools has more.
const MOST_COLUMNS: usize = 1000;

/// A column of a file, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Column {
    /// As the file writes it.
    pub name: String,
    /// The column of ours, or the scale, that it was read as; none: not read.
    pub read_as: Option<String>,
    /// Whether Baken may not have it.
    pub is_forbidden: bool,
}

impl Column {
    /// The names of the columns that were not read because Baken may not have them.
    #[must_use]
    pub fn dropped(columns: &[Self]) -> Vec<String> {
        columns.iter().filter(|column| column.is_forbidden).map(|column| column.name.clone()).collect()
    }

    /// The names of the columns that mean nothing here.
    #[must_use]
    pub fn ignored(columns: &[Self]) -> Vec<String> {
        columns.iter().filter(|column| column.is_ignored()).map(|column| column.name.clone()).collect()
    }

    /// Whether it means nothing here.
    pub(super) const fn is_ignored(&self) -> bool {
        self.read_as.is_none() && !self.is_forbidden
    }
}

/// A header with the places of its columns, and how cells under it are written.
#[derive(Debug, Clone)]
pub struct Header {
    names: Vec<String>,
    keys: Vec<String>,
    /// What each column was read as; empty: not read.
    used: Vec<String>,
    forbidden: Vec<usize>,
    /// What holds for every row, by our name of the column; their places follow those of the file.
    given: Vec<(String, String)>,
    /// What was left out before there was a table, because Baken may not have it.
    dropped: Vec<String>,
    /// The same, because it means nothing here.
    ignored: Vec<String>,
    /// Whether a pupil may have one name only: where a table was made out of a format that knows such names.
    pub(super) one_name: bool,
    /// How dates are written, where a profile says so.
    pub(super) dates: Option<DateForm>,
    /// The only decimal mark, where a profile says so.
    pub(super) decimal: Option<Decimal>,
    /// How the sex of a pupil is written.
    pub(super) sexes: SexCode,
}

impl Header {
    /// The header of these cells.
    #[must_use]
    pub fn new<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let forbidden = keys.iter().enumerate().filter(|(_, key)| is_forbidden(key));
        let forbidden = forbidden.map(|(at, _)| at).collect();
        let used = vec![String::new(); names.len()];
        let mut header = Self {
            names,
            keys,
            used,
            forbidden,
            given: Vec::new(),
            dropped: Vec::new(),
            ignored: Vec::new(),
            one_name: false,
            dates: None,
            decimal: None,
            sexes: SexCode::default(),
        };
        header.drop_reasons();
        header
    }

    /// In a file that counts absence, columns that may say why are never read.
    pub(super) fn drop_reasons(&mut self) {
        if self.count(OF_ABSENCE) > 0 {
            let reasons = self.keys.iter().enumerate().filter(|(_, key)| is_reason(key)).map(|(at, _)| at);
            self.forbidden.extend(reasons.collect::<Vec<_>>());
            self.forbidden.sort_unstable();
            self.forbidden.dedup();
        }
    }

    /// How many columns have one of these names, or another one for the same.
    fn count(&self, names: &[&str]) -> usize {
        self.keys.iter().filter(|key| names.contains(&synonyms::ours(key))).count()
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// Refuses what is no table of a school.
    pub(super) fn check_width(&self) -> Result<()> {
        if self.width() <= MOST_COLUMNS {
            return Ok(());
        }
        let message = Message::new("file-too-many-columns");
        Err(Error::Refused(message.with("columns", self.width()).with("most", MOST_COLUMNS)))
    }

    /// The column's name as the file writes it, or ours for what is given.
    #[must_use]
    pub fn name(&self, at: usize) -> &str {
        let given = || self.given.get(at.checked_sub(self.width())?);
        self.names.get(at).or_else(|| given().map(|(name, _)| name)).map_or("", String::as_str)
    }

    /// The name as names are compared; empty where it means nothing.
    pub(super) fn key(&self, at: usize) -> Option<&str> {
        self.keys.get(at).map(String::as_str)
    }

    /// What holds for every row at a place behind the file's own columns.
    pub(super) fn given(&self, at: usize) -> Option<&str> {
        self.given.get(at.checked_sub(self.width())?).map(|(_, value)| value.as_str())
    }

    /// Adds a column that says the same in every row; gives its place.
    pub(super) fn give(&mut self, ours: &str, value: &str) -> usize {
        self.given.push((ours.to_owned(), value.to_owned()));
        self.width() + self.given.len() - 1
    }

    /// Names what was left out before there was a table.
    pub(super) fn left_out(&mut self, dropped: &[String], ignored: &[String]) {
        self.one_name = true;
        self.dropped.extend_from_slice(dropped);
        self.ignored.extend_from_slice(ignored);
    }

    /// Whether there is a column of this name, as the file writes names.
    pub(super) fn place_of(&self, theirs: &str) -> Option<usize> {
        let wanted = key(theirs);
        self.keys.iter().position(|key| *key == wanted)
    }

    /// Whether a column says this, under our Dutch name or another one.
    pub(super) fn says(&self, dutch: &str) -> bool {
        self.keys.iter().any(|key| synonyms::ours(key) == dutch)
    }

    /// Says which column of ours a column of the file is; whatever else bears that name means nothing then.
    pub(super) fn is_ours(&mut self, at: usize, ours: &str) {
        for (place, key) in self.keys.iter_mut().enumerate() {
            if place == at {
                ours.clone_into(key);
            } else if key == ours {
                key.clear();
            }
        }
    }

    /// Says that a column means nothing, whatever its name.
    pub(super) fn leave_out(&mut self, theirs: &str) {
        if let Some(key) = self.place_of(theirs).and_then(|at| self.keys.get_mut(at)) {
            key.clear();
        }
    }

    /// Says what a column was read as.
    pub(super) fn used(&mut self, at: usize, what: &str) {
        if let Some(used) = self.used.get_mut(at) {
            what.clone_into(used);
        }
    }

    /// Every column of the file, with what was made of it.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        let own = self.names.iter().zip(&self.used).enumerate().map(|(at, (name, used))| {
            let read_as = (!used.is_empty()).then(|| used.clone());
            Column { name: name.clone(), read_as, is_forbidden: self.forbidden.contains(&at) }
        });
        let gone = |names: &[String], is_forbidden| {
            let column = move |name: &String| Column { name: name.clone(), read_as: None, is_forbidden };
            names.iter().map(column).collect::<Vec<_>>()
        };
        let left = own.filter(|column| !column.name.is_empty());
        left.chain(gone(&self.dropped, true)).chain(gone(&self.ignored, false)).collect()
    }

    /// How many of the columns have a name that is known here; tells the right delimiter from the others, and the
    /// header from titles above it.
    #[must_use]
    pub fn recognised(&self) -> usize {
        (0..self.width()).filter(|at| self.is_known(*at)).count()
    }

    /// Whether a column has a name that is known here, of whatever kind of file.
    #[must_use]
    pub fn is_known(&self, at: usize) -> bool {
        let lists = [OF_SCORES, OF_ITEMS, OF_RATINGS, OF_ABSENCE, OF_PERIODS, OF_TOTALS, OF_ROSTERS, OF_BOTH];
        self.keys.get(at).is_some_and(|key| lists.iter().any(|list| list.contains(&synonyms::ours(key))))
    }

    /// What kind of file this is the header of; none when nothing tells.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        // Scores and rosters are of pupils; only ratings have somebody who judges instead.
        if self.count(&["beoordelaar", "rater"]) == 1 && self.count(&["leerlingnummer", "pupil"]) == 0 {
            return Some(Kind::Sociogram);
        }
        if self.count(OF_ITEMS) == 2 {
            return Some(Kind::Items);
        }
        if self.count(OF_ABSENCE) > 0 {
            return Some(Kind::Attendance);
        }
        // A mean or a share beside of how many, and no score.
        if self.count(OF_TOTALS) > 1 && self.count(&["aantal", "count"]) == 1 && self.count(&["score"]) == 0 {
            return Some(Kind::Totals);
        }
        let (scores, rosters) = (self.count(OF_SCORES), self.count(OF_ROSTERS));
        match scores.cmp(&rosters) {
            std::cmp::Ordering::Greater => Some(Kind::Scores),
            std::cmp::Ordering::Less => Some(Kind::Roster),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The place of the column with this Dutch or English name, else with another name of the same, else of what is
    /// given; two of one name are a refusal, and so is what is given beside a column.
    pub fn find(&mut self, dutch: &str, english: &str) -> Result<Option<usize>> {
        let twice = |key: &'static str| Error::Refused(Message::new(key).with("column", dutch));
        let mut found = None;
        let wanted = std::iter::once([dutch, english]);
        for names in wanted.chain(synonyms::of(dutch).iter().map(|other| [*other, *other])) {
            let mut places = self.keys.iter().enumerate().filter(|(_, key)| names.contains(&key.as_str()));
            found = places.next().map(|(at, _)| at);
            if places.next().is_some() {
                return Err(twice("file-column-twice"));
            }
            if found.is_some() {
                break;
            }
        }
        let given = self.given.iter().position(|(name, _)| name == dutch).map(|at| at + self.width());
        if let Some(at) = found {
            self.used(at, dutch);
        }
        match (found, given) {
            (Some(_), Some(_)) => Err(twice("file-given-twice")),
            (found, given) => Ok(found.or(given)),
        }
    }

    /// The same for a column without which the file cannot be read.
    pub fn need(&mut self, dutch: &'static str, english: &'static str) -> Result<usize> {
        self.find(dutch, english)?.ok_or_else(|| {
            Error::Refused(
                Message::new("file-column-missing")
                    .with("column", dutch)
                    .with("english", english)
                    .with("found", self.shown()),
            )
        })
    }

    /// The places of the columns that are never read nor kept.
    pub fn forbidden(&self) -> impl Iterator<Item = usize> + '_ {
        self.forbidden.iter().copied()
    }

    /// The names as a short list for a sentence.
    pub(super) fn shown(&self) -> String {
        let mut shown: String = self.names.join(", ").chars().take(200).collect();
        if shown.is_empty() {
            shown.push('–');
        }
        shown
    }
}
