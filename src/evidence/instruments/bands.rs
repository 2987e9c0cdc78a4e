//! Bands that others lay over a scale ("grensgebied", "verhoogd"). They explain a score, and are never what it is judged
//! by: that is a norm, or the pool.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::definition::Instrument;
use super::scale::Direction;
use crate::evidence::informant::Informant;

/// One system of bands.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// Its code.
    pub system: String,
    /// Its name for people.
    pub name: String,
    /// The bands, from the most to the least favourable; names that the screens know are said in words.
    pub labels: Vec<String>,
    /// Where the figures come from.
    pub source: String,
    /// The date of that source.
    #[serde(deserialize_with = "super::definition::date")]
    pub date: NaiveDate,
    /// Where each band begins, per scale and informant.
    pub cuts: Vec<Cut>,
}

/// Where the bands of one scale begin.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The scale's code.
    pub scale: String,
    /// Who filled it in.
    pub informant: Informant,
    /// First and last age in whole years; absent: every age.
    pub ages: Option<[u8; 2]>,
    /// The score at which each band but the first begins, towards concern: rising where high is a concern, falling where
    /// high is a strength.
    pub from: Vec<f64>,
}

/// A score in one system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placed {
    /// The system's name.
    pub system: String,
    /// The band.
    pub band: String,
    /// The source and its date.
    pub source: String,
}

impl Instrument {
    /// In which bands a raw score falls.
    #[must_use]
    pub fn placed(&self, scale: &str, informant: Informant, age: Option<u32>, score: f64) -> Vec<Placed> {
        let Some(scale) = self.scale(scale) else { return Vec::new() };
        let fits = |cut: &&Cut| {
            cut.scale.eq_ignore_ascii_case(&scale.code)
                && cut.informant == informant
                && cut.ages.is_none_or(|[from, to]| {
                    age.is_some_and(|age| (u32::from(from)..=u32::from(to)).contains(&age))
                })
        };
        let reached = |from: &&f64| match scale.high_is {
            Direction::Concern => score >= **from,
            Direction::Strength => score <= **from,
        };
        let in_system = |bands: &Bands| {
            let cut = bands.cuts.iter().find(fits)?;
            Some(Placed {
                system: bands.name.clone(),
                band: bands.labels.get(cut.from.iter().take_while(reached).count())?.clone(),
                source: format!("{} ({})", bands.source, bands.date),
            })
        };
        self.bands.iter().filter_map(in_system).collect()
    }
}
