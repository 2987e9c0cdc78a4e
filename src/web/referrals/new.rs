//! Beginning a referral: choosing a partner for a pupil.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::referrals::model::Partner;
use crate::care::referrals::{partners, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Message, PupilId, Words};
use crate::school::store as people;
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// A partner to choose from.
struct Choosable {
    partner: Partner,
    kind: String,
    route: String,
    /// Why the school may not ask this partner itself, if so.
    not_here: Option<String>,
}

#[derive(Template)]
#[template(path = "referral_new.html")]
struct NewPage {
    page: Page,
    pupil_id: String,
    pupil: String,
    partners: Vec<Choosable>,
    missing: Option<Message>,
}

/// Which pupil a new referral is for.
#[derive(Debug, Deserialize)]
pub struct NewQuery {
    leerling: String,
}

/// The page on which a partner is chosen.
///
/// # Errors
/// `NotFound` for a pupil outside the scope.
pub async fn begin(state: web::Data<State>, person: Person, query: web::Query<NewQuery>) -> Answer {
    let scope = person.0.clone();
    let id = PupilId(query.leerling.clone());
    let (pupil, found, missing) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            let found = store::partners(conn)?;
            let missing = crate::care::triage::decide::missing_conversation(conn, &pupil, scope.today)?;
            let entry = Entry::by(&scope, "view-pupil", "pupil", &id).because_of(&why);
            Ok(((pupil, found, missing), entry))
        })
        .await?;
    let w = person.words();
    page::html(&NewPage {
        page: Page::of(&person),
        pupil_id: pupil.id.to_string(),
        pupil: pupil.full_name(),
        partners: found.into_iter().map(|partner| choosable(partner, w)).collect(),
        missing,
    })
}

fn choosable(partner: Partner, w: Words) -> Choosable {
    let not_here = match partners::may_send(&partner) {
        Err(crate::ground::Error::Refused(message)) => Some(w.say(&message)),
        _ => None,
    };
    Choosable {
        kind: w.t(&format!("partner-kind-{}", partner.kind)),
        route: w.t(&format!("route-{}-word", partner.access_route)),
        not_here,
        partner,
    }
}
