//! Lists that rest on explicit consent: whose rows may be kept.

use std::collections::{HashMap, HashSet};

use super::known::Known;
use crate::evidence::files::{Catalogue, Refusal};
use crate::evidence::list_consents;
use crate::ground::{Conn, Message, Result, SchoolId};

/// Who consented: number of the pupil and list.
pub struct Consents<'a> {
    catalogue: &'a dyn Catalogue,
    given: HashSet<(String, String)>,
}

impl<'a> Consents<'a> {
    /// Looks them up.
    pub fn of(
        conn: &mut Conn,
        school: &SchoolId,
        known: &Known,
        catalogue: &'a dyn Catalogue,
    ) -> Result<Self> {
        let given = list_consents::of_school(conn, school)?;
        let numbers: HashMap<_, _> = if given.is_empty() {
            HashMap::new()
        } else {
            known.pupils.iter().map(|(number, pupil)| (&pupil.id, number)).collect()
        };
        let named = given.into_iter().filter_map(|(id, list)| Some(((*numbers.get(&id)?).clone(), list)));
        Ok(Self { catalogue, given: named.collect() })
    }

    /// Why a row on health may not be kept; none where it may.
    pub fn refuse(&self, instrument: &str, pupil: &str, place: (usize, usize)) -> Option<Refusal> {
        let needs = self.catalogue.needs_consent(instrument);
        let has = || self.given.contains(&(pupil.to_owned(), instrument.to_owned()));
        let reason = || Message::new("row-needs-consent").with("instrument", instrument);
        (needs && !has()).then(|| Refusal::at(place, "instrument", instrument, reason()))
    }
}
