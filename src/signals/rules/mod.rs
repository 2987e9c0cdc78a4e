//! The rules, a file each: definition in plain language, minimum data, default, source. Thresholds and severities come
//! from the ruleset. A rule gives every finding that *holds*; what is new about it is decided in `fresh`.

mod decline;
mod group_shift;
mod level;
mod persistent;
mod pupil;
mod say;
mod scene;
mod school_trend;
mod season;
mod unit;

use super::{finding::Finding, ruleset::Ruleset};
use crate::analytics::Assessed;

/// All findings that hold in the rounds that were assessed.
#[must_use]
pub fn findings(assessed: &Assessed<'_>, ruleset: &Ruleset) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(terms) = ruleset.group_shift.filter(|terms| terms.on) {
        found.extend(group_shift::findings(assessed, terms));
    }
    if let Some(terms) = ruleset.school_trend.filter(|terms| terms.on) {
        found.extend(school_trend::findings(assessed, terms));
    }
    let scene = scene::Scene::new(assessed, &found);
    if let Some(terms) = ruleset.level.filter(|terms| terms.on) {
        found.extend(level::findings(&scene, terms));
    }
    if let Some(terms) = ruleset.unexpected_decline.filter(|terms| terms.on) {
        found.extend(decline::findings(&scene, terms));
    }
    if let Some(terms) = ruleset.persistent.filter(|terms| terms.on) {
        found.extend(persistent::findings(&scene, terms));
    }
    found.sort_by_key(|f| (f.round_at, f.level, f.school, f.group, f.pupil, f.rule, f.series));
    found
}
