//! What the scale of a plan says, in words: before and after, the error of measurement, what was to be expected, and
//! better, same, worse, or that it cannot be told.

use crate::ground::Message;
use crate::insight::effect::{Effect, Missing, Watching};
use crate::web::charts::figure;
use crate::web::page::Page;
use crate::web::scales;

/// What is said.
#[derive(Debug)]
pub(super) struct Said {
    /// In a word.
    pub verdict: String,
    /// The sentences.
    pub lines: Vec<String>,
}

pub(super) fn said(page: &Page, watching: &Watching) -> Said {
    let Some(effect) = &watching.effect else {
        return Said { verdict: page.t("effect-not-yet"), lines: Vec::new() };
    };
    match effect.shown() {
        Ok(effect) => told(page, watching, effect),
        Err(_) => Said { verdict: page.t("effect-cannot_tell"), lines: vec![page.t("hidden-none")] },
    }
}

fn told(page: &Page, watching: &Watching, effect: &Effect) -> Said {
    let whom = if effect.pupils > 1 { "group" } else { "pupil" };
    let mut lines = Vec::new();
    if let Some(before) = &effect.before {
        let round = |round: &str| scales::round(page.w, round);
        let said = Message::new("effect-before")
            .with("whom", whom)
            .with("score", figure(page.w, before.score))
            .with("round", round(&before.round));
        lines.push(page.say(&said));
        if let Some(after) = &effect.after {
            let said = Message::new("effect-after")
                .with("score", figure(page.w, after.score))
                .with("round", round(&after.round))
                .with("whom", whom)
                .with("n", effect.pupils);
            lines.push(page.say(&said));
        }
    }
    let direction = if watching.high_is_good { "strength" } else { "concern" };
    let range = Message::new("effect-range")
        .with("min", figure(page.w, watching.range.0))
        .with("max", figure(page.w, watching.range.1))
        .with("direction", direction);
    lines.push(page.say(&range));
    if let Some(error) = effect.error {
        let said = Message::new("effect-error").with("whom", whom).with("error", figure(page.w, error));
        lines.push(page.say(&said));
    }
    if let Some((_, low, high)) = effect.expected {
        let (low, high) = (low.max(watching.range.0), high.min(watching.range.1));
        let said = Message::new("effect-expected")
            .with("low", figure(page.w, low))
            .with("high", figure(page.w, high));
        lines.push(page.say(&said));
    }
    lines.push(match effect.missing {
        Some(missing) => page.t1(
            "effect-missing",
            "what",
            match missing {
                Missing::Before => "before",
                Missing::After => "after",
                Missing::Reference => "reference",
                Missing::Coarse => "coarse",
                Missing::OtherRater => "rater",
            },
        ),
        None => page.t1("effect-why", "change", effect.change.as_str()),
    });
    Said { verdict: page.t(&format!("effect-{}", effect.change)), lines }
}
