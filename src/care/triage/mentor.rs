//! The mentor first: whether it is recognised, and who takes it up. One answer for the pupil's row.

use chrono::{Duration, NaiveDateTime};

use super::assign;
use crate::ground::audit::{self, Entry};
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope};
use crate::school::store as people;
use crate::signals::moves::{self, Step};
use crate::signals::state::{Actor, Event, State};
use crate::signals::store;

words_enum! {
    /// Whether the mentor recognises the signal.
    View {
        /// I recognise this.
        Recognised = "recognised",
        /// This does not fit what I see.
        DoesNotFit = "does_not_fit",
        /// I do not know yet.
        Unknown = "unknown",
    }
}

words_enum! {
    /// What the mentor does with it.
    Choice {
        /// I take it up.
        TakesUp = "takes_up",
        /// I ask for help.
        AsksHelp = "asks_help",
        /// I leave it to the coordinator.
        PassesOn = "passes_on",
    }
}

/// How long a conversation that a mentor takes up may last before it is looked back on, in days.
const LOOK_BACK: Duration = Duration::days(28);

/// A mentor's answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Whether it is recognised.
    pub view: View,
    /// What the mentor does; not yet known means the term runs on.
    pub choice: Option<Choice>,
    /// What the mentor adds.
    pub note: String,
}

/// Gives the mentor's answer to all signals of a pupil that wait for it; returns how many.
///
/// # Errors
/// `NotFound` outside the mentor's groups, `Conflict` when nothing waits for the mentor.
pub fn answer(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    answer: &Answer,
) -> Result<usize> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    let groups = people::groups_of_pupil(conn, &pupil.id, scope.today)?;
    let in_own_group = groups.iter().any(|group| scope.groups.iter().any(|(own, _)| *own == group.id));
    if !in_own_group && !scope.pupils.iter().any(|(own, _)| *own == pupil.id) {
        return Err(Error::Forbidden(Message::new("forbidden-role").with("role", "mentor")));
    }
    let waiting: Vec<_> = store::about(conn, scope, &pupil.id.0)?
        .into_iter()
        .filter(|signal| signal.state == State::WithMentor)
        .collect();
    if waiting.is_empty() {
        return Err(Error::Conflict(Message::new("mentor-nothing-waits")));
    }
    let count = waiting.len();
    for mut signal in waiting {
        signal.mentor_view = Some(answer.view.as_str().to_owned());
        signal.mentor_choice = answer.choice.map(|choice| choice.as_str().to_owned());
        answer.note.trim().clone_into(&mut signal.mentor_note);
        match answer.choice {
            None => store::keep_answer(conn, &signal)?,
            Some(choice) => {
                let (event, look_on) = match choice {
                    Choice::TakesUp => (Event::TakesUp, Some(scope.today + LOOK_BACK)),
                    Choice::AsksHelp => (Event::AsksHelp, None),
                    Choice::PassesOn => (Event::PassesOn, None),
                };
                let step = Step {
                    account: Some(&scope.account),
                    reason: answer.view.as_str(),
                    note: answer.note.trim(),
                    look_on,
                    ..Step::of(event, Actor::Mentor)
                };
                moves::go(conn, now, &mut signal, &step)?;
                if choice == Choice::TakesUp {
                    assign::take_up(conn, scope, now, &signal)?;
                }
            }
        }
    }
    let entry = Entry::by(scope, "answer-signal", "pupil", &pupil.id)
        .because_of(&why)
        .in_role(Role::Mentor)
        .detail(answer.view.as_str());
    audit::record(conn, now, &entry)?;
    Ok(count)
}
