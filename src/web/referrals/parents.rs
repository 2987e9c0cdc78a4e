//! The sheet for parents: what is asked, what goes along, what they may say, on one page to print; in their language, with
//! the Dutch beside it for the school. Nothing of it is printed while the pupil wishes that parents do not know.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::referrals::{ground, packet, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::parents::{TONGUES, Tongue};
use crate::ground::{Error, Message, ReferralId};
use crate::school::store as people;
use crate::school::wishes;
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// The sheet in one language.
struct Sheet {
    tongue: Tongue,
    who: String,
    parts: Vec<String>,
}

#[derive(Template)]
#[template(path = "parents.html")]
struct SheetPage {
    page: Page,
    id: String,
    school: String,
    pupil: String,
    question: String,
    sheets: Vec<Sheet>,
    all: &'static [Tongue],
    is_checked: bool,
}

/// In which language.
#[derive(Debug, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    taal: String,
}

/// The sheet.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` while the pupil wishes that parents do not know, and from sixteen on, when the
/// pupil decides alone.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let (id, scope) = (ReferralId(path.into_inner()), person.0.clone());
    let referral_id = id.to_string();
    let (pupil, school, partner, packet) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let referral = store::referral(conn, &scope, &id)?;
            let (pupil, why) = people::pupil(conn, &scope, &referral.pupil_id)?;
            wishes::may_go_to_parents(conn, &pupil.id)?;
            if !pupil.age(scope.today).is_some_and(|age| ground::needed(age).adults) {
                return Err(Error::Conflict(Message::new("sheet-not-for-parents")));
            }
            let school = people::school(conn, &referral.school_id)?.name;
            let partner = store::partner(conn, &referral.partner_id)?.name;
            let packet = packet::of(conn, &scope, &referral, &pupil)?;
            let entry = Entry::by(&scope, "print-parents-sheet", "referral", &id).because_of(&why);
            Ok(((pupil, school, partner, packet), entry))
        })
        .await?;
    let chosen = Tongue::of(&query.taal);
    let dutch = Tongue::of("nl");
    let sheet = |tongue: Tongue| {
        let name = std::iter::once("name").chain(packet.parts().into_iter().map(packet::Part::as_str));
        Sheet {
            who: tongue.t1("parents-who", "partner", &partner),
            parts: name.map(|part| tongue.t(&format!("parents-part-{part}"))).collect(),
            tongue,
        }
    };
    let mut sheets = vec![sheet(chosen)];
    if chosen != dutch {
        sheets.push(sheet(dutch));
    }
    page::html(&SheetPage {
        page: Page::of(&person).at("/verwijzingen"),
        id: referral_id,
        school,
        pupil: pupil.full_name(),
        question: packet.question.clone(),
        sheets,
        all: TONGUES,
        is_checked: chosen.is_checked,
    })
}
