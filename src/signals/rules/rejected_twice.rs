//! `rejected-twice`: classmates gave the pupil fewer high and more low ratings than chance gives, in two sociograms in a
//! row. On screens *wordt weinig gekozen*, never a label; alone it is no reason for mail; a group never hides it.
//!
//! Per sociogram: the total of what the pupil received lies in the lower `tail` of its exact distribution when each rater
//! deals out his or her own ratings at random, with less sympathy and more antipathy than expected (status *rejected* of
//! Maassen & Landsheer 1998). Once says little (seven in ten have it again a year later), so only twice counts, in the
//! pupil's own last two sociograms that lie `apart` days or more from each other, whatever the group. Minimum: `raters`
//! and `response` in both. Default .05, 10, .70, 90. Its load is not measured: in one Dutch file 28 of 186 pupils were so
//! in two years running. Source: docs/signals.md I8, 5.13; docs/sociogram.md.

use super::of_ratings::{Judged, Told, finding};
use crate::analytics::sociogram::{Gates, Repeat, rejected_twice};
use crate::ground::Message;
use crate::signals::{
    finding::{Finding, Rule},
    model::{Level, Severity},
    ruleset::RejectedTerms,
};

/// The pupils of whom it holds in a sociogram; `earlier`: all of the school before it.
pub(in crate::signals) fn repeats<'a>(
    now: &'a Judged<'_>,
    earlier: &'a [Judged<'_>],
    terms: RejectedTerms,
) -> Vec<Repeat<'a>> {
    let gates =
        Gates { raters: terms.raters as usize, response: terms.response, apart: i64::from(terms.apart) };
    let earlier = earlier.iter().flat_map(|judged| &judged.statuses);
    rejected_twice(&now.statuses, earlier, gates)
}

pub(in crate::signals) fn findings(
    now: &Judged<'_>,
    earlier: &[Judged<'_>],
    terms: RejectedTerms,
) -> Vec<Told> {
    let told = repeats(now, earlier, terms).into_iter().filter_map(|repeat| {
        let reason = Message::new("signal-rejected-twice")
            .with("before", repeat.before.date.to_string())
            .with("before_raters", repeat.before.raters)
            .with("now", repeat.now.date.to_string())
            .with("raters", repeat.now.raters);
        let on_group = finding(now, Rule::RejectedTwice, terms.severity.max(Severity::B), 2.0, reason);
        let finding = Finding {
            level: Level::Pupil,
            pupil: Some(repeat.now.pupil.parse().ok()?),
            threshold: 2.0,
            rounds_used: 2,
            ..on_group
        };
        Some(Told { finding, is_new: repeat.is_new })
    });
    told.collect()
}
