//! What can go along with a referral, as boxes to tick.

use crate::care::referrals::model::Choice;
use crate::ground::Words;
use crate::web::referrals::read::Draft;

/// Something that can go along.
pub(super) struct Tick {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) on: Option<chrono::NaiveDate>,
    pub(super) ticked: bool,
}

/// The conversations.
pub(super) fn conversations(w: Words, draft: &Draft, chosen: &Choice) -> Vec<Tick> {
    draft
        .conversations
        .iter()
        .map(|c| Tick {
            id: c.id.clone(),
            text: format!("{}: {}", w.t(&format!("with-{}", c.with_whom)), c.line),
            on: Some(c.held_on),
            ticked: chosen.conversations.contains(&c.id),
        })
        .collect()
}

/// What was seen.
pub(super) fn observations(draft: &Draft, chosen: &Choice) -> Vec<Tick> {
    draft
        .observations
        .iter()
        .map(|o| Tick {
            id: o.id.clone(),
            text: o.text.clone(),
            on: Some(o.seen_on),
            ticked: chosen.observations.contains(&o.id),
        })
        .collect()
}

/// What was raised.
pub(super) fn signals(w: Words, draft: &Draft, chosen: &Choice) -> Vec<Tick> {
    draft
        .signals
        .iter()
        .map(|(id, reason)| Tick {
            id: id.clone(),
            text: w.say(reason),
            on: None,
            ticked: chosen.signals.contains(id),
        })
        .collect()
}
