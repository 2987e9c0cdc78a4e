//! Why a signal was raised: its sentence and the figures it rests on.

use crate::evidence::informant::Informant;
use crate::ground::{Message, Words};
use crate::signals::kept::Kept;
use crate::signals::model::Evidence;
use crate::web::charts::figure;
use crate::web::page::{domain, long_date};
use crate::web::scales;
use crate::web::told::Told;

/// Why a signal was raised.
#[derive(Debug)]
pub(in crate::web) struct EvidenceView {
    pub sentence: String,
    /// What it rests on, as pairs of a word and a value.
    pub facts: Vec<(String, String)>,
}

pub(super) fn why(w: Words, known: &Told, evidence: &Evidence) -> EvidenceView {
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
