//! Who may be the same pupil under another number: by the number but for leading zeros and marks around it, or by name,
//! birth date and group, or by ECK iD where the school has asked for that. Only said: nobody is merged by it (`merge`). Pure.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::diff::{Staged, Status};
use super::known::Known;
use crate::evidence::files::RosterRow;
use crate::ground::Message;

/// Why two numbers may be of one pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Likeness {
    /// The numbers are equal but for leading zeros, or marks around them.
    Number,
    /// The ECK iD is the same; only for a school that has asked for it.
    Eckid,
    /// Name and birth date are equal; or name and group, where a birth date is not known.
    Person,
}

impl Likeness {
    /// The word in messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Eckid => "eckid",
            Self::Person => "person",
        }
    }
}

/// Two numbers that may be of one pupil.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Suspicion {
    /// The number in the list; among pupils of the school, the one that came in later.
    pub number: String,
    /// The number it may be the same as.
    pub other: String,
    /// Why.
    pub why: Likeness,
    /// The line of the file; 0 where there is no file.
    pub line: usize,
}

impl Suspicion {
    /// The sentence.
    #[must_use]
    pub fn said(&self) -> Message {
        Message::new("suspicion")
            .with("number", self.number.as_str())
            .with("other", self.other.as_str())
            .with("why", self.why.word())
    }
}

/// What likeness is seen by.
struct Face {
    number: String,
    name: String,
    birth_date: Option<NaiveDate>,
    group: String,
    eckid: Option<String>,
    line: usize,
}

impl Face {
    fn of_row(row: &RosterRow) -> Self {
        Self {
            number: row.number.clone(),
            name: name(&row.first_name, &row.infix, &row.last_name),
            birth_date: row.birth_date,
            group: row.group.clone(),
            eckid: row.eckid.clone(),
            line: row.line,
        }
    }

    /// Everybody the school knows, by when they came in; the group is the latest.
    fn of_school(known: &Known) -> Vec<Self> {
        let mut pupils: Vec<_> = known.pupils.values().collect();
        pupils.sort_by_key(|pupil| pupil.key);
        let faces = pupils.into_iter().map(|pupil| {
            let last = known.memberships.get(&pupil.id).and_then(|places| places.last());
            let group = last.and_then(|place| known.group(place));
            Self {
                number: pupil.number.clone(),
                name: name(&pupil.first_name, &pupil.infix, &pupil.last_name),
                birth_date: pupil.birth_date,
                group: group.map_or_else(String::new, |group| group.name.clone()),
                eckid: known.eckids.get(&pupil.id).cloned(),
                line: 0,
            }
        });
        faces.collect()
    }

    fn is_like(&self, other: &Self) -> bool {
        match (self.birth_date, other.birth_date) {
            (Some(one), Some(two)) => one == two,
            _ => !self.group.is_empty() && self.group == other.group,
        }
    }
}

/// New pupils of a list who may be known, or stand in the list twice.
pub(super) fn in_roster(rows: &[Staged<RosterRow>], known: &Known) -> Vec<Suspicion> {
    let fresh = rows.iter().filter(|row| row.status == Status::New).map(|row| Face::of_row(&row.value));
    let mut faces = Face::of_school(known);
    let first = faces.len();
    faces.extend(fresh);
    alike(&faces, first)
}

/// Pupils of the school who may be one.
pub(super) fn in_school(known: &Known) -> Vec<Suspicion> {
    alike(&Face::of_school(known), 0)
}

/// Each from `first` on beside all before it.
fn alike(faces: &[Face], first: usize) -> Vec<Suspicion> {
    let mut found = BTreeSet::new();
    let mut by_number: HashMap<String, Vec<&Face>> = HashMap::new();
    let mut by_name: HashMap<&str, Vec<&Face>> = HashMap::new();
    let mut by_eckid: HashMap<&str, Vec<&Face>> = HashMap::new();
    for (at, face) in faces.iter().enumerate() {
        let numbered = by_number.entry(bare(&face.number)).or_default();
        let named = by_name.entry(&face.name).or_default();
        let marked = face.eckid.as_deref().map(|eckid| by_eckid.entry(eckid).or_default());
        if at >= first {
            let say = |other: &&Face, why| Suspicion {
                number: face.number.clone(),
                other: other.number.clone(),
                why,
                line: face.line,
            };
            found.extend(numbered.iter().map(|other| say(other, Likeness::Number)));
            let told = |faces: &[&Face], number: &str| faces.iter().any(|one| one.number == number);
            let same = marked.iter().flat_map(|marked| marked.iter());
            found.extend(
                same.filter(|other| !told(numbered, &other.number)).map(|other| say(other, Likeness::Eckid)),
            );
            let like = named.iter().filter(|other| {
                let by_mark = marked.as_ref().is_some_and(|marked| told(marked, &other.number));
                face.is_like(other) && !by_mark && !told(numbered, &other.number)
            });
            found.extend(like.map(|other| say(other, Likeness::Person)));
        }
        if let Some(marked) = marked {
            marked.push(face);
        }
        numbered.push(face);
        named.push(face);
    }
    found.into_iter().collect()
}

/// A number without leading zeros and marks; all zeros stay apart from nothing.
fn bare(number: &str) -> String {
    let signs: String =
        number.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    match signs.trim_start_matches('0') {
        "" => number.to_owned(),
        rest => rest.to_owned(),
    }
}

fn name(first: &str, infix: &str, last: &str) -> String {
    let whole = format!("{first} {infix} {last}").to_lowercase();
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}
