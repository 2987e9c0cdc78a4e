//! A plan in words: its domains, what was agreed, what is known of an intervention.

use chrono::NaiveDate;

use super::read::Known as Read;
use crate::care::catalogue::{Intervention, Interventions, Recognition};
use crate::ground::{Message, Words};
use crate::web::charts::figure;
use crate::web::page::{Page, domain};
use crate::web::scales;

/// Domains as people say them, in a row.
#[must_use]
pub fn domains(w: Words, codes: Option<&Vec<String>>) -> String {
    codes.into_iter().flatten().map(|code| domain(w, code)).collect::<Vec<_>>().join(", ")
}

/// What is known of an intervention.
#[derive(Debug)]
pub struct Known {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where, for whom, which ages and domains, whether training is needed: each with its words.
    pub facts: Vec<(String, String)>,
    /// What sources say of its effect.
    pub said: Vec<Said>,
}

/// What a source says of the effect.
#[derive(Debug)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Who says so, and of when it is at the latest.
    pub source: String,
    /// Whether it must be checked again.
    pub is_old: bool,
}

/// What is known of an intervention, as it is read on a day.
#[must_use]
pub fn known(w: Words, one: &Intervention, today: NaiveDate) -> Known {
    let words = |key: &'static str, codes: Vec<&'static str>| {
        codes.into_iter().map(|code| w.t1(key, "what", code)).collect::<Vec<_>>().join(", ")
    };
    let unknown = || w.t("intervention-unknown");
    let or_unknown = |said: String| if said.is_empty() { unknown() } else { said };
    let named: Vec<String> = one.domains.iter().map(|own| domain(w, own.code())).collect();
    let ages = one.ages.map_or_else(unknown, |[from, to]| {
        w.say(&Message::new("intervention-years").with("from", u32::from(from)).with("to", u32::from(to)))
    });
    let training = one.training.map_or_else(unknown, |needed| {
        w.t1("intervention-training-needed", "needed", if needed { "yes" } else { "no" })
    });
    let place = words("intervention-place", one.places.iter().map(|place| place.as_str()).collect());
    let reach = words("intervention-reach", one.reach.iter().map(|reach| reach.as_str()).collect());
    Known {
        code: one.code.clone(),
        name: one.name.clone(),
        facts: vec![
            (w.t("intervention-where"), place),
            (w.t("intervention-whom"), or_unknown(reach)),
            (w.t("intervention-ages"), ages),
            (w.t("intervention-domains"), or_unknown(named.join(", "))),
            (w.t("intervention-training"), training),
        ],
        said: one.recognitions.iter().map(|said| recognition(w, said, today)).collect(),
    }
}

fn recognition(w: Words, said: &Recognition, today: NaiveDate) -> Said {
    Said {
        text: sentence(w, said),
        source: w.say(
            &Message::new("intervention-source").with("source", &said.source).with("date", w.date(said.date)),
        ),
        is_old: said.is_old(today),
    }
}

/// "Niet effectief als universeel of selectief programma (in Nederland)."
fn sentence(w: Words, said: &Recognition) -> String {
    let reach: Vec<String> =
        said.reach.iter().map(|reach| w.t1("intervention-reach-as", "what", reach.as_str())).collect();
    let mut text = w.t1("intervention-verdict", "verdict", said.verdict.as_str());
    if !reach.is_empty() {
        let reach = reach.join(&w.t("intervention-or"));
        text = format!("{text} {}", w.t1("intervention-as", "reach", reach));
    }
    for more in [&said.whom, &said.note].into_iter().filter(|more| !more.is_empty()) {
        text = format!("{text}, {more}");
    }
    format!("{text}.")
}

/// The name with what is known of its effect, for a list to choose from.
pub(super) fn short(w: Words, one: &Intervention) -> String {
    let said: Vec<String> = one.recognitions.iter().map(|said| sentence(w, said)).collect();
    format!("{} – {}", one.name, said.join(" "))
}

/// What was agreed: each with its words.
pub(super) fn facts(page: &Page, known: &Read, interventions: &Interventions) -> Vec<(String, String)> {
    let plan = &known.plan;
    let owner = known.names.iter().find(|(id, _)| *id == plan.owner_id);
    let day = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| page.date(&on));
    let approach = match interventions.get(&plan.intervention) {
        Some(one) => one.name.clone(),
        // A file that was taken away leaves its code.
        None => plan.intervention.clone(),
    };
    let scale = known.watching.as_ref().map_or_else(String::new, |watching| {
        let said = Message::new("plan-scale-said")
            .with("scale", &watching.scale)
            .with("instrument", &watching.instrument)
            .with("who", scales::informant(page.w, watching.informant))
            .with("min", figure(page.w, watching.range.0))
            .with("max", figure(page.w, watching.range.1));
        page.say(&said)
    });
    let outcome = plan.outcome.map_or_else(String::new, |outcome| {
        format!("{}. {}", page.t1("plan-outcome", "outcome", outcome.as_str()), plan.outcome_note)
    });
    let all = [
        ("plan-domains", domains(page.w, Some(&known.domains))),
        ("plan-goal", plan.goal.clone()),
        ("plan-scale", scale),
        ("plan-intervention", approach),
        ("plan-own-approach", plan.own_approach.clone()),
        ("plan-arrangement", plan.arrangement.clone()),
        ("plan-owner", owner.map_or_else(String::new, |(_, name)| name.clone())),
        ("plan-starts", day(plan.starts_on)),
        ("plan-evaluate", day(plan.evaluate_on)),
        ("plan-no-conversation", plan.no_conversation.clone()),
        ("plan-outcome-label", outcome),
    ];
    all.into_iter().filter(|(_, said)| !said.is_empty()).map(|(key, said)| (page.t(key), said)).collect()
}
