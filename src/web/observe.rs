//! Writing down what was seen: phone first, saved as typed, three presses for the commonest case.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::{Deserialize, Serialize};

use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::care::observe::{self, Seen, Subject};
use crate::door::{Person, State};
use crate::evidence::instruments::Domain;
use crate::evidence::observations::{Source, Tone};
use crate::ground::audit::Entry;
use crate::ground::clock;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, Message, PupilId, Result, Scope};
use crate::school::accounts::store as drafts;
use crate::school::{Pupil, store as people};

/// The name under which what was typed is kept.
const DRAFT: &str = "observation";

/// The form as it is typed, kept and sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ObservationForm {
    /// A pupil's id.
    leerling: String,
    /// A group's id.
    groep: String,
    /// A pupil's full name, from who reads nothing.
    naam: String,
    text: String,
    domain: String,
    tone: String,
    urgent: String,
    source: String,
    seen_by: String,
    other_parent: String,
    seen_on: String,
}

#[derive(Template)]
#[template(path = "observe.html")]
struct ObservePage {
    page: Page,
    form: ObservationForm,
    problem: String,
    done: bool,
    restored: bool,
    reads: bool,
    subject: String,
    recent: Vec<Pupil>,
    others: Vec<Pupil>,
    domains: Vec<(&'static str, String)>,
}

/// What the address of the form carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    leerling: String,
    #[serde(default)]
    groep: String,
    #[serde(default)]
    klaar: String,
}

/// The form, with what was typed before and not sent.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let (account, query) = (person.0.account.clone(), query.into_inner());
    let kept = state.db.read(move |conn| drafts::draft(conn, &account, DRAFT)).await?;
    let kept: Option<ObservationForm> = kept.and_then(|json| serde_json::from_str(&json).ok());
    let restored = kept.as_ref().is_some_and(|form| !form.text.is_empty());
    let mut form = kept.unwrap_or_default();
    if !query.leerling.is_empty() || !query.groep.is_empty() {
        form.leerling = query.leerling;
        form.groep = query.groep;
    }
    let page = render(&state, &person, form, String::new()).await?;
    page::html(&ObservePage { done: !query.klaar.is_empty(), restored, ..page })
}

struct Choices {
    subject: String,
    recent: Vec<Pupil>,
    others: Vec<Pupil>,
}

/// Whom it can be about: the one chosen, the first of own groups as buttons, the rest in a list.
fn choices(conn: &mut Conn, scope: &Scope, form: &ObservationForm) -> Result<(Choices, Entry)> {
    let mut own: Vec<Pupil> = Vec::new();
    for (group, _) in &scope.groups {
        own.extend(people::pupils_of_group(conn, scope, group)?);
    }
    let subject = if form.groep.is_empty() {
        let chosen = PupilId(form.leerling.clone());
        let found = people::pupils_by_id(conn, scope, &[chosen])?;
        found.first().map(Pupil::full_name).unwrap_or_default()
    } else {
        people::group_for(conn, scope, &GroupId(form.groep.clone()))?.0.name
    };
    let last = drafts::draft(conn, &scope.account, "observed")?.unwrap_or_default();
    let last: Vec<&str> = last.split(' ').collect();
    own.sort_by_key(|pupil| {
        let at = last.iter().position(|id| *id == pupil.id.0);
        (at.unwrap_or(usize::MAX), pupil.first_name.clone())
    });
    let others = own.split_off(own.len().min(5));
    let entry = Entry::by(scope, "list-pupils", "pupils", "").because(scope.capacity());
    let choices = Choices { subject, recent: own, others };
    Ok((choices, entry))
}

async fn render(
    state: &State,
    person: &Person,
    form: ObservationForm,
    problem: String,
) -> Result<ObservePage, Failure> {
    let (scope, typed) = (person.0.clone(), form.clone());
    let choices = state.db.read_audited(state.clock.now(), move |conn| choices(conn, &scope, &typed)).await?;
    let page = Page::of(person).at("/observaties/nieuw");
    let domains = Domain::ALL.iter().map(|domain| (domain.code(), page.domain(domain.code()))).collect();
    let mut form = form;
    if form.seen_on.is_empty() {
        form.seen_on = person.0.today.to_string();
    }
    Ok(ObservePage {
        form,
        problem,
        done: false,
        restored: false,
        reads: person.0.has(Role::Mentor) || person.0.has(Role::Coordinator),
        subject: choices.subject,
        recent: choices.recent,
        others: choices.others,
        domains,
        page,
    })
}

fn read(form: &ObservationForm) -> Result<Seen> {
    let refused = |key| Error::Refused(Message::new(key));
    let subject = match (form.groep.as_str(), form.leerling.as_str(), form.naam.trim()) {
        ("", "", "") => return Err(refused("observation-no-subject")),
        ("", "", name) => Subject::FullName(name.to_owned()),
        ("", pupil, _) => Subject::Pupil(PupilId(pupil.to_owned())),
        (group, _, _) => Subject::Group(GroupId(group.to_owned())),
    };
    Ok(Seen {
        subject,
        domain: form.domain.clone(),
        tone: Tone::from_word(&form.tone).ok_or_else(|| refused("observe-no-tone"))?,
        urgent: !form.urgent.is_empty(),
        source: Source::from_word(&form.source).unwrap_or(Source::Staff),
        seen_by: form.seen_by.clone(),
        other_parent_may_read: match form.other_parent.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        text: form.text.clone(),
        seen_on: form.seen_on.parse().map_err(|_no_date| refused("observe-no-date"))?,
    })
}

/// Writes the observation down, or gives the form back with everything typed.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn write(state: web::Data<State>, person: Person, form: web::Form<ObservationForm>) -> Answer {
    let form = form.into_inner();
    let (scope, now, seen) = (person.0.clone(), state.clock.now(), read(&form));
    let about = form.leerling.clone();
    let outcome = state
        .db
        .write(move |conn| {
            observe::observe(conn, &scope, now, &seen?)?;
            if !about.is_empty() {
                let before = drafts::draft(conn, &scope.account, "observed")?.unwrap_or_default();
                let mut last = vec![about.as_str()];
                last.extend(before.split(' ').filter(|id| *id != about).take(4));
                drafts::save_draft(conn, now, &scope.account, "observed", &last.join(" "))?;
            }
            drafts::save_draft(conn, now, &scope.account, DRAFT, "")
        })
        .await;
    match outcome {
        Ok(()) => Ok(page::to("/observaties/nieuw?klaar=1")),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, form, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Keeps what is typed so far; answers with the sentence "bewaard 14:02".
///
/// # Errors
/// When the database refuses.
pub async fn keep(
    state: web::Data<State>,
    person: Person,
    form: web::Form<ObservationForm>,
) -> Result<HttpResponse, Failure> {
    let now = state.clock.now();
    let body = serde_json::to_string(&form.into_inner()).map_err(Error::internal)?;
    let account = person.0.account.clone();
    state.db.write(move |conn| drafts::save_draft(conn, now, &account, DRAFT, &body)).await?;
    let time = clock::local(now).format("%H:%M").to_string();
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(person.words().t1(
        "observe-kept",
        "time",
        time,
    )))
}
