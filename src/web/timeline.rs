//! One time line of all that was seen, said and decided, newest first; what belongs in the official file
//! gives a short text to copy.

use chrono::NaiveDate;

use super::page::{domain, long_date};
use crate::evidence::conversations::{Conversation, With};
use crate::evidence::observations::{Observation, Source, Tone};
use crate::ground::{AccountId, Message, Words, clock};
use crate::signals::model::{Decision, Signal};
use crate::signals::state::{Event, State};

/// One thing on the line.
#[derive(Debug)]
pub struct Item {
    /// The day.
    pub on: NaiveDate,
    /// The day as people write it.
    pub when: String,
    /// How it is marked: `concern`, `strength` or nothing.
    pub mark: &'static str,
    /// What it is.
    pub title: String,
    /// What was seen or said.
    pub text: String,
    /// Whether the text is somebody's own words.
    pub quote: bool,
    /// Who wrote it down; empty for the system.
    pub who: String,
    /// The text for the official file.
    pub copy: Option<Copy>,
}

/// A text to copy to the official file.
#[derive(Debug)]
pub struct Copy {
    /// `conversation` or `decision`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The signal of a decision; else empty.
    pub signal: String,
    /// The text.
    pub text: String,
    /// "overgezet op …"; none while it was not.
    pub done: Option<String>,
}

/// Names of accounts, for "by whom".
pub type Names = Vec<(AccountId, String)>;

fn name(names: &Names, id: &AccountId) -> String {
    names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone()).unwrap_or_default()
}

fn done(w: Words, on: Option<NaiveDate>) -> Option<String> {
    on.map(|on| w.t1("copied-on", "date", long_date(w, on)))
}

/// An observation on the line.
#[must_use]
pub fn observation(w: Words, names: &Names, seen: &Observation) -> Item {
    let title = Message::new("line-observation")
        .with("tone", seen.tone.as_str())
        .with("domain", domain(w, &seen.domain));
    let writer = name(names, &seen.account_id);
    let who = match seen.source {
        Source::Staff if seen.seen_by.is_empty() => writer,
        Source::Staff => {
            w.say(&Message::new("line-seen-by").with("by", &seen.seen_by).with("writer", writer))
        }
        source => {
            w.say(&Message::new("line-words-of").with("source", source.as_str()).with("writer", writer))
        }
    };
    Item {
        on: seen.seen_on,
        when: long_date(w, seen.seen_on),
        mark: match seen.tone {
            Tone::Concern => "concern",
            Tone::Strength => "strength",
            Tone::Note => "",
        },
        title: w.say(&title),
        text: seen.text.clone(),
        quote: seen.source != Source::Staff,
        who,
        copy: None,
    }
}

/// A conversation on the line.
#[must_use]
pub fn conversation(w: Words, names: &Names, about: &str, held: &Conversation) -> Item {
    let who = name(names, &held.account_id);
    let title = with(w, held.with_whom);
    let text = Message::new("copy-conversation")
        .with("date", long_date(w, held.held_on))
        .with("title", &title)
        .with("about", about)
        .with("line", &held.line)
        .with("who", &who);
    Item {
        on: held.held_on,
        when: long_date(w, held.held_on),
        mark: "",
        text: held.line.clone(),
        quote: false,
        copy: Some(Copy {
            kind: "conversation",
            id: held.id.clone(),
            signal: String::new(),
            text: w.say(&text),
            done: done(w, held.transferred_on),
        }),
        title,
        who,
    }
}

/// Who was spoken with.
#[must_use]
pub fn with(w: Words, with: With) -> String {
    w.t1("line-conversation", "with", with.as_str())
}

/// A move in a signal's life on the line.
#[must_use]
pub fn decision(w: Words, names: &Names, about: &str, signal: &Signal, made: &Decision) -> Item {
    let on = clock::local(made.at).date();
    let who = made.account_id.as_ref().map_or_else(String::new, |id| name(names, id));
    let title = Message::new("line-decision")
        .with("event", made.event.as_str())
        .with("domain", domain(w, &signal.domain));
    let title = w.say(&title);
    let mut text = Vec::new();
    if made.to_state == State::NoAction {
        text.push(w.t1("no-action-reason", "reason", made.reason.as_str()));
    } else if made.to_state == State::Closed && Event::from_word(&made.event) == Some(Event::Closed) {
        text.push(made.reason.clone());
    }
    if !made.note.is_empty() {
        text.push(format!("“{}”", made.note));
    }
    if let Some(look_on) = made.look_on {
        text.push(w.t1("line-look-on", "date", long_date(w, look_on)));
    }
    let text = text.join(". ");
    let copied = Message::new("copy-decision")
        .with("date", long_date(w, on))
        .with("about", about)
        .with("title", &title)
        .with("text", &text)
        .with("who", &who);
    Item {
        on,
        when: long_date(w, on),
        mark: "",
        copy: made.account_id.as_ref().map(|_| Copy {
            kind: "decision",
            id: made.id.clone(),
            signal: signal.id.0.clone(),
            text: w.say(&copied),
            done: done(w, made.transferred_on),
        }),
        title,
        text,
        quote: false,
        who,
    }
}
