//! Pupils whom a list misses: in it before, in neither this round nor the one before, and still at school by the lists
//! that others filled in at that time. Who is enrolled by the roster is for those who know the roster.

use std::collections::BTreeMap;

use super::{
    analysis::Analysis,
    assessed::{Round, Unmeasured},
    table::number,
};

/// Rounds without a score from which a pupil is missed.
const ROUNDS: u32 = 2;

/// The pupils missed in these rounds of each cycle.
pub(super) fn find(analysis: &Analysis, now: &[Option<u32>]) -> Vec<Unmeasured> {
    let mut found = Vec::new();
    if analysis.layout.cycles.len() < 2 {
        return found;
    }
    for (cycle, until) in (0..).zip(now) {
        let Some(until) = until.filter(|until| *until >= ROUNDS) else { continue };
        let series = || (0..).zip(&analysis.layout.series).filter(|(_, s)| s.cycle == cycle && !s.is_list());
        // For each pupil: the last round, and how many.
        let mut last: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        for (at, _) in series() {
            for (pupil, own) in analysis.rows(at).each() {
                let rounds = own.iter().map(|row| analysis.round(row)).filter(|round| *round <= until);
                let Some(latest) = rounds.clone().max() else { continue };
                let entry = last.entry(pupil).or_default();
                *entry = (entry.0.max(latest), entry.1.max(number(rounds.count())));
            }
        }
        let rounds = analysis.layout.cycles.get(cycle as usize).map_or(&[][..], Vec::as_slice);
        let recent: Vec<u32> =
            rounds.iter().take(until as usize + 1).rev().take(2).map(|r: &Round| r.label).collect();
        let Some((first, _)) = series().next() else { continue };
        for (pupil, (latest, count)) in last {
            if latest + ROUNDS <= until && elsewhere(analysis, cycle, pupil, &recent) {
                let (school, key) = analysis.pupil(pupil);
                found.push(Unmeasured {
                    series: first,
                    round: until,
                    school,
                    pupil: key,
                    rounds_used: count,
                });
            }
        }
    }
    found
}

/// Whether another cycle has the pupil in one of these rounds.
fn elsewhere(analysis: &Analysis, cycle: u32, pupil: u32, labels: &[u32]) -> bool {
    let (school, key) = analysis.pupil(pupil);
    let mut others = (0..).zip(&analysis.layout.series).filter(|(_, s)| s.cycle != cycle && !s.is_list());
    others.any(|(at, _)| analysis.history(at, school, key).any(|(label, ..)| labels.contains(&label)))
}
