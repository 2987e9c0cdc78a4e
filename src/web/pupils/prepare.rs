//! What pupil and parent prepared for a conversation that they lead: the form in which it is typed over, and how it is read
//! with the conversation.

use actix_web::web;
use serde::Deserialize;

use super::{Query, Typed, render};
use crate::care::prepare_talk::{Prepared, prepare_talk};
use crate::door::{Person, State};
use crate::evidence::preparations::{FilledBy, Preparation};
use crate::ground::{Error, Message, PupilId, Result, Words};
use crate::web::failure::Answer;
use crate::web::page;
use crate::web::subject::Subject;
use crate::web::timeline::{self, Item, Names};

/// The form as it is sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PrepareForm {
    filled_by: String,
    filled_on: String,
    strengths: String,
    worries: String,
    wish: String,
}

impl PrepareForm {
    fn prepared(&self) -> Result<Prepared> {
        let refused = |key| Error::Refused(Message::new(key));
        Ok(Prepared {
            filled_by: FilledBy::from_word(&self.filled_by).ok_or_else(|| refused("preparation-no-who"))?,
            filled_on: self.filled_on.parse().map_err(|_no_date| refused("preparation-no-day"))?,
            strengths: self.strengths.clone(),
            worries: self.worries.clone(),
            wish: self.wish.clone(),
        })
    }
}

/// The form as it is shown: each question under its name in the form, with what was typed.
#[derive(Debug)]
pub(super) struct Prepare {
    pub(super) choices: Vec<(&'static str, String)>,
    pub(super) filled_by: String,
    pub(super) filled_on: String,
    pub(super) questions: [(&'static str, String, String); 3],
    /// What is wrong; empty for a fresh form.
    pub(super) problem: String,
}

impl Prepare {
    pub(super) fn new(w: Words, today: chrono::NaiveDate, typed: Option<(PrepareForm, String)>) -> Self {
        let (form, problem) = typed.unwrap_or_else(|| {
            (PrepareForm { filled_on: today.to_string(), ..PrepareForm::default() }, String::new())
        });
        let who = |who: &FilledBy| (who.as_str(), w.t1("preparation-who", "who", who.as_str()));
        Self {
            choices: FilledBy::ALL.iter().map(who).collect(),
            filled_by: form.filled_by,
            filled_on: form.filled_on,
            questions: [
                ("strengths", w.t("preparation-strengths"), form.strengths),
                ("worries", w.t("preparation-worries"), form.worries),
                ("wish", w.t("preparation-wish"), form.wish),
            ],
            problem,
        }
    }
}

/// Keeps a list that was prepared.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn prepare(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<PrepareForm>,
) -> Answer {
    let (id, form, now) = (PupilId(id.into_inner()), form.into_inner(), state.clock.now());
    let (scope, pupil, asked) = (person.0.clone(), id.clone(), form.prepared());
    match state.db.write(move |conn| prepare_talk(conn, &scope, now, &pupil, &asked?)).await {
        Ok(()) => Ok(page::to(&Subject::Pupil(id).done())),
        Err(Error::Refused(message)) => {
            let typed = Typed { prepared: Some((form, person.words().say(&message))), ..Typed::default() };
            page::again(&render(&state, &person, id, &Query::default(), typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Adds to each conversation on the line what was prepared for it, and what still waits as a thing of its own.
pub(super) fn with_prepared(w: Words, names: &Names, prepared: &[Preparation], items: &mut Vec<Item>) {
    for list in prepared {
        let said = [
            ("preparation-strengths", &list.strengths),
            ("preparation-worries", &list.worries),
            ("preparation-wish", &list.wish),
        ];
        let said: Vec<String> = said
            .into_iter()
            .filter(|(_, answer)| !answer.is_empty())
            .map(|(question, answer)| format!("{} {answer}", w.t(question)))
            .collect();
        let title = w.t1("preparation-of", "who", list.filled_by.as_str());
        let is_for = |item: &&mut Item| {
            item.copy.as_ref().is_some_and(|copy| Some(&copy.id) == list.conversation_id.as_ref())
        };
        if let Some(held) = items.iter_mut().find(is_for) {
            held.text = format!("{}\n{title}\n{}", held.text, said.join("\n"));
            continue;
        }
        let writer = timeline::name(names, &list.account_id);
        items.push(Item::plain(w, list.filled_on, title, said.join("\n"), writer));
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.on));
}
