//! What is new: a finding whose rule did not hold for the same subject and series in the round before (judged with what
//! was known then), or that got worse: its statistic by 1, or its severity. Standing findings are no news; nor where more
//! informants shared the load in between, so that for a round it took more to hold.
//! Used alike by the analysis of files and by raising from the database.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::finding::{Finding, Rule, Telling};
use super::model::Severity;
use super::rules::{self, recovery, whole};
use super::ruleset::{LoadTerms, RecoveryTerms, Ruleset};
use crate::analytics::{Analysis, Assessed, Assessment, Layout, OnList, Round, Span, Unit};
use crate::evidence::informant::Informant;
use crate::ground::{Result, append::append};

/// How much a statistic must rise for a standing finding to be told again.
pub(super) const WORSE_BY: f64 = 1.0;

/// Rule, school, group, pupil, and what of the list.
type Subject = (Rule, u32, Option<u32>, Option<i64>, On);

/// What of a list a finding is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum On {
    Series(u32),
    /// The list as a whole.
    Whole(u32),
    /// One of its scales, whichever.
    Part(u32),
}

/// What is kept of pupils (instrument, informant, pupil), also from rounds that are not looked at.
pub type Troubled = HashMap<(String, Informant, i64), Kept>;

/// What is kept of a pupil on a list, by the labels of its rounds.
#[derive(Debug, Default)]
pub struct Kept {
    /// With a finding A or B.
    pub found: Vec<String>,
    /// In which it was told that the pupil recovered.
    pub recovered: Vec<String>,
}

/// The new findings: of every round in a replay, else of the last round of each instrument × informant.
/// `seen` gets what was assessed in each of those rounds.
pub fn findings(
    analysis: &Analysis,
    ruleset: &Ruleset,
    span: Span,
    troubled: Troubled,
    mut seen: impl FnMut(&mut Assessed<'_>),
) -> Result<Vec<Finding>> {
    let mut so_far = SoFar { troubled_before: troubled, ..SoFar::default() };
    let take = |assessed: &Assessed<'_>, is_heard| {
        if is_heard { so_far.take(assessed, ruleset) } else { so_far.hold(assessed, ruleset, |_, _| false) }
    };
    each(analysis, span, take, &mut seen)
}

/// All that holds in the last round of each instrument × informant, new or not; notes too.
pub fn standing(
    analysis: &Analysis,
    ruleset: &Ruleset,
    troubled: Troubled,
    mut seen: impl FnMut(&mut Assessed<'_>),
) -> Result<Vec<Finding>> {
    let mut so_far = SoFar { troubled_before: troubled, ..SoFar::default() };
    let holds =
        |assessed: &Assessed<'_>, is_heard| so_far.hold(assessed, ruleset, |_, f| is_heard && f.is_told());
    each(analysis, Span::Last, holds, &mut seen)
}

/// What is found round by round; of the last rounds only what is about the last one of its instrument and informant. `find`
/// hears whether anything is told of the round.
fn each(
    analysis: &Analysis,
    span: Span,
    mut find: impl FnMut(&Assessed<'_>, bool) -> Vec<Finding>,
    seen: &mut impl FnMut(&mut Assessed<'_>),
) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    for label in analysis.rounds(span) {
        let mut assessed = analysis.assess(label)?;
        let layout = assessed.layout();
        let is_last = |rounds: &Vec<Round>| rounds.last().is_some_and(|round| round.label == label);
        let mut own = find(&assessed, span == Span::Replay || layout.cycles.iter().any(is_last));
        if span == Span::Last {
            own.retain(|f| layout.is_last(f.series, f.round_at));
            assessed.keep_last();
        }
        append(&mut found, own);
        if !assessed.is_empty() {
            seen(&mut assessed);
        }
    }
    Ok(found)
}

/// A finding that holds.
#[derive(Debug, Clone, Copy)]
struct Held {
    round: u32,
    /// The last round in which it held by itself, and did not only go on.
    since: u32,
    statistic: f64,
    severity: Severity,
}

/// For how many rounds a finding goes on after the last one in which it held by itself: the last round must be found as
/// it is after all rounds from a few before it (`Span::Last`).
const GOES_ON: u32 = 2;

/// What was found in a round, looked through.
#[derive(Debug, Default)]
struct Sifted {
    /// The findings that are asked for.
    kept: Vec<Finding>,
    /// What holds, where a round comes after.
    held: Vec<(Subject, Held)>,
    /// The pupils with a finding A or B, by list, and in which of its rounds.
    troubles: FxHashMap<OnList, u32>,
}

/// What a ruleset held to be so in the rounds up to now.
#[derive(Debug, Default)]
pub struct SoFar {
    /// Pupils with a finding A or B, by list, with the last such round: in the next they may recover.
    troubled: FxHashMap<OnList, u32>,
    /// Of whom a finding is kept elsewhere: they may recover in any later round.
    troubled_before: Troubled,
    /// Of those who stood well since, the last such round.
    calm: FxHashMap<OnList, u32>,
    held: FxHashMap<Subject, Held>,
}

impl SoFar {
    /// Takes in what holds in a round, of who recovered only those who had something to recover from; give the rounds in
    /// their order. Gives what is asked for: what holds is many times what is told, and is not kept.
    fn hold(
        &mut self,
        assessed: &Assessed<'_>,
        ruleset: &Ruleset,
        keep: impl Fn(&Self, &Finding) -> bool + Sync,
    ) -> Vec<Finding> {
        let was_calm = |row: &Assessment| {
            let before = row.round.checked_sub(1);
            before.is_some() && self.calm.get(&assessed.on_list(row)).copied() == before
        };
        let sift = |found: Vec<Finding>| self.sift(assessed, found, &keep);
        let pieces = rules::in_pieces(assessed, ruleset, &was_calm, sift);
        let mut all = Sifted::default();
        all.kept.reserve_exact(pieces.iter().map(|piece| piece.kept.len()).sum());
        all.held.reserve_exact(pieces.iter().map(|piece| piece.held.len()).sum());
        for more in pieces {
            all.kept.extend(more.kept);
            all.held.extend(more.held);
            all.troubles.extend(more.troubles);
        }
        let Sifted { kept: mut found, held, troubles } = all;
        rules::in_order(&mut found);
        self.keep_calm(assessed, ruleset, &troubles);
        self.troubled.extend(troubles);
        // What held in an older round stays: a list may have skipped one that others had.
        self.held.reserve(held.len());
        for (key, held) in held {
            let slot = self.held.entry(key).or_insert(held);
            // Of two scales of a list the one that says most; the first where one is the note beside what goes on.
            if slot.round != held.round || held.statistic > slot.statistic {
                *slot = held;
            }
        }
        found
    }

    /// Of what was found on some pupils, all there is on each, what holds and what of it is asked for.
    fn sift(
        &self,
        assessed: &Assessed<'_>,
        mut found: Vec<Finding>,
        keep: impl Fn(&Self, &Finding) -> bool,
    ) -> Sifted {
        found.retain(|f| f.telling != Telling::GoesOn || self.since(assessed, f).is_some());
        let troubles = found.iter().filter(|f| f.severity < Severity::C);
        let troubles: FxHashMap<OnList, u32> =
            troubles.filter_map(|f| Some((list(assessed, f)?, f.round_at))).collect();
        let recovers = |f: &Finding| {
            let on = list(assessed, f).filter(|on| !troubles.contains_key(on));
            on.is_some_and(|on| self.was_troubled(assessed.layout(), (f.series, f.round_at), on))
        };
        found.retain(|f| f.rule != Rule::Recovery || recovers(f));
        // Also what another informant's finding stands for: it holds all the same. After the last round nobody asks.
        let held = |f: &Finding| {
            let before = if f.telling == Telling::GoesOn { self.since(assessed, f) } else { None };
            let Finding { round_at: round, statistic, severity, .. } = *f;
            let held = Held { round, since: before.unwrap_or(round), statistic, severity };
            kept_as(assessed, f).map(move |key| (key, held))
        };
        let comes_more = |f: &&Finding| !assessed.layout().is_last(f.series, f.round_at);
        let held = found.iter().filter(comes_more).flat_map(held).collect();
        found.retain(|f| keep(self, f));
        found.iter_mut().for_each(Finding::close);
        found.shrink_to_fit();
        Sifted { kept: found, held, troubles }
    }

    /// What the ruleset finds new in a round; give the rounds in their order.
    pub fn take(&mut self, assessed: &Assessed<'_>, ruleset: &Ruleset) -> Vec<Finding> {
        let is_new = |so_far: &Self, f: &Finding| f.is_told() && so_far.is_new(assessed, f);
        let mut told = self.hold(assessed, ruleset, is_new);
        if let Some(terms) = LoadTerms::running(ruleset.signal_load) {
            let over = rules::load::findings(assessed, &told, terms);
            // Room for these alone, not for as many again: there may be thousands.
            told.reserve_exact(over.len());
            told.extend(over);
        }
        told
    }

    /// Whether a pupil had a finding A or B on a list in the round before one of a series, or is kept with one.
    fn was_troubled(&self, layout: &Layout, (series, round): (u32, u32), on: OnList) -> bool {
        let in_round_before = self.troubled.get(&on).is_some_and(|before| before + 1 == round);
        in_round_before || self.is_kept(layout, (series, round), on)
    }

    /// Whether a pupil is kept with a finding on a list from before a round of a series, and not with a recovery since.
    fn is_kept(&self, layout: &Layout, (series, round): (u32, u32), on: OnList) -> bool {
        let Some(key) = layout.series(series).map(|series| &series.key) else { return false };
        let is_in = |labels: &[String], at| labels.iter().any(|label| label == layout.label(series, at));
        let stands = |kept: &Kept| {
            let mut before = (0..round).rev();
            before
                .find_map(|at| match (is_in(&kept.found, at), is_in(&kept.recovered, at)) {
                    (false, false) => None,
                    (is_found, _) => Some(is_found),
                })
                .unwrap_or_default()
        };
        let of = || self.troubled_before.get(&(key.instrument.clone(), key.informant, on.2));
        !self.troubled_before.is_empty() && of().is_some_and(stands)
    }

    /// Keeps who stands well in this round, of those with a finding kept from before it and none now (`troubles`).
    fn keep_calm(&mut self, assessed: &Assessed<'_>, ruleset: &Ruleset, troubles: &FxHashMap<OnList, u32>) {
        let Some(terms) = RecoveryTerms::running(ruleset.recovery) else { return };
        // Nobody was, or no round comes after this one to which it would matter.
        let comes_more = |unit: &Unit| !assessed.layout().is_last(unit.series, unit.round);
        if self.troubled_before.is_empty() || !assessed.schools.iter().any(comes_more) {
            return;
        }
        let layout = assessed.layout();
        let calm_on = |rows: &[Assessment]| {
            let row = whole::of_rows(layout, rows.iter())?;
            let on = assessed.on_list(row);
            let is_calm = recovery::calm(row, terms).is_some()
                && !troubles.contains_key(&on)
                && self.is_kept(layout, (row.series, row.round), on);
            is_calm.then_some((on, row.round))
        };
        let calm = assessed.pieces(|rows| assessed.by_list(rows).filter_map(calm_on).collect::<Vec<_>>());
        self.calm.extend(calm.into_iter().flatten());
    }

    /// What held of the same in the round before.
    fn before(&self, assessed: &Assessed<'_>, f: &Finding) -> impl Iterator<Item = &Held> {
        let round_at = f.round_at;
        known_as(assessed, f)
            .filter_map(|key| self.held.get(&key))
            .filter(move |held| held.round + 1 == round_at)
    }

    /// Since when as grave a finding holds of the same that may still go on; none where none does.
    fn since(&self, assessed: &Assessed<'_>, f: &Finding) -> Option<u32> {
        let stood = self.before(assessed, f).filter(|held| held.severity <= f.severity);
        stood.map(|held| held.since).max().filter(|since| f.round_at - since <= GOES_ON)
    }

    /// Whether a finding is new against what held in the round before.
    fn is_new(&self, assessed: &Assessed<'_>, f: &Finding) -> bool {
        let is_more = |statistic: f64| match f.rule {
            // Of doing better nothing gets worse.
            Rule::Recovery => false,
            // It speaks where another person filled in than the time before: of two running, about two people.
            Rule::RaterEffect => true,
            // What went one way and now goes the other is another finding.
            _ => f.statistic >= statistic + WORSE_BY || f.statistic * statistic < 0.0,
        };
        // `A` sorts before `B`: a smaller severity is a higher one.
        self.before(assessed, f).all(|held| is_more(held.statistic) || f.severity < held.severity)
    }
}

/// What a finding is kept as: its series, and its list as a whole or by a scale. A pupil who changes groups stays the same
/// pupil; of a group the scales of a list are matters of their own.
fn kept_as(assessed: &Assessed<'_>, f: &Finding) -> impl Iterator<Item = Subject> + use<> {
    let on = if f.whole_list { On::Whole } else { On::Part };
    subjects(f, [Some(On::Series(f.series)), list_of(assessed, f).map(on), None])
}

/// What a finding is no news after: the same series; its list as a whole, by its total or by the mean of its scales; and
/// where it is on the whole list, one of its scales.
fn known_as(assessed: &Assessed<'_>, f: &Finding) -> impl Iterator<Item = Subject> + use<> {
    let list = list_of(assessed, f);
    let part = list.filter(|_| f.whole_list).map(On::Part);
    subjects(f, [Some(On::Series(f.series)), list.map(On::Whole), part])
}

fn list_of(assessed: &Assessed<'_>, f: &Finding) -> Option<u32> {
    let list = assessed.layout().series(f.series).map(|series| series.list);
    list.filter(|_| f.pupil.is_some() || f.whole_list)
}

fn subjects(f: &Finding, on: [Option<On>; 3]) -> impl Iterator<Item = Subject> + use<> {
    let (rule, school, pupil) = (f.rule, f.school, f.pupil);
    let group = if pupil.is_some() { None } else { f.group };
    on.into_iter().flatten().map(move |on| (rule, school, group, pupil, on))
}

/// The list and pupil of a finding on a pupil.
fn list(assessed: &Assessed<'_>, f: &Finding) -> Option<OnList> {
    Some((assessed.layout().series(f.series)?.list, f.school, f.pupil?))
}
