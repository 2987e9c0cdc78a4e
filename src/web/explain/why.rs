//! Why a signal was raised: its sentence and the figures it rests on.

use crate::ground::{Message, Words};
use crate::signals::explain::{self, Fact};
use crate::signals::kept::Kept;
use crate::signals::model::Evidence;
use crate::web::page::{domain, long_date};
use crate::web::told::Told;

/// Why a signal was raised.
#[derive(Debug)]
pub(in crate::web) struct EvidenceView {
    pub sentence: String,
    /// What it rests on.
    pub facts: Vec<Fact>,
}

/// What explains a signal beside what raised it, with where it comes from.
pub(in crate::web) fn about(sentence: &str, source: &str) -> EvidenceView {
    EvidenceView { sentence: format!("{sentence} {source}"), facts: Vec::new() }
}

pub(super) fn why(w: Words, known: &Told, evidence: &Evidence) -> EvidenceView {
    let Some(kept) = Kept::read(&evidence.finding) else {
        return EvidenceView { sentence: concern(w, known, evidence), facts: Vec::new() };
    };
    EvidenceView { sentence: w.say(&kept.reason), facts: explain::facts(w, evidence, &kept) }
}

fn concern(w: Words, known: &Told, evidence: &Evidence) -> String {
    let seen = known.observations.iter().find(|seen| Some(&seen.id) == evidence.observation_id.as_ref());
    seen.map_or_else(String::new, |seen| {
        w.say(
            &Message::new("concern-by")
                .with("who", seen.source.as_str())
                .with("date", long_date(w, seen.seen_on))
                .with("domain", domain(w, &seen.domain)),
        )
    })
}
