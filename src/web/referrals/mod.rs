//! The referrals of a school: what asks for something, what runs. Beginning a new one stands in `new`.

use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::page::{self, Page};
use crate::care::referrals::model::{Partner, Referral};
use crate::care::referrals::state::State as Stands;
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::PupilId;
use crate::ground::audit::Entry;
use crate::school::store as people;

pub mod consent;
pub mod create;
pub mod draft;
pub mod follow;
pub mod moves;
pub mod new;
mod read;
mod view;

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
