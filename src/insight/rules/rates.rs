//! How often each rule proved right, from what people decided at triage, and what that suggests. Nothing here
//! changes a ruleset: a person accepts one (`care::ruleset`). Limits: `docs/signals.md` 4.2.

use std::collections::{BTreeMap, HashSet};

use super::outcome::outcome;
use crate::analytics::intervals::{Z95, wilson};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Conn, Result, SchoolId, Scope};
use crate::insight::disclosure::{Disclosed, Reader, Share, nearest};
use crate::signals::finding::Rule;
use crate::signals::replay::{self, Raised};

/// Judged signals from which a proposal is made.
pub const ENOUGH: usize = 30;
/// Upper bound of the confirmed share under which a rule is too loose.
const TOO_FEW: f64 = 0.30;
/// Lower bound of the confirmed share above which a rule may be looser.
const MANY: f64 = 0.60;

/// What the figures of a rule suggest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    /// It is seldom confirmed: let it tell less.
    Tighten,
    /// It is mostly confirmed: it may tell more.
    Loosen,
}

/// What became of the signals of a rule, as shares of those that were judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// Confirmed, already known, not confirmed, unknown.
    pub shares: [Share; 4],
    /// Wilson's 95 % interval of the confirmed share, in whole percents; only for who sees each signal: beside the share
    /// it tells of how many that is.
    pub interval: Option<(usize, usize)>,
    /// Judged signals, and those nobody has judged; only for who sees each of them.
    pub counts: Option<(usize, usize)>,
    /// What that suggests.
    pub proposal: Option<Proposal>,
}

/// The rate of every rule that raised something since the school year before this one. A figure is given from
/// the smallest number of different subjects on.
///
/// # Errors
/// When the database refuses.
pub fn of_school(
    conn: &mut Conn,
    scope: &Scope,
    school: &SchoolId,
    reader: Reader,
) -> Result<Vec<(Rule, Disclosed<Rate>)>> {
    let since = school_year_start(school_year(scope.today) - 1);
    let mut raised = replay::raised(conn, school, Some(since))?;
    raised.retain(|one| reader.sees_each() || !one.restricted);
    let mut by_rule: BTreeMap<&str, Vec<&Raised>> = BTreeMap::new();
    for one in &raised {
        by_rule.entry(&one.rule).or_default().push(one);
    }
    let rules = by_rule.into_iter().filter_map(|(rule, raised)| Some((Rule::from_word(rule)?, raised)));
    Ok(rules.map(|(rule, raised)| (rule, rate(&raised, reader))).collect())
}

fn rate(raised: &[&Raised], reader: Reader) -> Disclosed<Rate> {
    let mut signals = HashSet::new();
    let mut subjects = HashSet::new();
    let (mut counted, mut waiting) = ([0; 4], 0);
    for one in raised.iter().filter(|one| signals.insert(&one.signal)) {
        let Some(became) = outcome(one.state, one.mentor_view.as_deref(), &one.reason) else {
            waiting += 1;
            continue;
        };
        subjects.insert(&one.subject);
        if let Some(count) = counted.get_mut(became as usize) {
            *count += 1;
        }
    }
    reader.about(subjects.len(), || {
        let judged = counted.iter().sum();
        let [confirmed, ..] = counted;
        let (low, high) = wilson(f64::from(number(confirmed)), f64::from(number(judged)), Z95);
        Rate {
            shares: counted.map(|part| reader.coded(part, judged)),
            interval: reader.sees_each().then(|| (nearest(low), nearest(high))),
            counts: reader.sees_each().then_some((judged, waiting)),
            proposal: proposal(confirmed, judged),
        }
    })
}

/// What `confirmed` out of `judged` suggests: nothing under thirty, tighten when even the upper bound lies under
/// 30 %, loosen when even the lower bound lies above 60 %.
#[must_use]
pub fn proposal(confirmed: usize, judged: usize) -> Option<Proposal> {
    if judged < ENOUGH {
        return None;
    }
    let (low, high) = wilson(f64::from(number(confirmed)), f64::from(number(judged)), Z95);
    if high < TOO_FEW { Some(Proposal::Tighten) } else { (low > MANY).then_some(Proposal::Loosen) }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_made_from_thirty_on_and_beyond_the_limits() {
        // Wilson's bounds: 4 of 30 up to 29.7 %, 5 of 30 up to 33.6 %; 24 of 30 from 62.7 %, 23 of 30 from 59.1 %.
        for (confirmed, judged, wanted) in [
            (0, 0, None),
            (0, 29, None),
            (29, 29, None),
            (0, 30, Some(Proposal::Tighten)),
            (4, 30, Some(Proposal::Tighten)),
            (5, 30, None),
            (15, 30, None),
            (23, 30, None),
            (24, 30, Some(Proposal::Loosen)),
            (30, 30, Some(Proposal::Loosen)),
        ] {
            assert_eq!(proposal(confirmed, judged), wanted, "{confirmed} of {judged}");
        }
    }
}
