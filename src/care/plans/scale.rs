//! Which scale a goal may be watched on: one that tells of pupils, that whoever chooses may see, and to which parents do
//! not object.

use super::model::{Plan, Watched};
use crate::evidence::files::Catalogue as _;
use crate::evidence::informant::Informant;
use crate::evidence::instruments::{Audience, Catalogue};
use crate::evidence::{list_consents, objections};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, Scope};

/// Whether a scale is kept for the coordinator.
pub(super) fn is_for_the_coordinator(instruments: &Catalogue, watched: &Watched) -> bool {
    instruments.is_for_the_coordinator(&watched.instrument, &watched.scale)
}

/// The scale a plan is watched on, for who may see it: one that is kept for the coordinator no mentor sees.
#[must_use]
pub fn seen(scope: &Scope, instruments: &Catalogue, plan: &Plan) -> Option<Watched> {
    let coordinates = scope.has_at(Role::Coordinator, &plan.school_id);
    plan.watched().filter(|one| coordinates || !is_for_the_coordinator(instruments, one))
}

/// Passes only with a scale that may be watched, as its codes are written in the catalogue.
///
/// # Errors
/// `Refused` for one that is not known or not this person's to see, and for a list that may not be used for this pupil.
pub(super) fn allowed(
    conn: &mut Conn,
    scope: &Scope,
    instruments: &Catalogue,
    plan: &Plan,
    wanted: &Watched,
) -> Result<Watched> {
    let refuse = |key: &'static str| Error::Refused(Message::new(key));
    let instrument = instruments.get(&wanted.instrument).filter(|one| !one.totals_only);
    let scale = instrument.and_then(|one| one.scale(&wanted.scale));
    let informant = Informant::from_code(&wanted.informant);
    let (Some(instrument), Some(scale), Some(informant)) = (instrument, scale, informant) else {
        return Err(refuse("plan-scale-unknown"));
    };
    if scale.audience == Audience::Coordinator && !scope.has_at(Role::Coordinator, &plan.school_id) {
        return Err(refuse("plan-scale-unknown"));
    }
    if let Some(pupil) = &plan.pupil_id {
        let same = |code: &str| code.eq_ignore_ascii_case(&instrument.code);
        if objections::of_pupil(conn, pupil)?.iter().any(|one| same(&one.instrument)) {
            return Err(refuse("plan-scale-objection"));
        }
        let given = list_consents::of_pupil(conn, pupil)?.iter().any(|one| same(&one.instrument));
        if instruments.needs_consent(&instrument.code) && !given {
            return Err(refuse("plan-scale-consent"));
        }
    }
    Ok(Watched {
        instrument: instrument.code.clone(),
        informant: informant.code().to_owned(),
        scale: scale.code.clone(),
    })
}
