//! A pupil's time line: what is told of every subject, with the rounds of scores and the steps of referrals and plans.

use super::prepare::with_prepared;
use super::read::Known;
use crate::care::referrals::model::Step;
use crate::evidence::informant::Informant;
use crate::ground::{Message, Words, clock};
use crate::insight::series::Scale;
use crate::web::charts::figure;
use crate::web::page::long_date;
use crate::web::referrals::{title as called, words};
use crate::web::scales;
use crate::web::timeline::{Item, Names};

/// Everything on one line, newest first.
pub(super) fn of(w: Words, name: &str, known: &Known) -> Vec<Item> {
    let names = &known.told.names;
    let steps = known
        .referrals
        .iter()
        .flat_map(|(_, partner, steps)| steps.iter().rev().map(|one| step(w, names, partner, one)));
    let plans = known.plans.items(w, names, name);
    let mut line = known.told.line(w, name, steps.chain(rounds(w, &known.scales)).chain(plans));
    with_prepared(w, names, &known.prepared, &mut line);
    line
}

/// The scores of each round and informant, as one thing on the line.
fn rounds(w: Words, all: &[Scale]) -> Vec<Item> {
    let mut found: Vec<(String, Informant, Item)> = Vec::new();
    for scale in all {
        for line in &scale.lines {
            for point in &line.points {
                let said = format!("{} {}", scale.name, figure(w, point.score));
                let known =
                    found.iter_mut().find(|(round, who, _)| *round == point.round && *who == line.informant);
                if let Some((_, _, item)) = known {
                    item.text = format!("{}, {said}", item.text);
                    continue;
                }
                let title = Message::new("line-round")
                    .with("round", scales::round(w, &point.round))
                    .with("who", scales::informant(w, line.informant));
                let item = Item {
                    on: point.on,
                    when: long_date(w, point.on),
                    mark: "",
                    title: w.say(&title),
                    text: said,
                    quote: false,
                    who: String::new(),
                    copy: None,
                    moves: None,
                };
                found.push((point.round.clone(), line.informant, item));
            }
        }
    }
    found.into_iter().map(|(_, _, item)| item).collect()
}

/// A step of a referral on the line.
fn step(w: Words, names: &Names, partner: &str, step: &Step) -> Item {
    let on = clock::local(step.at).date();
    let who = step.account_id.as_ref().and_then(|id| {
        let found = names.iter().find(|(known, _)| known == id)?;
        Some(found.1.clone())
    });
    let title = Message::new("line-referral-step").with("partner", partner).with("step", w.t(&called(step)));
    Item {
        on,
        when: long_date(w, on),
        mark: "",
        title: w.say(&title),
        text: words(w, step),
        quote: false,
        who: who.unwrap_or_default(),
        copy: None,
        moves: None,
    }
}
