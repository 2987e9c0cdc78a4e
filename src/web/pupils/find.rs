//! Finding a pupil: own groups as lists, and a search by name.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::year_end;
use crate::door::{Person, State};
use crate::ground::Scope;
use crate::ground::audit::Entry;
use crate::ground::clock::school_year;
use crate::ground::scope::Role;
use crate::ground::{Conn, GroupId, Result};
use crate::school::{Group, Pupil, store as people};
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// What was asked.
#[derive(Debug, Deserialize)]
pub struct Query {
    /// The name looked for.
    #[serde(default)]
    naam: String,
}

#[derive(Template)]
#[template(path = "pupils.html")]
struct PupilsPage {
    page: Page,
    asked: String,
    found: Option<Vec<Pupil>>,
    own: Vec<(Group, Vec<Pupil>)>,
    others: Vec<Group>,
    clusters: Vec<Group>,
    /// Whether this person may open another's pupil.
    mentors: bool,
    /// How many observations wait at the year's end.
    year_end: usize,
}

struct Read {
    found: Option<Vec<Pupil>>,
    own: Vec<(Group, Vec<Pupil>)>,
    others: Vec<Group>,
    clusters: Vec<Group>,
    year_end: usize,
}

fn read(conn: &mut Conn, scope: &Scope, asked: &str) -> Result<(Read, Entry)> {
    let found = match asked.trim() {
        "" => None,
        asked => Some(people::search(conn, scope, asked)?),
    };
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for group in people::groups_for(conn, scope, school_year(scope.today))? {
        if scope.groups.iter().any(|(id, _)| *id == group.id) {
            let pupils = people::pupils_of_group(conn, scope, &group.id)?;
            own.push((group, pupils));
        } else {
            others.push(group);
        }
    }
    let ids: Vec<GroupId> = others.iter().map(|group| group.id.clone()).collect();
    let beside = people::clusters_among(conn, &ids)?;
    let (clusters, others) = others.into_iter().partition(|group| beside.contains(&group.id));
    // The name looked for is not kept: it says about whom somebody wondered.
    let entry = Entry::by(scope, "list-pupils", "pupils", "").because(scope.capacity());
    let year_end = year_end::waiting(conn, scope)?;
    Ok((Read { found, own, others, clusters, year_end }, entry))
}

/// The page.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let (scope, asked) = (person.0.clone(), query.naam.clone());
    let read = state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &asked)).await?;
    page::html(&PupilsPage {
        page: Page::of(&person).at("/leerlingen"),
        asked: query.into_inner().naam,
        found: read.found,
        own: read.own,
        others: read.others,
        clusters: read.clusters,
        mentors: person.0.has(Role::Mentor),
        year_end: read.year_end,
    })
}
