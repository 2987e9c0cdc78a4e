//! Scores beside what is known: new, changed, unchanged, of an unknown pupil.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::diff::{Staged, Status, Stored};
use super::{counts::Counts, known::Known, staged::StagedScore};
use crate::evidence::files::{Refusal, ScoreRow, Series};
use crate::ground::Message;

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
    for mut row in rows {
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
        if row.developmental.is_some() && row.birth_date.is_none() {
            let known = pupil.birth_date.ok_or_else(|| Message::new("row-needs-birth-date"));
            if let Err(reason) = known.and_then(|born| row.take_age(born)) {
                let (column, value) = ("score".to_owned(), row.score.to_string());
                refused.push(Refusal { row: row.row, line: row.line, column, value, reason });
                continue;
            }
        }
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
