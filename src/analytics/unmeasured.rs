//! Pupils whom a list misses: in it before, in neither this round nor the one before, though others of their group are in
//! it. Who is at school: by the roster where there is one (`ScoreTable::roster`), else by the lists that others filled
//! in at that time.

use std::collections::{BTreeMap, HashSet};

use super::{
    analysis::Analysis,
    assessed::{Round, Unmeasured},
    forms::PupilRow,
    table::number,
};

/// Rounds without a score from which a pupil is missed.
const ROUNDS: u32 = 2;

/// A school and one of its groups.
type InGroup = (u32, Option<u32>);

impl Analysis {
    /// Whether there is something to tell by who is at school: the roster, or another list.
    #[must_use]
    pub fn knows_who_is_at_school(&self) -> bool {
        self.layout.cycles.len() > 1 || self.table.roster.is_some()
    }
}

/// The pupils missed in these rounds of each cycle.
pub(super) fn find(analysis: &Analysis, now: &[Option<u32>]) -> Vec<Unmeasured> {
    let mut found = Vec::new();
    if !analysis.knows_who_is_at_school() {
        return found;
    }
    for (cycle, until) in (0..).zip(now) {
        let Some(until) = until.filter(|until| *until >= ROUNDS) else { continue };
        let series = || (0..).zip(&analysis.layout.series).filter(|(_, s)| s.cycle == cycle && !s.is_list());
        let Some((first, _)) = series().next() else { continue };
        // For each pupil: the last round, and how many.
        let mut last: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        let mut measured: HashSet<InGroup> = HashSet::new();
        for (at, _) in series() {
            for (pupil, own) in analysis.rows(at).each() {
                let school = analysis.pupil(pupil).0;
                let before = own.filter(|row| row.round <= until);
                let Some(latest) = before.clone().map(|row| row.round).max() else { continue };
                let entry = last.entry(pupil).or_default();
                *entry = (entry.0.max(latest), entry.1.max(number(before.clone().count())));
                let now = before.filter(|row| row.round == until);
                measured.extend(now.map(|row| (school, group(analysis, &row))));
            }
        }
        last.retain(|_, (latest, _)| *latest + ROUNDS <= until);
        let rounds = analysis.layout.cycles.get(cycle as usize).map_or(&[][..], Vec::as_slice);
        let recent: Vec<u32> =
            rounds.iter().take(until as usize + 1).rev().take(2).map(|r: &Round| r.label).collect();
        for (pupil, (_, count)) in last {
            let (school, key) = analysis.pupil(pupil);
            let now = match &analysis.table.roster {
                Some(roster) if roster.school == school => {
                    roster.groups.get(&key).map(|group| (school, *group))
                }
                _ => elsewhere(analysis, cycle, pupil, &recent),
            };
            // A list for the youngest does not miss who has grown out of it.
            if now.is_some_and(|now| measured.contains(&now)) {
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

/// The group of a pupil by the last list of another cycle in one of these rounds; nothing where there is none.
fn elsewhere(analysis: &Analysis, cycle: u32, pupil: u32, labels: &[u32]) -> Option<InGroup> {
    let others = (0..).zip(&analysis.layout.series).filter(|(_, s)| s.cycle != cycle && !s.is_list());
    let recent = others.flat_map(|(at, _)| {
        let rounds = analysis.layout.rounds(at);
        let is_recent =
            |row: &PupilRow| rounds.get(row.round as usize).is_some_and(|r| labels.contains(&r.label));
        analysis.rows(at).of(pupil).filter(is_recent)
    });
    let last = recent.max_by_key(|row| row.day);
    last.map(|row| (analysis.pupil(pupil).0, group(analysis, &row)))
}

/// The group in which a score was given.
fn group(analysis: &Analysis, row: &PupilRow) -> Option<u32> {
    analysis.place(row.place).and_then(|place| place.group)
}
