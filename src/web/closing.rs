//! The days on which a school is closed, and whom a partner calls then.

use actix_web::web;
use askama::Template;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::closing::{self, Asked};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error, Message, Result, SchoolId};
use crate::school::accounts::keep::may_keep;
use crate::school::closed_weeks::{self, ClosedWeek};
use crate::school::{School, store as schools};

#[derive(Template)]
#[template(path = "closing.html")]
struct ClosingPage {
    page: Page,
    school: School,
    weeks: Vec<ClosedWeek>,
    /// That holidays are known for a short while only.
    unknown: Option<String>,
    typed: Vec<(String, String)>,
    problem: String,
}

impl ClosingPage {
    /// What was typed in a field.
    fn value(&self, name: &str) -> String {
        Fields(&self.typed).text(name).to_owned()
    }
}

/// The page.
///
/// # Errors
/// `NotFound` for a school that this person does not keep. So for all of them.
pub async fn show(state: web::Data<State>, person: Person, school: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, SchoolId(school.into_inner()), Vec::new(), String::new()).await?)
}

/// Closes the school for some days.
pub async fn close(
    state: web::Data<State>,
    person: Person,
    school: web::Path<String>,
    form: Posted,
) -> Answer {
    let (school, now) = (SchoolId(school.into_inner()), state.clock.now());
    let (scope, at, sent) = (person.0.clone(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let text = |name| fields.text(name).to_owned();
        let asked = Asked {
            from: fields.date("from")?,
            to: fields.date("to")?,
            name: text("name"),
            call_whom: text("call_whom"),
            call_phone: text("call_phone"),
        };
        closing::close(conn, &scope, now, &at, &asked)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, school, form.0, outcome).await
}

/// Takes days away on which it would be closed.
pub async fn open_again(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
) -> Answer {
    let (school, week) = path.into_inner();
    let (school, now) = (SchoolId(school), state.clock.now());
    let (scope, at) = (person.0.clone(), school.clone());
    let work = move |conn: &mut Conn| closing::open_again(conn, &scope, now, &at, &week);
    let outcome = state.db.write(work).await;
    told(&state, &person, school, Vec::new(), outcome).await
}

async fn told(
    state: &State,
    person: &Person,
    school: SchoolId,
    typed: Vec<(String, String)>,
    outcome: Result<()>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/beheer/school/{school}/sluiting"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, school, typed, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    school: SchoolId,
    typed: Vec<(String, String)>,
    problem: String,
) -> Result<ClosingPage, Failure> {
    let scope = person.0.clone();
    let today = scope.today;
    let (school, mut weeks) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            may_keep(&scope, &school)?;
            let known = schools::school(conn, &school)?;
            let weeks = closed_weeks::of_school(conn, &school)?;
            Ok(((known, weeks), Entry::by(&scope, "view-closing", "school", &school)))
        })
        .await?;
    let calendar = closed_weeks::calendar_of(&school, &weeks);
    weeks.retain(|week| week.to_on >= today);
    let page = Page::of(person).at("/beheer/school");
    let known_until = calendar.known_until().map_or_else(String::new, |on| on.to_string());
    let unknown = calendar
        .ends_soon(today)
        .then(|| page.say(&Message::new("closing-holidays-unknown").with("date", known_until)));
    Ok(ClosingPage { page, school, weeks, unknown, typed, problem })
}
