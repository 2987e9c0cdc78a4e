//! Where a rule on groups, on schools or (`silence_pupils`) on the pupils of a list cannot speak, and why: its minimum of data is not
//! there. The minimum itself stands with each rule, that of sociograms too (`Sociograms::silences`); why one pupil has no
//! expectation stands with the pupil's figures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{compared, group_shift, school, school_shift, share};
use crate::{
    analytics::{Assessed, Series, Unit},
    evidence::instruments::Domain,
    ground::ids::words_enum,
    signals::{
        finding::Rule,
        model::Level,
        ruleset::{
            FunnelTerms, GroupShiftTerms, RaterTerms, RepresentativeTerms, Ruleset, SafetyTerms,
            SchoolTrendTerms, ShareTerms,
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
        /// No published norm, and everybody has the same score.
        AllEqual = "all-equal",
        /// Fewer rounds with this list than the rule needs.
        FewRounds = "few-rounds",
        /// Nobody's group is known.
        NoGroups = "no-groups",
        /// Who filled in is known of nobody.
        NoRater = "no-rater",
        /// Who is at school is not known.
        NoRoster = "no-roster",
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

fn silence(rule: Rule, level: Level, unit: &Unit, (why, least): (Why, u32)) -> Silence {
    let Unit { series, round, school, group, .. } = *unit;
    Silence { rule, level, within: Within::List { series, round }, school, group, why, least }
}

/// A list, what it would be about, the school, the group, and the rule.
type Place = (u32, Level, u32, Option<u32>, Rule);

pub(super) struct Silences<'a> {
    pub(super) assessed: &'a Assessed<'a>,
    /// The first reason, or none once the rule can speak of one of the scales.
    told: BTreeMap<Place, Option<Silence>>,
}

impl<'a> Silences<'a> {
    pub(super) fn take(&mut self, rule: Rule, level: Level, unit: &Unit, lack: Lack) {
        let Some(key) = self.place(rule, level, unit) else { return };
        match lack {
            None => {
                self.told.insert(key, None);
            }
            Some(lack) => {
                self.told.entry(key).or_insert(Some(silence(rule, level, unit, lack)));
            }
        }
    }

    /// What a rule lacks for some of whom a unit is about, also where it can speak of the others.
    pub(super) fn take_of_some(&mut self, rule: Rule, level: Level, unit: &Unit, lack: (Why, u32)) {
        let Some(key) = self.place(rule, level, unit) else { return };
        self.told.entry(key).or_default().get_or_insert_with(|| silence(rule, level, unit, lack));
    }

    fn place(&self, rule: Rule, level: Level, unit: &Unit) -> Option<Place> {
        Some((self.series(unit.series)?.list, level, unit.school, unit.group, rule))
    }

    pub(super) fn series(&self, at: u32) -> Option<&Series> {
        self.assessed.layout().series(at)
    }

    fn groups(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let compared = FunnelTerms::running(ruleset.group_level)
            .map(|terms| (terms, compared::to_compare(&assessed.groups, terms)));
        self.groups_unknown(ruleset);
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

    /// The rules on groups at schools of which nobody's group is known, or nobody's rater.
    fn groups_unknown(&mut self, ruleset: &Ruleset) {
        let assessed = self.assessed;
        let known: BTreeSet<(u32, u32)> =
            assessed.groups.iter().map(|unit| (unit.series, unit.school)).collect();
        let rules = [
            (Rule::GroupShift, GroupShiftTerms::running(ruleset.group_shift).is_some()),
            (Rule::GroupLevel, FunnelTerms::running(ruleset.group_level).is_some()),
            (Rule::GroupShare, ShareTerms::running(ruleset.group_share).is_some()),
        ];
        let tells_of_raters =
            RaterTerms::running(ruleset.rater_effect).is_some() && !assessed.analysis.knows_raters();
        for unit in self.whole_schools() {
            for (rule, _) in rules.iter().filter(|(_, runs)| *runs) {
                if !known.contains(&(unit.series, unit.school)) {
                    self.take(*rule, Level::Group, unit, Some((Why::NoGroups, 0)));
                }
            }
            if tells_of_raters {
                self.take(Rule::RaterEffect, Level::Group, unit, Some((Why::NoRater, 0)));
            }
        }
    }

    /// The schools as a whole, on scales that may signal.
    pub(super) fn whole_schools(&self) -> impl Iterator<Item = &'a Unit> + use<'a> {
        let assessed = self.assessed;
        let may_signal = |unit: &&Unit| assessed.layout().series(unit.series).is_some_and(Series::may_signal);
        assessed.schools.iter().filter(|unit| unit.year.is_none()).filter(may_signal)
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
