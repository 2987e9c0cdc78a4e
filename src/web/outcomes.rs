//! Outcomes that came in without pupils, as a table on the page of the school or of a group.

use super::charts::figure;
use super::page::Page;
use crate::ground::{GroupId, Message};
use crate::insight::disclosure::Hidden;
use crate::insight::totals::{Figure, Outcome};

/// A row as it is read.
#[derive(Debug)]
pub struct OutcomeRow {
    /// List and scale.
    pub scale: String,
    /// Group or school.
    pub whom: String,
    /// The day.
    pub when: String,
    /// The outcome with its number of pupils, or why it is not shown.
    pub outcome: String,
}

/// The rows of a page, and what they are; `name` knows the groups.
#[must_use]
pub fn rows(
    page: &Page,
    found: &[Outcome],
    smallest: u32,
    name: impl Fn(&GroupId) -> String,
) -> (String, Vec<OutcomeRow>) {
    let rows = found.iter().map(|one| OutcomeRow {
        scale: format!("{} · {}", one.scale, one.instrument),
        whom: one
            .group
            .as_ref()
            .map_or_else(|| page.t("totals-school"), |group| page.t1("group-name", "name", &name(group))),
        when: page.date(&one.taken_on),
        outcome: match one.figure.shown() {
            Ok(shown) => said(page, shown),
            Err(Hidden::Few) => page.say(&Message::new("hidden-few").with("smallest", smallest)),
            Err(Hidden::Derivable) => page.t("hidden-derivable"),
        },
    });
    (page.say(&Message::new("totals-help").with("smallest", smallest)), rows.collect())
}

fn said(page: &Page, one: &Figure) -> String {
    let has = match (one.mean, one.percentage) {
        (Some(_), None) => "mean",
        (None, _) => "percentage",
        _ => "both",
    };
    let said = Message::new("totals-figure")
        .with("has", has)
        .with("mean", figure(page.w, one.mean.unwrap_or_default()))
        .with("percentage", one.percentage.map_or_else(String::new, |share| page.share(share)))
        .with("min", figure(page.w, one.range.0))
        .with("max", figure(page.w, one.range.1))
        .with("pupils", one.pupils);
    page.say(&said)
}
