//! What is new: a finding whose rule did not hold for the same subject and series in the round before (judged with what
//! was known then), or that got worse: its statistic by 1, or its severity. Standing findings are no news.
//! Used alike by the analysis of files and by raising from the database.

use std::collections::{HashMap, HashSet};

use super::{
    finding::{Finding, Rule},
    rules,
    ruleset::Ruleset,
};
use crate::analytics::{Assessed, Span};

/// How much a statistic must rise for a standing finding to be told again.
const WORSE_BY: f64 = 1.0;

type Subject = (Rule, u32, Option<u32>, Option<i64>, u32);

/// The new findings: of every round in a replay, else of the last round of each instrument × informant.
#[must_use]
pub fn findings(assessed: &Assessed, ruleset: &Ruleset, span: Span) -> Vec<Finding> {
    let all = rules::findings(assessed, ruleset);
    let held: HashMap<(Subject, u32), (f64, super::model::Severity)> =
        all.iter().map(|f| ((subject(f), f.round_at), (f.statistic, f.severity))).collect();
    let is_new = |f: &Finding| {
        let before = f.round_at.checked_sub(1);
        let before = before.and_then(|round| held.get(&(subject(f), round)));
        // `A` sorts before `B`: a smaller severity is a higher one.
        before
            .is_none_or(|(statistic, severity)| f.statistic >= statistic + WORSE_BY || f.severity < *severity)
    };
    let in_span = |f: &Finding| span == Span::Replay || assessed.layout.is_last(f.series, f.round_at);
    let spoken: HashSet<(u32, u32, u32, Option<i64>)> = all
        .iter()
        .filter(|f| f.rule == Rule::UnexpectedDecline && !f.whole_list)
        .filter_map(|f| list(assessed, f))
        .collect();
    let is_covered = |f: &Finding| {
        f.rule == Rule::UnexpectedDecline
            && f.whole_list
            && list(assessed, f).is_some_and(|key| spoken.contains(&key))
    };
    let new = all.iter().filter(|f| in_span(f) && is_new(f) && !is_covered(f));
    new.cloned().collect()
}

/// What must be the same for a finding to be the same. A pupil who changes groups stays the same pupil.
fn subject(f: &Finding) -> Subject {
    let group = if f.pupil.is_some() { None } else { f.group };
    (f.rule, f.school, group, f.pupil, f.series)
}

/// The list, round and pupil of a finding.
fn list(assessed: &Assessed, f: &Finding) -> Option<(u32, u32, u32, Option<i64>)> {
    let list = assessed.layout.series(f.series)?.list;
    Some((list, f.round_at, f.school, f.pupil))
}
