//! `school-safety`: more pupils of a school feel unsafe than the round before. `representativeness`: a round that does
//! not stand for the school, so that the other rules on schools keep silent.
//!
//! Safety: on scales about safety, the Wilson 95 % interval of the share of low scores lies wholly above that of the
//! round before, on the same reference; or, where there is a norm, above the fifth that the norm has there. Minimum:
//! `minimum` pupils, in both rounds where they are compared. Source: docs/signals.md S3.
//! Representativeness: fewer than `response` of the pupils were measured (by the roster those of the groups that were,
//! within one school year all who were in the round before; from files those of the round before), or the round before those who are missing differed from those who are not by more than
//! `difference` SD and by more than chance makes of so few (95 %), and their missing moves the school's mean by more than
//! .1 SD: one pupil out of forty changes nothing that is said of the school. A note. Minimum: `minimum` pupils.
//! Default 2/3 and .2. Source: docs/signals.md S4.

use std::collections::BTreeSet;

use super::{
    many::Tests,
    scene::Verdict,
    share,
    silence::{Lack, Why},
    unit::told,
};
use crate::{
    analytics::{
        Assessed, Before, Unit,
        intervals::{Z95, above, apart, wilson},
    },
    evidence::{instruments::Domain, score_type::ScoreType},
    ground::Message,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::{RepresentativeTerms, SafetyTerms},
    },
};

/// What missing pupils may move the mean of a school, in SD, before the round is doubted: what chance makes of the mean of a
/// hundred pupils.
const EFFECT: f64 = 0.1;

pub(super) fn safety(assessed: &Assessed<'_>, terms: SafetyTerms, tests: &mut Tests) -> Vec<Finding> {
    let schools = assessed.schools.iter().filter(|unit| unit.year.is_none() && unit.n >= terms.minimum);
    let found = schools.filter_map(|unit| {
        let series = assessed.layout().series(unit.series)?;
        if series.scale()?.domain != Domain::Safety || !series.may_signal() {
            return None;
        }
        let lower = unit.concern_interval.0;
        let before = unit.before.as_deref().filter(|before| before.n >= terms.minimum);
        let upper = |before: &Before| wilson(f64::from(before.concern), f64::from(before.n), Z95).1;
        let of_norm = has_norm(assessed, unit).then(|| assessed.fifth(unit.series));
        let now = (unit.concern, f64::from(unit.n));
        let grown = before.map(|before| {
            let n = f64::from(before.n);
            let z = apart(now, (f64::from(before.concern) / n, n));
            ("signal-school-safety", upper(before), tests.worse(unit.school, z))
        });
        let normed = of_norm.map(|fifth| {
            let test = tests.worse(unit.school, above(now.0, fifth, now.1));
            ("signal-school-safety-norm", fifth, test)
        });
        let speaks = |(_, threshold, _): &(_, f64, _)| lower > *threshold;
        let (key, threshold, test) = grown.filter(speaks).or(normed.filter(speaks))?;
        let verdict =
            Verdict { rule: Rule::SchoolSafety, severity: terms.severity, statistic: lower, threshold };
        let finding = told(assessed, unit, &verdict, Level::School, key)?;
        let most = share::most(now.1, threshold);
        let hinge = Message::new("hinge-school-safety").with("most", most).with("n", unit.n);
        Some(Finding { tested: Some(test.alone()), hinge, ..finding })
    });
    found.collect()
}

/// Whether a norm says which scores of a scale lie in the worst fifth.
fn has_norm(assessed: &Assessed<'_>, unit: &Unit) -> bool {
    let of = assessed.layout().series(unit.series);
    of.is_some_and(|of| match of.key.score_type {
        ScoreType::Raw => assessed.analysis.is_normed(unit.series),
        unit => unit.carries_fifth(),
    })
}

pub(super) fn representativeness(assessed: &Assessed<'_>, terms: RepresentativeTerms) -> Vec<Finding> {
    let schools = assessed.schools.iter().filter(|unit| unit.year.is_none());
    let found = schools.filter_map(|unit| {
        assessed.layout().series(unit.series).filter(|series| series.may_signal())?;
        let known = unit.n + unit.absent;
        let (why, statistic, threshold) = if known >= terms.minimum && unit.present() < terms.response {
            ("few", unit.present(), terms.response)
        } else {
            let before = unit.before.as_deref().filter(|before| before.n >= terms.minimum)?;
            let difference = before.difference()?;
            let beyond = terms.difference.max(Z95 * before.difference_error());
            let changes_little = before.effect().is_none_or(|effect| effect.abs() <= EFFECT);
            if difference.abs() <= beyond || changes_little {
                return None;
            }
            // Where those who stayed were worse, those who are missing were better.
            let why = if difference > 0.0 { "better" } else { "worse" };
            (why, difference, beyond.copysign(difference))
        };
        let verdict = Verdict {
            rule: Rule::Representativeness,
            severity: terms.severity.max(Severity::C),
            statistic,
            threshold,
        };
        let mut finding = told(assessed, unit, &verdict, Level::School, "signal-representativeness")?;
        finding.reason = finding.reason.with("why", why).with("known", known);
        if why == "few" {
            let least = (terms.response * f64::from(known)).ceil();
            finding.hinge =
                Message::new("hinge-representativeness").with("least", least).with("known", known);
        }
        Some(finding)
    });
    found.collect()
}

/// The lists and schools whose round does not stand for the school, by at least one of its scales.
pub(super) fn doubted(assessed: &Assessed<'_>, doubts: &[Finding]) -> BTreeSet<(u32, u32)> {
    doubts.iter().filter_map(|f| Some((assessed.layout().series(f.series)?.list, f.school))).collect()
}

/// Whether the round that a finding rests on stands for the school.
pub(super) fn stands_for(assessed: &Assessed<'_>, finding: &Finding, doubted: &BTreeSet<(u32, u32)>) -> bool {
    let list = assessed.layout().series(finding.series).map(|series| series.list);
    !list.is_some_and(|list| doubted.contains(&(list, finding.school)))
}

/// What a school lacks to be held against a norm or the round before.
pub(super) fn lacks(assessed: &Assessed<'_>, unit: &Unit, minimum: u32) -> Lack {
    if unit.n < minimum {
        return Some((Why::Few, minimum));
    }
    let before = unit.before.as_deref().is_some_and(|before| before.n >= minimum);
    (!before && !has_norm(assessed, unit)).then_some((Why::FewBefore, minimum))
}
