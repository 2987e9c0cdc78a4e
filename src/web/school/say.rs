//! The figures of the school in words: means, changes, shares, and what must stay hidden.

use super::read::Known;
use crate::ground::{Config, Message};
use crate::insight::FEWEST;
use crate::insight::care_figures::{CareFigures, Wait};
use crate::insight::disclosure::{Disclosed, Hidden, Share};
use crate::insight::load::Load;
use crate::insight::school::{Figures, Mean};
use crate::web::charts::figure;
use crate::web::page::Page;
use crate::web::scales;

pub(super) fn named(page: &Page, one: &Figures) -> String {
    format!("{}, {}", one.name, scales::informant(page.w, one.informant))
}

pub(super) fn mean(page: &Page, known: &Known, mean: &Disclosed<Mean>) -> String {
    let say = |mean: &Mean| {
        page.say(
            &Message::new("school-mean")
                .with("mean", figure(page.w, mean.mean))
                .with("n", mean.n)
                .with("round", scales::round(page.w, &mean.round)),
        )
    };
    mean.shown().map_or_else(|why| hidden(page, known, why), say)
}

/// Why a figure is not shown.
pub(super) fn hidden(page: &Page, known: &Known, why: Hidden) -> String {
    match why {
        Hidden::Few if known.reader.sees_each() => page.t("hidden-none"),
        Hidden::Few => {
            page.say(&Message::new("hidden-few").with("smallest", (known.smallest as usize).max(FEWEST)))
        }
        Hidden::Derivable => page.t("hidden-derivable"),
    }
}

/// From which size on figures are shown, and why it is another one here than usual.
pub(super) fn limits(page: &Page, config: &Config) -> String {
    let said = page.say(&Message::new("school-smallest").with("smallest", config.smallest_group));
    match config.smallest_group_reason.trim() {
        "" => said,
        reason => format!("{said} {}", page.t1("school-smallest-reason", "reason", reason)),
    }
}

pub(super) fn groups(page: &Page, known: &Known, one: &Figures) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = one
        .groups
        .iter()
        .filter_map(|(id, held)| {
            let group = known.groups.iter().find(|group| group.id == *id)?;
            Some((group.name.clone(), mean(page, known, held)))
        })
        .collect();
    rows.sort();
    rows
}

/// How many signals, and how many proved right; nothing that rests on too few.
pub(super) fn burden(page: &Page, load: &Load) -> Vec<String> {
    let mut said = Vec::new();
    if let Ok(share) = load.signalled.shown() {
        said.push(page.t1("load-signals", "share", &page.share(*share)));
    }
    match load.confirmed.shown() {
        Ok(share) => said.push(page.t1("load-confirmed", "share", &page.share(*share))),
        Err(_) => said.push(page.t("load-few")),
    }
    said
}

/// How long children wait: for a conversation, and for a partner; what may not be told says so.
pub(super) fn care(page: &Page, figures: &CareFigures) -> Vec<String> {
    let wait = |held: &Disclosed<Wait>, key: &'static str, waits: &str| {
        held.shown().ok().map(|wait| match wait {
            Wait::Within(days) => page.say(&Message::new(key).with("days", *days)),
            Wait::MostWait => page.t(waits),
        })
    };
    let share = |held: &Disclosed<Share>, key: &str| {
        held.shown().ok().map(|share| page.t1(key, "share", &page.share(*share)))
    };
    let few = |what: &str| page.t1("care-few", "what", what);
    let conversation = wait(&figures.conversation, "care-conversation", "care-conversation-waits");
    let answer = wait(&figures.answer, "care-answer", "care-answer-waits");
    let mut said = vec![conversation.unwrap_or_else(|| few("conversation"))];
    said.extend(share(&figures.spoken, "care-spoken"));
    said.push(answer.unwrap_or_else(|| few("partners")));
    said.extend(share(&figures.no_room, "care-no-room"));
    said
}
