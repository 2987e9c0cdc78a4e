//! The year's end: each observation of one's own pupils is kept with a reason or deleted.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::year_end::{self, Choice, Open};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    klaar: String,
}

#[derive(Template)]
#[template(path = "year_end.html")]
struct YearEndPage {
    page: Page,
    year: String,
    open: Vec<Open>,
    typed: Vec<(String, String)>,
    problem: String,
    done: bool,
}

impl YearEndPage {
    /// What was chosen for an observation.
    fn is(&self, id: &str, choice: &str) -> bool {
        Fields(&self.typed).text(&format!("besluit-{id}")) == choice
    }

    /// The reason that was typed.
    fn reason(&self, id: &str) -> String {
        Fields(&self.typed).text(&format!("reden-{id}")).to_owned()
    }
}

/// The page.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let mut page = render(&state, &person, Vec::new(), String::new()).await?;
    page.done = !query.klaar.is_empty();
    page::html(&page)
}

/// Keeps and deletes.
///
/// # Errors
/// `NotFound` for what does not wait for this person; what can be mended comes back as the page.
pub async fn decide(state: web::Data<State>, person: Person, form: Posted) -> Answer {
    let (scope, now, sent) = (person.0.clone(), state.clock.now(), form.0.clone());
    let choices: Vec<(String, Choice)> = sent
        .iter()
        .filter_map(|(name, choice)| {
            let id = name.strip_prefix("besluit-")?;
            match choice.as_str() {
                "bewaren" => {
                    let reason = Fields(&sent).text(&format!("reden-{id}"));
                    Some((id.to_owned(), Choice::Keep(reason.to_owned())))
                }
                "weg" => Some((id.to_owned(), Choice::Delete)),
                _ => None,
            }
        })
        .collect();
    let work = move |conn: &mut Conn| year_end::decide(conn, &scope, now, &choices);
    match state.db.write(work).await {
        Ok(_) => Ok(page::to("/jaareinde?klaar=1")),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, form.0, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    typed: Vec<(String, String)>,
    problem: String,
) -> Result<YearEndPage, Failure> {
    let scope = person.0.clone();
    let open = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let open = year_end::open(conn, &scope)?;
            let entry = Entry::by(&scope, "list-year-end", "observations", "").because(scope.capacity());
            Ok((open, entry))
        })
        .await?;
    let year = year_end::year_at_hand(person.0.today);
    let page = Page::of(person).at("/leerlingen");
    Ok(YearEndPage { page, year: format!("{year}-{}", year + 1), open, typed, problem, done: false })
}
