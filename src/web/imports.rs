//! Bringing in: offer a file, look at the difference, store it or not, take it back.

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::failure::Answer;
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use super::upload::receive;
use crate::door::{Person, State};
use crate::evidence::imports::{
    self, Actor, Consent, Counts, Import, Report, State as Stands, Upload, refused_file,
};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Error, ImportId, Message, Result};
use crate::school::{School, store as schools};

/// An import in the list.
struct Line {
    import: Import,
    kind: String,
    state: String,
    counts: Counts,
}

#[derive(Template)]
#[template(path = "imports.html")]
struct ListPage {
    page: Page,
    schools: Vec<School>,
    lines: Vec<(String, Vec<Line>)>,
    problem: Option<String>,
}

/// The form for a file, and what was brought in before.
///
/// # Errors
/// When the database refuses.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    page::html(&list_page(&state, &person, None).await?)
}

async fn list_page(state: &State, person: &Person, problem: Option<String>) -> Result<ListPage> {
    let scope = person.0.clone();
    let w = person.words();
    let (schools, lines) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let mut own = schools::schools_of(conn, &scope)?;
            own.retain(|school| {
                scope.has_at(Role::Administration, &school.id) || scope.has_at(Role::Coordinator, &school.id)
            });
            let mut lines = Vec::new();
            for school in &own {
                let mut of_school = Vec::new();
                for import in imports::latest(conn, Actor::Person(&scope), &school.id)? {
                    of_school.push(Line {
                        kind: w.t(&format!("import-kind-{}", import.kind)),
                        state: w.t(&format!("import-state-{}", import.state)),
                        counts: imports::counts(&import)?,
                        import,
                    });
                }
                lines.push((school.name.clone(), of_school));
            }
            let entry = Entry::by(&scope, "list-imports", "list", "imports");
            Ok(((own, lines), entry))
        })
        .await?;
    Ok(ListPage { page: Page::of(person), schools, lines, problem })
}

/// Takes a file in and shows the difference it would make.
///
/// # Errors
/// When the database refuses; a file that cannot be read shows the form again with the sentence.
pub async fn offer(state: web::Data<State>, person: Person, form: Multipart) -> Answer {
    let staged = match receive(form).await {
        Ok(upload) => stage(&state, &person, upload).await,
        Err(error) => Err(error),
    };
    match staged {
        Ok(id) => Ok(page::to(&format!("/invoer/{id}"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = Some(person.words().say(&message));
            page::again(&list_page(&state, &person, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn stage(state: &State, person: &Person, upload: Upload) -> Result<ImportId> {
    let (state, scope) = (state.clone(), person.0.clone());
    let work = move || {
        let actor = Actor::Person(&scope);
        let catalogue = state.instruments.as_ref();
        imports::stage(&state.db, &state.clock, actor, catalogue, &upload, &mut |_, _| {})
    };
    web::block(work).await.map_err(Error::internal)?
}

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    page: Page,
    import: Import,
    school: School,
    kind: String,
    report: Report,
    counts: Counts,
    is_open: bool,
    is_stored: bool,
    state: String,
    problem: Option<String>,
}

/// What an import would do or did.
///
/// # Errors
/// `NotFound` outside the person's schools.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let id = ImportId(id.into_inner());
    page::html(&import_page(&state, &person, id, None).await?)
}

async fn import_page(
    state: &State,
    person: &Person,
    id: ImportId,
    problem: Option<String>,
) -> Result<ImportPage> {
    let scope = person.0.clone();
    let w = person.words();
    let (import, school, report) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let import = imports::opened(conn, Actor::Person(&scope), &id)?;
            let school = schools::school(conn, &import.school_id)?;
            let report = Report::of(conn, &id, w)?;
            let entry = Entry::by(&scope, "view-import", "import", &id);
            Ok(((import, school, report), entry))
        })
        .await?;
    Ok(ImportPage {
        page: Page::of(person),
        kind: w.t(&format!("import-kind-{}", import.kind)),
        state: w.t(&format!("import-state-{}", import.state)),
        counts: imports::counts(&import)?,
        is_open: import.state == Stands::Previewed,
        is_stored: import.state == Stands::Stored,
        import,
        school,
        report,
        problem,
    })
}

/// Stores, leaves or takes back.
///
/// # Errors
/// `NotFound` outside the person's schools; what cannot be done shows the page again with the sentence.
pub async fn decide(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let id = ImportId(id.into_inner());
    let choice = Fields(&form).text("choice").to_owned();
    let changes = Fields(&form).ticked("changes");
    let (scope, import) = (person.0.clone(), id.clone());
    let (now, today) = (state.clock.now(), state.clock.today());
    let done = state
        .db
        .write(move |conn| {
            let actor = Actor::Person(&scope);
            imports::opened(conn, actor, &import)?;
            let consent = |all_or_nothing| Consent { all_or_nothing, changes };
            match choice.as_str() {
                "all" => imports::accept(conn, now, today, actor, &import, consent(true)),
                "good" => imports::accept(conn, now, today, actor, &import, consent(false)),
                "leave" => imports::leave(conn, now, actor, &import),
                "undo" => imports::undo(conn, now, actor, &import),
                _ => Err(Error::Refused(Message::new("import-no-choice"))),
            }
        })
        .await;
    match done {
        Ok(()) => Ok(page::to(&format!("/invoer/{id}"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = Some(person.words().say(&message));
            page::again(&import_page(&state, &person, id, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// The refused rows as a file, with a column that says why.
///
/// # Errors
/// `NotFound` outside the person's schools, and when no row was refused.
pub async fn refused(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let id = ImportId(id.into_inner());
    let scope = person.0.clone();
    let w = person.words();
    let text = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            imports::opened(conn, Actor::Person(&scope), &id)?;
            let text = refused_file(conn, &id, w)?.ok_or(Error::NotFound("refused rows"))?;
            let entry = Entry::by(&scope, "hand-back-rows", "import", &id);
            Ok((text, entry))
        })
        .await?;
    // The mark lets spreadsheets see that this is UTF-8.
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("Content-Disposition", "attachment; filename=\"geweigerd.csv\""))
        .body(format!("\u{feff}{text}")))
}
