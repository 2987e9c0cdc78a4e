//! Where rules could not speak, as `run.json` tells it: per round, list, rule and reason, of how many groups or schools.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::analytics::{Assessed, Layout};
use crate::signals::finding::Rule;
use crate::signals::model::Level;
use crate::signals::rules::silence::{Why, Within, silences};
use crate::signals::ruleset::Ruleset;

/// What was silent so far: by label of the round and list.
#[derive(Debug, Default)]
pub struct Silent(BTreeMap<(u32, u32, Level, Rule, Why, u32), u32>);

impl Silent {
    /// Takes in a round.
    pub fn take(&mut self, assessed: &Assessed<'_>, ruleset: &Ruleset) {
        for one in silences(assessed, ruleset) {
            let Within::List { series, round } = one.within else { continue };
            let rounds = assessed.layout().rounds(series);
            let label = rounds.get(round as usize).map_or(u32::MAX, |round| round.label);
            let list = assessed.layout().series(series).map_or(u32::MAX, |series| series.list);
            *self.0.entry((label, list, one.level, one.rule, one.why, one.least)).or_default() += 1;
        }
    }

    /// As JSON: `least` is what it takes (pupils, units, scores or percent), `units` of how many groups or schools it
    /// holds.
    pub fn told(&self, layout: &Layout) -> Value {
        let told = self.0.iter().filter_map(|((label, list, level, rule, why, least), units)| {
            let key = &layout.series.iter().find(|series| series.list == *list)?.key;
            Some(json!({
                "round": layout.labels.get(*label as usize)?,
                "instrument": key.instrument,
                "informant": key.informant.code(),
                "level": level.as_str(),
                "rule": rule.as_str(),
                "why": why.as_str(),
                "least": least,
                "units": units,
            }))
        });
        told.collect()
    }
}
