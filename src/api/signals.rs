//! Signals: the list, and one. What they look like stands in `shape`; `decisions` moves them.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use self::shape::{Signal, signal_of};
use super::answer::{Answer, PAGE, list};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{PupilId, SchoolId, SignalId};

use crate::school::store as people;
use crate::signals::store;

mod evidence;
pub mod shape;

/// Which signals.
#[derive(Debug, Deserialize)]
pub struct Which {
    school: Option<String>,
    /// All about this pupil, notes (C) too.
    pupil: Option<String>,
    cursor: Option<String>,
}

/// The signals the caller may see.
///
/// # Errors
/// `NotFound` for a pupil outside the scope.
pub async fn all(state: web::Data<State>, person: Person, query: web::Query<Which>) -> Answer {
    let query = query.into_inner();
    let w = person.words();
    let items = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let school = query.school.map(SchoolId);
            let scope = &person.0;
            let cursor = query.cursor.as_deref();
            let (pupil, entry) = match query.pupil.map(PupilId) {
                Some(id) => {
                    let (_, why) = people::pupil(conn, scope, &id)?;
                    let entry = Entry::by(scope, "view-pupil", "pupil", &id).because_of(&why);
                    (Some(id), entry)
                }
                None => (None, Entry::by(scope, "list-signals", "list", "signals")),
            };
            let rows = store::page(conn, scope, school.as_ref(), pupil.as_ref(), cursor, PAGE)?;
            let ids: Vec<SignalId> = rows.iter().map(|row| row.id.clone()).collect();
            let mut evidence = store::evidence_of(conn, &ids)?;
            let items: Vec<Signal> = rows
                .into_iter()
                .map(|row| {
                    let own = evidence.remove(&row.id).unwrap_or_default();
                    signal_of(row, &own, w)
                })
                .collect();
            Ok((items, entry))
        })
        .await?;
    Ok(list(items, |s: &Signal| s.id.clone()))
}

/// One signal with its evidence.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn one(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = SignalId(path.into_inner());
    let w = person.words();
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let row = store::signal(conn, &person.0, &id)?;
            let evidence = store::evidence(conn, std::slice::from_ref(&id))?;
            let entry = Entry::by(&person.0, "view-signal", "signal", &id);
            let entry = match &row.pupil_id {
                Some(pupil) => entry.because_of(&people::pupil(conn, &person.0, pupil)?.1),
                None => entry.at(&person.0, &row.school_id),
            };
            Ok((signal_of(row, &evidence, w), entry))
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}
