//! Strengths and questions in plain words, for sheets and meetings: no figure, no word of statistics.

use crate::ground::{Message, Words};
use crate::insight::on_the_table::{Question, Strength};
use crate::web::page::{domain, long_date};

/// A strength as a short line.
#[must_use]
pub fn strength(w: Words, strength: &Strength) -> String {
    capital(&match strength {
        Strength::Well { domain: code, better } => {
            let how = if *better { "better" } else { "well" };
            w.say(&Message::new("table-well").with("domain", domain(w, code)).with("how", how))
        }
        Strength::Seen { domain: code, on } => {
            let said = Message::new("table-seen").with("domain", domain(w, code));
            w.say(&said.with("date", long_date(w, *on)))
        }
    })
}

/// What is asked, about whom the reader has before them.
#[must_use]
pub fn question(w: Words, question: &Question) -> String {
    w.say(
        &Message::new("table-question")
            .with("asks", question.asks.as_str())
            .with("domain", domain(w, &question.domain)),
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
