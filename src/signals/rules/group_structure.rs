//! `group-structure`: how a group hangs together, where that is remarkable. It explains, and is never more than a note.
//!
//! Holds where `repeated` pupils or more are rarely chosen twice in a row (`rejected-twice`); or the share of mutual
//! choices (both rate each other above the middle, among pairs who both rated) fell by more than `drop` standard errors
//! since the group's sociogram before, at least `apart` days earlier; or a share of `without` or more of the pupils, of
//! those with whom another judged each other, has no mutual choice. Minimum: `pupils` and `response`. Default 2, 2, .15,
//! 12, .80, 90. The standard error takes pairs as independent, which they are not. Source: docs/signals.md C4; docs/sociogram.md.

use super::of_ratings::{Judged, Told, finding, too_few_answered};
use super::rejected_twice::repeats;
use super::silence::{Lack, Why};
use crate::analytics::sociogram::{Limits, Remarkable, group_structure};
use crate::ground::Message;
use crate::signals::{
    finding::{Finding, Rule},
    model::Severity,
    ruleset::{Ruleset, StructureTerms},
};

/// What holds of a sociogram, and whether it says more than the group's one before.
pub(in crate::signals) fn findings(
    now: &Judged<'_>,
    earlier: &[Judged<'_>],
    ruleset: &Ruleset,
    terms: StructureTerms,
) -> Option<Told> {
    let (what, repeated) = remarkable(now, earlier, ruleset, terms);
    let without = now.ties.as_ref().map_or(0, |ties| ties.without);
    let says = |one| if what.contains(&one) { "yes" } else { "no" };
    let reason = Message::new("signal-group-structure")
        .with("repeated", says(Remarkable::Repeated))
        .with("fewer", says(Remarkable::FewerTies))
        .with("lonely", says(Remarkable::WithoutTies))
        .with("pupils", repeated)
        .with("without", without)
        .with("n", now.ties.as_ref()?.pupils)
        .with("now", now.measurement.on.to_string());
    if what.is_empty() {
        return None;
    }
    let on_group =
        finding(now, Rule::GroupStructure, terms.severity.max(Severity::C), what.len() as f64, reason);
    let told_before = before(now, earlier, terms).map_or(0, |at| {
        earlier
            .split_at_checked(at)
            .and_then(|(older, rest)| Some((older, rest.first()?)))
            .map_or(0, |(older, then)| remarkable(then, older, ruleset, terms).0.len())
    });
    let n = now.ties.as_ref().and_then(|ties| u32::try_from(ties.pupils).ok());
    Some(Told { finding: Finding { threshold: 1.0, n, ..on_group }, is_new: what.len() > told_before })
}

/// What is remarkable, and how many pupils are rarely chosen twice in a row.
fn remarkable(
    now: &Judged<'_>,
    earlier: &[Judged<'_>],
    ruleset: &Ruleset,
    terms: StructureTerms,
) -> (Vec<Remarkable>, usize) {
    let repeated = ruleset.rejected_twice.map_or(0, |terms| repeats(now, earlier, terms).len());
    let limits = limits(terms);
    let before = before(now, earlier, terms).and_then(|at| earlier.get(at)?.ties.as_ref());
    let what = now.ties.as_ref().map(|ties| group_structure(ties, before, repeated, &limits));
    (what.unwrap_or_default(), repeated)
}

fn limits(terms: StructureTerms) -> Limits {
    Limits {
        pupils: terms.pupils as usize,
        response: terms.response,
        repeated: terms.repeated as usize,
        drop: terms.drop,
        without: terms.without,
    }
}

/// What a sociogram lacks for the rule to speak.
pub(in crate::signals) fn lacks(now: &Judged<'_>, terms: StructureTerms) -> Lack {
    let Some(ties) = &now.ties else { return Some((Why::NoTable, 0)) };
    if ties.pupils < terms.pupils as usize {
        return Some((Why::FewPupils, terms.pupils));
    }
    too_few_answered(now, terms.response).or_else(|| (ties.pairs == 0).then_some((Why::NoPairs, 0)))
}

/// The place of the group's own sociogram before this one.
fn before(now: &Judged<'_>, earlier: &[Judged<'_>], terms: StructureTerms) -> Option<usize> {
    let apart = |one: &Judged<'_>| (now.measurement.on - one.measurement.on).num_days();
    earlier.iter().rposition(|one| {
        one.measurement.group == now.measurement.group && apart(one) >= i64::from(terms.apart)
    })
}
