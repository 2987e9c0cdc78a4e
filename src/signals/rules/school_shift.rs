//! `school-trend` since the round before: the groups of a school moved together. One signal on the school stands in the
//! place of theirs, and each group is judged by what it moved more than the school (`group_shift`).
//!
//! `Z = shift / √(v̄/n + σ² + τ²/k)` over the n pupils of the k groups that `group-shift` judges (what groups that stood
//! there move anyhow taken off), σ what a school shares
//! by the day and τ what groups differ by. Beyond the threshold of groups it holds; its severity is that of the groups
//! where one of them would have rung without it, else it is a note. More than half of its groups went that way, and their
//! median at least half as far as all pupils together: one group that sank is no school. Minimum: `school-trend` is on, `groups` such groups,
//! its `minimum` pupils, and a round that stands for the school. Source: docs/signals.md, "Three levels".

use std::collections::BTreeMap;

use super::{
    group_shift::{self, median},
    many::{Test, Tests},
    scene::Verdict,
    silence::{Lack, Why},
    unit::{self, Off},
};
use crate::{
    analytics::{Assessed, Unit},
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::{GroupShiftTerms, SchoolTrendTerms},
    },
};

/// The groups of a school in a round of a series, taken together.
#[derive(Debug, Clone)]
pub(super) struct Together {
    /// The median of what they moved, which one group that moved more does not shift; above 0 is worse.
    pub centre: f64,
    /// How far their pupils moved on average, in what is usual by chance.
    pub z: f64,
    /// The variance of what they share by the day and differ by as groups.
    shared: f64,
    matched: u32,
    /// Its groups that could be judged.
    groups: Vec<Option<u32>>,
    /// How many of the groups went the school's way.
    along: u32,
    /// Whether its groups went that way as one.
    pub as_one: bool,
    test: Test,
}

/// The schools of these groups with enough of them, by school; `tau`: what groups differ by.
pub(super) fn together(
    units: &[&Unit],
    terms: SchoolTrendTerms,
    tau: f64,
    tests: &mut Tests,
) -> BTreeMap<u32, Together> {
    let mut schools: BTreeMap<u32, Vec<&Unit>> = BTreeMap::new();
    for unit in units {
        schools.entry(unit.school).or_default().push(unit);
    }
    let of = |(school, units): (u32, Vec<&Unit>)| {
        let groups = u32::try_from(units.len()).ok().filter(|groups| *groups >= terms.groups.max(1))?;
        let Moved { matched, shift, variance } = Moved::of(&units)?;
        let shared = terms.shared_shock.powi(2) + tau * tau / f64::from(groups);
        let along = units.iter().filter(|unit| unit.moved().is_some_and(|own| own * shift > 0.0)).count();
        let along = u32::try_from(along).unwrap_or(groups);
        let centre = median(units.iter().filter_map(|unit| unit.moved()).collect());
        // One group that sank is no school that did: most go that way, and the middle one at least half as far.
        let as_one = along * 2 > groups && centre * shift > 0.0 && centre.abs() * 2.0 >= shift.abs();
        let z = shift / (variance / f64::from(matched) + shared).sqrt();
        if matched < terms.minimum {
            return None;
        }
        let test = tests.either(school, z);
        let groups = units.iter().map(|unit| unit.group).collect();
        let found = Together { centre, z, shared, matched, groups, along, as_one, test };
        Some((school, found))
    };
    schools.into_iter().filter_map(of).collect()
}

/// How far the pupils of some groups moved on average, beyond what is usual.
struct Moved {
    matched: u32,
    shift: f64,
    /// The mean variance of one of them.
    variance: f64,
}

impl Moved {
    /// None of nobody.
    fn of(groups: &[&Unit]) -> Option<Self> {
        let matched: u32 = groups.iter().map(|unit| unit.matched).sum();
        let mean = |figure: fn(&Unit) -> Option<f64>| -> f64 {
            let sum: f64 =
                groups.iter().filter_map(|unit| Some(figure(unit)? * f64::from(unit.matched))).sum();
            sum / f64::from(matched)
        };
        let (shift, variance) = (mean(Unit::moved), mean(|unit| unit.shift_variance));
        (matched > 0).then_some(Self { matched, shift, variance })
    }
}

impl Together {
    /// The finding on the school; `severity`: what it stands in the place of.
    pub fn finding(
        &self,
        assessed: &Assessed<'_>,
        of: &Unit,
        severity: Severity,
        threshold: f64,
    ) -> Option<Finding> {
        let school = assessed.unit(of.series, &Unit { group: None, year: None, ..of.clone() })?;
        let threshold = threshold.copysign(self.z);
        let verdict = Verdict { rule: Rule::SchoolTrend, severity, statistic: self.z, threshold };
        let mut finding =
            unit::shifted(assessed, school, &verdict, (Level::School, self.matched), |shown| {
                let moved = self.moved(assessed, shown)?;
                let error = (moved.variance / f64::from(moved.matched) + self.shared).sqrt();
                Some(Off { by: moved.shift, error })
            })?;
        finding.tested = Some(self.test.alone());
        finding.reason =
            finding.reason.with("since", "round").with("groups", self.groups.len()).with("along", self.along);
        Some(finding)
    }

    /// What the groups that were judged moved on the series of a school.
    fn moved(&self, assessed: &Assessed<'_>, school: &Unit) -> Option<Moved> {
        let is = |one: &&Unit| {
            (one.series, one.school) == (school.series, school.school) && self.groups.contains(&one.group)
        };
        Moved::of(&assessed.groups.iter().filter(is).collect::<Vec<_>>())
    }
}

/// Of each school, by series: how many groups `group-shift` judges, and of how many pupils.
pub(super) fn judged(assessed: &Assessed<'_>, terms: GroupShiftTerms) -> Judged {
    let mut found = Judged::new();
    for unit in assessed.groups.iter().filter(|unit| group_shift::lacks(unit, terms).is_none()) {
        let sums: &mut (u32, u32) = found.entry((unit.series, unit.school)).or_default();
        *sums = (sums.0 + 1, sums.1 + unit.matched);
    }
    found
}

/// Groups and pupils by series and school.
pub(super) type Judged = BTreeMap<(u32, u32), (u32, u32)>;

/// What a school lacks to be told to have moved, since the round before or since a year.
pub(super) fn lacks(unit: &Unit, judged: &Judged, terms: SchoolTrendTerms) -> Lack {
    let last = unit.year_changes.last().filter(|change| change.round == unit.round);
    if last.is_some_and(|change| change.matched >= terms.minimum) {
        return None;
    }
    let (groups, matched) = judged.get(&(unit.series, unit.school)).copied().unwrap_or_default();
    if groups < terms.groups {
        return Some((Why::FewGroups, terms.groups));
    }
    (matched < terms.minimum).then_some((Why::FewBefore, terms.minimum))
}
