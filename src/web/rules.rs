//! The rules of a school: which ruleset holds and since when, what another would have told (`preview`), accepting one
//! or taking that back, and how often each rule proved right (`rates`).

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::preview::Shown;
use self::read::{Known, read};
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::care::ruleset;
use crate::door::{Person, State};
use crate::ground::{Error, Message, SchoolId};
use crate::insight::rules::{preview as previews, rates::ENOUGH};
use crate::signals::ruleset::Ruleset;

mod preview;
mod rates;
mod read;

/// What the address carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Which school.
    #[serde(default)]
    school: String,
    /// Which ruleset to look ahead with.
    #[serde(default)]
    set: String,
    /// What was just done.
    #[serde(default)]
    klaar: String,
}

/// Accepting a ruleset, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Form {
    /// Which school.
    #[serde(default)]
    school: String,
    /// Which ruleset.
    #[serde(default)]
    set: String,
    /// From when.
    #[serde(default)]
    from: String,
    /// Whether a choice was just kept or taken back.
    #[serde(skip)]
    done: bool,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    page: Page,
    school: SchoolId,
    name: String,
    why: String,
    now: Vec<String>,
    /// What each rule that runs asks.
    asks: Vec<String>,
    sets: Vec<(String, String, String)>,
    shown: Option<Shown>,
    from: String,
    /// Whether what is looked ahead with would change anything.
    choosable: bool,
    done: bool,
    /// The ruleset that waits; empty where none does.
    waits: String,
    problem: String,
    /// What the table of them says, and the table.
    rates_say: String,
    rates: Vec<rates::Row>,
    history: Vec<(String, String)>,
    is_coordinator: bool,
}

/// The page; with a ruleset in its address, what that would have told.
///
/// # Errors
/// `NotFound` for a school in which the person has no such role, `Forbidden` for a look ahead by another than its
/// coordinator.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let done = !query.klaar.is_empty();
    let form = Form { school: query.school.clone(), set: query.set.clone(), done, ..Form::default() };
    page::html(&render(&state, &person, form, String::new()).await?)
}

/// Accepts a ruleset.
///
/// # Errors
/// What can be mended comes back as a page, with what was typed.
pub async fn accept(state: web::Data<State>, person: Person, form: web::Form<Form>) -> Answer {
    let form = form.into_inner();
    let typed = form.clone();
    let (now, scope) = (state.clock.now(), person.0.clone());
    let outcome = state
        .db
        .write(move |conn| {
            let no_date = |_| Error::Refused(Message::new("form-no-date").with("value", &typed.from));
            let from = typed.from.parse().map_err(no_date)?;
            ruleset::accept(conn, &scope, now, &SchoolId(typed.school), &typed.set, from)
        })
        .await;
    answer(&state, &person, form, outcome).await
}

/// Takes back the choice that waits.
///
/// # Errors
/// Where nothing waits any more the page says so.
pub async fn withdraw(state: web::Data<State>, person: Person, form: web::Form<Form>) -> Answer {
    let mut form = form.into_inner();
    let (now, scope, school) = (state.clock.now(), person.0.clone(), SchoolId(form.school.clone()));
    // It is not looked ahead with on the page that comes back.
    let name = std::mem::take(&mut form.set);
    let outcome = state.db.write(move |conn| ruleset::withdraw(conn, &scope, now, &school, &name)).await;
    answer(&state, &person, form, outcome).await
}

/// The page after something was done; what can be mended comes with what was typed.
async fn answer(state: &State, person: &Person, form: Form, outcome: crate::ground::Result<()>) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/school/regels?school={}&klaar=1", form.school))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, form, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(state: &State, person: &Person, form: Form, problem: String) -> Result<RulesPage, Failure> {
    let scope = person.0.clone();
    let (asked, smallest) = (form.school.clone(), state.config.smallest_group);
    let known: Known =
        state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &asked, smallest)).await?;
    let page = Page::of(person).at("/school");
    let shown = match form.set.as_str() {
        "" => None,
        set => {
            let (state, scope) = (state.clone(), person.0.clone());
            let (school, set) = (known.school.id.clone(), set.to_owned());
            let looked = move || {
                let now = state.clock.now();
                previews::preview(&state.db, &state.instruments, &scope, now, &school, &set)
            };
            let found = web::block(looked).await.map_err(Error::internal)??;
            let asks = Ruleset::listed(&form.set)?.0.told(page.w);
            Some(preview::shown(&page, &form.set, (&found, asks)))
        }
    };
    Ok(RulesPage {
        why: page.t(if known.reader.sees_each() { "why-coordinator" } else { "why-leader" }),
        now: known.now(&page),
        asks: known.asks(&page),
        sets: known.sets(&page),
        shown,
        from: if form.from.is_empty() { known.first_day(person.0.today).to_string() } else { form.from },
        choosable: known.may_choose(&form.set),
        done: form.done,
        waits: known.waits().map(|choice| choice.ruleset.clone()).unwrap_or_default(),
        problem,
        rates_say: page.say(
            &Message::new("rates-explained")
                .with("enough", ENOUGH)
                .with("margin", if known.reader.sees_each() { "yes" } else { "no" }),
        ),
        rates: known.rates.iter().map(|(rule, rate)| rates::row(&page, *rule, rate, smallest)).collect(),
        history: known.history(&page),
        is_coordinator: known.reader.sees_each(),
        name: known.school.name,
        school: known.school.id,
        page,
    })
}
