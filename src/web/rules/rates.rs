//! How often a rule proved right, in words.

use crate::ground::Message;
use crate::insight::disclosure::{Disclosed, Hidden};
use crate::insight::rules::rates::{Proposal, Rate};
use crate::signals::finding::Rule;
use crate::web::page::Page;

/// A rule with what became of its signals.
pub(super) struct Row {
    /// The rule.
    pub(super) rule: String,
    /// Confirmed with its interval where that is given, already known, not confirmed, unknown; empty when it is not shown, and
    /// of nothing.
    pub(super) shares: Vec<String>,
    /// How many were judged and wait, or why nothing is shown.
    pub(super) said: String,
    /// What that suggests; empty when it suggests nothing.
    pub(super) proposal: String,
}

pub(super) fn row(page: &Page, rule: Rule, rate: &Disclosed<Rate>, smallest: u32) -> Row {
    let named = page.t1("rule", "rule", rule.as_str());
    match rate.shown() {
        Ok(rate) => Row { rule: named, ..judged(page, rate) },
        Err(why) => Row {
            rule: named,
            shares: Vec::new(),
            said: hidden(page, why, smallest),
            proposal: String::new(),
        },
    }
}

fn judged(page: &Page, rate: &Rate) -> Row {
    let [confirmed, others @ ..] = &rate.shares;
    let confirmed = page.share(*confirmed);
    let within = |(low, high): (usize, usize)| {
        let within = Message::new("rates-confirmed").with("share", &confirmed);
        page.say(&within.with("low", low).with("high", high))
    };
    let mut shares = vec![rate.interval.map_or_else(|| confirmed.clone(), within)];
    shares.extend(others.iter().map(|share| page.share(*share)));
    if rate.counts.is_some_and(|(judged, _)| judged == 0) {
        shares.clear();
    }
    let said = rate.counts.map_or_else(String::new, |(judged, waiting)| {
        page.say(&Message::new("rates-counts").with("judged", judged).with("waiting", waiting))
    });
    let proposal = match rate.proposal {
        Some(Proposal::Tighten) => page.t("rates-tighten"),
        Some(Proposal::Loosen) => page.t("rates-loosen"),
        None => String::new(),
    };
    Row { rule: String::new(), shares, said, proposal }
}

fn hidden(page: &Page, why: Hidden, smallest: u32) -> String {
    match why {
        Hidden::Few => page.say(&Message::new("rates-few").with("smallest", smallest)),
        Hidden::Derivable => page.t("hidden-derivable"),
    }
}
