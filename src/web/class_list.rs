//! A class list on the screen: the pupils of a group below each other, the scales of a list beside each other, kept as it
//! is typed. Which lists and scales there are to choose stands in `choices`, handing in in `hand_in`.

use std::collections::{HashMap, HashSet};

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::choices::{Choice, Column, columns, lists};
use super::{
    failure::{Answer, Failure},
    page::{self, Page},
};
use crate::{
    door::{Person, State},
    evidence::{informant::Informant, instruments::Instrument, objections},
    ground::{Conn, Error, GroupId, Message, Result, Scope, audit::Entry, scope::Role},
    school::{Group, Pupil, accounts::store as drafts, store as people},
};

mod choices;
pub mod hand_in;

/// What the address carries.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    /// The instrument's code.
    lijst: String,
    /// Whose view; the teacher's where it is empty.
    informant: String,
    /// `1`: also the scales that raise no signals.
    alles: String,
    /// How many scores were just stored.
    klaar: Option<u32>,
}

impl Query {
    fn informant(&self) -> Informant {
        Informant::from_code(&self.informant).unwrap_or(Informant::Teacher)
    }

    /// The name under which what was typed is kept.
    fn draft(&self, group: &GroupId) -> String {
        format!("class-list {group} {} {}", self.lijst, self.informant().code())
    }
}

/// A pupil's row: name, and per scale the name of the cell, what was typed and what is wrong with it.
struct Row {
    name: String,
    /// Whether the pupil is left out of this list.
    left_out: bool,
    cells: Vec<Cell>,
}

struct Cell {
    field: String,
    label: String,
    typed: String,
    problem: bool,
}

#[derive(Template)]
#[template(path = "class_list.html")]
struct ClassListPage {
    page: Page,
    group: Group,
    path: String,
    query: Query,
    informant: &'static str,
    lists: Vec<Choice>,
    chosen: Option<String>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    date: String,
    today: String,
    restored: bool,
    /// How many scores were just stored, as a sentence.
    done: Option<String>,
    /// What is wrong, with the field it stands in.
    problems: Vec<(String, String)>,
}

/// What was typed: the fields of the form by name.
type Typed = HashMap<String, String>;

/// The list, with what was typed before.
///
/// # Errors
/// `NotFound` outside the scope, and for a list that nobody knows.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let (id, query) = (GroupId(id.into_inner()), query.into_inner());
    let (account, name) = (person.0.account.clone(), query.draft(&id));
    let kept = state.db.read(move |conn| drafts::draft(conn, &account, &name)).await?;
    let kept: Option<Typed> = kept.and_then(|json| serde_json::from_str(&json).ok());
    let page = render(&state, &person, id, query, kept.clone().unwrap_or_default(), Vec::new()).await?;
    page::html(&ClassListPage { restored: kept.is_some_and(|typed| is_begun(&typed)), ..page })
}

/// Whether any cell is filled.
fn is_begun(typed: &Typed) -> bool {
    typed.iter().any(|(field, value)| field.starts_with("c:") && !value.trim().is_empty())
}

async fn render(
    state: &State,
    person: &Person,
    id: GroupId,
    query: Query,
    typed: Typed,
    problems: Vec<(String, String)>,
) -> Result<ClassListPage, Failure> {
    let (scope, now) = (person.0.clone(), state.clock.now());
    let (group, pupils) = state.db.read_audited(now, move |conn| opened(conn, &scope, &id)).await?;
    let list = query.lijst.clone();
    let left_out = state.db.read(move |conn| objections::left_out_of(conn, &list)).await?;
    let page = Page::of(person);
    let coordinates = person.0.has_at(Role::Coordinator, &group.school_id);
    let chosen = chosen(state, &query)?;
    let columns = chosen.map(|list| columns(list, coordinates, !query.alles.is_empty())).unwrap_or_default();
    let rows = pupils.iter().map(|pupil| row(pupil, &columns, &typed, &problems, &left_out));
    let path = format!("/groepen/{}/lijst", group.id);
    let date = typed.get("datum").cloned().unwrap_or_else(|| person.0.today.to_string());
    Ok(ClassListPage {
        lists: lists(&state.instruments, &query.lijst),
        chosen: chosen.map(|list| list.name.clone()),
        rows: rows.collect(),
        informant: query.informant().code(),
        today: person.0.today.to_string(),
        restored: false,
        done: query
            .klaar
            .map(|scores| person.words().say(&Message::new("class-list-done").with("scores", scores))),
        page,
        group,
        path,
        query,
        columns,
        date,
        problems,
    })
}

/// The list that was chosen; none before that.
fn chosen<'a>(state: &'a State, query: &Query) -> Result<Option<&'a Instrument>> {
    match query.lijst.as_str() {
        "" => Ok(None),
        code => {
            state.instruments.get(code).map(|list| Some(list.as_ref())).ok_or(Error::NotFound("instrument"))
        }
    }
}

/// The group and its pupils, with the line for the log.
fn opened(conn: &mut Conn, scope: &Scope, id: &GroupId) -> Result<((Group, Vec<Pupil>), Entry)> {
    let (group, why) = people::group_for(conn, scope, id)?;
    let pupils = people::pupils_of_group(conn, scope, &group.id)?;
    let entry = Entry::by(scope, "open-class-list", "group", &group.id).because_of(&why);
    Ok(((group, pupils), entry))
}

fn row(
    pupil: &Pupil,
    columns: &[Column],
    typed: &Typed,
    problems: &[(String, String)],
    left_out: &HashSet<i64>,
) -> Row {
    let cell = |column: &Column| {
        let field = field(pupil, &column.code);
        Cell {
            typed: typed.get(&field).cloned().unwrap_or_default(),
            problem: problems.iter().any(|(of, _)| *of == field),
            label: format!("{}, {}", pupil.full_name(), column.name),
            field,
        }
    };
    Row {
        name: pupil.full_name(),
        left_out: left_out.contains(&pupil.key),
        cells: columns.iter().map(cell).collect(),
    }
}

/// The name of a cell in the form.
fn field(pupil: &Pupil, scale: &str) -> String {
    format!("c:{}:{scale}", pupil.id)
}
