//! The referrals of a school: what asks for something, what runs. Beginning a new one stands in `new`.

use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::page::{self, Page};
use crate::care::letters;
use crate::care::referrals::model::Referral;
use crate::care::referrals::state::State as Stands;
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{PartnerId, PupilId};
use crate::school::store as people;

mod asked;
pub mod consent;
pub mod create;
pub mod draft;
pub mod follow;
pub mod moves;
pub mod new;
pub mod parents;
pub mod print;
mod read;
pub mod second;
mod view;

pub use self::new::ages;
pub use self::view::{title, words};

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
    /// Letters that parents or pupils took along, and are to be asked about.
    letters: Vec<LetterLine>,
    is_empty: bool,
}

/// A letter in the list.
struct LetterLine {
    path: String,
    pupil: String,
    partner: String,
    follow_on: chrono::NaiveDate,
    is_due: bool,
}

/// The list of referrals.
///
/// # Errors
/// When the database refuses.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    let scope = person.0.clone();
    let (found, letters, partners, pupils) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let found = store::all(conn, &scope)?;
            let letters = letters::of_schools(conn, &scope)?;
            let of_letters = letters.iter().map(|letter| &letter.pupil_id);
            let ids: Vec<PupilId> = found.iter().map(|r| &r.pupil_id).chain(of_letters).cloned().collect();
            let pupils = people::pupils_by_id(conn, &scope, &ids)?;
            let of_letters = letters.iter().map(|letter| &letter.partner_id);
            let ids: Vec<PartnerId> =
                found.iter().map(|r| &r.partner_id).chain(of_letters).cloned().collect();
            let partners = store::partner_names(conn, &ids)?;
            let entry = Entry::by(&scope, "list-referrals", "list", "referrals");
            Ok(((found, letters, partners, pupils), entry))
        })
        .await?;
    let w = person.words();
    let short = |id: &PupilId| {
        let found = pupils.iter().find(|pupil| pupil.id == *id);
        found.map(crate::school::Pupil::short_name).unwrap_or_default()
    };
    let named = |id: &PartnerId| partners.get(id).cloned().unwrap_or_default();
    let line = |referral: &Referral| Line {
        id: referral.id.to_string(),
        pupil: short(&referral.pupil_id),
        partner: named(&referral.partner_id),
        state: w.t(&format!("referral-state-{}", referral.state)),
        turn: w.t(view::whose_turn(referral)),
        answer_until: referral.answer_until.filter(|_| referral.state.awaits_answer()),
        overdue: referral.overdue && referral.state.awaits_answer(),
    };
    let part = |key: &str, test: &dyn Fn(&Referral) -> bool| {
        (w.t(key), found.iter().filter(|r| test(r)).map(line).collect::<Vec<_>>())
    };
    let parts = vec![
        part("referrals-asks", &Referral::asks_school),
        part("referrals-draft", &|r| r.state == Stands::Draft),
        part("referrals-running", &|r| r.state.is_live() && !r.asks_school()),
        part("referrals-ended", &|r| {
            matches!(r.state, Stands::Withdrawn | Stands::Stopped | Stands::Completed)
        }),
    ];
    let letters: Vec<LetterLine> = letters
        .iter()
        .map(|letter| LetterLine {
            path: format!("/leerlingen/{}/brief/{}", letter.pupil_id, letter.id),
            pupil: short(&letter.pupil_id),
            partner: named(&letter.partner_id),
            follow_on: letter.follow_on,
            is_due: letter.follow_on <= person.0.today,
        })
        .collect();
    let is_empty = found.is_empty() && letters.is_empty();
    page::html(&ListPage { page: Page::of(&person), parts, letters, is_empty })
}
