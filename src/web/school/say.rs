//! The figures of the school in words: means, changes, shares, and what must stay hidden.

use super::read::Known;
use crate::ground::Message;
use crate::insight::disclosure::Share;
use crate::insight::load::Load;
use crate::insight::school::{Figures, Mean};
use crate::web::charts::figure;
use crate::web::page::Page;
use crate::web::scales;

pub(super) fn named(page: &Page, one: &Figures) -> String {
    format!("{}, {}", one.name, scales::informant(page.w, one.informant))
}

pub(super) fn mean(page: &Page, mean: Option<&Mean>) -> String {
    mean.map_or_else(
        || "–".to_owned(),
        |mean| {
            page.say(
                &Message::new("school-mean")
                    .with("mean", figure(mean.mean))
                    .with("n", mean.n)
                    .with("round", scales::round(page.w, &mean.round)),
            )
        },
    )
}

pub(super) fn percent(page: &Page, share: Share) -> String {
    match share {
        Share::Few => page.t("share-few"),
        Share::Nearly => page.t("share-nearly"),
        Share::Percent(percent) => format!("{percent} %"),
    }
}

pub(super) fn groups(page: &Page, known: &Known, one: &Figures) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = one
        .groups
        .iter()
        .filter_map(|(id, held)| {
            let group = known.groups.iter().find(|group| group.id == *id)?;
            let said = match held {
                Some(held) => mean(page, Some(held)),
                None => page.t("school-hidden"),
            };
            Some((group.name.clone(), said))
        })
        .collect();
    rows.sort();
    rows
}

/// How many signals, and how many proved right; nothing that rests on too few.
pub(super) fn burden(page: &Page, load: &Load, smallest: usize) -> Vec<String> {
    let mut said = Vec::new();
    if load.pupils >= smallest
        && let Some(share) = Share::of(load.signalled, load.pupils)
    {
        said.push(page.t1("load-signals", "share", &percent(page, share)));
    }
    match Share::of(load.confirmed, load.judged).filter(|_| load.judged >= smallest) {
        Some(share) => said.push(page.t1("load-confirmed", "share", &percent(page, share))),
        None => said.push(page.t("load-few")),
    }
    said
}
