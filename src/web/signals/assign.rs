//! Giving a row to somebody: on a page of its own, for whom it can be given to is asked person by person.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::triage::{assign, list};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{AccountId, Error, Message, SignalId};
use crate::signals::model::Level;
use crate::signals::store as signals;
use crate::web::account::way_back::safe_way_back;
use crate::web::failure::{Answer, Failure};
use crate::web::page::{self, Page};

/// Whom a row is given to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AssignForm {
    to: String,
    note: String,
    back: String,
}

#[derive(Template)]
#[template(path = "assign.html")]
struct AssignPage {
    page: Page,
    id: SignalId,
    /// What it is about, and where.
    about: String,
    /// Who has it now.
    now: String,
    people: Vec<(AccountId, String)>,
    typed: AssignForm,
    problem: String,
}

/// To whom it can be given.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    typed: web::Query<AssignForm>,
) -> Answer {
    let id = SignalId(id.into_inner());
    page::html(&render(&state, &person, id, typed.into_inner(), String::new()).await?)
}

/// Gives it.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn give(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<AssignForm>,
) -> Answer {
    let (id, form, now) = (SignalId(id.into_inner()), form.into_inner(), state.clock.now());
    let (scope, of, sent) = (person.0.clone(), id.clone(), form.clone());
    let work = move |conn: &mut _| {
        if sent.to.is_empty() {
            return Err(Error::Refused(Message::new("assign-nobody")));
        }
        assign::assign(conn, &scope, now, &of, &AccountId(sent.to), &sent.note)
    };
    match state.db.write(work).await {
        Ok(()) => {
            let way = safe_way_back(&form.back);
            let way = if way == "/" { "/signalen" } else { way };
            let joint = if way.contains('?') { '&' } else { '?' };
            Ok(page::to(&format!("{way}{joint}klaar=assigned")))
        }
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, id, form, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    id: SignalId,
    typed: AssignForm,
    problem: String,
) -> Result<AssignPage, Failure> {
    let (scope, of) = (person.0.clone(), id.clone());
    let (people, row) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let signal = signals::signal(conn, &scope, &of)?;
            let row = list::rows(conn, &scope)?
                .into_iter()
                .find(|row| row.parts.iter().any(|part| part.id == of))
                .ok_or(Error::NotFound("row"))?;
            let people = assign::may_have(conn, &scope, &signal)?;
            let entry = Entry::by(&scope, "look-who-may-have", "signal", &of);
            Ok(((people, row), entry))
        })
        .await?;
    let page = Page::of(person).at("/signalen");
    let now = match &row.owner {
        Some(owner) => page.t1("assign-now", "name", &owner.name),
        None => page.t("assign-with-nobody"),
    };
    let group = row.group.filter(|_| row.level == Level::Pupil).map(|(_, name)| name);
    let about = std::iter::once(row.name).chain(group).collect::<Vec<_>>().join(" · ");
    Ok(AssignPage { page, id, about, now, people, typed, problem })
}
