//! The letter that parents or the pupil take along: making one, the page to print, writing down how it went.

use actix_web::web;
use askama::Template;
use chrono::Duration;
use serde::Deserialize;

use crate::care::letters::{self, Heard, Letter, NewLetter, Outcome, TakenBy};
use crate::care::referrals::model::Partner;
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Error, LetterId, Message, PartnerId, PupilId};
use crate::school::store as people;
use crate::school::wishes;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

#[derive(Template)]
#[template(path = "letter_new.html")]
struct NewPage {
    page: Page,
    pupil_id: String,
    pupil: String,
    partners: Vec<Partner>,
    typed: Typed,
    not_parents: bool,
}

/// The form as it is typed, and what is wrong with it.
struct Typed {
    partner: String,
    taken_by: String,
    question: String,
    /// A day, at first a proposed one.
    follow_on: String,
    problem: String,
}

#[derive(Template)]
#[template(path = "letter_taken.html")]
struct LetterPage {
    page: Page,
    pupil_id: String,
    pupil: String,
    school: String,
    person: String,
    letter: Letter,
    partner: Partner,
    body: String,
    way: String,
    outcomes: Vec<(&'static str, String)>,
    /// Whether the pupil wishes that its receivers do not know: nothing is there to print then.
    is_stopped: bool,
    typed: HeardTyped,
}

/// Which partner the letter is for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    partner: String,
}

/// The form.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn begin(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let typed = Typed {
        partner: query.partner.clone(),
        taken_by: String::new(),
        question: String::new(),
        follow_on: (person.0.today + Duration::days(21)).to_string(),
        problem: String::new(),
    };
    page::html(&render(&state, &person, PupilId(path.into_inner()), typed).await?)
}

/// Makes the letter and leads to its page.
///
/// # Errors
/// As `letters::make`; what can be mended comes back as a page.
pub async fn make(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let (pupil, now) = (PupilId(path.into_inner()), state.clock.now());
    let fields = Fields(&posted);
    let new = new(fields, pupil.clone());
    let scope = person.0.clone();
    match state.db.write(move |conn| letters::make(conn, &scope, now, &new?)).await {
        Ok(letter) => Ok(page::to(&format!("/leerlingen/{pupil}/brief/{letter}"))),
        Err(Error::Refused(message)) => {
            let text = |name| Fields(&posted).text(name).to_owned();
            let typed = Typed {
                partner: text("partner"),
                taken_by: text("taken_by"),
                question: text("question"),
                follow_on: text("follow_on"),
                problem: person.words().say(&message),
            };
            page::again(&render(&state, &person, pupil, typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

fn new(fields: Fields<'_>, pupil: PupilId) -> crate::ground::Result<NewLetter> {
    let missing = |key: &'static str| Error::Refused(Message::new(key));
    Ok(NewLetter {
        pupil,
        partner: match fields.text("partner") {
            "" => return Err(missing("referral-no-partner")),
            partner => PartnerId(partner.to_owned()),
        },
        taken_by: TakenBy::from_word(fields.text("taken_by")).unwrap_or(TakenBy::Parents),
        question: fields.text("question").to_owned(),
        follow_on: fields.date("follow_on")?.ok_or_else(|| missing("letter-follow-past"))?,
    })
}

/// The letter, to print, and what came of it. To print it is not while the pupil wishes that parents do not know; how it went
/// can be written down all the same.
///
/// # Errors
/// `NotFound` outside the scope and for a letter of another pupil.
pub async fn show(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let (pupil, letter) = path.into_inner();
    page::html(
        &letter_page(&state, &person, (PupilId(pupil), LetterId(letter)), HeardTyped::default()).await?,
    )
}

/// What was typed in a form that was refused, and what is wrong.
#[derive(Default)]
struct HeardTyped {
    outcome: String,
    again: String,
    problem: String,
}

async fn letter_page(
    state: &State,
    person: &Person,
    (id, letter): (PupilId, LetterId),
    typed: HeardTyped,
) -> Result<LetterPage, Failure> {
    let scope = person.0.clone();
    let (pupil, school, letter, partner, is_stopped) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            scope.must(Role::Coordinator, &pupil.school_id)?;
            let letter = letters::letter(conn, &pupil.id, &letter)?;
            let is_stopped = letter.taken_by == TakenBy::Parents && wishes::not_parents(conn, &pupil.id)?;
            let school = people::school(conn, &pupil.school_id)?.name;
            let partner = store::partner(conn, &letter.partner_id)?;
            let entry = Entry::by(&scope, "view-letter", "pupil", &pupil.id).because_of(&why);
            Ok(((pupil, school, letter, partner, is_stopped), entry))
        })
        .await?;
    let page = Page::of(person).at("/verwijzingen");
    let outcomes = [Outcome::Applied, Outcome::NotApplied, Outcome::Otherwise];
    Ok(LetterPage {
        pupil_id: pupil.id.to_string(),
        pupil: pupil.full_name(),
        body: page.t1(&format!("letter-body-{}", letter.taken_by), "pupil", &pupil.full_name()),
        way: page.t(&format!("letter-body-way-{}", partner.access_route)),
        outcomes: outcomes.map(|one| (one.as_str(), page.t(&format!("letter-outcome-{one}")))).to_vec(),
        person: person.0.name.clone(),
        school,
        letter,
        partner,
        is_stopped,
        typed,
        page,
    })
}

/// Writes down how it went, or another day to ask.
///
/// # Errors
/// As `letters::hear`; what can be mended comes back as a page.
pub async fn hear(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let (pupil, letter) = path.into_inner();
    let (pupil, letter, now) = (PupilId(pupil), LetterId(letter), state.clock.now());
    let fields = Fields(&posted);
    let heard = heard(fields);
    let (scope, of, id) = (person.0.clone(), pupil.clone(), letter.clone());
    match state.db.write(move |conn| letters::hear(conn, &scope, now, &of, &id, heard?)).await {
        Ok(()) => Ok(page::to("/verwijzingen")),
        Err(Error::Refused(message)) => {
            let (outcome, again) = (fields.text("outcome").to_owned(), fields.text("again").to_owned());
            let typed = HeardTyped { outcome, again, problem: person.words().say(&message) };
            page::again(&letter_page(&state, &person, (pupil, letter), typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

fn heard(fields: Fields<'_>) -> crate::ground::Result<Heard> {
    Ok(match (Outcome::from_word(fields.text("outcome")), fields.date("again")?) {
        (Some(Outcome::Open) | None, Some(day)) => Heard::AskAgain(day),
        (outcome, _) => Heard::Ended(outcome.unwrap_or(Outcome::Open)),
    })
}

async fn render(state: &State, person: &Person, id: PupilId, typed: Typed) -> Result<NewPage, Failure> {
    let scope = person.0.clone();
    let (pupil, partners, not_parents) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            scope.must(Role::Coordinator, &pupil.school_id)?;
            let not_parents = wishes::not_parents(conn, &pupil.id)?;
            let entry = Entry::by(&scope, "view-pupil", "pupil", &pupil.id).because_of(&why);
            let partners = store::partners(conn)?;
            Ok(((pupil, partners, not_parents), entry))
        })
        .await?;
    Ok(NewPage {
        page: Page::of(person).at("/leerlingen"),
        pupil_id: pupil.id.to_string(),
        pupil: pupil.full_name(),
        partners,
        typed,
        not_parents,
    })
}
