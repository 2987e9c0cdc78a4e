//! One file of the meldcode, so that a visitor who logs in as the attention officer sees how it works: begun, consulted, and
//! the rest still to do.

use chrono::{NaiveDate, NaiveDateTime};

use super::cast;
use crate::care::meldcode::{self, Asked, MeldcodeScope, Step};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, PupilId, Result};
use crate::school::accounts::store as accounts;

/// Opens it for a pupil of the school where the officer works.
pub(super) fn begin(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate, pupil: &PupilId) -> Result<()> {
    let officer = cast::logins()
        .find(|person| person.role == Role::AttentionOfficer)
        .ok_or(Error::NotFound("person"))?;
    let account = accounts::by_email(conn, officer.email)?.ok_or(Error::NotFound("account"))?;
    let scope = MeldcodeScope::of(&accounts::scope(conn, &account.id, today)?);
    let file = meldcode::open(conn, &scope, now, Some(pupil), "")?;
    let signals = Asked {
        step: Step::Signals.as_str().to_owned(),
        on: Some(today),
        facts: "Kwam drie maandagen zonder ontbijt en te laat. Zegt dat er niemand op was.".to_owned(),
        opinion: "Thuis lijkt niemand op de ochtend te letten.".to_owned(),
        ..Asked::default()
    };
    meldcode::take(conn, &scope, now, &file, &signals)?;
    let consulted = Asked {
        step: Step::Consultation.as_str().to_owned(),
        on: Some(today),
        consulted: "schoolmaatschappelijk werk, zonder naam".to_owned(),
        facts: "Advies: eerst met moeder praten, met een open vraag over de ochtend.".to_owned(),
        ..Asked::default()
    };
    meldcode::take(conn, &scope, now, &file, &consulted)
}
