//! A step of a plan on the line, with the text for the official file.

use super::{Copy, Item, Names, done, name};
use crate::care::plans::model::{Plan, Step};
use crate::care::plans::state::Event;
use crate::ground::{Message, Words, clock};
use crate::web::page::{domain, long_date};

/// A step of a plan, with its domains, on the line; `about` is whom the plan is for.
#[must_use]
pub fn plan(w: Words, names: &Names, about: &str, (plan, domains): (&Plan, &[String]), step: &Step) -> Item {
    let on = clock::local(step.at).date();
    let who = step.account_id.as_ref().map_or_else(String::new, |id| name(names, id));
    let domains: Vec<String> = domains.iter().map(|code| domain(w, code)).collect();
    let title =
        Message::new("line-plan").with("event", step.event.as_str()).with("domains", domains.join(", "));
    let title = w.say(&title);
    let event = Event::from_word(&step.event);
    let mut text = Vec::new();
    if event == Some(Event::Begin) {
        text.push(plan.goal.clone());
    }
    if let (Some(Event::End), Some(outcome)) = (event, plan.outcome) {
        text.push(w.t1("plan-outcome", "outcome", outcome.as_str()));
    }
    text.push(step.note.clone());
    if let Some(evaluate_on) = step.evaluate_on {
        text.push(w.t1("line-plan-evaluate", "date", long_date(w, evaluate_on)));
    }
    text.retain(|said| !said.is_empty());
    let text: Vec<&str> = text.iter().map(|said| said.trim_end_matches('.')).collect();
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
        copy: step.account_id.as_ref().map(|_| Copy {
            kind: "plan",
            id: step.id.clone(),
            signal: String::new(),
            text: w.say(&copied),
            done: done(w, step.transferred_on),
        }),
        title,
        text,
        quote: false,
        moves: None,
        who,
    }
}
