//! The difference between a roster and what the school knows: pure, row by row. That of scores: `score_diff`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    clusters,
    counts::{Counts, Staff},
    known::Known,
    stays,
};
use crate::evidence::files::{Refusal, RosterRow};
use crate::ground::{AccountId, Message, clock};

/// What a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Adds something.
    New,
    /// Changes something.
    Changed,
    /// Says what is known.
    Unchanged,
}

impl Status {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
        }
    }
}

/// A row that does something: where it stands, what it does, and with what.
pub struct Staged<T> {
    pub row: usize,
    pub line: usize,
    pub status: Status,
    pub value: T,
}

/// What a roster row changes of a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The name.
    Name,
    /// The birth date.
    BirthDate,
    /// The sex.
    Sex,
    /// The pupil left, on this last day.
    Left(NaiveDate),
    /// The home group, or its school year; from none: the pupil comes (back).
    Group { from: Option<String>, to: String },
    /// The year level.
    Year(String),
    /// Earlier places.
    Stays,
    /// Clusters.
    Clusters,
}

/// What a roster row changes of a pupil at a school on a day; none where the school does not know the pupil.
pub fn changes(row: &RosterRow, known: &Known, today: NaiveDate) -> Option<Vec<What>> {
    let pupil = known.pupils.get(&row.number)?;
    let mut what = Vec::new();
    if pupil.first_name != row.first_name || pupil.infix != row.infix || pupil.last_name != row.last_name {
        what.push(What::Name);
    }
    // What the file leaves open is not erased.
    if row.birth_date.is_some() && row.birth_date != pupil.birth_date {
        what.push(What::BirthDate);
    }
    if row.sex.is_some() && row.sex != pupil.sex {
        what.push(What::Sex);
    }
    let place = known.place(&pupil.id, today);
    if let Some(last) = row.left(today) {
        // Only that the pupil left is news: not in which group the file keeps those who did.
        if place.is_some_and(|place| place.ends_on.is_none_or(|end| end > last)) {
            what.push(What::Left(last));
        }
        return Some(what);
    }
    if !row.earlier.is_empty() && !stays::are_known(row, known, &pupil.id, today) {
        what.push(What::Stays);
    }
    let group = place.and_then(|place| known.group(place));
    let year = clock::school_year(today);
    if !group.is_some_and(|group| group.name == row.group && group.school_year == year) {
        let from = group.map(|group| group.name.clone());
        what.push(What::Group { from, to: row.group.clone() });
    } else if let Some(to) = row.year.as_ref().filter(|to| place.is_some_and(|place| place.year != **to)) {
        what.push(What::Year(to.clone()));
    }
    if !clusters::are_known(row, known, &pupil.id, today) {
        what.push(What::Clusters);
    }
    Some(what)
}

/// What a roster row does at a school on a day.
pub fn roster_status(row: &RosterRow, known: &Known, today: NaiveDate) -> Status {
    match changes(row, known, today) {
        None => Status::New,
        Some(what) if what.is_empty() => Status::Unchanged,
        Some(_) => Status::Changed,
    }
}

/// The difference a roster makes, and the rows of pupils who left before the school knew them: no reason to keep them.
pub fn roster(
    rows: Vec<RosterRow>,
    known: &Known,
    accounts: &HashMap<String, AccountId>,
    today: NaiveDate,
    counts: &mut Counts,
) -> (Vec<Staged<RosterRow>>, Vec<Refusal>) {
    let named: HashSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    let present = known.pupils.values().filter(|pupil| known.place(&pupil.id, today).is_some());
    counts.missing = present.filter(|pupil| !named.contains(pupil.number.as_str())).count();
    let mut staff: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut staged, mut refused) = (Vec::new(), Vec::new());
    for row in rows {
        if let Some(last) = row.left(today).filter(|_| !known.pupils.contains_key(&row.number)) {
            let places = row.earlier.iter().map(|stay| (stay.row, stay.line)).chain([(row.row, row.line)]);
            let reason = Message::new("row-pupil-left").with("last", last.to_string());
            let refuse = |place| Refusal::at(place, "uitstroomdatum", last.to_string(), reason.clone());
            refused.extend(places.map(refuse));
            continue;
        }
        if row.left(today).is_none() {
            *counts.groups.entry(row.group.clone()).or_default() += 1;
            for cluster in row.clusters.iter().flatten() {
                *counts.clusters.entry(cluster.clone()).or_default() += 1;
            }
            counts.clusters_end += clusters::ending(&row, known, today);
        }
        if let Some(mentor) = &row.mentor {
            staff.entry(mentor.clone()).or_default().insert(row.group.clone());
        }
        let status = roster_status(&row, known, today);
        match status {
            Status::New => counts.new += row.rows(),
            Status::Changed => {
                counts.changed += row.rows();
                counts.changed_pupils += 1;
            }
            Status::Unchanged => counts.unchanged += row.rows(),
        }
        staged.push(Staged { row: row.row, line: row.line, status, value: row });
    }
    counts.staff = staff
        .into_iter()
        .map(|(email, groups)| {
            let account = accounts.contains_key(&email);
            let groups = groups.into_iter().collect();
            (email, Staff { groups, account, ..Staff::default() })
        })
        .collect();
    (staged, refused)
}
