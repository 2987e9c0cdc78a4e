//! A move in a signal's life on the line.

use super::{Copy, Item, Names, done, name};
use crate::ground::{Message, Words, clock};
use crate::signals::model::{Decision, Signal};
use crate::signals::state::{Event, State};
use crate::web::page::{domain, long_date};

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
        moves: None,
        who,
    }
}
