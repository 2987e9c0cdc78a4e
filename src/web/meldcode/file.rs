//! The page of a file: the five steps, what was moved here and who had read it, who is named, and who looked.

use actix_web::web;
use askama::Template;

use super::forms::{self, StepForm};
use super::view::{self, Check, NamedView, PaperView, StepView};
use crate::care::meldcode::{File, Line, MeldcodeScope, Named, Paper, Taken, note, store};
use crate::door::{Person, State};
use crate::ground::{AccountId, Conn, Result};
use crate::school::accounts::store as accounts;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::page::{self, Page};
use crate::web::timeline::Names;

/// What stands in a file, with the names of all who appear.
struct Whole {
    file: File,
    steps: Vec<Taken>,
    papers: Vec<Paper>,
    named: Vec<Named>,
    lines: Vec<Line>,
    names: Names,
    /// Who works at the school, for the officer to name.
    people: Names,
}

#[derive(Template)]
#[template(path = "meldcode_file.html")]
pub(super) struct FilePage {
    page: Page,
    id: String,
    name: String,
    state: String,
    opened: String,
    answer: String,
    is_late: bool,
    keeps: bool,
    five: Vec<Check>,
    steps: Vec<StepView>,
    papers: Vec<PaperView>,
    named: Vec<NamedView>,
    lines: Vec<String>,
    forms: Vec<StepForm>,
    people: Names,
    today: String,
    typed: Vec<(String, String)>,
    problem: String,
    /// The field to which the problem leads.
    at: String,
}

impl FilePage {
    /// What was typed in a field about who is named.
    fn value(&self, name: &str, or: &str) -> String {
        let typed = Fields(&self.typed).text(name);
        if typed.is_empty() { or.to_owned() } else { typed.to_owned() }
    }
}

/// A file.
///
/// # Errors
/// `NotFound` for who may not read it.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, &id, Vec::new(), String::new()).await?)
}

/// The page, with what was typed and what is wrong with it.
pub(super) async fn render(
    state: &State,
    person: &Person,
    id: &str,
    typed: Vec<(String, String)>,
    problem: String,
) -> Result<FilePage, Failure> {
    let (scope, now, id) = (MeldcodeScope::of(&person.0), state.clock.now(), id.to_owned());
    let asked = scope.clone();
    let whole = state.db.write(move |conn| read(conn, &asked, now, &id)).await?;
    let page = Page::of(person).at("/meldcode");
    let (names, today) = (&whole.names, scope.today);
    let keeps = scope.keeps(&whole.file.school_id);
    let step = Fields(&typed).text("step");
    Ok(FilePage {
        state: page.t1("meldcode-state", "state", whole.file.state.as_str()),
        opened: page.t1("meldcode-opened", "date", &page.day_of(&whole.file.opened_at)),
        answer: view::answer(&page, &whole.file, today),
        is_late: whole.file.answer_by.is_some_and(|until| until < today),
        five: view::five(&page, &whole.steps),
        steps: whole.steps.iter().map(|one| view::step(&page, names, one)).collect(),
        papers: whole.papers.iter().map(|one| view::paper(&page, names, one)).collect::<Result<_>>()?,
        named: whole.named.iter().map(|one| view::named(&page, names, one, today)).collect(),
        lines: whole.lines.iter().map(|one| view::line(&page, names, one)).collect(),
        forms: if keeps { forms::of(&page, &whole.file, today, &typed) } else { Vec::new() },
        at: if step.is_empty() { "wie".to_owned() } else { format!("stap-{step}") },
        people: whole.people,
        id: whole.file.id,
        name: whole.file.pupil_name,
        today: today.to_string(),
        keeps,
        typed,
        problem,
        page,
    })
}

/// Reads a file, and writes down that it was read.
fn read(conn: &mut Conn, scope: &MeldcodeScope, now: chrono::NaiveDateTime, id: &str) -> Result<Whole> {
    let file = store::file(conn, scope, id)?;
    note(conn, now, Some(&scope.account), "view", &file.id, "")?;
    let (steps, papers) = (store::steps(conn, id)?, store::papers(conn, id)?);
    let named = store::named(conn, id)?;
    let keeps = scope.keeps(&file.school_id);
    let lines = if keeps { store::lines(conn, id)? } else { Vec::new() };
    let mut who: Vec<AccountId> = steps.iter().map(|one| one.account_id.clone()).collect();
    who.extend(named.iter().map(|one| one.account_id.clone()));
    who.extend(lines.iter().filter_map(|one| one.account_id.clone()));
    who.extend(view::writers(&papers));
    let names = accounts::names(conn, &who)?;
    let people = if keeps {
        let all = accounts::of_school(conn, &file.school_id)?.into_iter();
        let works = all.filter(|(one, _)| one.disabled_at.is_none() && one.id != scope.account);
        works.map(|(one, _)| (one.id, one.name)).collect()
    } else {
        Vec::new()
    };
    Ok(Whole { file, steps, papers, named, lines, names, people })
}
