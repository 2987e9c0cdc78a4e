//! A signal with everything it rests on, for the pages of a pupil and a group; the scores and referral steps on a
//! pupil's time line.

use crate::care::referrals::model::Step;
use crate::evidence::informant::Informant;
use crate::evidence::observations::Observation;
use crate::ground::{Message, Words, clock};
use crate::insight::series::Scale;
use crate::signals::kept::Kept;
use crate::signals::model::{Evidence, Severity, Signal};
use crate::web::charts::figure;
use crate::web::page::{domain, long_date};
use crate::web::scales;
use crate::web::timeline::{Item, Names};

/// A signal as it is read on the pupil's page.
#[derive(Debug)]
pub(in crate::web) struct SignalView {
    pub id: String,
    pub domain: String,
    pub severity: &'static str,
    pub severity_word: String,
    pub state: String,
    pub evidence: Vec<EvidenceView>,
}

/// Why a signal was raised.
#[derive(Debug)]
pub(in crate::web) struct EvidenceView {
    pub sentence: String,
    /// What it rests on, as pairs of a word and a value.
    pub facts: Vec<(String, String)>,
}

/// What signals rest on, as it was read for a page.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct Grounds<'a> {
    pub signals: &'a [Signal],
    pub evidence: &'a [Evidence],
    pub observations: &'a [Observation],
}

/// The open signals, and the notes beside them.
pub(in crate::web) fn signals(w: Words, known: Grounds<'_>) -> (Vec<SignalView>, Vec<SignalView>) {
    let open = known.signals.iter().filter(|signal| signal.state.is_open());
    let (notes, open): (Vec<&Signal>, Vec<&Signal>) = open.partition(|signal| signal.severity == Severity::C);
    let view = |signals: Vec<&Signal>| signals.into_iter().map(|s| of(w, known, s)).collect();
    (view(open), view(notes))
}

fn of(w: Words, known: Grounds<'_>, signal: &Signal) -> SignalView {
    let state = Message::new("state-since")
        .with("state", signal.state.as_str())
        .with("date", long_date(w, clock::local(signal.changed_at).date()));
    let own = known.evidence.iter().filter(|e| e.signal_id == signal.id);
    SignalView {
        id: signal.id.0.clone(),
        domain: domain(w, &signal.domain),
        severity: signal.severity.as_str(),
        severity_word: super::severity(w, signal.severity.as_str()),
        state: w.say(&state),
        evidence: own.map(|evidence| why(w, known, evidence)).collect(),
    }
}

fn why(w: Words, known: Grounds<'_>, evidence: &Evidence) -> EvidenceView {
    let Some(kept) = Kept::read(&evidence.finding) else {
        return EvidenceView { sentence: concern(w, known, evidence), facts: Vec::new() };
    };
    let mut facts = vec![
        ("why-rule", w.t1("rule", "rule", evidence.rule.as_str())),
        ("why-scale", kept.scale_name.clone()),
    ];
    if let Some(who) = evidence.series.split('/').nth(1).and_then(Informant::from_code) {
        facts.push(("why-informant", scales::informant(w, who)));
    }
    facts.push(("why-round", scales::round(w, &evidence.round)));
    if let Some(last) = kept.history.last() {
        let observed = Message::new("why-observed-value")
            .with("score", figure(last.score))
            .with("min", figure(kept.min))
            .with("max", figure(kept.max));
        facts.push(("why-observed", w.say(&observed)));
    }
    if let Some((middle, low, high)) = kept.expected {
        let expected = Message::new("why-expected-value")
            .with("low", figure(low))
            .with("high", figure(high))
            .with("middle", figure(middle));
        facts.push(("why-expected", w.say(&expected)));
    }
    let rounds = kept.history.iter().map(|point| scales::round(w, &point.round));
    facts.push(("why-rounds", rounds.collect::<Vec<_>>().join(", ")));
    let norm = kept.figures.get("norm").and_then(serde_json::Value::as_str);
    facts.push(("why-norm", norm.map_or_else(|| w.t("why-norm-pool"), str::to_owned)));
    if let (Some(statistic), Some(threshold)) = (evidence.statistic, kept.threshold) {
        let value = Message::new("why-threshold-value")
            .with("statistic", two(statistic))
            .with("threshold", two(threshold));
        facts.push(("why-threshold", w.say(&value)));
    }
    facts.push(("why-ruleset", evidence.ruleset.clone()));
    if evidence.withdrawn {
        facts.push(("why-source", w.t("source-withdrawn")));
    }
    EvidenceView {
        sentence: w.say(&kept.reason),
        facts: facts.into_iter().map(|(key, value)| (w.t(key), value)).collect(),
    }
}

fn two(figure: f64) -> String {
    format!("{figure:.2}").replace('.', ",")
}

fn concern(w: Words, known: Grounds<'_>, evidence: &Evidence) -> String {
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

/// The scores of each round and informant, as one thing on the line.
pub(super) fn rounds(w: Words, all: &[Scale]) -> Vec<Item> {
    let mut found: Vec<(String, Informant, Item)> = Vec::new();
    for scale in all {
        for line in &scale.lines {
            for point in &line.points {
                let said = format!("{} {}", scale.name, figure(point.score));
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
                };
                found.push((point.round.clone(), line.informant, item));
            }
        }
    }
    found.into_iter().map(|(_, _, item)| item).collect()
}

/// A step of a referral on the line.
pub(super) fn step(w: Words, names: &Names, partner: &str, step: &Step) -> Item {
    let on = clock::local(step.at).date();
    let who = step.account_id.as_ref().and_then(|id| {
        let found = names.iter().find(|(known, _)| known == id)?;
        Some(found.1.clone())
    });
    let title = Message::new("line-referral-step")
        .with("partner", partner)
        .with("state", w.t(&format!("referral-state-{}", step.to_state.as_str())));
    let said = [&step.reason, &step.note];
    Item {
        on,
        when: long_date(w, on),
        mark: "",
        title: w.say(&title),
        text: said.into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(". "),
        quote: false,
        who: who.unwrap_or_default(),
        copy: None,
    }
}
