//! The difference between a file and what the school knows: pure, row by row.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    known::Known,
    model::StagedScore,
    report::{Counts, Staff},
};
use crate::evidence::files::{Refusal, RosterRow, ScoreRow, Series};
use crate::evidence::results::Score;
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

/// What a roster row does at a school on a day.
pub fn roster_status(row: &RosterRow, known: &Known, today: NaiveDate) -> Status {
    let Some(pupil) = known.pupils.get(&row.number) else {
        return Status::New;
    };
    let same_name =
        pupil.first_name == row.first_name && pupil.infix == row.infix && pupil.last_name == row.last_name;
    // What the file leaves open is not erased.
    let same_birth = row.birth_date.is_none() || row.birth_date == pupil.birth_date;
    let same_place = known.place(&pupil.id, today).is_some_and(|place| {
        let group = known.group(place);
        let same_group = group
            .is_some_and(|group| group.name == row.group && group.school_year == clock::school_year(today));
        same_group && row.year.as_ref().is_none_or(|year| *year == place.year)
    });
    if same_name && same_birth && same_place { Status::Unchanged } else { Status::Changed }
}

/// The difference a roster makes.
pub fn roster(
    rows: Vec<RosterRow>,
    known: &Known,
    accounts: &HashMap<String, AccountId>,
    today: NaiveDate,
    counts: &mut Counts,
) -> Vec<Staged<RosterRow>> {
    let named: HashSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    let present = known.pupils.values().filter(|pupil| known.place(&pupil.id, today).is_some());
    counts.missing = present.filter(|pupil| !named.contains(pupil.number.as_str())).count();
    let mut staff: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut staged = Vec::new();
    for row in rows {
        *counts.groups.entry(row.group.clone()).or_default() += 1;
        if let Some(mentor) = &row.mentor {
            staff.entry(mentor.clone()).or_default().insert(row.group.clone());
        }
        let status = roster_status(&row, known, today);
        match status {
            Status::New => counts.new += 1,
            Status::Changed => counts.changed += 1,
            Status::Unchanged => counts.unchanged += 1,
        }
        staged.push(Staged { row: row.row, line: row.line, status, value: row });
    }
    counts.changed_pupils = counts.changed;
    counts.staff = staff
        .into_iter()
        .map(|(email, groups)| {
            let account = accounts.contains_key(&email);
            let groups = groups.into_iter().collect();
            (email, Staff { groups, account })
        })
        .collect();
    staged
}

/// Scores as stored, by pupil, series and round.
pub type Stored = HashMap<(i64, i32, i32), Score>;

/// What scores are compared with.
pub struct ScoreBook<'a> {
    pub known: &'a Known,
    pub series: &'a HashMap<Series, i32>,
    pub rounds: &'a HashMap<String, i32>,
    pub stored: &'a Stored,
}

/// The difference that scores make, and the rows of pupils the school does not know.
pub fn scores(
    rows: Vec<ScoreRow>,
    book: &ScoreBook<'_>,
    counts: &mut Counts,
) -> (Vec<Staged<StagedScore>>, Vec<Refusal>) {
    let (mut staged, mut refused) = (Vec::new(), Vec::new());
    let (mut unknown, mut changed) = (BTreeSet::new(), HashSet::new());
    let mut rounds = BTreeSet::new();
    for row in rows {
        let Some(pupil) = book.known.pupils.get(&row.pupil) else {
            refused.push(Refusal {
                row: row.row,
                line: row.line,
                column: "leerlingnummer".to_owned(),
                value: row.pupil.clone(),
                reason: Message::new("row-pupil-unknown").with("pupil", row.pupil.as_str()),
            });
            unknown.insert(row.pupil);
            continue;
        };
        let status = book.status(&row, pupil.key);
        match status {
            Status::New => counts.new += 1,
            Status::Changed => {
                counts.changed += 1;
                changed.insert(pupil.key);
            }
            Status::Unchanged => counts.unchanged += 1,
        }
        counts.last_day = counts.last_day.max(Some(row.date));
        if let Some(round) = &row.round {
            rounds.insert(round.clone());
        }
        let place = book.known.place(&pupil.id, row.date);
        let group = place.map(|place| place.group_id.clone());
        let name = place.and_then(|place| book.known.group(place)).map(|group| group.name.clone());
        if let Some(name) = name.or_else(|| row.group.clone()) {
            *counts.groups.entry(name).or_default() += 1;
        }
        if status == Status::Unchanged {
            continue;
        }
        let value = StagedScore {
            pupil_key: pupil.key,
            series: row.series(),
            round: row.round.unwrap_or_default(),
            taken_on: row.date,
            value: row.score,
            group_name: if group.is_some() { None } else { row.group },
            group,
            rater: row.rater.unwrap_or_default(),
            birth_date: row.birth_date.filter(|_| pupil.birth_date.is_none()),
            sex: row.sex.filter(|_| pupil.sex.is_none()),
        };
        staged.push(Staged { row: row.row, line: row.line, status, value });
    }
    counts.changed_pupils = changed.len();
    counts.unknown_pupils = unknown.into_iter().collect();
    counts.rounds = rounds.into_iter().collect();
    (staged, refused)
}

impl ScoreBook<'_> {
    #[expect(clippy::float_cmp, reason = "a stored score comes back bit by bit; nothing is computed")]
    fn status(&self, row: &ScoreRow, pupil: i64) -> Status {
        let place =
            self.series.get(&row.series()).zip(row.round.as_ref().and_then(|round| self.rounds.get(round)));
        let stored = place.and_then(|(series, round)| self.stored.get(&(pupil, *series, *round)));
        let Some(stored) = stored else {
            return Status::New;
        };
        let same_rater = row.rater.as_ref().is_none_or(|rater| *rater == stored.rater);
        if stored.taken_on == row.date && stored.value == row.score && same_rater {
            Status::Unchanged
        } else {
            Status::Changed
        }
    }
}
