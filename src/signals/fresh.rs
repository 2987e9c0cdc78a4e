//! What is new: a finding whose rule did not hold for the same subject and series in the round before (judged with what
//! was known then), or that got worse: its statistic by 1, or its severity. Standing findings are no news.
//! Used alike by the analysis of files and by raising from the database.

use std::collections::{HashMap, HashSet};

use super::finding::{Finding, Rule};
use super::model::Severity;
use super::rules;
use super::ruleset::{LoadTerms, Ruleset};
use crate::analytics::{Analysis, Assessed, Span};
use crate::ground::Result;

/// How much a statistic must rise for a standing finding to be told again.
pub(super) const WORSE_BY: f64 = 1.0;

type Subject = (Rule, u32, Option<u32>, Option<i64>, u32);

/// The new findings: of every round in a replay, else of the last round of each instrument × informant.
/// `seen` gets what was assessed in each of those rounds.
pub fn findings(
    analysis: &Analysis,
    ruleset: &Ruleset,
    span: Span,
    mut seen: impl FnMut(&mut Assessed<'_>),
) -> Result<Vec<Finding>> {
    let (mut found, mut so_far) = (Vec::new(), SoFar::default());
    let rounds = analysis.rounds(span);
    let mut room = Vec::new();
    for (at, as_of) in rounds.iter().enumerate() {
        let mut assessed = analysis.assess_in(*as_of, room)?;
        let news = so_far.take(&assessed, ruleset);
        if span == Span::Replay || at + 1 == rounds.len() {
            found.extend(news);
            seen(&mut assessed);
        }
        room = assessed.assessments;
    }
    Ok(found)
}

/// What a ruleset held to be so in the rounds up to now.
#[derive(Debug, Default)]
pub struct SoFar {
    /// Pupils with a finding A or B in an earlier round, by list: they may recover.
    troubled: HashSet<(u32, u32, Option<i64>)>,
    held: HashMap<Subject, (u32, f64, Severity)>,
}

impl SoFar {
    /// What the ruleset finds new in a round; give the rounds in their order.
    pub fn take(&mut self, assessed: &Assessed<'_>, ruleset: &Ruleset) -> Vec<Finding> {
        let mut all = rules::findings(assessed, ruleset);
        all.retain(|f| {
            f.rule != Rule::Recovery || list(assessed, f).is_some_and(|key| self.troubled.contains(&key))
        });
        let troubles = all.iter().filter(|f| f.pupil.is_some() && f.severity < Severity::C);
        self.troubled.extend(troubles.filter_map(|f| list(assessed, f)));
        let now: Vec<_> = all.iter().map(|f| (subject(f), (f.round_at, f.statistic, f.severity))).collect();
        let mut told: Vec<Finding> = all.into_iter().filter(|f| self.is_new(f)).collect();
        if let Some(terms) = LoadTerms::running(ruleset.signal_load) {
            let over = rules::load::findings(assessed, &told, terms);
            told.extend(over);
        }
        // What held in an older round stays: a list may have skipped one that others had.
        self.held.extend(now);
        told
    }

    /// Whether a finding is new against what held in the round before.
    fn is_new(&self, f: &Finding) -> bool {
        let before = self.held.get(&subject(f)).filter(|(round, ..)| round + 1 == f.round_at);
        // `A` sorts before `B`: a smaller severity is a higher one.
        before.is_none_or(|(_, statistic, severity)| {
            f.statistic >= statistic + WORSE_BY || f.severity < *severity
        })
    }
}

/// What must be the same for a finding to be the same. A pupil who changes groups stays the same pupil.
fn subject(f: &Finding) -> Subject {
    let group = if f.pupil.is_some() { None } else { f.group };
    (f.rule, f.school, group, f.pupil, f.series)
}

/// The list and pupil of a finding.
fn list(assessed: &Assessed<'_>, f: &Finding) -> Option<(u32, u32, Option<i64>)> {
    Some((assessed.layout().series(f.series)?.list, f.school, f.pupil))
}
