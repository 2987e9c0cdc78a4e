//! What a ruleset would have told, in figures and in the words of the page.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::door::{Person, State};
use crate::ground::{Error, SchoolId, Words};
use crate::insight::rules::preview::{self, Count, Differs, Line};

/// Which school's rounds.
#[derive(Debug, Deserialize)]
pub struct OfSchool {
    #[serde(default)]
    school: String,
}

/// Conversations in one round under one ruleset.
#[derive(Debug, Serialize, ToSchema)]
pub struct Conversations {
    /// With mentors.
    mentors: usize,
    /// Of the coordinator.
    coordinator: usize,
    /// Of these, judged at triage.
    judged: usize,
    /// Of these, confirmed.
    confirmed: usize,
    /// The same in words.
    text: String,
}

/// A past round.
#[derive(Debug, Serialize, ToSchema)]
pub struct PastRound {
    /// The round's label.
    round: String,
    /// Whether nothing was told about pupils unasked.
    starting_picture: bool,
    /// Under the present ruleset.
    present: Conversations,
    /// Under the other one.
    other: Conversations,
}

/// A pupil, group or school the rulesets differ on.
#[derive(Debug, Serialize, ToSchema)]
pub struct Who {
    /// `pupil`, `group` or `school`.
    level: String,
    id: String,
    name: String,
    rounds: Vec<String>,
    /// What was found in each of these rounds, in words.
    reasons: Vec<String>,
}

/// A preview.
#[derive(Debug, Serialize, ToSchema)]
pub struct Previewed {
    /// Name and date.
    ruleset: String,
    /// Name and date of the present one.
    present: String,
    /// The rounds, oldest first.
    rounds: Vec<PastRound>,
    /// Who would be new.
    new: Vec<Who>,
    /// Who would not be told any more.
    gone: Vec<Who>,
}

/// The preview of a ruleset for a school.
///
/// # Errors
/// `Forbidden` for who is not its coordinator, `NotFound` for a ruleset that cannot be chosen.
pub async fn preview(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    query: web::Query<OfSchool>,
) -> Answer {
    let (name, school) = (path.into_inner(), SchoolId(query.into_inner().school));
    let words = person.words();
    let found = web::block(move || {
        let now = state.clock.now();
        preview::preview(&state.db, &state.instruments, &person.0, now, &school, &name)
    })
    .await
    .map_err(Error::internal)??;
    let dated = |(name, date): (String, String)| format!("{name} {date}");
    Ok(HttpResponse::Ok().json(Previewed {
        ruleset: dated(found.ruleset),
        present: dated(found.present),
        rounds: found.lines.into_iter().map(|line| past(words, line)).collect(),
        new: found.new.into_iter().map(|one| who(words, one)).collect(),
        gone: found.gone.into_iter().map(|one| who(words, one)).collect(),
    }))
}

fn past(words: Words, line: Line) -> PastRound {
    PastRound {
        round: line.round,
        starting_picture: line.starting_picture,
        present: counted(words, line.present),
        other: counted(words, line.other),
    }
}

fn counted(words: Words, count: Count) -> Conversations {
    Conversations {
        mentors: count.mentors,
        coordinator: count.coordinator,
        judged: count.judged,
        confirmed: count.confirmed,
        text: words.say(&count.said()),
    }
}

fn who(words: Words, differs: Differs) -> Who {
    let Differs { level, id, name, rounds } = differs;
    let reasons = rounds.iter().map(|(_, reason)| words.say(reason)).collect();
    let rounds = rounds.into_iter().map(|(round, _)| round).collect();
    Who { level: level.to_string(), id, name, rounds, reasons }
}
