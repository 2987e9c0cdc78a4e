//! Opening a pupil who is not one's own, with a reason and for hours; and, for the coordinator, saying of each opening afterwards
//! whether there was reason to.

use actix_web::web;
use askama::Template;
use chrono::NaiveDateTime;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::openings::{self, Opening, Seen, Verdict};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::clock::local;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    klaar: String,
}

#[derive(Template)]
#[template(path = "open_pupil.html")]
struct OpenPage {
    page: Page,
    hours: String,
    own: Vec<Opening>,
    now: NaiveDateTime,
    whom: String,
    reason: String,
    problem: String,
}

impl OpenPage {
    fn until(&self, opening: &Opening) -> String {
        moment(&self.page, "opening-until", opening.open_until)
    }

    fn verdict(&self, opening: &Opening) -> String {
        verdict(&self.page, opening)
    }
}

#[derive(Template)]
#[template(path = "oversight.html")]
struct OversightPage {
    page: Page,
    me: String,
    all: Vec<Seen>,
    now: NaiveDateTime,
    typed: Vec<(String, String)>,
    about: String,
    problem: String,
    done: bool,
}

impl OversightPage {
    fn when(&self, opening: &Opening) -> String {
        moment(&self.page, "opening-from", opening.opened_at)
    }

    fn until(&self, opening: &Opening) -> String {
        moment(&self.page, "opening-until", opening.open_until)
    }

    fn verdict(&self, opening: &Opening) -> String {
        verdict(&self.page, opening)
    }

    fn reads(&self, one: &Seen) -> String {
        self.page.say(&Message::new("opening-reads").with("count", one.reads))
    }

    /// What was typed in the form that was refused.
    fn note(&self, id: &str) -> String {
        if self.about == id { Fields(&self.typed).text("note").to_owned() } else { String::new() }
    }
}

fn moment(page: &Page, key: &'static str, at: NaiveDateTime) -> String {
    let at = local(at);
    let time = at.format("%H:%M").to_string();
    page.say(&Message::new(key).with("date", at.date().to_string()).with("time", time))
}

fn verdict(page: &Page, opening: &Opening) -> String {
    let word = opening.verdict.map_or("none", Verdict::as_str);
    page.t1("opening-verdict", "verdict", word)
}

/// The page where a pupil is opened, with what one opened before.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    page::html(&render_own(&state, &person, Vec::new(), String::new()).await?)
}

/// Opens a pupil.
///
/// # Errors
/// What can be mended comes back as the page.
pub async fn open(state: web::Data<State>, person: Person, form: Posted) -> Answer {
    let (scope, now, sent) = (person.0.clone(), state.clock.now(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        openings::open(conn, &scope, now, fields.text("wie"), fields.text("reden"))
    };
    match state.db.write(work).await {
        Ok(pupil) => Ok(page::to(&format!("/leerlingen/{pupil}"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render_own(&state, &person, form.0, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render_own(
    state: &State,
    person: &Person,
    typed: Vec<(String, String)>,
    problem: String,
) -> Result<OpenPage, Failure> {
    let scope = person.0.clone();
    let own = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let entry = Entry::by(&scope, "list-openings", "account", &scope.account).in_role(Role::Mentor);
            Ok((openings::own(conn, &scope)?, entry))
        })
        .await?;
    let text = |name| Fields(&typed).text(name).to_owned();
    Ok(OpenPage {
        page: Page::of(person).at("/leerlingen"),
        hours: openings::HOURS.to_string(),
        own,
        now: state.clock.now(),
        whom: text("wie"),
        reason: text("reden"),
        problem,
    })
}

/// What was opened at the schools that one coordinates.
///
/// # Errors
/// When the database refuses.
pub async fn oversight(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let mut page = render_all(&state, &person, (String::new(), Vec::new()), String::new()).await?;
    page.done = !query.klaar.is_empty();
    page::html(&page)
}

/// Says of an opening whether there was reason to.
///
/// # Errors
/// `NotFound` at other schools, `Forbidden` for one's own; what can be mended comes back as the page.
pub async fn review(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let (scope, now, sent, id) = (person.0.clone(), state.clock.now(), form.0.clone(), id.into_inner());
    let of = id.clone();
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let verdict = Verdict::from_word(fields.text("verdict"))
            .ok_or_else(|| Error::Refused(Message::new("opening-no-verdict")))?;
        openings::review(conn, &scope, now, &of, verdict, fields.text("note"))
    };
    match state.db.write(work).await {
        Ok(()) => Ok(page::to("/toezicht?klaar=1")),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render_all(&state, &person, (id, form.0), problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render_all(
    state: &State,
    person: &Person,
    (about, typed): (String, Vec<(String, String)>),
    problem: String,
) -> Result<OversightPage, Failure> {
    let scope = person.0.clone();
    let all = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let entry = Entry::by(&scope, "list-openings", "list", "openings").in_role(Role::Coordinator);
            Ok((openings::to_review(conn, &scope)?, entry))
        })
        .await?;
    let page = Page::of(person).at("/signalen");
    let (me, now) = (person.0.account.0.clone(), state.clock.now());
    Ok(OversightPage { page, me, all, now, typed, about, problem, done: false })
}
