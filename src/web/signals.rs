//! The signals list: what asks attention now, one row per subject. A row is made in `rows`, decided on in `decide`.

use actix_web::web;
use askama::Template;

use self::filter::{Choice, Query, all, choices, owners, states};
use self::read::read;
use self::rows::{Row, Typed};
use super::failure::Answer;
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::ground::scope::Role;
use crate::ground::{Message, Result};
use crate::school::model::{Group, School};
use crate::signals::model::Level;

pub mod assign;
mod back;
pub mod decide;
mod filter;
mod keys;
mod may;
pub mod mentor;
mod read;
pub mod read_critical;
mod remarks;
pub mod rows;
pub mod say;
pub mod starting;

/// What could not be done, on its way back to the row it was tried on.
#[derive(Debug)]
struct Problem {
    text: String,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "signals.html")]
struct SignalsPage {
    page: Page,
    counts: String,
    /// That today is the last school day for a while.
    last_day: Option<String>,
    /// Referrals that wait for the school: a partner that has not answered, or no help that came of it.
    asking: Option<String>,
    why: String,
    states: Vec<Choice>,
    owners: Vec<Choice>,
    levels: Vec<Choice>,
    schools: Vec<Choice>,
    groups: Vec<Choice>,
    group_now: String,
    starting: Vec<(String, String)>,
    done: Option<String>,
    problem: Option<Problem>,
    rows: Vec<Row>,
    /// What may be done on them with keys.
    keys: String,
    back: String,
}

/// The list.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let page = render(&state, &person, query.into_inner(), None).await?;
    page::html(&page)
}

async fn render(
    state: &State,
    person: &Person,
    query: Query,
    problem: Option<Problem>,
) -> Result<SignalsPage, super::failure::Failure> {
    let (scope, asked) = (person.0.clone(), query.clone());
    let (list, schools, groups, starting, asking, last_day) =
        state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &asked)).await?;
    let page = Page::of(person).at("/signalen");
    let counts = Message::new("signals-counts")
        .with("waiting", list.waiting)
        .with("followed", list.followed)
        .with("mentors", list.with_mentors);
    let coordinates = person.0.has(Role::Coordinator);
    let typed = problem.as_ref().map(|problem| &problem.typed);
    let many = schools.len() > 1;
    let rows: Vec<Row> = list.rows.iter().map(|row| Row::of(row, person, many, typed)).collect();
    let group_now = groups
        .iter()
        .find(|group| group.id.0 == query.groep)
        .map_or_else(|| page.t("filter-all"), |group| group.name.clone());
    Ok(SignalsPage {
        counts: page.say(&counts),
        asking: (asking > 0).then(|| page.say(&Message::new("referrals-ask").with("count", asking))),
        last_day: last_day.map(|(school, day)| {
            page.say(&Message::new("work-last-day").with("school", school).with("date", day.to_string()))
        }),
        why: page.t(if coordinates { "signals-why-coordinator" } else { "signals-why-mentor" }),
        states: states(&page, &query, coordinates),
        owners: owners(&page, &query),
        levels: choices(&query, "niveau", &query.niveau, {
            let level = |level: &Level| {
                let word = level.as_str();
                (word.to_owned(), page.t(&format!("level-{word}")))
            };
            all(&page).chain(Level::ALL.iter().map(level)).collect()
        }),
        schools: choices(&query, "school", &query.school, {
            let school = |s: &School| (s.id.0.clone(), s.name.clone());
            all(&page).chain(schools.iter().map(school)).collect()
        }),
        groups: choices(&query, "groep", &query.groep, {
            let group = |g: &Group| (g.id.0.clone(), g.name.clone());
            all(&page).chain(groups.iter().map(group)).collect()
        }),
        group_now,
        starting: starting
            .into_iter()
            .map(|school| {
                let text = page.t1("starting-picture-look", "school", &school.name);
                (school.id.0, text)
            })
            .collect(),
        done: (!query.klaar.is_empty())
            .then(|| page.say(&Message::new("signals-done").with("what", query.klaar.as_str()))),
        problem,
        keys: keys::keys(&page, &rows),
        rows,
        back: query.address("", ""),
        page,
    })
}
