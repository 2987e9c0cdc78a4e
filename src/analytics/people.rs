//! How many pupils the units of a round have: those with a score then or in the round before, and who of them was
//! missed. The scores themselves: `units`.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{analysis::Analysis, assessed::Round, split::Split};
use crate::ground::clock;

/// How many pupils a unit has, and how many of them were missed.
pub(super) type Known = FxHashMap<u64, (u32, u32)>;

/// How many pupils there are in the rounds looked at, by cycle and split.
pub(super) fn people(analysis: &Analysis, now: &[Option<u32>]) -> Vec<Vec<Known>> {
    (0..)
        .zip(now)
        .map(|(cycle, until)| until.map_or_else(Vec::new, |at| known(analysis, cycle, at)))
        .collect()
}

/// For each split how many pupils the units of a cycle have, and how many of them were missed.
fn known(analysis: &Analysis, cycle: u32, until: u32) -> Vec<Known> {
    let here = here(analysis, cycle, until);
    let may_miss = may_miss(analysis, cycle, until);
    let mut known = Split::ALL.map(|_| Known::default());
    let mut own: Vec<u64> = Vec::new();
    for of_pupil in here.chunk_by(|a, b| a.0 == b.0) {
        let Some((pupil, ..)) = of_pupil.first().copied() else { continue };
        let school = analysis.pupil(pupil).0;
        let measured = of_pupil.iter().any(|(_, now, _)| *now);
        for (split, known) in Split::ALL.into_iter().zip(&mut known) {
            let unit = |(.., place): &(u32, bool, u32)| {
                let place = analysis.table.places.all.get(*place as usize);
                split.unit(school, place.and_then(|place| place.group), place.and_then(|place| place.year))
            };
            own.clear();
            own.extend(of_pupil.iter().map(unit));
            own.sort_unstable();
            own.dedup();
            for unit in &own {
                let counts = known.entry(*unit).or_default();
                *counts = (counts.0 + 1, counts.1 + u32::from(!measured && may_miss));
            }
        }
    }
    known.into()
}

/// Whether who has no score in a round was missed: the round before was of the same school year.
fn may_miss(analysis: &Analysis, cycle: u32, until: u32) -> bool {
    let rounds = analysis.layout.cycles.get(cycle as usize).map_or(&[][..], Vec::as_slice);
    let year = |at: u32| rounds.get(at as usize).map(school_year);
    until.checked_sub(1).is_some_and(|before| year(before) == year(until))
}

/// Who was where in a round of a cycle and the one before: pupil, whether it was in this round, and place; by pupil.
fn here(analysis: &Analysis, cycle: u32, until: u32) -> Vec<(u32, bool, u32)> {
    let mut here: Vec<(u32, bool, u32)> = Vec::new();
    for (at, series) in (0_u32..).zip(&analysis.layout.series) {
        if series.cycle == cycle && !series.is_list() {
            let rows =
                analysis.rows(at).each().flat_map(|(pupil, own)| own.iter().map(move |row| (pupil, row)));
            let recent = rows.map(|(pupil, row)| (pupil, row, analysis.round(row)));
            let recent = recent.filter(|(.., round)| *round <= until && round + 1 >= until);
            let own: Vec<_> = recent.map(|(pupil, row, round)| (pupil, round == until, row.place)).collect();
            // The scales of a list mostly have the same pupils.
            if own != here {
                here.extend(own);
                here.sort_unstable();
                here.dedup();
            }
        }
    }
    here
}

/// The calendar year in which the school year of a round began.
fn school_year(round: &Round) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
    let date = NaiveDate::from_epoch_days(round.median_day as i32).unwrap_or_default();
    clock::school_year(date)
}
