//! Ratings beside what is known, a row of the file at a time: new, changed, unchanged, of somebody who is no pupil of the
//! school, a choice that the school does not ask for, or on another scale than that group has on that day.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::diff::{Staged, Status};
use super::staged::{StagedOpinion, StagedRatings};
use super::{counts::Counts, known::Known};
use crate::evidence::files::{Opinion, RatingRow, Ratings, Refusal, rounds::season};
use crate::evidence::ratings::Rating;
use crate::ground::{GroupId, Message, clock};

/// What ratings are compared with.
pub struct RatingBook<'a> {
    pub known: &'a Known,
    pub stored: &'a HashMap<(GroupId, NaiveDate, i64, i64), Rating>,
    /// Whether the school asks for negative choices.
    pub negative: bool,
}

/// The difference that ratings make, and the rows that cannot be taken.
pub fn ratings(
    file: &Ratings,
    book: &RatingBook<'_>,
    counts: &mut Counts,
) -> (Vec<Staged<StagedRatings>>, Vec<Refusal>) {
    let (mut staged, mut refused) = (Vec::new(), Vec::new());
    let (mut unknown, mut rounds, mut changed) = (BTreeSet::new(), BTreeSet::new(), HashSet::new());
    let points = i32::from(file.points.highest());
    let mixed = book.mixed(file, points);
    for row in file.rows.chunk_by(|a, b| a.row == b.row) {
        let Some(first) = row.first() else { continue };
        if let Some(stored) = mixed.get(&(first.group.as_str(), first.date)) {
            let reason =
                Message::new("row-rating-two-scales").with("stored", *stored).with("highest", points);
            refused.push(Refusal::at((first.row, first.line), "groep", first.group.as_str(), reason));
            continue;
        }
        if let Some((number, refusal)) = book.stranger(row) {
            unknown.insert(number);
            refused.push(refusal);
            continue;
        }
        if !book.negative && row.iter().any(|one| one.opinion == Opinion::Disliked) {
            refused.push(Refusal::at(
                (first.row, first.line),
                "oordeel",
                "-",
                Message::new("row-rating-negative"),
            ));
            continue;
        }
        *counts.groups.entry(first.group.clone()).or_default() += 1;
        counts.last_day = counts.last_day.max(Some(first.date));
        rounds.insert(season(first.date));
        let Some(value) = book.difference(row, points) else { continue };
        let status = if value.given.iter().any(|one| one.replaces) { Status::Changed } else { Status::New };
        match status {
            Status::Changed => {
                counts.changed += 1;
                changed.insert(value.rater_key);
            }
            _ => counts.new += 1,
        }
        staged.push(Staged { row: first.row, line: first.line, status, value });
    }
    counts.changed_pupils = changed.len();
    counts.unknown_pupils = unknown.into_iter().collect();
    counts.rounds = rounds.into_iter().collect();
    (staged, refused)
}

impl RatingBook<'_> {
    fn key(&self, number: &str) -> Option<i64> {
        self.known.pupils.get(number).map(|pupil| pupil.key)
    }

    /// The groups and days of which ratings on another scale are known that the file does not replace, with that scale: two
    /// scales in one group on one day say nothing together.
    fn mixed<'f>(&self, file: &'f Ratings, points: i32) -> BTreeMap<(&'f str, NaiveDate), i32> {
        let group = |row: &RatingRow| {
            let year = clock::school_year(row.date);
            let mut groups = self.known.groups.iter();
            groups.find(|group| group.name == row.group && group.school_year == year).map(|group| &group.id)
        };
        let mut names: HashMap<(&GroupId, NaiveDate), &str> = HashMap::new();
        let mut given: HashSet<(&GroupId, NaiveDate, i64, i64)> = HashSet::new();
        for row in &file.rows {
            let Some(id) = group(row) else { continue };
            names.insert((id, row.date), row.group.as_str());
            given.extend(self.key(&row.rater).zip(self.key(&row.rated)).map(|(a, b)| (id, row.date, a, b)));
        }
        let others = self.stored.iter().filter(|(_, rating)| rating.points != points);
        let left = others.filter(|((group, day, a, b), _)| !given.contains(&(group, *day, *a, *b)));
        left.filter_map(|((group, day, ..), rating)| {
            Some(((*names.get(&(group, *day))?, *day), rating.points))
        })
        .collect()
    }

    /// The first in a row who is no pupil of the school: the number, and the refusal.
    fn stranger(&self, row: &[RatingRow]) -> Option<(String, Refusal)> {
        let mut named =
            row.iter().flat_map(|one| [(one, "beoordelaar", &one.rater), (one, "beoordeelde", &one.rated)]);
        let (one, column, number) = named.find(|(_, _, number)| self.key(number).is_none())?;
        let reason = Message::new("row-pupil-unknown").with("pupil", number);
        Some((number.clone(), Refusal::at((one.row, one.line), column, number.as_str(), reason)))
    }

    /// What a row adds or changes; none where it says what is known.
    fn difference(&self, row: &[RatingRow], points: i32) -> Option<StagedRatings> {
        let first = row.first()?;
        let rater_key = self.key(&first.rater)?;
        let year = clock::school_year(first.date);
        let mut groups = self.known.groups.iter();
        let group = groups.find(|group| group.name == first.group && group.school_year == year);
        let given = row.iter().filter_map(|one| {
            let rated_key = self.key(&one.rated)?;
            let stored =
                group.and_then(|group| self.stored.get(&(group.id.clone(), one.date, rater_key, rated_key)));
            let same = |stored: &Rating| stored.opinion == one.opinion.written() && stored.points == points;
            let fresh = StagedOpinion { rated_key, opinion: one.opinion, replaces: stored.is_some() };
            (!stored.is_some_and(same)).then_some(fresh)
        });
        let given: Vec<StagedOpinion> = given.collect();
        let staged =
            StagedRatings { group: first.group.clone(), taken_on: first.date, rater_key, points, given };
        (!staged.given.is_empty()).then_some(staged)
    }
}
