//! The meldcode's own pages: the files somebody may read. To anybody else every address here leads nowhere, in the same
//! words. What is looked at is written down in the same transaction, in the log of the meldcode.

use std::collections::HashSet;

use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::page::{self, Page};
use crate::care::meldcode::{File, MeldcodeScope, Step, note, store};
use crate::door::{Person, State};
use crate::ground::{Conn, Error, Result};

pub mod act;
pub mod file;
mod forms;
pub mod new;
mod view;

/// A file in the list.
struct Row {
    id: String,
    name: String,
    state: String,
    opened: String,
    /// The first of the five steps that was not taken yet.
    next: String,
    answer: String,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "meldcode.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    keeps: bool,
}

/// The files this person may read.
///
/// # Errors
/// `NotFound` for who may read none.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    let scope = MeldcodeScope::of(&person.0);
    let keeps = !scope.officer_at.is_empty();
    let now = state.clock.now();
    let look = move |conn: &mut Conn| -> Result<Vec<(File, Option<Step>)>> {
        let files = store::files(conn, &scope)?;
        if files.is_empty() && !keeps {
            return Err(Error::NotFound("meldcode"));
        }
        note(conn, now, Some(&scope.account), "list", "", "")?;
        let taken: HashSet<(String, Step)> = store::taken(conn, &files)?.into_iter().collect();
        let next = |file: File| {
            let next = Step::FIVE.into_iter().find(|step| !taken.contains(&(file.id.clone(), *step)));
            (file, next)
        };
        Ok(files.into_iter().map(next).collect())
    };
    // A writing transaction for a look: what is seen and the line that says so stand or fall together.
    let found = state.db.write(look).await?;
    let page = Page::of(&person).at("/meldcode");
    let today = person.0.today;
    let row = |(file, next): (File, Option<Step>)| Row {
        state: page.t1("meldcode-state", "state", file.state.as_str()),
        opened: page.t1("meldcode-opened", "date", &page.day_of(&file.opened_at)),
        next: next
            .filter(|_| file.state.is_open())
            .map_or_else(String::new, |step| page.t1("meldcode-next", "step", step.as_str())),
        answer: view::answer(&page, &file, today),
        is_late: file.answer_by.is_some_and(|until| until < today),
        id: file.id,
        name: file.pupil_name,
    };
    page::html(&ListPage { rows: found.into_iter().map(row).collect(), keeps, page: page.clone() })
}
