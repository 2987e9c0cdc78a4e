//! One time line of all that was seen, said and decided, newest first; what belongs in the official file
//! gives a short text to copy. Conversations, decisions and plans have a file each.

use chrono::NaiveDate;

use super::page::{domain, long_date};
use crate::evidence::observations::{Observation, Source, Tone};
use crate::ground::{AccountId, Message, Words};

mod conversation;
mod decision;
mod plan;

pub use self::conversation::{conversation, said, with};
pub use self::decision::decision;
pub use self::plan::plan;

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
    /// The id of an observation that can be moved to the meldcode.
    pub moves: Option<String>,
}

impl Item {
    /// Something that is told in plain words and goes into no file.
    #[must_use]
    pub fn plain(w: Words, on: NaiveDate, title: String, text: String, who: String) -> Self {
        let when = long_date(w, on);
        Self { on, when, mark: "", title, text, quote: false, who, copy: None, moves: None }
    }
}

/// A text to copy to the official file.
#[derive(Debug)]
pub struct Copy {
    /// `conversation`, `decision` or `plan`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The text.
    pub text: String,
    /// "overgezet op …"; none while it was not.
    pub done: Option<String>,
}

/// Names of accounts, for "by whom".
pub type Names = Vec<(AccountId, String)>;

/// A name among these; empty for who is not there.
#[must_use]
pub fn name(names: &Names, id: &AccountId) -> String {
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
        moves: seen.pupil_id.is_some().then(|| seen.id.clone()),
    }
}
