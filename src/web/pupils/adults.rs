//! The adults around a pupil and what is known of their authority: who they are, adding, changing, ending.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AdultId, Error, Message, PupilId, Result, Words};
use crate::school::adults::{self, Adult, AdultKind, Authority, Told};
use crate::school::store as people;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page, long_date};

/// An adult as the page shows one, with the form to change it.
struct Shown {
    adult: Adult,
    kind: String,
    authority: String,
}

#[derive(Template)]
#[template(path = "adults.html")]
struct AdultsPage {
    page: Page,
    pupil_id: String,
    pupil: String,
    /// Whether the pupil decides alone.
    is_student: bool,
    adults: Vec<Shown>,
    kinds: Vec<(&'static str, String)>,
    authorities: Vec<(&'static str, String)>,
    today: NaiveDate,
    problem: String,
}

/// The page.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, PupilId(path.into_inner()), String::new()).await?)
}

/// Writes an adult down.
///
/// # Errors
/// As `adults::add`; what can be mended comes back as a page.
pub async fn add(state: web::Data<State>, person: Person, path: web::Path<String>, posted: Posted) -> Answer {
    let (pupil, now) = (PupilId(path.into_inner()), state.clock.now());
    let told = told(Fields(&posted));
    let (scope, id) = (person.0.clone(), pupil.clone());
    let outcome = state.db.write(move |conn| adults::add(conn, &scope, now, &id, &told?).map(|_id| ())).await;
    done(&state, &person, pupil, outcome).await
}

/// Changes what is said of an adult, or ends it.
///
/// # Errors
/// As `adults::change` and `adults::end`; what can be mended comes back as a page.
pub async fn change(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let (pupil, adult) = path.into_inner();
    let (pupil, adult, now) = (PupilId(pupil), AdultId(adult), state.clock.now());
    let fields = Fields(&posted);
    let (ends, told) = (fields.ticked("end"), told(fields));
    let (scope, id) = (person.0.clone(), pupil.clone());
    let outcome = state
        .db
        .write(move |conn| {
            if ends {
                adults::end(conn, &scope, now, &id, &adult)
            } else {
                adults::change(conn, &scope, now, &id, &adult, &told?)
            }
        })
        .await;
    done(&state, &person, pupil, outcome).await
}

fn told(fields: Fields<'_>) -> Result<Told> {
    let missing = |key: &'static str| Error::Refused(Message::new(key));
    Ok(Told {
        name: fields.text("name").to_owned(),
        kind: AdultKind::from_word(fields.text("kind")).ok_or_else(|| missing("adult-no-kind"))?,
        authority: Authority::from_word(fields.text("authority")).unwrap_or(Authority::Unknown),
        alone: fields.ticked("alone"),
        source: fields.text("source").to_owned(),
        on: fields.date("on")?,
    })
}

async fn done(state: &State, person: &Person, pupil: PupilId, outcome: Result<()>) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/leerlingen/{pupil}/volwassenen"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, pupil, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    id: PupilId,
    problem: String,
) -> std::result::Result<AdultsPage, Failure> {
    let scope = person.0.clone();
    let (pupil, found) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            scope.must(Role::Coordinator, &pupil.school_id)?;
            let found = adults::of_pupil(conn, &pupil.id)?;
            let entry = Entry::by(&scope, "view-adults", "pupil", &pupil.id).because_of(&why);
            Ok(((pupil, found), entry))
        })
        .await?;
    let page = Page::of(person).at("/leerlingen");
    let shown = |adult: Adult| {
        let kind = page.t(&format!("adult-kind-{}", adult.kind));
        Shown { kind, authority: authority(page.w, &adult), adult }
    };
    Ok(AdultsPage {
        pupil_id: pupil.id.to_string(),
        pupil: pupil.full_name(),
        is_student: pupil.age(person.0.today).is_some_and(|age| age >= 16),
        adults: found.into_iter().map(shown).collect(),
        kinds: AdultKind::ALL
            .iter()
            .map(|kind| (kind.as_str(), page.t(&format!("adult-kind-{kind}"))))
            .collect(),
        authorities: Authority::ALL
            .iter()
            .map(|one| (one.as_str(), page.t(&format!("authority-{one}"))))
            .collect(),
        today: person.0.today,
        problem,
        page,
    })
}

/// What is known of an adult's authority, in a sentence.
pub fn authority(w: Words, adult: &Adult) -> String {
    let date = adult.authority_on.map(|on| long_date(w, on)).unwrap_or_default();
    w.say(
        &Message::new("adult-authority")
            .with("authority", adult.authority.as_str())
            .with("source", adult.authority_source.as_str())
            .with("date", date),
    )
}
