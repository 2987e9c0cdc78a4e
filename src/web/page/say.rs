//! Dates, lists and domains as people say them.

use chrono::NaiveDate;

use crate::evidence::instruments::Catalogue;
use crate::evidence::objections::Objection;
use crate::evidence::ratings::SOCIOGRAM;
use crate::ground::Words;
use crate::signals::raise::shown_domain;

/// A date as people write it: `do 12 maart 2026`, `Thu 12 March 2026`.
#[must_use]
pub fn long_date(w: Words, on: NaiveDate) -> String {
    w.date(on)
}

/// The name of a list; that of a sociogram, which is no instrument, and the code of what nobody knows.
#[must_use]
pub fn list(w: Words, catalogue: &Catalogue, code: &str) -> String {
    match catalogue.get(code) {
        Some(one) => one.name.clone(),
        None if code == SOCIOGRAM => w.t("import-kind-sociogram"),
        None => code.to_owned(),
    }
}

/// Which lists a pupil is left out of: `Niet meegenomen: ZIEN!`; nothing where there is none.
pub fn left_out<'o>(
    w: Words,
    catalogue: &Catalogue,
    objections: impl Iterator<Item = &'o Objection>,
) -> Option<String> {
    let lists: Vec<String> = objections.map(|one| list(w, catalogue, &one.instrument)).collect();
    (!lists.is_empty()).then(|| w.t1("objection-short", "lists", lists.join(", ")))
}

/// The name of a domain, as people say it: `omgaan met emoties`; of none: `algemeen`.
#[must_use]
pub fn domain(w: Words, code: &str) -> String {
    match shown_domain(code) {
        "" => w.t("domain-none"),
        code => w.t(&format!("domain-{code}")),
    }
}
