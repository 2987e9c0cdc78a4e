//! `rejected-twice`: classmates gave the pupil fewer high and more low ratings than chance gives, in two sociograms in a
//! row. On screens *wordt weinig gekozen*, never a label; alone it is no reason for mail; a group never hides it.
//!
//! Per sociogram: the total of what the pupil received lies in the lower `tail` of its exact distribution when each rater
//! deals out his or her own ratings at random, with less sympathy and more antipathy than expected (status *rejected* of
//! Maassen & Landsheer 1998). Once says little (seven in ten have it again a year later), so only twice counts, in the
//! pupil's own last two sociograms that lie `apart` days or more from each other, whatever the group. Minimum: `raters`
//! and `response` in both. Default .05, 10, .70, 90. Its load is not measured: in one Dutch file 28 of 186 pupils were so
//! in two years running. Source: docs/signals.md I8, 5.13; docs/sociogram.md.

use std::collections::BTreeMap;

use super::of_ratings::{Judged, Told, finding, too_few_answered};
use super::silence::{Lack, Why};
use crate::analytics::sociogram::{Gates, PupilStatus, Repeat, rejected_twice};
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
    let earlier = earlier.iter().flat_map(|judged| &judged.statuses);
    rejected_twice(&now.statuses, earlier, gates(terms))
}

fn gates(terms: RejectedTerms) -> Gates {
    Gates { raters: terms.raters as usize, response: terms.response, apart: i64::from(terms.apart) }
}

/// What a sociogram lacks for the rule to speak of any of its pupils.
pub(in crate::signals) fn lacks(now: &Judged<'_>, earlier: &[Judged<'_>], terms: RejectedTerms) -> Lack {
    if now.ties.is_none() {
        return Some((Why::NoTable, 0));
    }
    if let few @ Some(_) = too_few_answered(now, terms.response) {
        return few;
    }
    let gates = gates(terms);
    let counts = |one: &&PupilStatus| gates.hold(one) && one.status.is_some();
    let counting: Vec<&PupilStatus> = now.statuses.iter().filter(counts).collect();
    if counting.is_empty() {
        let enough = now.statuses.iter().any(|one| gates.hold(one));
        return Some(if enough { (Why::NoSpread, 0) } else { (Why::FewRaters, terms.raters) });
    }
    // Of each pupil the last one that lies far enough back, as the rule takes it.
    let mut before: BTreeMap<&str, &PupilStatus> = BTreeMap::new();
    let apart = |one: &&PupilStatus| (now.measurement.on - one.date).num_days() >= gates.apart;
    for one in earlier.iter().flat_map(|judged| &judged.statuses).filter(apart) {
        let last = before.entry(&one.pupil).or_insert(one);
        if one.date > last.date {
            *last = one;
        }
    }
    let before = counting.iter().any(|one| before.get(one.pupil.as_str()).is_some_and(counts));
    (!before).then_some((Why::NoneBefore, terms.apart))
}

pub(in crate::signals) fn findings(
    now: &Judged<'_>,
    earlier: &[Judged<'_>],
    terms: RejectedTerms,
) -> Vec<Told> {
    let told = repeats(now, earlier, terms).into_iter().filter_map(|repeat| {
        let reason = Message::new("signal-rejected-twice")
            .with("before", repeat.before.date.to_string())
            .with("before_raters", repeat.before.raters?)
            .with("now", repeat.now.date.to_string())
            .with("raters", repeat.now.raters?);
        // The less rare of the two decides.
        let rarity = repeat.now.figures.rarity?.max(repeat.before.figures.rarity?);
        let on_group = finding(now, Rule::RejectedTwice, terms.severity.max(Severity::B), rarity, reason);
        let finding = Finding {
            level: Level::Pupil,
            pupil: Some(repeat.now.pupil.parse().ok()?),
            threshold: terms.tail,
            rounds_used: 2,
            ..on_group
        };
        Some(Told { finding, is_new: repeat.is_new })
    });
    told.collect()
}
