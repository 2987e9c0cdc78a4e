//! The signals list: what asks attention now, one row per subject, the decision on the row.
//! What a row looks like is `rows`' work.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::rows::{Row, Typed};
use super::failure::Answer;
use super::page::{self, Page};
use crate::care::referrals::store as referrals;
use crate::care::triage::list::{self, Filter, List};
use crate::care::triage::starting_picture;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::clock::school_year;
use crate::ground::scope::Role;
use crate::ground::{Conn, GroupId, Message, Result, SchoolId, Scope};
use crate::school::model::{Group, School};
use crate::school::store as people;
use crate::signals::model::Level;
use crate::signals::state::State as Stands;

pub mod decide;
pub mod rows;
pub mod starting;

/// What the address of the list carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Only this school.
    #[serde(default)]
    pub school: String,
    /// Only this group.
    #[serde(default)]
    pub groep: String,
    /// Only this level.
    #[serde(default)]
    pub niveau: String,
    /// Only this state.
    #[serde(default)]
    pub stand: String,
    /// What was just done.
    #[serde(default)]
    pub klaar: String,
}

impl Query {
    fn filter(&self) -> Filter {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Filter {
            school: some(&self.school).map(SchoolId),
            group: some(&self.groep).map(GroupId),
            level: Level::from_word(&self.niveau),
            state: Stands::from_word(&self.stand),
        }
    }

    /// The address of the list with one part of the filter set to something else.
    fn address(&self, part: &str, value: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, own) in [
            ("school", &self.school),
            ("groep", &self.groep),
            ("niveau", &self.niveau),
            ("stand", &self.stand),
        ] {
            let value = if name == part { value } else { own };
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        match query.finish() {
            empty if empty.is_empty() => "/signalen".to_owned(),
            query => format!("/signalen?{query}"),
        }
    }
}

/// A link of the filter.
#[derive(Debug)]
struct Choice {
    href: String,
    text: String,
    here: bool,
}

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
    /// Referrals that wait for the school: a partner that has not answered, or no help that came of it.
    asking: Option<String>,
    why: String,
    states: Vec<Choice>,
    levels: Vec<Choice>,
    schools: Vec<Choice>,
    groups: Vec<Choice>,
    group_now: String,
    starting: Vec<(String, String)>,
    done: Option<String>,
    problem: Option<Problem>,
    rows: Vec<Row>,
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

type Read = (List, Vec<School>, Vec<Group>, Vec<School>, i64);

fn read(conn: &mut Conn, scope: &Scope, query: &Query) -> Result<(Read, Entry)> {
    let list = list::list(conn, scope, &query.filter())?;
    let schools = people::schools_of(conn, scope)?;
    let groups = people::groups_for(conn, scope, school_year(scope.today))?;
    let starting = starting_picture::waiting(conn, scope)?;
    let asking = referrals::asking(conn, scope)?;
    let entry = Entry::by(scope, "list-signals", "signals", "")
        .because(scope.capacity())
        .detail(query.address("", ""));
    Ok(((list, schools, groups, starting, asking), entry))
}

async fn render(
    state: &State,
    person: &Person,
    query: Query,
    problem: Option<Problem>,
) -> Result<SignalsPage, super::failure::Failure> {
    let (scope, asked) = (person.0.clone(), query.clone());
    let (list, schools, groups, starting, asking) =
        state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &asked)).await?;
    let page = Page::of(person).at("/signalen");
    let counts = Message::new("signals-counts")
        .with("waiting", list.waiting)
        .with("followed", list.followed)
        .with("mentors", list.with_mentors);
    let coordinates = person.0.has(Role::Coordinator);
    let typed = problem.as_ref().map(|problem| &problem.typed);
    let many = schools.len() > 1;
    let rows = list.rows.iter().map(|row| Row::of(row, person, many, typed)).collect();
    let group_now = groups
        .iter()
        .find(|group| group.id.0 == query.groep)
        .map_or_else(|| page.t("filter-all"), |group| group.name.clone());
    Ok(SignalsPage {
        counts: page.say(&counts),
        asking: (asking > 0).then(|| page.say(&Message::new("referrals-ask").with("count", asking))),
        why: page.t(if coordinates { "signals-why-coordinator" } else { "signals-why-mentor" }),
        states: states(&page, &query, coordinates),
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
        rows,
        back: query.address("", ""),
        page,
    })
}

fn all(page: &Page) -> std::iter::Once<(String, String)> {
    std::iter::once((String::new(), page.t("filter-all")))
}

fn choices(query: &Query, part: &str, now: &str, values: Vec<(String, String)>) -> Vec<Choice> {
    values
        .into_iter()
        .map(|(value, text)| Choice { href: query.address(part, &value), here: value == now, text })
        .collect()
}

fn states(page: &Page, query: &Query, coordinates: bool) -> Vec<Choice> {
    let open = Stands::ALL.iter().filter(|state| state.is_open());
    let mut values = vec![(String::new(), page.t("filter-waiting"))];
    values.extend(open.filter(|state| coordinates || **state != Stands::New).map(|state| {
        let word = state.as_str();
        let said = Message::new("signal-state").with("state", word);
        (word.to_owned(), page.say(&said))
    }));
    choices(query, "stand", &query.stand, values)
}
