//! The log of a pupil for parents or the pupil: what may be given, the form with which a person releases lines, and what was given,
//! to print.

use actix_web::web;
use askama::Template;

use crate::care::log_release::{self, Asked, AskedBy, Candidate, Line, Release};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

#[derive(Template)]
#[template(path = "pupil_log.html")]
struct LogPage {
    page: Page,
    id: PupilId,
    name: String,
    lines: Vec<Candidate>,
    released: Vec<Release>,
    typed: Vec<(String, String)>,
    today: String,
    problem: String,
}

impl LogPage {
    fn value(&self, name: &str) -> String {
        Fields(&self.typed).text(name).to_owned()
    }

    fn is(&self, name: &str, value: &str) -> bool {
        Fields(&self.typed).text(name) == value
    }

    /// A line is chosen until somebody says otherwise.
    fn chosen(&self, line: &Candidate) -> bool {
        self.typed.is_empty() || Fields(&self.typed).all("regel").contains(&line.key())
    }

    fn said(&self, line: &Candidate) -> String {
        said(&self.page, &line.function, &line.purpose)
    }

    fn by(&self, release: &Release) -> String {
        self.page.t1("release-asked-by", "who", release.asked_by.as_str())
    }
}

#[derive(Template)]
#[template(path = "pupil_log_given.html")]
struct GivenPage {
    page: Page,
    id: PupilId,
    name: String,
    release: Release,
    /// On which day it was released.
    day: String,
    lines: Vec<Line>,
}

impl GivenPage {
    fn said(&self, line: &Line) -> String {
        said(&self.page, &line.function, &line.purpose)
    }
}

/// A line in words: the function, and what it was for.
fn said(page: &Page, function: &str, purpose: &str) -> String {
    let roles = function.split('+').map(|role| match Role::from_word(role) {
        Some(_) => page.t1("role", "role", role),
        None => page.t1("release-function", "function", role),
    });
    let roles: Vec<String> = roles.collect();
    format!("{}: {}", roles.join(", "), page.t1("release-purpose", "purpose", purpose))
}

/// What may be given, and what was.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate there. So for all of them.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, PupilId(id.into_inner()), Vec::new(), String::new()).await?)
}

/// Releases lines.
pub async fn release(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let (scope, now, sent) = (person.0.clone(), state.clock.now(), form.0.clone());
    let id = PupilId(id.into_inner());
    let of = id.clone();
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let missing = |key| Error::Refused(Message::new(key));
        let asked = Asked {
            by: AskedBy::from_word(fields.text("door")).ok_or_else(|| missing("release-no-asker"))?,
            on: fields.date("op")?.ok_or_else(|| missing("talk-no-date"))?,
            asker: fields.text("wie").to_owned(),
            weighed: fields.text("gewogen").to_owned(),
            names_because: fields.text("namen").to_owned(),
            lines: fields.all("regel"),
        };
        log_release::release(conn, &scope, now, &of, &asked)
    };
    match state.db.write(work).await {
        Ok(release) => Ok(page::to(&format!("/leerlingen/{id}/inzage/{release}"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, id, form.0, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// What was given, to print.
pub async fn given(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let (id, release) = path.into_inner();
    let (scope, id) = (person.0.clone(), PupilId(id));
    let of = id.clone();
    let (pupil, release, lines) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let found = log_release::one(conn, &scope, &of, &release)?;
            let entry = Entry::by(&scope, "view-release", "pupil", &of).in_role(Role::Coordinator);
            Ok((found, entry))
        })
        .await?;
    let page = Page::of(&person).at("/leerlingen");
    let day = page.day_of(&release.released_at);
    page::html(&GivenPage { page, id, name: pupil.full_name(), release, day, lines })
}

async fn render(
    state: &State,
    person: &Person,
    id: PupilId,
    typed: Vec<(String, String)>,
    problem: String,
) -> Result<LogPage, Failure> {
    let (scope, of) = (person.0.clone(), id.clone());
    let (pupil, lines, released) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, lines) = log_release::candidates(conn, &scope, &of)?;
            let released = log_release::released(conn, &scope, &of)?;
            let entry = Entry::by(&scope, "view-log", "pupil", &of).in_role(Role::Coordinator);
            Ok(((pupil, lines, released), entry))
        })
        .await?;
    Ok(LogPage {
        page: Page::of(person).at("/leerlingen"),
        id,
        name: pupil.full_name(),
        lines,
        released,
        typed,
        today: person.0.today.to_string(),
        problem,
    })
}
