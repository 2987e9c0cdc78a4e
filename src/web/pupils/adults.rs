//! The adults around a pupil and what is known of their authority: who they are, adding, changing, ending.

use actix_web::web;
use askama::Template;

use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AdultId, Error, Message, PupilId, Result, Words};
use crate::school::adults::{self, Adult, AdultKind, Authority, Told};
use crate::school::{ALONE_FROM, store as people};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page, long_date};

/// What is said of an adult, as the form shows or sends it.
struct Form {
    /// What its fields are called apart: the adult's id, or nothing for one who is added.
    at: String,
    name: String,
    kind: String,
    authority: String,
    alone: bool,
    source: String,
    on: String,
}

impl Form {
    fn of(adult: &Adult) -> Self {
        Self {
            at: format!("-{}", adult.id),
            name: adult.name.clone(),
            kind: adult.kind.to_string(),
            authority: adult.authority.to_string(),
            alone: adult.alone,
            source: adult.authority_source.clone(),
            on: adult.authority_on.map_or_else(String::new, |on| on.to_string()),
        }
    }

    fn typed(at: String, fields: Fields<'_>) -> Self {
        let text = |name| fields.text(name).to_owned();
        Self {
            at,
            name: text("name"),
            kind: text("kind"),
            authority: text("authority"),
            alone: fields.ticked("alone"),
            source: text("source"),
            on: text("on"),
        }
    }
}

/// An adult as the page shows one, with the form to change it.
struct Shown {
    adult: Adult,
    kind: String,
    authority: String,
    form: Form,
    /// Whether the form was refused just now.
    is_back: bool,
}

/// A form that was refused: of which adult (nobody for one who is added), its fields, and what is wrong.
#[derive(Default)]
struct Refused {
    of: Option<AdultId>,
    fields: Vec<(String, String)>,
    problem: String,
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
    new: Form,
    problem: String,
}

/// The page.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, PupilId(path.into_inner()), Refused::default()).await?)
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
    done(&state, &person, pupil, outcome, (None, posted.0)).await
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
    let (scope, id, of) = (person.0.clone(), pupil.clone(), adult.clone());
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
    done(&state, &person, pupil, outcome, (Some(of), posted.0)).await
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

async fn done(
    state: &State,
    person: &Person,
    pupil: PupilId,
    outcome: Result<()>,
    (of, fields): (Option<AdultId>, Vec<(String, String)>),
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/leerlingen/{pupil}/volwassenen"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, pupil, Refused { of, fields, problem }).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    id: PupilId,
    refused: Refused,
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
        let is_back = refused.of.as_ref() == Some(&adult.id);
        let form = if is_back {
            Form::typed(format!("-{}", adult.id), Fields(&refused.fields))
        } else {
            Form::of(&adult)
        };
        let kind = page.t(&format!("adult-kind-{}", adult.kind));
        Shown { kind, authority: authority(page.w, &adult), adult, form, is_back }
    };
    let mut new =
        Form::typed(String::new(), Fields(if refused.of.is_none() { &refused.fields } else { &[] }));
    if new.on.is_empty() && refused.fields.is_empty() {
        new.on = person.0.today.to_string();
    }
    Ok(AdultsPage {
        pupil_id: pupil.id.to_string(),
        pupil: pupil.full_name(),
        is_student: pupil.age(person.0.today).is_some_and(|age| age >= ALONE_FROM),
        adults: found.into_iter().map(shown).collect(),
        kinds: AdultKind::ALL
            .iter()
            .map(|kind| (kind.as_str(), page.t(&format!("adult-kind-{kind}"))))
            .collect(),
        authorities: Authority::ALL
            .iter()
            .map(|one| (one.as_str(), page.t(&format!("authority-{one}"))))
            .collect(),
        new,
        problem: refused.problem,
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
