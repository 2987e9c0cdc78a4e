//! What lies on the table of a meeting: on the screen, where what is decided is typed; on the beamer, one pupil and no score;
//! and as a file.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::print;
use super::read;
use super::view::{PackView, SeatView};
use crate::door::{Person, State};
use crate::ground::{Error, Result};
use crate::web::failure::{Answer, Failure};
use crate::web::page::{self, Page};

/// What the address carries.
#[derive(Debug, Default, Deserialize)]
pub struct Query {
    /// What was just done.
    #[serde(default)]
    klaar: String,
}

#[derive(Template)]
#[template(path = "meeting.html")]
pub(super) struct MeetingPage {
    page: Page,
    done: bool,
    pack: PackView,
}

#[derive(Template)]
#[template(path = "meeting_beamer.html")]
struct BeamerPage {
    page: Page,
    id: String,
    title: String,
    seat: SeatView,
    before: Option<usize>,
    after: Option<usize>,
}

/// What was typed about somebody on the agenda and refused, with what is wrong.
pub(super) struct Typed {
    pub(super) subject: String,
    pub(super) line: String,
    pub(super) agreed: String,
    pub(super) problem: String,
}

/// The pack on the screen.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let mut page = render(&state, &person, id.into_inner(), None).await?;
    page.done = !query.klaar.is_empty();
    page::html(&page)
}

pub(super) async fn render(
    state: &State,
    person: &Person,
    id: String,
    typed: Option<Typed>,
) -> Result<MeetingPage, Failure> {
    let mut pack = pack(state, person, id, None).await?;
    if let Some(typed) = typed
        && let Some(seat) = pack.seats.iter_mut().find(|seat| seat.id == typed.subject)
    {
        (seat.line, seat.agreed, seat.problem) = (typed.line, typed.agreed, typed.problem);
    }
    Ok(MeetingPage { page: Page::of(person).at("/besprekingen"), done: false, pack })
}

/// One place on the agenda for all to see: nobody who looks has logged in.
///
/// # Errors
/// `NotFound` outside the scope, and past the end of the agenda.
pub async fn beamer(state: web::Data<State>, person: Person, path: web::Path<(String, usize)>) -> Answer {
    let (id, number) = path.into_inner();
    let pack = pack(&state, &person, id, Some(number)).await?;
    let (id, title) = (pack.id, pack.title);
    let seat = pack.seats.into_iter().next().ok_or(Error::NotFound("subject"))?;
    page::html(&BeamerPage {
        page: Page::without_person(person.words()),
        id,
        title,
        seat,
        before: number.checked_sub(1).filter(|before| *before > 0),
        after: (number < pack.places).then_some(number + 1),
    })
}

/// The pack as a file.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn pdf(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let pack = pack(&state, &person, id.into_inner(), None).await?;
    page::pdf(print::paper(person.words(), pack), "bespreking").await
}

async fn pack(state: &State, person: &Person, id: String, only: Option<usize>) -> Result<PackView, Failure> {
    let (scope, catalogue) = (person.0.clone(), state.instruments.clone());
    let pack = state
        .db
        .read_audited_each(state.clock.now(), move |conn| read::pack(conn, &scope, &catalogue, &id, only))
        .await?;
    Ok(PackView::of(person.words(), pack))
}
