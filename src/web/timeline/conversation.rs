//! A conversation on the line, with the text for the official file.

use super::{Copy, Item, Names, done, name};
use crate::evidence::conversations::{Conversation, With};
use crate::ground::{Message, Words};
use crate::web::page::long_date;

/// A conversation on the line.
#[must_use]
pub fn conversation(w: Words, names: &Names, about: &str, held: &Conversation) -> Item {
    let who = name(names, &held.account_id);
    let title = with(w, held.with_whom);
    let said = said(w, held);
    let text = Message::new("copy-conversation")
        .with("date", long_date(w, held.held_on))
        .with("title", &title)
        .with("about", about)
        .with("line", &said)
        .with("who", &who);
    Item {
        on: held.held_on,
        when: long_date(w, held.held_on),
        mark: "",
        text: said,
        quote: false,
        copy: Some(Copy {
            kind: "conversation",
            id: held.id.clone(),
            text: w.say(&text),
            done: done(w, held.transferred_on),
        }),
        title,
        who,
        moves: None,
    }
}

/// What came of it, and what was agreed.
#[must_use]
pub fn said(w: Words, held: &Conversation) -> String {
    match held.agreed.as_str() {
        "" => held.line.clone(),
        agreed => format!("{}\n{}", held.line, w.t1("line-agreed", "agreed", agreed)),
    }
}

/// Who was spoken with.
#[must_use]
pub fn with(w: Words, with: With) -> String {
    w.t1("line-conversation", "with", with.as_str())
}
