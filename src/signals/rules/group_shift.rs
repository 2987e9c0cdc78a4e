//! `group-shift`: the same pupils, as a group, moved away from what was expected of each.
//!
//! `Z = (shift − centre) / √(v̄/n + τ²)` over the pupils with earlier rounds, what groups that stood there move anyhow taken
//! off the shift (`analytics::usual`, ADR 64). With `compare_from` groups or more the centre
//! is the median shift of the groups in that round and τ what they differ by beyond chance (1.4826·MAD, with v̄/n taken
//! out), at least `shared_shock`; with fewer, 0 and `shared_shock`. Where the school moved as a whole (`school_shift`), the
//! median of its groups is the centre: one signal on the school stands for them. A group must have moved that way by
//! itself too. Worse raises; better is a note. A list of several
//! scales is judged as a whole and by scale: each half of the load, the scales sharing theirs; the list as a whole goes
//! before its scales. Minimum: `minimum` such pupils and `response` of the group measured, movers and leavers apart.
//! Default |Z| > 2.05: 2 of 100 groups. Source: docs/signals.md C1, 5.8; docs/signals.md, "Groups".

use std::collections::{BTreeMap, BTreeSet};

use super::{
    many::Tests,
    rater,
    scene::{Verdict, shared},
    school_shift::{Together, together},
    silence::{Lack, Why, percent},
    unit::{self, Off},
    whole::Groups,
};
use crate::{
    analytics::{Assessed, Series, Unit},
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::{GroupShiftTerms, SchoolTrendTerms},
    },
};

/// The standard deviation that a median distance stands for.
const MAD: f64 = 1.4826;

/// A list in a school, and the group: none is the whole school.
pub(super) type Sunk = (u32, u32, Option<u32>);

/// What was found on groups and on schools that moved as one.
#[derive(Debug, Default)]
pub(super) struct Shifts {
    pub found: Vec<Finding>,
    /// What went down: pupils there are judged by what they moved more than it.
    pub sunk: BTreeSet<Sunk>,
}

/// How schools are judged: not those whose round does not stand for them, by list and school.
pub(super) struct Schools<'a> {
    pub terms: SchoolTrendTerms,
    pub doubted: &'a BTreeSet<(u32, u32)>,
}

pub(super) fn findings(
    assessed: &Assessed<'_>,
    terms: GroupShiftTerms,
    schools: Option<&Schools<'_>>,
    tests: &mut Tests,
) -> Shifts {
    let mut shifts = Shifts::default();
    // The lists that moved as a whole, of a group or of a school.
    let mut whole: BTreeSet<Sunk> = BTreeSet::new();
    let layout = assessed.layout();
    let judged: Vec<&Unit> = assessed.groups.iter().filter(|unit| lacks(unit, terms).is_none()).collect();
    let groups = Groups::of(layout, &judged);
    // The list as a whole before its scales.
    let mut series: BTreeMap<(bool, u32), Vec<&Unit>> = BTreeMap::new();
    for unit in judged {
        let is_level = groups.is_level(layout, unit);
        if is_level || layout.series(unit.series).is_some_and(Series::is_part) {
            series.entry((!is_level, unit.series)).or_default().push(unit);
        }
    }
    for ((is_part, at), judged) in series {
        let Some(of) = layout.series(at) else { continue };
        let is_level = !is_part;
        let threshold = |one: &Unit| match (groups.scales(layout, one), is_level) {
            (0 | 1, _) => terms.z,
            (_, true) => shared(terms.z, 2.0),
            (scales, false) => shared(terms.z, 2.0 * f64::from(scales)),
        };
        let (centre, tau) = spread(&judged, terms);
        let off = |one: &Unit, centre: f64| {
            let (shift, variance) = one.moved().zip(one.shift_variance)?;
            Some(Off { by: shift - centre, error: (variance / f64::from(one.matched) + tau * tau).sqrt() })
        };
        let z = |one: &Unit, centre: f64| off(one, centre).map(|off| off.by / off.error);
        let of_school = |school: u32| judged.iter().copied().filter(move |one| one.school == school);
        let strictest = |school: u32| of_school(school).map(&threshold).fold(terms.z, f64::max);
        let moved = schools.map_or_else(BTreeMap::new, |schools| {
            let mut moved = together(&judged, schools.terms, tau, tests);
            let as_list = |school: u32| !is_level && whole.contains(&(of.list, school, None));
            moved.retain(|school, found| {
                let speaks = found.as_one && (found.z.abs() > strictest(*school) || as_list(*school));
                speaks && !schools.doubted.contains(&(of.list, *school))
            });
            moved
        });
        for (school, found) in &moved {
            let list = (of.list, *school, None);
            if !is_level && whole.contains(&list) {
                continue;
            }
            if is_level {
                whole.insert(list);
            }
            let rings = of_school(*school).any(|one| z(one, centre).is_some_and(|z| z > threshold(one)));
            let severity = if found.z > 0.0 && rings { terms.severity } else { Severity::C };
            let first = of_school(*school).next();
            let told = first.and_then(|one| found.finding(assessed, one, severity, strictest(*school)));
            shifts.take(list, told);
        }
        for one in &judged {
            let threshold = threshold(one);
            let centre = moved.get(&one.school).map_or(centre, |school: &Together| school.centre);
            let Some(z) = z(one, centre) else { continue };
            let test = tests.either(one.school, z);
            let list = (of.list, one.school, one.group);
            // What moved less than the others did not move the other way.
            let moved = one.shift.is_some_and(|shift| shift * z > 0.0);
            if !moved || z.abs() <= threshold || (!is_level && whole.contains(&list)) {
                continue;
            }
            if is_level {
                whole.insert(list);
            }
            let severity = if z > 0.0 { terms.severity } else { Severity::C };
            let off = |one: &Unit| off(one, centre);
            let verdict =
                Verdict { rule: Rule::GroupShift, severity, statistic: z, threshold: threshold.copysign(z) };
            let found = unit::shifted(assessed, one, &verdict, (Level::Group, one.matched), off);
            shifts.take(list, found.map(|found| Finding { tested: Some(test.alone()), ..found }));
        }
    }
    shifts
}

impl Shifts {
    fn take(&mut self, list: Sunk, found: Option<Finding>) {
        if found.as_ref().is_some_and(|found| found.severity < Severity::C) {
            self.sunk.insert(list);
        }
        self.found.extend(found);
    }
}

/// What a group lacks to be judged. Another person who filled in may move it by itself: `rater-effect` speaks there.
pub(super) fn lacks(unit: &Unit, terms: GroupShiftTerms) -> Lack {
    if unit.present() < terms.response {
        return Some((Why::Response, percent(terms.response)));
    }
    if unit.matched < terms.minimum {
        return Some((Why::FewBefore, terms.minimum));
    }
    rater::has_changed(unit).then_some((Why::OtherRater, 0))
}

/// The centre of the groups' shifts, and what they differ by beyond chance.
fn spread(units: &[&Unit], terms: GroupShiftTerms) -> (f64, f64) {
    if units.len() < terms.compare_from as usize {
        return (0.0, terms.shared_shock);
    }
    let shifts: Vec<f64> = units.iter().filter_map(|unit| unit.moved()).collect();
    let centre = median(shifts.clone());
    let distance = MAD * median(shifts.iter().map(|shift| (shift - centre).abs()).collect());
    let chance =
        units.iter().filter_map(|unit| Some(unit.shift_variance? / f64::from(unit.matched))).sum::<f64>();
    let beyond = distance * distance - chance / units.len().max(1) as f64;
    (centre, beyond.max(terms.shared_shock * terms.shared_shock).sqrt())
}

pub(super) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let at = |place: usize| figures.get(place).copied().unwrap_or_default();
    f64::midpoint(at(figures.len().saturating_sub(1) / 2), at(figures.len() / 2))
}

#[cfg(test)]
mod tests {
    use super::{median, shared};

    #[test]
    fn a_list_of_one_scale_keeps_its_threshold_and_five_share_it() {
        assert!((shared(2.05, 1.0) - 2.05).abs() < 1e-9);
        // 1 - Φ(2.05) = 0.020182; a fifth of it lies at 2.6490
        assert!((shared(2.05, 5.0) - 2.649_006).abs() < 1e-5);
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between() {
        assert!((median(vec![4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < 1e-12);
        assert!((median(vec![9.0, 1.0, 2.0]) - 2.0).abs() < 1e-12);
    }
}
