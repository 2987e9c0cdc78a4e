//! The profiles of a school: which there are, from when and by whom; saved as a file, brought in from one, renamed, deleted.

use std::collections::HashMap;

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::failure::Answer;
use super::fields::{Fields, Posted};
use super::merging::{own, school_of};
use super::page::{self, Page};
use super::upload::parts;
use crate::door::{Person, State};
use crate::evidence::files::Profile;
use crate::evidence::imports::Actor;
use crate::evidence::imports::own_profiles::{self, Own};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error, Message, ProfileId, Result};
use crate::school::{School, accounts::store as accounts};

/// Which school.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    school: String,
}

/// A profile in the list.
struct Line {
    own: Own,
    profile: Profile,
    kind: String,
    who: String,
}

#[derive(Template)]
#[template(path = "profiles.html")]
struct ProfilesPage {
    page: Page,
    schools: Vec<School>,
    school: School,
    lines: Vec<Line>,
    /// The names of those that every school here has.
    shipped: Vec<String>,
    /// What was typed as a new name, for which profile.
    typed: Option<(ProfileId, String)>,
    problem: Option<String>,
}

impl ProfilesPage {
    /// What stands in the field for a new name.
    fn name_of<'a>(&'a self, line: &'a Line) -> &'a str {
        let typed = self.typed.as_ref().filter(|(id, _)| *id == line.own.id);
        typed.map_or(&line.profile.name, |(_, name)| name)
    }
}

/// The profiles of a school.
///
/// # Errors
/// `NotFound` for a school where this person brings nothing in.
pub async fn show(state: web::Data<State>, person: Person, chosen: web::Query<Chosen>) -> Answer {
    page::html(&render(&state, &person, chosen.into_inner().school, None, None).await?)
}

/// Brings a profile in from a file.
///
/// # Errors
/// As `show`; a file that is no profile shows the page again with the sentence.
pub async fn bring_in(state: web::Data<State>, person: Person, form: Multipart) -> Answer {
    let fields = parts(form).await?;
    let text = |name: &str| {
        let found = fields.iter().find(|(field, _, _)| field == name);
        found.map(|(_, _, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    };
    let (chosen, replaces) = (text("school"), !text("replace").is_empty());
    let file = fields.iter().find(|(field, _, bytes)| field == "file" && !bytes.is_empty());
    let file = file.map(|(_, name, bytes)| (name.clone(), bytes.clone()));
    let (scope, asked, now) = (person.0.clone(), chosen.clone(), state.clock.now());
    let done = state
        .db
        .write(move |conn| {
            let school = school_of(&own(conn, &scope)?, &asked)?;
            let (name, bytes) = file.ok_or_else(|| refused("profiles-no-file"))?;
            let text = String::from_utf8(bytes).map_err(|_not_text| refused("profiles-no-text"))?;
            let text = text.trim_start_matches('\u{feff}');
            let profile = Profile::parse(&name, text)?;
            let replaced = replaces.then_some(profile.name.as_str());
            own_profiles::keep(conn, now, Actor::Person(&scope), &school.id, (&profile, text), replaced)
        })
        .await;
    after(&state, &person, done, chosen, None).await
}

/// Gives a profile another name, or takes it away.
///
/// # Errors
/// `NotFound` outside the person's schools; a name that cannot be shows the page again with it.
pub async fn change(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let id = ProfileId(id.into_inner());
    let (name, deletes) = (Fields(&form).text("name").to_owned(), Fields(&form).text("choice") == "delete");
    let (scope, asked) = (person.0.clone(), id.clone());
    let look = move |conn: &mut Conn| own_profiles::opened(conn, Actor::Person(&scope), &asked);
    let school = state.db.read(look).await?.school_id.0;
    let (scope, asked, wanted, now) = (person.0.clone(), id.clone(), name.clone(), state.clock.now());
    let done = state
        .db
        .write(move |conn| {
            let actor = Actor::Person(&scope);
            if deletes {
                own_profiles::delete(conn, now, actor, &asked)
            } else {
                own_profiles::rename(conn, now, actor, &asked, &wanted)
            }
        })
        .await;
    after(&state, &person, done, school, Some((id, name))).await
}

/// A profile as a file, in the form of `config/profiles`.
///
/// # Errors
/// `NotFound` outside the person's schools.
pub async fn download(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let (scope, id) = (person.0.clone(), ProfileId(id.into_inner()));
    let own = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let own = own_profiles::opened(conn, Actor::Person(&scope), &id)?;
            Ok((own, Entry::by(&scope, "save-profile", "profile", &id)))
        })
        .await?;
    let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
    let name: String = own.name.chars().map(plain).collect();
    Ok(HttpResponse::Ok()
        .content_type("application/toml; charset=utf-8")
        .insert_header(("Content-Disposition", format!("attachment; filename=\"{name}.toml\"")))
        .body(own.body))
}

fn refused(key: &'static str) -> Error {
    Error::Refused(Message::new(key))
}

/// The list after something was done, or the page again with what is wrong.
async fn after(
    state: &State,
    person: &Person,
    done: Result<()>,
    school: String,
    typed: Option<(ProfileId, String)>,
) -> Answer {
    match done {
        Ok(()) => Ok(page::to(&format!("/invoer/profielen?school={school}"))),
        Err(Error::Refused(message)) => {
            let problem = Some(person.words().say(&message));
            page::again(&render(state, person, school, typed, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    chosen: String,
    typed: Option<(ProfileId, String)>,
    problem: Option<String>,
) -> Result<ProfilesPage> {
    let (scope, w) = (person.0.clone(), person.words());
    let (schools, school, lines) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let schools = own(conn, &scope)?;
            let school = school_of(&schools, &chosen)?;
            let list = own_profiles::list(conn, Actor::Person(&scope), &school.id)?;
            let makers: Vec<_> = list.iter().filter_map(|one| one.account_id.clone()).collect();
            let names: HashMap<_, _> = accounts::names(conn, &makers)?.into_iter().collect();
            let entry = Entry::by(&scope, "list-profiles", "school", &school.id);
            let lines = list.into_iter().map(|own| {
                let profile = own.profile()?;
                let named = own.account_id.as_ref().and_then(|id| names.get(id).cloned());
                let who = named.unwrap_or_else(|| w.t("imports-by-server"));
                Ok(Line { kind: w.t(&format!("import-kind-{}", profile.kind.code())), own, profile, who })
            });
            Ok(((schools, school, lines.collect::<Result<Vec<_>>>()?), entry))
        })
        .await?;
    let shipped = state.profiles.all().map(|one| one.name.clone()).collect();
    let page = Page::of(person).at("/invoer");
    Ok(ProfilesPage { page, schools, school, lines, shipped, typed, problem })
}
