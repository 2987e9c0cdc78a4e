//! The remarks under a row: who worries, what the mentor said, where it stands.

use chrono::NaiveDate;

use crate::care::triage::list::{Reading, Row as Given};
use crate::care::triage::mentor::View;
use crate::evidence::observations::Source;
use crate::ground::{Message, Words, clock};
use crate::signals::state::State;
use crate::web::page::{domain, long_date};

pub(super) fn remarks(w: Words, row: &Given) -> Vec<String> {
    let mut said = Vec::new();
    let mut concerns: Vec<(Source, NaiveDate, &str)> = row
        .parts
        .iter()
        .filter_map(|part| part.concern.map(|(who, on)| (who, on, part.domain.as_str())))
        .collect();
    concerns.sort_by_key(|(_, on, _)| std::cmp::Reverse(*on));
    for (who, on, about) in concerns {
        let concern = Message::new("concern-by")
            .with("who", who.as_str())
            .with("date", long_date(w, on))
            .with("domain", domain(w, about));
        said.push(w.say(&concern));
    }
    if let Some((view, choice, note)) = &row.mentor {
        said.push(mentor(w, view, choice.as_deref(), note));
    }
    said.extend(row.parts.iter().filter_map(|part| Some(reading(w, part.reading?))));
    said.push(stands(w, row));
    if let Some(owner) = &row.owner {
        let with = Message::new("row-owner").with("name", &owner.name).with("me", u32::from(row.held_by_me));
        let said_with_it =
            if owner.held.note.is_empty() { String::new() } else { format!(": “{}”", owner.held.note) };
        said.push(format!("{}{said_with_it}", w.say(&with)));
    }
    if row.reopened {
        said.push(w.t("signal-reopened"));
    }
    said
}

/// By when a critical answer must be read, or when it was.
fn reading(w: Words, reading: Reading) -> String {
    let (how, on) = match reading.read_at {
        Some(at) => ("read", clock::local(at).date()),
        None if reading.is_reminded => ("late", reading.until),
        None => ("wanted", reading.until),
    };
    w.say(&Message::new("critical-reading").with("how", how).with("date", long_date(w, on)))
}

/// What the mentor said, in a line.
#[must_use]
pub fn mentor(w: Words, view: &str, choice: Option<&str>, note: &str) -> String {
    let view = View::from_word(view).unwrap_or(View::Unknown);
    let mut said = w.t1("mentor-said", "view", view.as_str());
    if let Some(choice) = choice {
        said = format!("{said}, {}", w.t1("mentor-does", "choice", choice));
    }
    if note.is_empty() { said } else { format!("{said}: “{note}”") }
}

fn stands(w: Words, row: &Given) -> String {
    let state = row.state.as_str();
    match (row.state, row.days_left, row.look_on) {
        (State::WithMentor, Some(left), _) => w.say(&Message::new("mentor-days-left").with("days", left)),
        (State::InConversation | State::Watching, _, Some(on)) => {
            w.say(&Message::new("state-until").with("state", state).with("date", long_date(w, on)))
        }
        _ => w.say(
            &Message::new("state-since")
                .with("state", state)
                .with("date", long_date(w, clock::local(row.raised_at).date())),
        ),
    }
}
