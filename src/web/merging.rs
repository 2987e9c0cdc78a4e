//! Two pupils who are one: who may be, what would move, and making them one. Shown by rehearsing the act itself, so that
//! nothing else moves than what is said. Taken back on the page of the act, as an import is.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::Answer;
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::evidence::imports::Actor;
use crate::evidence::imports::merge::{self, Merge, Moved, Side};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Result, SchoolId, Scope};
use crate::school::{School, store as schools};

/// What was chosen: the school, the number that stays, the number that goes, and whose scores win.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    school: String,
    blijft: String,
    gaat: String,
    scores: String,
}

impl Chosen {
    fn ask(&self, school: &SchoolId) -> Merge {
        Merge {
            school: school.clone(),
            stays: self.blijft.trim().to_owned(),
            goes: self.gaat.trim().to_owned(),
            newer_scores: self.scores == "gaat",
        }
    }

    const fn is_whole(&self) -> bool {
        !self.blijft.is_empty() && !self.gaat.is_empty()
    }
}

/// Two pupils of whom something says that they may be one.
struct Pair {
    said: String,
    stays: String,
    goes: String,
}

#[derive(Template)]
#[template(path = "merging.html")]
struct MergingPage {
    page: Page,
    school: School,
    schools: Vec<School>,
    pairs: Vec<Pair>,
    chosen: Chosen,
    /// Who the two are: the key of what becomes of each, and who.
    sides: Vec<(&'static str, Side)>,
    /// In what the two are equal, and in what not.
    likeness: Vec<String>,
    /// Whether this person reads of pupils; who does not sees numbers.
    names: bool,
    moved: Option<Moved>,
    problem: Option<String>,
}

/// Who may be one, and what would move of the two that were chosen.
///
/// # Errors
/// `NotFound` for a school where this person brings nothing in.
pub async fn show(state: web::Data<State>, person: Person, chosen: web::Query<Chosen>) -> Answer {
    let page = render(&state, &person, chosen.into_inner(), None).await?;
    if page.problem.is_some() { page::again(&page) } else { page::html(&page) }
}

/// Makes the two one.
///
/// # Errors
/// As `show`; what cannot be done shows the page again with the sentence.
pub async fn merge(state: web::Data<State>, person: Person, chosen: web::Form<Chosen>) -> Answer {
    let chosen = chosen.into_inner();
    let (scope, asked, now) = (person.0.clone(), chosen.clone(), state.clock.now());
    let done = state
        .db
        .write(move |conn| {
            let school = school_of(&own(conn, &scope)?, &asked.school)?;
            merge::merge(conn, now, Actor::Person(&scope), &asked.ask(&school.id))
        })
        .await;
    match done {
        Ok(act) => Ok(page::to(&format!("/invoer/{act}"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, chosen, Some(problem)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    chosen: Chosen,
    problem: Option<String>,
) -> Result<MergingPage> {
    let (scope, asked) = (person.0.clone(), chosen.clone());
    let (schools, school, suspicions, sides): (_, School, _, Vec<_>) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let own = own(conn, &scope)?;
            let school = school_of(&own, &asked.school)?;
            let actor = Actor::Person(&scope);
            let suspicions = merge::suspicions(conn, actor, &school.id)?;
            let stays = merge::side(conn, actor, &school.id, &asked.blijft)?;
            let goes = merge::side(conn, actor, &school.id, &asked.gaat)?;
            let ids: Vec<&str> = stays.iter().chain(&goes).map(|side| side.id.0.as_str()).collect();
            let entry = Entry::by(&scope, "view-merge", "school", &school.id).detail(ids.join(","));
            let sides =
                stays.zip(goes).map(|(one, two)| [("merge-this-stays", one), ("merge-this-goes", two)]);
            Ok(((own, school, suspicions, sides.into_iter().flatten().collect()), entry))
        })
        .await?;
    let (moved, found) = if chosen.is_whole() && problem.is_none() {
        match rehearse(state, &person.0, chosen.ask(&school.id)).await {
            Ok(moved) => (Some(moved), None),
            Err(Error::Refused(message) | Error::Conflict(message)) => {
                (None, Some(person.words().say(&message)))
            }
            Err(other) => return Err(other),
        }
    } else {
        (None, problem)
    };
    let page = Page::of(person).at("/invoer");
    let pairs = suspicions.into_iter().map(|one| Pair {
        said: page.say(&one.said()),
        stays: one.other,
        goes: one.number,
    });
    let names = person.0.has_at(Role::Coordinator, &school.id);
    let likeness = match sides.as_slice() {
        [(_, one), (_, two)] => one.likeness(two).iter().map(|said| page.say(said)).collect(),
        _ => Vec::new(),
    };
    let moved = if names { moved } else { moved.map(Moved::without_care) };
    Ok(MergingPage {
        likeness,
        names,
        pairs: pairs.collect(),
        school,
        schools,
        chosen,
        sides,
        moved,
        problem: found,
        page,
    })
}

/// What would move: the act itself, taken back at once.
async fn rehearse(state: &State, scope: &Scope, ask: Merge) -> Result<Moved> {
    let (scope, now) = (scope.clone(), state.clock.now());
    let work = move |conn: &mut Conn| {
        let act = merge::merge(conn, now, Actor::Person(&scope), &ask)?;
        merge::moved(conn, &act)
    };
    state.db.rehearse(work).await
}

/// The schools where this person brings in.
pub(super) fn own(conn: &mut Conn, scope: &Scope) -> Result<Vec<School>> {
    let mut own = schools::schools_of(conn, scope)?;
    own.retain(|school| {
        scope.has_at(Role::Administration, &school.id) || scope.has_at(Role::Coordinator, &school.id)
    });
    Ok(own)
}

/// The school that was chosen, else the first.
pub(super) fn school_of(own: &[School], chosen: &str) -> Result<School> {
    let school = if chosen.is_empty() { own.first() } else { own.iter().find(|one| one.id.0 == chosen) };
    school.cloned().ok_or(Error::NotFound("school"))
}
