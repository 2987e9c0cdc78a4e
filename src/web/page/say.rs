//! Dates and domains as people say them.

use chrono::NaiveDate;

use crate::ground::Words;
use crate::signals::raise::shown_domain;

/// A date as people write it: `do 12 maart 2026`, `Thu 12 March 2026`.
#[must_use]
pub fn long_date(w: Words, on: NaiveDate) -> String {
    w.date(on)
}

/// The name of a domain, as people say it: `omgaan met emoties`; of none: `algemeen`.
#[must_use]
pub fn domain(w: Words, code: &str) -> String {
    match shown_domain(code) {
        "" => w.t("domain-none"),
        code => w.t(&format!("domain-{code}")),
    }
}
