//! The header line: which column is which, which are never read, which mean nothing here.

use super::kind::Kind;
use super::names::{OF_BOTH, OF_RATINGS, OF_ROSTERS, OF_SCORES, is_forbidden, key};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

#[cfg(test)]
mod tests;

/// A header with the places of its columns.
#[derive(Debug, Clone)]
pub struct Header {
    names: Vec<String>,
    keys: Vec<String>,
    used: Vec<bool>,
}

impl Header {
    /// The header of these cells.
    #[must_use]
    pub fn new<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let used = vec![false; names.len()];
        Self { names, keys, used }
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The column's name as the file writes it.
    #[must_use]
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// How many of the columns have a name that is known here; tells the right delimiter from the others.
    #[must_use]
    pub fn recognised(&self) -> usize {
        (0..self.width()).filter(|at| self.is_known(*at)).count()
    }

    /// Whether a column has a name that is known here, of whatever kind of file.
    #[must_use]
    pub fn is_known(&self, at: usize) -> bool {
        let names = [OF_SCORES, OF_RATINGS, OF_ROSTERS, OF_BOTH];
        self.keys.get(at).is_some_and(|key| names.iter().any(|names| names.contains(&key.as_str())))
    }

    /// What kind of file this is the header of; none when nothing tells.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let count = |names: &[&str]| self.keys.iter().filter(|key| names.contains(&key.as_str())).count();
        // Scores and rosters are of pupils; only ratings have somebody who judges instead.
        if count(&["beoordelaar", "rater"]) == 1 && count(&["leerlingnummer", "pupil"]) == 0 {
            return Some(Kind::Sociogram);
        }
        let (scores, rosters) = (count(OF_SCORES), count(OF_ROSTERS));
        match scores.cmp(&rosters) {
            std::cmp::Ordering::Greater => Some(Kind::Scores),
            std::cmp::Ordering::Less => Some(Kind::Roster),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The place of the column with this Dutch or English name; two of them is a refusal.
    pub fn find(&mut self, dutch: &str, english: &str) -> Result<Option<usize>> {
        let mut found = None;
        for (at, key) in self.keys.iter().enumerate() {
            if key == dutch || key == english {
                if found.is_some() {
                    return Err(Error::Refused(Message::new("file-column-twice").with("column", dutch)));
                }
                found = Some(at);
            }
        }
        if let Some(used) = found.and_then(|at| self.used.get_mut(at)) {
            *used = true;
        }
        Ok(found)
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
        self.keys.iter().enumerate().filter(|(_, key)| is_forbidden(key)).map(|(at, _)| at)
    }

    /// The names of the columns that are never read.
    #[must_use]
    pub fn dropped_columns(&self) -> Vec<String> {
        self.forbidden().map(|at| self.name(at).to_owned()).collect()
    }

    /// The names of the columns that nobody asked for.
    #[must_use]
    pub fn ignored_columns(&self) -> Vec<String> {
        let columns = self.names.iter().zip(&self.keys).zip(&self.used);
        columns
            .filter(|((name, key), used)| !**used && !name.is_empty() && !is_forbidden(key))
            .map(|((name, _), _)| name.clone())
            .collect()
    }

    /// The names as a short list for a sentence.
    fn shown(&self) -> String {
        let mut shown: String = self.names.join(", ").chars().take(200).collect();
        if shown.is_empty() {
            shown.push('–');
        }
        shown
    }
}
