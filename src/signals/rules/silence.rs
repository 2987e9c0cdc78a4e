//! Where a rule on groups, on schools or on the pupils of a whole list cannot speak, and why: its minimum of data is not
//! there. The minimum itself stands with each rule, that of sociograms too (`Sociograms::silences`); why one pupil has no
//! expectation stands with the pupil's figures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{compared, group_shift, school, school_shift, share};
use crate::{
    analytics::{Assessed, Assessment, Series, Unit},
    evidence::{instruments::Domain, score_type::ScoreType},
    ground::ids::words_enum,
    signals::{
        finding::Rule,
        model::Level,
        ruleset::{
            DeclineTerms, FunnelTerms, GroupShiftTerms, LevelTerms, PersistentTerms, RepresentativeTerms,
            Ruleset, SafetyTerms, SchoolTrendTerms, ShareTerms, SteadyTerms,
        },
    },
};

words_enum! {
    /// Why a rule cannot speak.
    Why {
        /// Fewer pupils have a score than the rule needs.
        Few = "few",
        /// Fewer pupils were measured before too than the rule needs.
        FewBefore = "few-before",
        /// Too small a share of the pupils took part (in percent).
        Response = "response",
        /// Most of them were looked at by another person than the round before.
        OtherRater = "other-rater",
        /// Fewer groups or schools to compare with than the rule needs.
        FewUnits = "few-units",
        /// The unit of the scores is too coarse.
        Coarse = "coarse",
        /// The round does not stand for the school.
        Doubted = "doubted",
        /// No published norm, and fewer scores to compare with than it takes.
        SmallPool = "small-pool",
        /// Of some pupils fewer than half of the scales that their school gave.
        FewScales = "few-scales",
        /// Fewer groups that can be held against the round before than the rule needs.
        FewGroups = "few-groups",
        /// A sociogram in which fewer pupils judged others than the rule needs.
        FewRaters = "few-raters",
        /// A sociogram of fewer pupils than the rule needs.
        FewPupils = "few-pupils",
        /// No sociogram before it that counts, so many days back.
        NoneBefore = "none-before",
        /// A sociogram whose judgements do not differ, or all lie on one side of the middle.
        NoSpread = "no-spread",
        /// A sociogram in which no two pupils judged each other.
        NoPairs = "no-pairs",
        /// A sociogram that cannot be read as one group.
        NoTable = "no-table",
    }
}

/// In what a rule cannot speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// A list: the place of its first series in the layout, and which round of its cycle.
    List {
        /// The series.
        series: u32,
        /// The round.
        round: u32,
    },
    /// The sociogram of this day.
    Sociogram(NaiveDate),
}

/// A rule that cannot speak of a group or a school on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// The rule.
    pub rule: Rule,
    /// What it would have been about; pupils: some or all of the school or group on this list.
    pub level: Level,
    /// In what.
    pub within: Within,
    /// The school's number.
    pub school: u32,
    /// The group's number; none for a school.
    pub group: Option<u32>,
    /// Why.
    pub why: Why,
    /// What it takes at least: pupils, units, scores, days or percent; 0 where nothing is counted.
    pub least: u32,
}

/// What a rule lacks, and how much of it there must be.
pub(in crate::signals) type Lack = Option<(Why, u32)>;

/// A share between 0 and 1 in percent.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share between 0 and 1")]
pub(super) fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}

/// All rules that cannot speak in the rounds that were assessed, each once per list and unit: where no scale of the list is
/// one that it can speak of.
#[must_use]
pub fn silences(assessed: &Assessed<'_>, ruleset: &Ruleset) -> Vec<Silence> {
    let mut found = Silences { assessed, told: BTreeMap::new() };
    found.pupils(ruleset);
    found.half_lists(ruleset);
    found.groups(ruleset);
    found.schools(ruleset);
    found.told.into_values().flatten().collect()
}

/// A list, what it would be about, the school, the group, and the rule.
type Place = (u32, Level, u32, Option<u32>, Rule);

struct Silences<'a> {
    assessed: &'a Assessed<'a>,
    /// The first reason, or none once the rule can speak of one of the scales.
    told: BTreeMap<Place, Option<Silence>>,
}

impl Silences<'_> {
    fn take(&mut self, rule: Rule, level: Level, unit: &Unit, lack: Lack) {
        let Some(list) = self.series(unit.series).map(|series| series.list) else { return };
        let Unit { series, round, school, group, .. } = *unit;
        let key = (list, level, school, group, rule);
        match lack {
            None => {
                self.told.insert(key, None);
            }
            Some((why, least)) => {
                let within = Within::List { series, round };
                let silence = Silence { rule, level, within, school, group, why, least };
                self.told.entry(key).or_insert(Some(silence));
            }
        }
    }

    fn series(&self, at: u32) -> Option<&Series> {
        self.assessed.layout().series(at)
    }

    /// The rules on pupils, where there is too little to compare the scores of some with.
    fn pupils(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let is_small = |(at, of): (u32, &Series)| {
            of.may_signal()
                && of.key.score_type == ScoreType::Raw
                && assessed.pool(at) < ruleset.fewest_scores
        };
        let small: Vec<bool> = (0..).zip(&assessed.layout().series).map(is_small).collect();
        if !small.contains(&true) {
            return;
        }
        let is_without = |row: &&Assessment| {
            row.norm.is_none() && small.get(row.series as usize).is_some_and(|small| *small)
        };
        let of = |row: &Assessment| (row.series, row.school);
        let without = assessed.pieces(|rows| rows.iter().filter(is_without).map(of).collect::<BTreeSet<_>>());
        let without: BTreeSet<(u32, u32)> = without.into_iter().flatten().collect();
        let rules = [
            (Rule::UnexpectedDecline, DeclineTerms::running(ruleset.unexpected_decline).is_some()),
            (Rule::Level, LevelTerms::running(ruleset.level).is_some()),
            (Rule::Persistent, PersistentTerms::running(ruleset.persistent).is_some()),
            (Rule::SteadyDecline, SteadyTerms::running(ruleset.steady_decline).is_some()),
        ];
        for unit in assessed.schools.iter().filter(|unit| unit.year.is_none()) {
            if !self.series(unit.series).is_some_and(Series::may_signal) {
                continue;
            }
            let lacks = without.contains(&(unit.series, unit.school));
            let lack = lacks.then_some((Why::SmallPool, ruleset.fewest_scores));
            for (rule, _) in rules.iter().filter(|(_, runs)| *runs) {
                self.take(*rule, Level::Pupil, unit, lack);
            }
        }
    }

    /// The rules on whole lists, where some pupils have too few of the scales to be judged by.
    fn half_lists(&mut self, ruleset: &Ruleset) {
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
        let rules = [
            (Rule::Level, LevelTerms::running(ruleset.level).is_some()),
            (Rule::Persistent, PersistentTerms::running(ruleset.persistent).is_some()),
            (Rule::SteadyDecline, SteadyTerms::running(ruleset.steady_decline).is_some()),
        ];
        for (unit, list) in schools().filter_map(|unit| Some((unit, of(unit.series)?.list))) {
            let Unit { series, round, school, group, .. } = *unit;
            if !left_out.contains(&(list, school)) {
                continue;
            }
            for (rule, _) in rules.iter().filter(|(_, runs)| *runs) {
                let (level, within) = (Level::Pupil, Within::List { series, round });
                let silence =
                    Silence { rule: *rule, level, within, school, group, why: Why::FewScales, least: 0 };
                // Of the others of the school it does speak.
                let said = self.told.entry((list, level, school, group, *rule)).or_default();
                said.get_or_insert(silence);
            }
        }
    }

    fn groups(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let compared = FunnelTerms::running(ruleset.group_level)
            .map(|terms| (terms, compared::to_compare(&assessed.groups, terms)));
        for unit in &assessed.groups {
            let Some(of) = self.series(unit.series) else { continue };
            let (may_move, may_signal) = (of.is_level || of.is_part(), of.may_signal());
            let coarse = (!of.carries_change()).then_some((Why::Coarse, 0));
            let no_fifth = (!of.key.score_type.carries_fifth()).then_some((Why::Coarse, 0));
            if let Some(terms) = GroupShiftTerms::running(ruleset.group_shift).filter(|_| may_move) {
                let lack = coarse.or_else(|| group_shift::lacks(unit, terms));
                self.take(Rule::GroupShift, Level::Group, unit, lack);
            }
            if let Some((terms, all)) = compared.as_ref().filter(|_| may_signal) {
                self.take(Rule::GroupLevel, Level::Group, unit, compared::lacks(unit, all, *terms));
            }
            if let Some(terms) = ShareTerms::running(ruleset.group_share).filter(|_| may_signal) {
                let lack = no_fifth.or_else(|| share::lacks(unit, terms));
                self.take(Rule::GroupShare, Level::Group, unit, lack);
            }
        }
    }

    fn schools(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let doubts = RepresentativeTerms::running(ruleset.representativeness)
            .map_or_else(Vec::new, |terms| school::representativeness(assessed, terms));
        let doubted = school::doubted(assessed, &doubts);
        let compared = FunnelTerms::running(ruleset.school_compared)
            .map(|terms| (terms, compared::to_compare(&assessed.schools, terms)));
        // Without the rule on groups nothing is said of a school since the round before.
        let moved = SchoolTrendTerms::running(ruleset.school_trend)
            .zip(GroupShiftTerms::running(ruleset.group_shift))
            .map(|(terms, of_groups)| (terms, school_shift::judged(assessed, of_groups)));
        for unit in assessed.schools.iter().filter(|unit| unit.year.is_none()) {
            let Some(of) = self.series(unit.series) else { continue };
            let (may_signal, may_move) = (of.may_signal(), of.is_level || of.is_part());
            let is_safety = of.scale().is_some_and(|scale| scale.domain == Domain::Safety);
            let coarse = (!of.carries_change()).then_some((Why::Coarse, 0));
            let doubt = doubted.contains(&(of.list, unit.school)).then_some((Why::Doubted, 0));
            if let Some((terms, judged)) = moved.as_ref().filter(|_| may_move) {
                let lack = doubt.or(coarse).or_else(|| school_shift::lacks(unit, judged, *terms));
                self.take(Rule::SchoolTrend, Level::School, unit, lack);
            }
            if !may_signal {
                continue;
            }
            if let Some((terms, all)) = &compared {
                let lack = doubt.or_else(|| compared::lacks(unit, all, *terms));
                self.take(Rule::SchoolCompared, Level::School, unit, lack);
            }
            if let Some(terms) = SafetyTerms::running(ruleset.school_safety).filter(|_| is_safety) {
                let lack = doubt.or_else(|| school::lacks(assessed, unit, terms.minimum));
                self.take(Rule::SchoolSafety, Level::School, unit, lack);
            }
            if let Some(terms) = RepresentativeTerms::running(ruleset.representativeness) {
                let before = unit.before.as_deref().is_none_or(|before| before.n < terms.minimum);
                // Too few were measured: that it can tell all the same.
                let lack = (before && doubt.is_none()).then_some((Why::FewBefore, terms.minimum));
                self.take(Rule::Representativeness, Level::School, unit, lack);
            }
        }
    }
}
