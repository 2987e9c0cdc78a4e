//! A conversation on the page of a pupil or a group: its form, and recording it.

use serde::Deserialize;

use super::failure::Failure;
use super::subject::Subject;
use super::timeline;
use crate::care::speak::Spoken;
use crate::door::{Person, State};
use crate::evidence::conversations::With;
use crate::ground::{Error, Message, Result, Words};

/// The form as it is sent.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct TalkForm {
    #[serde(default)]
    with: String,
    #[serde(default)]
    held_on: String,
    #[serde(default)]
    line: String,
    #[serde(default)]
    agreed: String,
}

impl TalkForm {
    /// What was typed, as the use case wants it.
    ///
    /// # Errors
    /// `Refused` for what is not filled in.
    pub fn spoken(&self) -> Result<Spoken> {
        let refused = |key| Error::Refused(Message::new(key));
        Ok(Spoken {
            with: With::from_word(&self.with)
                .filter(|with| *with != With::Meeting)
                .ok_or_else(|| refused("talk-no-with"))?,
            held_on: self.held_on.parse().map_err(|_no_date| refused("talk-no-date"))?,
            line: self.line.clone(),
            agreed: self.agreed.clone(),
        })
    }
}

/// The form as it is shown.
#[derive(Debug)]
pub struct Talk {
    /// Who may be spoken with: code and words.
    pub choices: Vec<(&'static str, String)>,
    /// Who was chosen.
    pub with: String,
    /// The day.
    pub held_on: String,
    /// What was typed.
    pub line: String,
    /// What was agreed, as typed.
    pub agreed: String,
    /// What is wrong; empty for a fresh form.
    pub problem: String,
}

impl Talk {
    /// The form, fresh or with what was typed and what is wrong.
    #[must_use]
    pub fn new(w: Words, whom: &[With], today: chrono::NaiveDate, typed: Option<(TalkForm, String)>) -> Self {
        let choices = whom.iter().map(|with| (with.as_str(), timeline::with(w, *with))).collect();
        let (form, problem) = typed.unwrap_or_else(|| {
            let fresh = TalkForm { held_on: today.to_string(), ..TalkForm::default() };
            (fresh, String::new())
        });
        let TalkForm { with, held_on, line, agreed } = form;
        Self { choices, with, held_on, line, agreed, problem }
    }

    /// Whether the form is shown open.
    #[must_use]
    pub const fn open(&self) -> bool {
        !self.problem.is_empty()
    }
}

/// Records a conversation; gives the form back with what is wrong when it can be mended.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn record(
    state: &State,
    person: &Person,
    about: &Subject,
    form: TalkForm,
) -> Result<Option<(TalkForm, String)>, Failure> {
    let (scope, about, now, spoken) = (person.0.clone(), about.clone(), state.clock.now(), form.spoken());
    match state.db.write(move |conn| about.speak(conn, &scope, now, &spoken?)).await {
        Ok(_) => Ok(None),
        Err(Error::Refused(message)) => Ok(Some((form, person.words().say(&message)))),
        Err(other) => Err(other.into()),
    }
}
