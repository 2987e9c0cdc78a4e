//! Everything that still has to go over to the official file, on one page: a mentor's own pupils, a coordinator's school.
//! Each kind of record is a row in `KINDS`; what it gives is the text that stands on the pupil's own page too.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::people::People;
use super::failure::Answer;
use super::page::{self, Page};
use super::subject::Subject;
use super::timeline::Item;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error, Message, Result, Scope, Words};
use crate::paper::{Block, Paper};

mod conversations;
mod decisions;
mod people;
mod plans;

/// A kind of record that goes to the official file.
pub(super) struct Kind {
    /// Its word, as in addresses and forms.
    word: &'static str,
    /// What of it was not copied yet, within the scope.
    waiting: fn(&mut Conn, &Scope, Words) -> Result<Vec<Waiting>>,
    /// One of it by id, copied or not; `NotFound` outside the scope.
    find: fn(&mut Conn, &Scope, Words, &str) -> Result<Waiting>,
    /// Notes that it was copied, when it is about this subject: a pupil's or group's id.
    pub(super) mark: fn(&mut Conn, &Scope, &str, &str) -> Result<()>,
}

/// Every kind there is.
const KINDS: [Kind; 3] = [conversations::KIND, decisions::KIND, plans::KIND];

/// The kind of this word.
pub(super) fn kind(word: &str) -> Result<&'static Kind> {
    KINDS.iter().find(|kind| kind.word == word).ok_or(Error::NotFound("kind"))
}

/// A record on its way to the official file.
struct Waiting {
    about: Subject,
    /// The subject's name.
    name: String,
    item: Item,
}

/// What the address carries.
#[derive(Debug, Default, Deserialize)]
pub struct Query {
    /// What was just done.
    #[serde(default)]
    klaar: String,
}

#[derive(Template)]
#[template(path = "to_file.html")]
struct ToFilePage {
    page: Page,
    done: bool,
    count: String,
    rows: Vec<Row>,
}

/// A record as the page shows it.
struct Row {
    name: String,
    /// The subject's page.
    href: String,
    when: String,
    title: String,
    kind: &'static str,
    id: String,
    text: String,
}

impl Row {
    fn of(waiting: Waiting) -> Option<Self> {
        let copy = waiting.item.copy?;
        Some(Self {
            name: waiting.name,
            href: waiting.about.path(),
            when: waiting.item.when,
            title: waiting.item.title,
            kind: copy.kind,
            id: copy.id,
            text: copy.text,
        })
    }
}

/// The overview, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let (scope, w) = (person.0.clone(), person.words());
    let mut waiting = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let mut all = Vec::new();
            for kind in &KINDS {
                all.extend((kind.waiting)(conn, &scope, w)?);
            }
            Ok((all, Entry::by(&scope, "list-to-file", "list", "to-file").because(scope.capacity())))
        })
        .await?;
    waiting.sort_by_key(|one| one.item.on);
    let page = Page::of(&person).at("/overzetten");
    let rows: Vec<Row> = waiting.into_iter().filter_map(Row::of).collect();
    let count = page.say(&Message::new("to-file-count").with("count", rows.len()));
    page::html(&ToFilePage { done: !query.klaar.is_empty(), count, rows, page })
}

/// One record as a file for the official file.
///
/// # Errors
/// `NotFound` outside the scope, and for a kind there is not.
pub async fn pdf(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let ((word, id), scope, w) = (path.into_inner(), person.0.clone(), person.words());
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let found = (kind(&word)?.find)(conn, &scope, w, &id)?;
            let why = found.about.why(conn, &scope)?;
            let entry = Entry::by(&scope, "print-to-file", found.about.kind(), found.about.id());
            Ok((found, entry.because_of(&why)))
        })
        .await?;
    let Item { when, title, text, who, .. } = found.item;
    let lead = [when, who].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let paper = Paper {
        title: w.t("to-file-paper"),
        language: w.0.code().to_owned(),
        footer: w.t("to-file-paper"),
        blocks: vec![
            Block::Heading { level: 1, text: found.name },
            Block::Heading { level: 2, text: title },
            Block::Text(lead),
            Block::Text(text),
        ],
    };
    page::pdf(paper, "dossier").await
}
