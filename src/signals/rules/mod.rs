//! The rules, a file each: definition in plain language, minimum data, default, source. Thresholds and severities come
//! from the ruleset. A rule gives every finding that *holds*; what is new about it is decided in `fresh`.

mod bare;
mod carried;
mod compared;
mod decline;
mod differ;
mod group_shift;
pub(super) mod group_structure;
pub(super) mod hinge;
mod level;
pub(super) mod load;
mod many;
pub(super) mod of_ratings;
mod persistent;
mod pupil;
mod rater;
pub(super) mod recovery;
pub(super) mod rejected_twice;
pub(super) mod say;
mod scene;
mod school;
mod school_shift;
mod school_trend;
pub(super) mod season;
mod several;
mod share;
pub mod silence;
mod silence_pupils;
mod steady;
mod unit;
mod unmeasured;
pub(super) mod whole;

#[cfg(test)]
mod tests;

use super::{
    finding::Finding,
    model::Level,
    ruleset::{
        DeclineTerms, DifferTerms, FunnelTerms, GroupShiftTerms, LevelTerms, PersistentTerms, RaterTerms,
        RecoveryTerms, RepresentativeTerms, Ruleset, SafetyTerms, SchoolTrendTerms, ShareTerms, SteadyTerms,
        UnmeasuredTerms,
    },
};
use crate::analytics::{Assessed, Assessment};

/// All findings that hold in the rounds that were assessed, where nothing is known of earlier ones.
#[must_use]
pub fn findings(assessed: &Assessed<'_>, ruleset: &Ruleset) -> Vec<Finding> {
    let mut found = in_pieces(assessed, ruleset, &|_| false, |found| found).concat();
    in_order(&mut found);
    found
}

/// All findings that hold in the rounds that were assessed, given to `sift`: those on groups and schools, those on some
/// pupils at a time, all there is on each, and those on pupils who were missed. `was_calm`: `recovery`.
pub(super) fn in_pieces<T: Send>(
    assessed: &Assessed<'_>,
    ruleset: &Ruleset,
    was_calm: &(dyn Fn(&Assessment) -> bool + Sync),
    sift: impl Fn(Vec<Finding>) -> T + Sync,
) -> Vec<T> {
    let group_shift::Shifts { found, sunk } = units(assessed, ruleset);
    let mut sifted = vec![sift(found)];
    let setting = scene::Setting::new(assessed, ruleset.fewest_scores, sunk);
    let of_pupils = |rows: &[Assessment]| pupils(&scene::Scene::new(&setting, rows), ruleset, was_calm);
    sifted.extend(assessed.pieces(|rows| sift(of_pupils(rows))));
    if let Some(terms) = UnmeasuredTerms::running(ruleset.not_measured) {
        sifted.push(sift(unmeasured::findings(assessed, terms)));
    }
    sifted
}

/// Puts findings in the order in which they are told.
pub(super) fn in_order(found: &mut [Finding]) {
    found.sort_by_cached_key(|f| (f.round_at, f.level, f.school, f.group, f.pupil, f.rule, f.series));
}

/// Those on groups and schools, and which of these went down as one.
fn units(assessed: &Assessed<'_>, ruleset: &Ruleset) -> group_shift::Shifts {
    let doubts = RepresentativeTerms::running(ruleset.representativeness)
        .map_or_else(Vec::new, |terms| school::representativeness(assessed, terms));
    let doubted = school::doubted(assessed, &doubts);
    let trend = SchoolTrendTerms::running(ruleset.school_trend);
    let mut tests = many::Tests::default();
    let group_shift::Shifts { mut found, sunk } = match GroupShiftTerms::running(ruleset.group_shift) {
        Some(terms) => {
            let schools = trend.map(|terms| group_shift::Schools { terms, doubted: &doubted });
            group_shift::findings(assessed, terms, schools.as_ref(), &mut tests)
        }
        None => group_shift::Shifts::default(),
    };
    if let Some(terms) = FunnelTerms::running(ruleset.group_level) {
        found.extend(compared::findings(assessed, terms, Level::Group, &mut tests));
    }
    if let Some(terms) = ShareTerms::running(ruleset.group_share) {
        found.extend(share::findings(assessed, terms, &mut tests));
    }
    if let Some(terms) = RaterTerms::running(ruleset.rater_effect) {
        found.extend(rater::findings(assessed, terms, &mut tests));
    }
    let mut schools = Vec::new();
    if let Some(terms) = FunnelTerms::running(ruleset.school_compared) {
        schools.extend(compared::findings(assessed, terms, Level::School, &mut tests));
    }
    if let Some(terms) = trend {
        // What is told of a school since the round before is not told once more since a year.
        let told = |f: &Finding| {
            found.iter().any(|one| (one.rule, one.series, one.school) == (f.rule, f.series, f.school))
        };
        let since_year = school_trend::findings(assessed, terms, &mut tests);
        schools.extend(since_year.into_iter().filter(|f| !told(f)));
    }
    if let Some(terms) = SafetyTerms::running(ruleset.school_safety) {
        schools.extend(school::safety(assessed, terms, &mut tests));
    }
    schools.retain(|finding| school::stands_for(assessed, finding, &doubted));
    found.extend(schools);
    tests.adjust(&mut found);
    found.extend(doubts);
    group_shift::Shifts { found, sunk }
}

/// Those on the pupils of a scene.
fn pupils(
    scene: &scene::Scene<'_>,
    ruleset: &Ruleset,
    was_calm: &(dyn Fn(&Assessment) -> bool + Sync),
) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(terms) = LevelTerms::running(ruleset.level) {
        found.extend(level::findings(scene, terms));
    }
    if let Some(terms) = DeclineTerms::running(ruleset.unexpected_decline) {
        found.extend(decline::findings(scene, terms));
    }
    if let Some(terms) = PersistentTerms::running(ruleset.persistent) {
        found.extend(persistent::findings(scene, terms));
    }
    if let Some(terms) = SteadyTerms::running(ruleset.steady_decline) {
        found.extend(steady::findings(scene, terms));
    }
    if let Some(terms) = DifferTerms::running(ruleset.informants_differ) {
        let differ = differ::findings(scene, terms, &found);
        found.extend(differ);
    }
    if let Some(terms) = RecoveryTerms::running(ruleset.recovery) {
        found.extend(recovery::findings(scene, terms, was_calm));
    }
    found
}
