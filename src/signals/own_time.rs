//! A school's own time in a cycle: which scores of other schools it is compared with. Pure; reading the scores is
//! `table_store`'s.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::evidence::informant::Informant;
use crate::evidence::results::Row;

/// A score as it stands in the database, with the number of its school.
pub(super) struct Taken {
    pub(super) row: Row,
    pub(super) school: u32,
}

/// What shares rounds: an instrument with an informant.
pub(super) type Cycle<'a> = (&'a str, Informant);

/// A school's own time in a cycle: what of other schools belongs to it.
#[derive(Debug)]
pub(super) struct OwnTime {
    rounds: BTreeSet<i32>,
    last_day: NaiveDate,
    last_round: i32,
    /// The median day of the last round over the board.
    median: NaiveDate,
}

impl OwnTime {
    /// Whether another school's score belongs to it: of a round the school has too, or of a day up to its own last.
    /// Outside the last round only from before its middle, so that no other round comes to lie after it.
    pub(super) fn holds(&self, round: i32, day: NaiveDate) -> bool {
        let known = self.rounds.contains(&round) || day <= self.last_day;
        round == self.last_round || (known && day < self.median)
    }
}

pub(super) fn own_times<'a>(
    rows: &[Taken],
    school: u32,
    cycle_at: &HashMap<i32, Cycle<'a>>,
) -> HashMap<Cycle<'a>, OwnTime> {
    let mut times: HashMap<Cycle<'a>, OwnTime> = HashMap::new();
    for Taken { row: Row { series_key, round_key: round, taken_on: day, .. }, .. } in
        rows.iter().filter(|one| one.school == school)
    {
        let Some(cycle) = cycle_at.get(series_key) else {
            continue;
        };
        let time = times.entry(*cycle).or_insert_with(|| OwnTime {
            rounds: BTreeSet::new(),
            last_day: *day,
            last_round: *round,
            median: *day,
        });
        time.rounds.insert(*round);
        if *day > time.last_day {
            (time.last_day, time.last_round) = (*day, *round);
        }
    }
    let mut days: HashMap<Cycle<'a>, Vec<NaiveDate>> = HashMap::new();
    for Taken { row: Row { series_key, round_key: round, taken_on: day, .. }, .. } in rows {
        if let Some(cycle) = cycle_at.get(series_key)
            && times.get(cycle).is_some_and(|t| t.last_round == *round)
        {
            days.entry(*cycle).or_default().push(*day);
        }
    }
    for (cycle, mut days) in days {
        days.sort_unstable();
        let middle = days.get(days.len().saturating_sub(1) / 2);
        if let (Some(time), Some(day)) = (times.get_mut(&cycle), middle) {
            time.median = *day;
        }
    }
    times
}
