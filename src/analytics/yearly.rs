//! How the pupils of a school moved against a year before. Teachers change in between: what groups differ by in it is part
//! of what a school moves by chance.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    unit::YearChange,
    usual::{Stood, Usual},
};

/// Changes of so many pupils, added up: z less what was expected of it, that, and the variance around it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct YearSum {
    n: u32,
    change: f64,
    expected: f64,
    variance: f64,
}

/// The changes on one track.
#[derive(Debug, Default)]
pub(super) struct Yearly {
    /// By school and round.
    schools: BTreeMap<(u32, u32), YearSum>,
    /// Of the round looked at, by school and group.
    groups: BTreeMap<(u32, u32), YearSum>,
}

/// The changes of one piece: pupils come school by school.
pub(super) struct Years {
    school: u32,
    rounds: Vec<YearSum>,
    schools: BTreeMap<(u32, u32), YearSum>,
    groups: FxHashMap<(u32, u32), YearSum>,
}

impl YearSum {
    /// Of one pupil: the z a year before and now, and how the two correlate.
    pub fn of((before, now): (f64, f64), rho: f64) -> Self {
        let expected = rho * before;
        Self { n: 1, change: now - expected, expected, variance: 1.0 - rho * rho }
    }

    fn add(&mut self, more: Self) {
        self.n += more.n;
        self.change += more.change;
        self.expected += more.expected;
        self.variance += more.variance;
    }

    /// What was expected of a pupil, and what came of it.
    fn stood(&self) -> Stood {
        let n = f64::from(self.n);
        Stood { n, expected: self.expected / n, shift: self.change / n }
    }
}

impl Years {
    /// For a track with so many rounds.
    pub fn new(rounds: usize) -> Self {
        let rounds = vec![YearSum::default(); rounds];
        Self { school: 0, rounds, schools: BTreeMap::new(), groups: FxHashMap::default() }
    }

    /// Whose changes come next.
    pub fn of(&mut self, school: u32) {
        if school != self.school {
            self.flush();
            self.school = school;
        }
    }

    /// Takes in the change of a pupil in a round.
    pub fn take(&mut self, round: u32, one: YearSum) {
        if let Some(sum) = self.rounds.get_mut(round as usize) {
            sum.add(one);
        }
    }

    /// Takes in the change of a pupil of a group in the round looked at.
    pub fn take_in_group(&mut self, group: u32, one: YearSum) {
        self.groups.entry((self.school, group)).or_default().add(one);
    }

    fn flush(&mut self) {
        for (round, sum) in (0..).zip(&mut self.rounds) {
            let sum = std::mem::take(sum);
            if sum.n > 0 {
                self.schools.entry((self.school, round)).or_default().add(sum);
            }
        }
    }
}

impl Yearly {
    /// Of all pieces, in their order.
    pub fn of(pieces: Vec<Years>) -> Self {
        let mut all = Self::default();
        for mut piece in pieces {
            piece.flush();
            for (key, sum) in piece.schools {
                all.schools.entry(key).or_default().add(sum);
            }
            for (key, sum) in piece.groups {
                all.groups.entry(key).or_default().add(sum);
            }
        }
        all
    }

    /// The changes of each school, oldest first.
    pub fn changes(&self) -> Vec<(u32, YearChange)> {
        let mut stood: BTreeMap<u32, Vec<Stood>> = BTreeMap::new();
        for ((_, round), sum) in &self.schools {
            stood.entry(*round).or_default().push(sum.stood());
        }
        let usual: BTreeMap<u32, Usual> =
            stood.into_iter().map(|(round, schools)| (round, Usual::of(&schools))).collect();
        let (differ, sizes) = (self.groups_differ_by(), self.sizes());
        let change = |((school, round), sum): (&(u32, u32), &YearSum)| {
            let stood = sum.stood();
            let Stood { n, shift, .. } = stood;
            let change = YearChange {
                round: *round,
                matched: sum.n,
                shift,
                usual: usual.get(round).map_or(0.0, |usual| usual.at(&stood)),
                variance: sum.variance / n,
                shared: differ * sizes.get(school).copied().unwrap_or_default() / n,
            };
            (*school, change)
        };
        self.schools.iter().map(change).collect()
    }

    /// τ²: the variance of the groups of one school in what they moved since a year before, beyond chance, by analysis of
    /// variance within schools (groups as heavy as their pupils). No less than 0.
    fn groups_differ_by(&self) -> f64 {
        let (mut squares, mut free, mut weight) = (0.0, 0.0, 0.0);
        let (mut variance, mut pupils) = (0.0, 0.0);
        let groups: Vec<(u32, &YearSum)> =
            self.groups.iter().map(|((school, _), sum)| (*school, sum)).collect();
        for of_school in groups.chunk_by(|a, b| a.0 == b.0).filter(|of_school| of_school.len() > 1) {
            let sum = |of: &dyn Fn(&YearSum) -> f64| of_school.iter().map(|(_, one)| of(one)).sum::<f64>();
            let n = sum(&|one| f64::from(one.n));
            let mean = sum(&|one| one.change) / n;
            squares += sum(&|one| f64::from(one.n) * (one.stood().shift - mean).powi(2));
            weight += n - sum(&|one| f64::from(one.n).powi(2)) / n;
            free += of_school.len() as f64 - 1.0;
            variance += sum(&|one| one.variance);
            pupils += n;
        }
        if weight > 0.0 { ((squares - free * variance / pupils) / weight).max(0.0) } else { 0.0 }
    }

    /// By school, Σnᵢ²/Σnᵢ over its known groups: how many pupils are in the group of a pupil.
    fn sizes(&self) -> BTreeMap<u32, f64> {
        let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for ((school, _), sum) in &self.groups {
            let (n, squares) = sums.entry(*school).or_default();
            (*n, *squares) = (*n + f64::from(sum.n), *squares + f64::from(sum.n).powi(2));
        }
        sums.into_iter().map(|(school, (n, squares))| (school, squares / n)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{YearSum, Yearly, Years};

    /// A school of four groups of 25 in which each pupil of a group moved as far as `moved` says, with ρ = .6.
    fn school(moved: [f64; 4]) -> Yearly {
        let mut years = Years::new(3);
        years.of(7);
        for (group, moved) in (0..).zip(moved) {
            for _ in 0..25 {
                years.take(2, YearSum::of((0.0, moved), 0.6));
                years.take_in_group(group, YearSum::of((0.0, moved), 0.6));
            }
        }
        Yearly::of(vec![years])
    }

    #[test]
    fn what_groups_differ_by_is_part_of_what_a_school_moves_by_chance() {
        // Given groups that moved .1 to .7: variance .2/3; chance makes .64/25 of that, and each group is a quarter
        let changes = school([0.1, 0.3, 0.5, 0.7]).changes();
        let (found, change) = changes.first().unwrap();
        assert_eq!((*found, change.round, change.matched), (7, 2, 100));
        assert!((change.shift - 0.4).abs() < 1e-9 && (change.variance - 0.64).abs() < 1e-9);
        assert!((change.shared - (0.2 / 3.0 - 0.0256) / 4.0).abs() < 1e-9, "{}", change.shared);
    }

    #[test]
    fn groups_that_move_alike_share_nothing_beyond_chance() {
        assert!(school([0.4; 4]).changes().iter().all(|(_, change)| change.shared < 1e-12));
    }
}
