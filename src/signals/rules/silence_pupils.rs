//! Where the rules on pupils cannot speak of some or all of a school on a list, and why. What holds for all of `silence`: there.

use std::collections::{BTreeMap, BTreeSet};

use super::silence::{Silences, Why};
use crate::{
    analytics::{Assessment, Series, Unit, expectation::SLOPE_ROUNDS},
    evidence::score_type::ScoreType,
    signals::{
        finding::Rule,
        model::Level,
        ruleset::{DeclineTerms, LevelTerms, PersistentTerms, Ruleset, SteadyTerms, UnmeasuredTerms},
    },
};

/// Rounds that a decline and two low rounds take.
const TWO: u32 = 2;

/// The rules that read a pupil's scores, as far as they run.
fn running(ruleset: &Ruleset) -> Vec<Rule> {
    let rules = [
        (Rule::UnexpectedDecline, DeclineTerms::running(ruleset.unexpected_decline).is_some()),
        (Rule::Level, LevelTerms::running(ruleset.level).is_some()),
        (Rule::Persistent, PersistentTerms::running(ruleset.persistent).is_some()),
        (Rule::SteadyDecline, SteadyTerms::running(ruleset.steady_decline).is_some()),
    ];
    rules.into_iter().filter_map(|(rule, runs)| runs.then_some(rule)).collect()
}

/// What a rule lacks in rounds of a list at a school.
fn rounds(rule: Rule, unit: &Unit, of: &Series) -> Option<(Why, u32)> {
    match rule {
        Rule::UnexpectedDecline | Rule::SteadyDecline if !of.carries_change() => Some((Why::Coarse, 0)),
        Rule::UnexpectedDecline => (unit.matched == 0).then_some((Why::FewRounds, TWO)),
        Rule::Persistent => unit.before.is_none().then_some((Why::FewRounds, TWO)),
        Rule::SteadyDecline => {
            (unit.matched == 0 || unit.round + 1 < SLOPE_ROUNDS).then_some((Why::FewRounds, SLOPE_ROUNDS))
        }
        _ => None,
    }
}

impl Silences<'_> {
    /// The rules on pupils, where there are too few rounds, or too little to compare the scores of some with.
    pub(super) fn pupils(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let rules = running(ruleset);
        let without = self.without_reference(ruleset.fewest_scores);
        let misses = UnmeasuredTerms::running(ruleset.not_measured).is_some();
        for unit in self.whole_schools() {
            let Some(of) = assessed.layout().series(unit.series) else { continue };
            let compared = if assessed.pool(unit.series) < ruleset.fewest_scores {
                (Why::SmallPool, ruleset.fewest_scores)
            } else {
                (Why::AllEqual, 0)
            };
            let lack = without.contains(&(unit.series, unit.school)).then_some(compared);
            for rule in &rules {
                self.take(*rule, Level::Pupil, unit, lack.or_else(|| rounds(*rule, unit, of)));
            }
            if misses && !assessed.analysis.knows_who_is_at_school() {
                self.take(Rule::NotMeasured, Level::Pupil, unit, Some((Why::NoRoster, 0)));
            }
        }
    }

    /// The series and schools where pupils have no norm, and the pool is of fewer scores than these or of one score alone.
    fn without_reference(&self, fewest: u32) -> BTreeSet<(u32, u32)> {
        let assessed = self.assessed;
        let is_small = |(at, of): &(u32, &Series)| {
            of.may_signal()
                && of.key.score_type == ScoreType::Raw
                && (assessed.pool(*at) < fewest || assessed.is_flat(*at))
        };
        let small: BTreeSet<u32> =
            (0..).zip(&assessed.layout().series).filter(is_small).map(|(at, _)| at).collect();
        if small.is_empty() {
            return BTreeSet::new();
        }
        let is_without = |row: &&Assessment| row.norm.is_none() && small.contains(&row.series);
        let of = |row: &Assessment| (row.series, row.school);
        let found = assessed.pieces(|rows| rows.iter().filter(is_without).map(of).collect::<BTreeSet<_>>());
        found.into_iter().flatten().collect()
    }

    /// The rules on whole lists, where some pupils have too few of the scales to be judged by.
    pub(super) fn half_lists(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let schools = || assessed.schools.iter().filter(|unit| unit.year.is_none());
        let of = |at: u32| assessed.layout().series(at);
        // Where as many are judged on the list as have each scale, nobody is left out.
        let mut counts: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
        for unit in schools() {
            if let Some(series) = of(unit.series).filter(|series| series.is_level || series.is_part()) {
                counts.entry((series.list, unit.school)).or_default().insert(unit.n);
            }
        }
        if counts.values().all(|counts| counts.len() < 2) {
            return;
        }
        let is = |row: &Assessment, what: fn(&Series) -> bool| of(row.series).is_some_and(what);
        let left_out = |rows: &[Assessment]| {
            let part = rows.iter().find(|row| is(row, Series::is_part))?;
            let judged = rows.iter().any(|row| is(row, |series| series.is_level));
            (!judged).then_some((of(part.series)?.list, part.school))
        };
        let left_out =
            assessed.pieces(|rows| assessed.by_list(rows).filter_map(left_out).collect::<BTreeSet<_>>());
        let left_out: BTreeSet<(u32, u32)> = left_out.into_iter().flatten().collect();
        // A decline is told of the scales that there are.
        let rules: Vec<Rule> =
            running(ruleset).into_iter().filter(|rule| *rule != Rule::UnexpectedDecline).collect();
        for unit in self.whole_schools() {
            if of(unit.series).is_some_and(|series| left_out.contains(&(series.list, unit.school))) {
                for rule in &rules {
                    self.take_of_some(*rule, Level::Pupil, unit, (Why::FewScales, 0));
                }
            }
        }
    }
}
