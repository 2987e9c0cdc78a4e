//! A finding as the cause of a signal, with everything that is kept of it.

use std::collections::HashMap;

use super::history::history;
use crate::analytics::Analysis;
use crate::evidence::instruments::{Catalogue, Direction, Domain};
use crate::ground::{Error, GroupId, PupilId, Result};
use crate::school::School;
use crate::signals::finding::{Finding, Rule};
use crate::signals::kept::Kept;
use crate::signals::model::Level;
use crate::signals::raise::Cause;
use crate::signals::ruleset::Ruleset;
use crate::signals::table_store::BoardTable;

/// A finding as the cause of a signal, with everything that is kept of it.
pub(super) fn cause(
    finding: &Finding,
    analysis: &Analysis,
    table: &BoardTable,
    ruleset: &Ruleset,
    school: &School,
    places: &HashMap<PupilId, GroupId>,
    catalogue: &Catalogue,
) -> Result<Cause> {
    let pupil = finding.pupil.and_then(|key| table.pupils.get(&key)).cloned();
    let group = match finding.level {
        // The pupil's group now: that mentor is asked, also about a list of the year before.
        Level::Pupil => pupil.as_ref().and_then(|id| places.get(id)).cloned(),
        Level::Group => finding.group.and_then(|at| table.groups.get(at as usize)).map(|(id, _)| id.clone()),
        Level::School => None,
    };
    let scale =
        catalogue.get(&finding.instrument).and_then(|instrument| instrument.scale(&finding.scale).cloned());
    let restricted = finding.is_restricted(scale.as_ref());
    // Without a domain what is said of a change of rater stays a signal of its own, and never joins what other mentors
    // see.
    let of_rater = finding.rule == Rule::RaterEffect;
    let expected = match (finding.expected, finding.expected_low, finding.expected_high) {
        (Some(at), Some(low), Some(high)) => Some((at, low, high)),
        _ => None,
    };
    // In another unit than raw the ends are those of the unit.
    let of_scale = || scale.as_ref().map_or((0.0, 0.0), |scale| (scale.min, scale.max));
    let (min, max) = finding.score_type.range().unwrap_or_else(of_scale);
    let kept = Kept {
        reason: finding.reason.clone(),
        scale_name: finding.scale_name.clone(),
        min,
        max,
        high_is_good: scale.is_some_and(|s| s.high_is == Direction::Strength),
        expected,
        band: finding.band,
        hinge: Some(finding.hinge.clone()),
        threshold: Some(finding.threshold),
        history: history(finding, analysis),
        figures: serde_json::to_value(finding).map_err(Error::internal)?,
    };
    Ok(Cause {
        level: finding.level,
        school: school.id.clone(),
        group,
        pupil,
        domain: finding.domain.filter(|_| !of_rater).map_or("", Domain::code).to_owned(),
        restricted,
        only_for: None,
        severity: finding.severity,
        rule: finding.rule.as_str().to_owned(),
        series: format!("{}/{}/{}", finding.instrument, finding.informant.code(), finding.scale),
        round: finding.round.clone(),
        statistic: Some(finding.statistic),
        ruleset: format!("{} {}", ruleset.name, ruleset.date),
        observation: None,
        finding: serde_json::to_string(&kept).map_err(Error::internal)?,
        read_until: None,
    })
}
