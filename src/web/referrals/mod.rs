//! The referrals of a school: what asks for something, what runs, and beginning a new one.

pub mod draft;
pub mod follow;
mod view;

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::Answer;
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::referrals::model::{Partner, Referral};
use crate::care::referrals::state::State as Stands;
use crate::care::referrals::{partners, prepare, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Message, PartnerId, PupilId, Words};
use crate::school::store as people;

/// One referral in the list.
struct Line {
    id: String,
    pupil: String,
    partner: String,
    state: String,
    turn: String,
    answer_until: Option<chrono::NaiveDate>,
    overdue: bool,
}

#[derive(Template)]
#[template(path = "referrals.html")]
struct ListPage {
    page: Page,
    parts: Vec<(String, Vec<Line>)>,
    is_empty: bool,
}

/// The list of referrals.
///
/// # Errors
/// When the database refuses.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    let scope = person.0.clone();
    let (found, partners, pupils) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let found = store::all(conn, &scope)?;
            let ids: Vec<PupilId> = found.iter().map(|r| r.pupil_id.clone()).collect();
            let pupils = people::pupils_by_id(conn, &scope, &ids)?;
            let mut partners: Vec<Partner> = Vec::new();
            for referral in &found {
                if !partners.iter().any(|p| p.id == referral.partner_id) {
                    partners.push(store::partner(conn, &referral.partner_id)?);
                }
            }
            let entry = Entry::by(&scope, "list-referrals", "list", "referrals");
            Ok(((found, partners, pupils), entry))
        })
        .await?;
    let w = person.words();
    let line = |referral: &Referral| Line {
        id: referral.id.to_string(),
        pupil: pupils
            .iter()
            .find(|p| p.id == referral.pupil_id)
            .map(crate::school::Pupil::short_name)
            .unwrap_or_default(),
        partner: partners
            .iter()
            .find(|p| p.id == referral.partner_id)
            .map(|p| p.name.clone())
            .unwrap_or_default(),
        state: w.t(&format!("referral-state-{}", referral.state)),
        turn: w.t(view::whose_turn(referral)),
        answer_until: referral.answer_until.filter(|_| referral.state.awaits_answer()),
        overdue: referral.overdue && referral.state.awaits_answer(),
    };
    let part = |key: &str, test: &dyn Fn(&Referral) -> bool| {
        (w.t(key), found.iter().filter(|r| test(r)).map(line).collect::<Vec<_>>())
    };
    let asks = |r: &Referral| (r.overdue && r.state.awaits_answer()) || r.state.came_back();
    let parts = vec![
        part("referrals-asks", &asks),
        part("referrals-draft", &|r| r.state == Stands::Draft),
        part("referrals-running", &|r| r.state.is_live() && !asks(r)),
        part("referrals-ended", &|r| {
            matches!(r.state, Stands::Withdrawn | Stands::Stopped | Stands::Completed)
        }),
    ];
    page::html(&ListPage { page: Page::of(&person), parts, is_empty: found.is_empty() })
}

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
            let entry = Entry::by(&scope, "view-pupil", "pupil", &id).because(why.word());
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

/// Begins the referral and leads to its page.
///
/// # Errors
/// As `prepare::begin`.
pub async fn create(state: web::Data<State>, person: Person, posted: Posted) -> Answer {
    let fields = Fields(&posted);
    let (pupil, partner) =
        (PupilId(fields.text("pupil").to_owned()), PartnerId(fields.text("partner").to_owned()));
    if partner.0.is_empty() {
        return Err(crate::ground::Error::Refused(Message::new("referral-no-partner")).into());
    }
    let now = state.clock.now();
    let id = state.db.write(move |conn| prepare::begin(conn, &person.0, now, &pupil, &partner)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}
