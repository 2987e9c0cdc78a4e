//! The sociograms of a school, and what the rules say of them: once per group and day, each with only what was known
//! then. Reading them from the database: `sociogram_store`; the rules: `rules`.

use super::rules::group_structure;
use super::rules::of_ratings::{Judged, Told};
use super::rules::rejected_twice;
use super::rules::silence::{Lack, Silence, Within};
use super::ruleset::{RejectedTerms, Ruleset, StructureTerms};
use crate::analytics::sociogram::{ALPHA, Measurement};
use crate::evidence::files::rounds::season;
use crate::signals::finding::{Finding, Rule};
use crate::signals::model::Level;

/// The sociograms of one school.
#[derive(Debug, Default)]
pub struct Sociograms {
    /// The school's number.
    pub school: u32,
    /// In order of day.
    pub measurements: Vec<Measurement>,
}

/// Which findings are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// What is new in each sociogram.
    Replay,
    /// What is new in the last sociogram of each group that was measured in the school's last half-year.
    New,
    /// What holds there, new or not.
    Standing,
}

impl Sociograms {
    /// The findings of a ruleset, by day.
    #[must_use]
    pub fn findings(&self, ruleset: &Ruleset, wanted: Wanted) -> Vec<Finding> {
        let judged = self.judged(ruleset);
        let mut found = Vec::new();
        for (at, now) in judged.iter().enumerate() {
            if wanted != Wanted::Replay && !self.is_last(at, now.measurement) {
                continue;
            }
            let earlier = judged.get(..at).unwrap_or_default();
            let told = told(now, earlier, ruleset).into_iter();
            found.extend(told.filter(|one| one.is_new || wanted == Wanted::Standing).map(|one| one.finding));
        }
        found
    }

    /// Which rules cannot speak of the last sociogram of each group that was measured in the school's last half-year.
    #[must_use]
    pub fn silences(&self, ruleset: &Ruleset) -> Vec<Silence> {
        let judged = self.judged(ruleset);
        let mut found = Vec::new();
        for (at, now) in judged.iter().enumerate().filter(|(at, now)| self.is_last(*at, now.measurement)) {
            let earlier = judged.get(..at).unwrap_or_default();
            let mut take = |rule, level, lack: Lack| {
                found.extend(lack.map(|(why, least)| Silence {
                    rule,
                    level,
                    within: Within::Sociogram(now.measurement.on),
                    school: self.school,
                    group: Some(now.measurement.group),
                    why,
                    least,
                }));
            };
            if let Some(terms) = RejectedTerms::running(ruleset.rejected_twice) {
                take(Rule::RejectedTwice, Level::Pupil, rejected_twice::lacks(now, earlier, terms));
            }
            if let Some(terms) = StructureTerms::running(ruleset.group_structure) {
                take(Rule::GroupStructure, Level::Group, group_structure::lacks(now, terms));
            }
        }
        found
    }

    fn judged(&self, ruleset: &Ruleset) -> Vec<Judged<'_>> {
        let tail = ruleset.rejected_twice.map_or(ALPHA, |terms| terms.tail);
        let judge = |measurement| Judged {
            school: self.school,
            measurement,
            statuses: measurement.statuses(tail),
            ties: measurement.ties(),
        };
        self.measurements.iter().map(judge).collect()
    }

    /// Whether a sociogram is the last of its group, in the half-year in which the school was last measured.
    fn is_last(&self, at: usize, one: &Measurement) -> bool {
        let mut later = self.measurements.iter().skip(at + 1);
        let half_year = self.measurements.last().map(|last| season(last.on));
        half_year == Some(season(one.on)) && !later.any(|later| later.group == one.group)
    }
}

/// All that holds of a sociogram.
fn told(now: &Judged<'_>, earlier: &[Judged<'_>], ruleset: &Ruleset) -> Vec<Told> {
    let mut found = Vec::new();
    if let Some(terms) = RejectedTerms::running(ruleset.rejected_twice) {
        found.extend(rejected_twice::findings(now, earlier, terms));
    }
    if let Some(terms) = StructureTerms::running(ruleset.group_structure) {
        found.extend(group_structure::findings(now, earlier, ruleset, terms));
    }
    found
}
