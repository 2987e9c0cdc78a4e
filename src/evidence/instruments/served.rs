//! Which instruments serve a domain, and which domain none does: for the page of documentation and the screen.

use super::{Catalogue, Domain, Instrument, Scale};

/// An instrument with its scales of a domain.
pub type Serving<'a> = (&'a Instrument, Vec<&'a Scale>);

/// What serves a domain. Control scales serve none.
#[derive(Debug)]
pub struct Served<'a> {
    /// The domain.
    pub domain: Domain,
    /// Scales that may raise a signal.
    pub signals: Vec<Serving<'a>>,
    /// Scales that stand beside a signal and raise nothing.
    pub explains: Vec<Serving<'a>>,
}

/// Every domain in the order of the school scan, also those that nothing serves.
#[must_use]
pub fn served(catalogue: &Catalogue) -> Vec<Served<'_>> {
    let of = |domain| Served {
        domain,
        signals: serving(catalogue, domain, true),
        explains: serving(catalogue, domain, false),
    };
    Domain::ALL.into_iter().map(of).collect()
}

fn serving(catalogue: &Catalogue, domain: Domain, signals: bool) -> Vec<Serving<'_>> {
    let here =
        |scale: &&Scale| scale.domain == domain && scale.signals == signals && scale.control_from.is_none();
    let with = catalogue.all().map(|one| (one.as_ref(), one.scales.iter().filter(here).collect::<Vec<_>>()));
    with.filter(|(_, scales)| !scales.is_empty()).collect()
}
