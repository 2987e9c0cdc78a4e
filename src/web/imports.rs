//! Bringing in: the list of what was brought in, and offering a file. One import stands in `one`.

use std::collections::HashMap;

use actix_multipart::Multipart;
use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use super::upload::receive;
use crate::door::{Person, State};
use crate::evidence::files::Catalogue;
use crate::evidence::imports::{self, Actor, Counts, Import, Offer, Unsorted, Whole, own_profiles};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AskedId, Error, ImportId, Message, Result, SchoolId};
use crate::school::{School, accounts::store as accounts, store as schools};

pub mod columns;
pub mod decide;
pub mod difference;
pub mod one;
pub mod refused;

/// The choice on the form of who wants to say what the columns are.
const ASK: &str = "?";

/// An import in the list.
struct Line {
    import: Import,
    kind: String,
    state: String,
    counts: Counts,
    /// An act on what is known, without a file.
    is_act: bool,
    /// Who brought it in.
    who: String,
}

#[derive(Template)]
#[template(path = "imports.html")]
struct ListPage {
    page: Page,
    schools: Vec<School>,
    /// The schools' own profiles, and those of this installation, under whose they are.
    profiles: Vec<(String, Vec<String>)>,
    lines: Vec<(String, Vec<Line>)>,
    /// Groups that may be parts of one, by school.
    parts: Vec<(School, Vec<Whole>)>,
    problem: Option<String>,
}

/// The form for a file, and what was brought in before.
///
/// # Errors
/// When the database refuses.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    page::html(&list_page(&state, &person, None).await?)
}

async fn list_page(state: &State, person: &Person, problem: Option<String>) -> Result<ListPage> {
    let scope = person.0.clone();
    let w = person.words();
    let (schools, mut profiles, lines, parts) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let mut own = schools::schools_of(conn, &scope)?;
            own.retain(|school| {
                scope.has_at(Role::Administration, &school.id) || scope.has_at(Role::Coordinator, &school.id)
            });
            let (mut lines, mut parts, mut profiles) = (Vec::new(), Vec::new(), Vec::new());
            for school in &own {
                let own = own_profiles::list(conn, Actor::Person(&scope), &school.id)?;
                let own: Result<Vec<_>> = own.iter().map(|one| Ok(one.profile()?.name)).collect();
                profiles.push((school.name.clone(), own?));
                let mut of_school = Vec::new();
                let latest = imports::latest(conn, Actor::Person(&scope), &school.id)?;
                let accounts: Vec<_> = latest.iter().filter_map(|one| one.account_id.clone()).collect();
                let names: HashMap<_, _> = accounts::names(conn, &accounts)?.into_iter().collect();
                for import in latest {
                    let named = import.account_id.as_ref().and_then(|id| names.get(id).cloned());
                    of_school.push(Line {
                        kind: w.t(&format!("import-kind-{}", import.kind)),
                        state: w.t(&format!("import-state-{}", import.state)),
                        counts: imports::counts(&import)?,
                        is_act: import.is_act(),
                        who: named.unwrap_or_else(|| w.t("imports-by-server")),
                        import,
                    });
                }
                lines.push((school.name.clone(), of_school));
                let wholes = imports::offered(conn, Actor::Person(&scope), &school.id, scope.today)?;
                if !wholes.is_empty() {
                    parts.push((school.clone(), wholes));
                }
            }
            let entry = Entry::by(&scope, "list-imports", "list", "imports");
            Ok(((own, profiles, lines, parts), entry))
        })
        .await?;
    let shipped = state.profiles.all().map(|one| one.name.clone()).collect();
    profiles.push((w.t("imports-profile-shipped"), shipped));
    profiles.retain(|(_, names)| !names.is_empty());
    Ok(ListPage { page: Page::of(person), schools, profiles, lines, parts, problem })
}

/// Takes a file in and shows the difference it would make.
///
/// # Errors
/// When the database refuses; a file that cannot be read shows the form again with the sentence.
pub async fn offer(state: web::Data<State>, person: Person, form: Multipart) -> Answer {
    let mut offer = match receive(form, person.words().t("imports-pasted")).await {
        Ok(offer) => offer,
        Err(error) => {
            let problem = Some(told(&person, (String::new(), error))?);
            return page::again(&list_page(&state, &person, problem).await?);
        }
    };
    if offer.profile.take_if(|name| name == ASK).is_some()
        && let Some(id) = ask(&state, &person, offer.clone(), None).await?
    {
        return Ok(page::to(&format!("/invoer/kolommen/{id}")));
    }
    match stage(&state, &person, offer.clone()).await? {
        Ok(id) => Ok(page::to(&format!("/invoer/{id}"))),
        Err((file, Error::Refused(why))) => {
            if let Some(id) = ask(&state, &person, offer, Some((file.clone(), why.clone()))).await? {
                return Ok(page::to(&format!("/invoer/kolommen/{id}")));
            }
            let problem = Some(told(&person, (file, Error::Refused(why)))?);
            page::again(&list_page(&state, &person, problem).await?)
        }
        Err(unsorted) => {
            let problem = Some(told(&person, unsorted)?);
            page::again(&list_page(&state, &person, problem).await?)
        }
    }
}

/// Makes groups one that arrived in parts.
///
/// # Errors
/// `Forbidden` where this person brings nothing in; what cannot be done shows the page again with the sentence.
pub async fn join(state: web::Data<State>, person: Person, form: Posted) -> Answer {
    let fields = Fields(&form);
    let (school, names) = (SchoolId::from(fields.text("school")), fields.all("samen"));
    let (scope, now) = (person.0.clone(), state.clock.now());
    let done = state
        .db
        .write(move |conn| {
            imports::join_parts(conn, now, scope.today, Actor::Person(&scope), &school, &names)
        })
        .await;
    match done {
        Ok(act) => Ok(page::to(&format!("/invoer/{act}"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = Some(person.words().say(&message));
            page::again(&list_page(&state, &person, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Lets an offer wait until somebody has said what the columns of a list in it are; none where that would not help.
pub(super) async fn ask(
    state: &State,
    person: &Person,
    offer: Offer,
    why: Option<(String, Message)>,
) -> Result<Option<AskedId>> {
    let (state, scope) = (state.clone(), person.0.clone());
    let work = move || {
        let about = why.as_ref().map_or(("", None), |(file, why)| (file.as_str(), Some(why)));
        imports::ask(&state.db, &state.clock, Actor::Person(&scope), offer, about)
    };
    web::block(work).await.map_err(Error::internal)?
}

/// What is wrong with a file, with its name; an error that is nothing for a person stays one.
pub(super) fn told(person: &Person, (file, error): Unsorted) -> Result<String> {
    match error {
        Error::Refused(message) | Error::Conflict(message) => {
            let sentence = person.words().say(&message);
            Ok(if file.is_empty() { sentence } else { format!("{file}: {sentence}") })
        }
        other => Err(other),
    }
}

/// Sets what was offered aside.
pub(super) async fn stage(
    state: &State,
    person: &Person,
    offer: Offer,
) -> Result<Result<ImportId, Unsorted>> {
    let (state, scope) = (state.clone(), person.0.clone());
    let work = move || {
        let known = (state.instruments.as_ref() as &dyn Catalogue, state.profiles.as_ref());
        imports::offer(&state.db, &state.clock, Actor::Person(&scope), known, offer)
    };
    web::block(work).await.map_err(Error::internal)
}
