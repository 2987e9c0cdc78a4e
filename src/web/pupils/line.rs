//! A pupil's time line: what is told of every subject, with the rounds of scores, objections to lists, and the steps of
//! referrals and plans.

use chrono::NaiveDate;

use super::prepare::with_prepared;
use super::read::Known;
use crate::care::referrals::model::Step;
use crate::evidence::informant::Informant;
use crate::evidence::instruments::Catalogue;
use crate::evidence::objections::Objection;
use crate::ground::{Message, Words, clock};
use crate::insight::series::Scale;
use crate::web::charts::figure;
use crate::web::page::list;
use crate::web::referrals::{title as called, words};
use crate::web::scales;
use crate::web::timeline::{self, Item, Names};

/// Everything on one line, newest first.
pub(super) fn of(w: Words, catalogue: &Catalogue, name: &str, known: &Known) -> Vec<Item> {
    let names = &known.told.names;
    let steps = known
        .referrals
        .iter()
        .flat_map(|(_, partner, steps)| steps.iter().rev().map(|one| step(w, names, partner, one)));
    let plans = known.plans.items(w, names, name);
    let objections = known.objections.iter().chain(&known.taken_back);
    let objections =
        objections.flat_map(|one| objection(w, names, &list(w, catalogue, &one.instrument), one));
    let others = steps.chain(rounds(w, &known.scales)).chain(plans).chain(objections);
    let mut line = known.told.line(w, name, others);
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
                let item = Item::plain(w, point.on, w.say(&title), said, String::new());
                found.push((point.round.clone(), line.informant, item));
            }
        }
    }
    found.into_iter().map(|(_, _, item)| item).collect()
}

/// An objection of parents on the line, and that they took it back, where they did.
fn objection(w: Words, names: &Names, list: &str, one: &Objection) -> impl Iterator<Item = Item> + use<> {
    let item = |on: NaiveDate, what: &'static str, who: String| {
        let title = Message::new("line-objection").with("list", list).word("what", what);
        Item::plain(w, on, w.say(&title), String::new(), who)
    };
    let writer = timeline::name(names, &one.account_id);
    let ended = one.ended_at.map(|at| item(clock::local(at).date(), "ended", String::new()));
    // Newest first, also on one day.
    [ended, Some(item(one.objected_on, "made", writer))].into_iter().flatten()
}

/// A step of a referral on the line.
fn step(w: Words, names: &Names, partner: &str, step: &Step) -> Item {
    let on = clock::local(step.at).date();
    let who = step.account_id.as_ref().map(|id| timeline::name(names, id));
    let title = Message::new("line-referral-step").with("partner", partner).with("step", w.t(&called(step)));
    Item::plain(w, on, w.say(&title), words(w, step), who.unwrap_or_default())
}
