//! How many pupils the units of a round have: those with a score then or in the round before, and who of them was
//! missed. The scores themselves: `units`.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{analysis::Analysis, assessed::Round, forms::Forms, layout::Series, split::Split, table::Roster};
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
    let missed = Missed::of(analysis, cycle, until, &here);
    let mut known = Split::ALL.map(|_| Known::default());
    let mut own: Vec<u64> = Vec::new();
    for of_pupil in here.chunk_by(|a, b| a.0 == b.0) {
        let Some((pupil, ..)) = of_pupil.first().copied() else { continue };
        let (school, key) = analysis.pupil(pupil);
        let is_missed = !of_pupil.iter().any(|(_, now, _)| *now) && missed.is(school, key);
        // Who is missed in another school year is missed in the group of now.
        let group = missed.group(school, key).filter(|_| is_missed);
        for (split, known) in Split::ALL.into_iter().zip(&mut known) {
            own.clear();
            own.extend(of_pupil.iter().map(|(.., at)| {
                let place = analysis.place(*at);
                split.unit(school, group.or(place.and_then(|p| p.group)), place.and_then(|p| p.year))
            }));
            own.sort_unstable();
            own.dedup();
            for unit in &own {
                let counts = known.entry(*unit).or_default();
                *counts = (counts.0 + 1, counts.1 + u32::from(is_missed));
            }
        }
    }
    for (school, group, year) in missed.never_here(analysis, cycle, until, &here) {
        for (split, known) in Split::ALL.into_iter().zip(&mut known) {
            let counts = known.entry(split.unit(school, Some(group), year)).or_default();
            *counts = (counts.0 + 1, counts.1 + 1);
        }
    }
    known.into()
}

/// When who has no score in a round was missed, and did not leave.
struct Missed<'a> {
    /// Whether the round before was of the same school year.
    same_year: bool,
    roster: Option<&'a Roster>,
    /// The groups of its school that were measured in the round: a list for the youngest does not miss the others.
    measured: HashSet<Option<u32>>,
}

impl<'a> Missed<'a> {
    fn of(analysis: &'a Analysis, cycle: u32, until: u32, here: &[(u32, bool, u32)]) -> Self {
        let rounds = analysis.layout.cycles.get(cycle as usize).map_or(&[][..], Vec::as_slice);
        let year = |at: u32| rounds.get(at as usize).map(school_year);
        let same_year = until.checked_sub(1).is_some_and(|before| year(before) == year(until));
        let roster = analysis.table.roster.as_ref();
        let of_school = |pupil: u32| roster.is_some_and(|roster| roster.school == analysis.pupil(pupil).0);
        let now = here.iter().filter(|(pupil, now, _)| *now && of_school(*pupil));
        let measured = now.map(|(.., at)| analysis.place(*at).and_then(|place| place.group)).collect();
        Self { same_year, roster, measured }
    }

    fn is(&self, school: u32, pupil: i64) -> bool {
        match self.roster.filter(|roster| roster.school == school) {
            Some(roster) => {
                let group = roster.groups.get(&pupil);
                group.is_some_and(|group| self.same_year || self.measured.contains(group))
            }
            None => self.same_year,
        }
    }

    /// Who is on the roster, in a group that was measured in the last round, and is in neither this round nor the one before:
    /// the school, the group, and the year level that others in the group have.
    fn never_here(
        &self,
        analysis: &Analysis,
        cycle: u32,
        until: u32,
        here: &[(u32, bool, u32)],
    ) -> Vec<(u32, u32, Option<u32>)> {
        let rounds = analysis.layout.cycles.get(cycle as usize).map_or(0, Vec::len);
        let Some(roster) = self.roster.filter(|_| rounds == until as usize + 1) else { return Vec::new() };
        let (mut seen, mut years) = (HashSet::new(), HashMap::new());
        for (rank, now, at) in here {
            let (school, pupil) = analysis.pupil(*rank);
            if school == roster.school {
                seen.insert(pupil);
                if let Some(place) = analysis.place(*at).filter(|_| *now) {
                    years.insert(place.group, place.year);
                }
            }
        }
        let of_cycle = |at: &u32| analysis.layout.series(*at).is_some_and(|series| series.cycle == cycle);
        let left_out = analysis.table.left_out.iter().filter(|(_, series)| of_cycle(series));
        seen.extend(left_out.map(|(pupil, _)| *pupil));
        let missed = roster.groups.iter().filter(|(pupil, _)| !seen.contains(pupil));
        missed.filter_map(|(_, group)| Some((roster.school, (*group)?, *years.get(group)?))).collect()
    }

    /// The group in which a pupil is now, where a new school year began since the round before.
    fn group(&self, school: u32, pupil: i64) -> Option<u32> {
        let roster = self.roster.filter(|roster| roster.school == school && !self.same_year)?;
        roster.groups.get(&pupil).copied().flatten()
    }
}

/// Who was where in a round of a cycle and the one before: pupil, whether it was in this round, and place; by pupil.
fn here(analysis: &Analysis, cycle: u32, until: u32) -> Vec<(u32, bool, u32)> {
    let mut here: Vec<(u32, bool, u32)> = Vec::new();
    // A list by its first scale: what a form says of when and where holds for all of them.
    let of_cycle = |series: &Series| series.cycle == cycle && series.column == 0 && !series.is_list();
    let lists = (0_u32..).zip(&analysis.layout.series).filter(|(_, series)| of_cycle(series));
    for (pupil, heads) in lists.filter_map(|(at, _)| analysis.forms(at)).flat_map(Forms::heads) {
        let recent = heads.iter().filter(|head| head.round <= until && head.round + 1 >= until);
        here.extend(recent.map(|head| (pupil, head.round == until, head.place)));
    }
    here.sort_unstable();
    here.dedup();
    here
}

/// The calendar year in which the school year of a round began.
fn school_year(round: &Round) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
    let date = NaiveDate::from_epoch_days(round.median_day as i32).unwrap_or_default();
    clock::school_year(date)
}
