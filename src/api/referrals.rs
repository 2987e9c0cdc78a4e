//! The referrals of a school: the list, and one with its steps. Beginning, changing, consent and moving each have a file.

use actix_web::{HttpResponse, web};

use self::shape::{Referral, Step, referral_of};
use super::answer::{Answer, PAGE, Paging, list};
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::ReferralId;
use crate::ground::audit::Entry;

pub mod begin;
pub mod consents;
pub mod drafts;
pub mod moves;
pub mod packet;
pub mod shape;

/// The referrals of the caller's schools.
///
/// # Errors
/// When the database refuses.
pub async fn all(state: web::Data<State>, person: Person, paging: web::Query<Paging>) -> Answer {
    let cursor = paging.into_inner().cursor;
    let items: Vec<Referral> = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let rows = store::page(conn, &person.0, cursor.as_deref(), PAGE)?;
            let items = rows.iter().map(|row| referral_of(row, Vec::new())).collect();
            Ok((items, Entry::by(&person.0, "list-referrals", "list", "referrals")))
        })
        .await?;
    Ok(list(items, |r: &Referral| r.id.clone()))
}

/// One referral with its steps.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn one(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let found = read(&state, &person, ReferralId(path.into_inner())).await?;
    Ok(HttpResponse::Ok().json(found))
}

async fn read(state: &State, person: &Person, id: ReferralId) -> crate::ground::Result<Referral> {
    let scope = person.0.clone();
    state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let row = store::referral(conn, &scope, &id)?;
            let steps = store::steps(conn, std::slice::from_ref(&id))?
                .into_iter()
                .map(|s| Step {
                    event: s.event,
                    actor: s.actor.to_string(),
                    state: s.to_state.to_string(),
                    told_by: s.told_by,
                    reason: s.reason,
                    note: s.note,
                    kind: s.kind,
                    again_on: s.again_on,
                    at: s.at.and_utc(),
                })
                .collect();
            let entry = Entry::by(&scope, "view-referral", "referral", &id);
            Ok((referral_of(&row, steps), entry))
        })
        .await
}
