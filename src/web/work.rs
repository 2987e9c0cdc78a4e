//! What is still open, person by person.

use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::page::{self, Page};
use super::signals::rows::Row;
use crate::care::triage::work::{self, Work};
use crate::care::{openings, year_end};
use crate::door::{Person, State};
use crate::ground::Message;
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::school::store as people;

/// What is open with one person.
struct With {
    /// The heading: a name, or that it is with nobody yet.
    name: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    page: Page,
    /// That today is the last school day for a while.
    last_day: Option<String>,
    /// That observations wait at the year's end.
    year_end: Option<String>,
    /// That an opened pupil waits to be reviewed.
    review: bool,
    /// Whether this person reviews them.
    coordinates: bool,
    mine: Vec<Row>,
    others: Vec<With>,
}

/// The page.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    let scope = person.0.clone();
    let (work, last_day, observations, review) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let schools = people::schools_of(conn, &scope)?;
            let found = (
                work::work(conn, &scope)?,
                work::last_day(conn, &scope, &schools)?,
                year_end::waiting(conn, &scope)?,
                openings::waits(conn, &scope)?,
            );
            Ok((found, Entry::by(&scope, "list-work", "signals", "").because(scope.capacity())))
        })
        .await?;
    let page = Page::of(&person).at("/signalen");
    let many = person.0.schools().len() > 1;
    let rows =
        |work: &Work| work.rows.iter().map(|row| Row::of(row, &person, many, None)).collect::<Vec<_>>();
    let is_mine = |work: &&Work| work.who.as_ref().is_some_and(|(id, _)| *id == person.0.account);
    let with = |work: &Work| With {
        name: work.who.as_ref().map_or_else(|| page.t("work-nobody"), |(_, name)| name.clone()),
        rows: rows(work),
    };
    page::html(&WorkPage {
        last_day: last_day.map(|(school, day)| {
            page.say(&Message::new("work-last-day").with("school", school).with("date", day.to_string()))
        }),
        review,
        coordinates: person.0.has(Role::Coordinator),
        year_end: (observations > 0)
            .then(|| page.say(&Message::new("year-end-waits").with("count", observations))),
        mine: work.iter().find(is_mine).map(rows).unwrap_or_default(),
        others: work.iter().filter(|one| !is_mine(one)).map(with).collect(),
        page,
    })
}
