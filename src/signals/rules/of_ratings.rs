//! What the rules on ratings have in common: a sociogram as it was judged, and a finding that rests on no scores.

use crate::analytics::sociogram::{Measurement, PupilStatus, Ties};
use crate::evidence::ratings::SOCIOGRAM;
use crate::evidence::{informant::Informant, instruments::Domain, score_type::ScoreType};
use crate::ground::Message;
use crate::signals::finding::{Finding, Rule, Telling};
use crate::signals::model::{Level, Severity};

use super::hinge;
use super::silence::{Lack, Why, percent};

/// The series of a finding on ratings: none of the layout's.
const NO_SERIES: u32 = u32::MAX;

/// A sociogram as a ruleset judges it.
pub(in crate::signals) struct Judged<'a> {
    /// The number of its school.
    pub school: u32,
    /// The ratings.
    pub measurement: &'a Measurement,
    /// Each pupil.
    pub statuses: Vec<PupilStatus>,
    /// The mutual ties.
    pub ties: Option<Ties>,
}

/// A finding that holds, and whether it is news.
pub(in crate::signals) struct Told {
    pub finding: Finding,
    pub is_new: bool,
}

/// Whether too small a share of the group judged anybody: the share it takes, in percent.
pub(super) fn too_few_answered(now: &Judged<'_>, response: f64) -> Lack {
    (!now.measurement.answered(response)).then(|| (Why::Response, percent(response)))
}

/// A finding on the group of a sociogram, for a rule to fill in. Its round is the day.
pub(super) fn finding(
    now: &Judged<'_>,
    rule: Rule,
    severity: Severity,
    statistic: f64,
    reason: Message,
) -> Finding {
    Finding {
        rule,
        level: Level::Group,
        severity,
        domain: Some(Domain::Peers),
        school: now.school,
        group: Some(now.measurement.group),
        pupil: None,
        series: NO_SERIES,
        round_at: 0,
        round: now.measurement.on.to_string(),
        instrument: SOCIOGRAM.to_owned(),
        version: String::new(),
        informant: Informant::Pupil,
        scale: String::new(),
        scale_name: String::new(),
        score_type: ScoreType::Raw,
        whole_list: true,
        telling: Telling::Told,
        observed: f64::NAN,
        expected: None,
        expected_low: None,
        expected_high: None,
        z: None,
        statistic,
        threshold: 0.0,
        rounds_used: 1,
        changed: false,
        both: None,
        slope: None,
        year: None,
        n: None,
        norm: None,
        reach: None,
        other_norm: None,
        on_the_list: Vec::new(),
        placed: Vec::new(),
        pool: None,
        band: None,
        tested: None,
        hinge: hinge::other(rule),
        reason,
    }
}
