//! The columns of a list that cannot be read by itself: its first rows in view, a choice per column, and what holds for all
//! rows. What was chosen becomes a profile, and the list goes on to the usual preview. How the page is filled: `shown`.

use actix_web::web;

use self::shown::render;
use super::told;
use crate::door::{Person, State};
use crate::evidence::imports::mapping::Answers;
use crate::evidence::imports::{self, Actor, Question, Reply};
use crate::ground::{AskedId, Conn, Error, Result};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page;
use crate::web::rollover;

mod shown;

/// What is known of the columns, and what is asked.
///
/// # Errors
/// `NotFound` outside the person's schools, and once the list is forgotten.
pub async fn show(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, id.into_inner().as_str().into(), None, Vec::new()).await?)
}

/// Takes the answers, and goes on to the preview.
///
/// # Errors
/// As `show`; what cannot be gives the page back with everything typed and the sentence.
pub async fn say(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let id = AskedId(id.into_inner());
    let fields = Fields(&form);
    let question = asked(&state, &person, &id).await?;
    let mut answers = typed(fields, question.look.columns.len());
    match fields.text("stap") {
        "soort" => {
            // The choices are other ones now; what fits them is filled in.
            if fields.text("gezien") != seen(&answers) {
                answers.fill_in(&question.look, question.base.as_ref(), &state.instruments);
            }
            return page::html(&render(&state, &person, id, Some(answers), Vec::new()).await?);
        }
        "vergeet" => {
            let (scope, now) = (person.0.clone(), state.clock.now());
            let forget = move |conn: &mut Conn| imports::drop_asked(conn, now, Actor::Person(&scope), &id);
            state.db.write(forget).await?;
            return Ok(page::to("/invoer"));
        }
        _ => {}
    }
    let by = (fields.text("stap") == "profiel").then(|| fields.text("profiel").to_owned());
    let for_new_year = question.must_be_roster().then(|| question.asked.school_id.clone());
    let problems = match reply(&state, &person, question, answers.clone(), by).await? {
        Reply::Staged(import) => {
            return Ok(page::to(&match for_new_year {
                Some(school) => rollover::with_list(&school, &import),
                None => format!("/invoer/{import}"),
            }));
        }
        Reply::Next => return Ok(page::to(&format!("/invoer/kolommen/{id}"))),
        Reply::Wrong(problems) => {
            problems.into_iter().map(|one| (one.field, person.words().say(&one.said))).collect()
        }
        Reply::Stopped(stopped) => vec![("soort".to_owned(), told(&person, stopped)?)],
    };
    page::again(&render(&state, &person, id, Some(answers), problems).await?)
}

async fn asked(state: &State, person: &Person, id: &AskedId) -> Result<Question> {
    let (scope, profiles, id, now) =
        (person.0.clone(), state.profiles.clone(), id.clone(), state.clock.now());
    let look = move |conn: &mut Conn| imports::question(conn, now, Actor::Person(&scope), &profiles, &id);
    state.db.read(look).await
}

async fn reply(
    state: &State,
    person: &Person,
    question: Question,
    answers: Answers,
    by: Option<String>,
) -> Result<Reply> {
    let (state, scope) = (state.clone(), person.0.clone());
    let work = move || {
        let (actor, known) = (Actor::Person(&scope), state.instruments.as_ref());
        match by {
            Some(name) => imports::answer_by(&state.db, &state.clock, actor, known, question, &name),
            None => imports::answer(&state.db, &state.clock, actor, known, question, &answers),
        }
    };
    web::block(work).await.map_err(Error::internal)?
}

/// The form as it was typed.
fn typed(fields: Fields<'_>, columns: usize) -> Answers {
    let text = |name: &str| fields.text(name).to_owned();
    Answers {
        holds: text("soort"),
        instrument: text("lijst"),
        informant: text("informant"),
        date: text("datum"),
        round: text("meetmoment"),
        date_form: text("datumvorm"),
        decimal: text("decimaal"),
        name: text("naam"),
        uses: (0..columns).map(|at| text(&format!("k{at}"))).collect(),
    }
}

/// For which kind and list the choices of a page are.
fn seen(answers: &Answers) -> String {
    format!("{} {}", answers.holds, answers.instrument)
}
