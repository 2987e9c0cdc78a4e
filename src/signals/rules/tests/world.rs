//! A small world for the rules: pupils whose z is given outright. The norm of its list is a straight line, so that a
//! score says its z, and the figures of a rule can be worked out beside it.

use chrono::{Months, NaiveDate};

use super::super::silence::{Silence, silences};
use crate::{
    analytics::{
        Analysis, ScoreLine, ScoreTable, SeriesKey, Span,
        expectation::{HALF_YEAR, correlation},
        normal,
    },
    evidence::{
        informant::Informant,
        instruments::{Catalogue, Stability, parse},
        score_type::ScoreType,
    },
    ground::words::{Language, Words},
    signals::{
        finding::{Finding, Rule},
        fresh,
        ruleset::Ruleset,
    },
};

/// Who scores what, when.
#[derive(Debug, Clone, Copy)]
pub struct Who {
    pub school: u32,
    /// The place of the group in the school.
    pub group: u32,
    /// The place of the pupil in the group.
    pub nth: u32,
    pub scale: u32,
    pub informant: Informant,
    pub round: u32,
}

/// What is given of the total of the scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    None,
    /// It, and none of the scales.
    Alone,
    /// It, before the scales: as scale 0, the scales from 1 on.
    First,
}

/// What is measured, and of whom.
pub struct World<'a> {
    pub scales: u32,
    pub informants: Vec<Informant>,
    pub rounds: u32,
    pub schools: u32,
    /// Groups in a school; 0: pupils without a group.
    pub groups: u32,
    /// Pupils in a group, or in a school without groups.
    pub size: u32,
    pub domain: &'static str,
    /// Whether its scales raise signals; else they only explain.
    pub signals: bool,
    /// Which end is worse.
    pub high_is: &'static str,
    pub unit: ScoreType,
    /// Whether there are norms; else the pool is the reference.
    pub normed: bool,
    pub total: Total,
    /// The z of everyone; none: not measured. In another unit than raw: the score.
    pub z: &'a dyn Fn(&Who) -> Option<f64>,
    pub rater: &'a dyn Fn(&Who) -> Option<u32>,
    pub year: &'a dyn Fn(&Who) -> Option<u32>,
}

const HEAD: &str = r#"
code = "proef"
name = "Proef"
version = "1"
source = "verzonnen"
date = 2026-01-01
licence = "vrij"
"#;

/// z at the highest score, 100; that of 0 is the opposite.
fn edge() -> f64 {
    normal::z_of_share(0.9999)
}

impl<'a> World<'a> {
    /// Twenty pupils without a group, one scale of the teacher's, two rounds.
    pub fn of(z: &'a dyn Fn(&Who) -> Option<f64>) -> Self {
        Self {
            scales: 1,
            informants: vec![Informant::Teacher],
            rounds: 2,
            schools: 1,
            groups: 0,
            size: 20,
            domain: "gedrag",
            signals: true,
            high_is: "concern",
            unit: ScoreType::Raw,
            normed: true,
            total: Total::None,
            z,
            rater: &|_| None,
            year: &|_| None,
        }
    }

    fn catalogue(&self) -> Catalogue {
        let (domain, high_is, signals) = (self.domain, self.high_is, self.signals);
        let codes: Vec<String> = (0..self.scales).map(|at| format!("schaal{at}")).collect();
        let scale = |code: &str, sum_of: &[String]| {
            format!(
                "[[scale]]\ncode = \"{code}\"\nname = \"{code}\"\ndomain = \"{domain}\"\nmin = 0\nmax = 100\n\
                 high_is = \"{high_is}\"\nsignals = {signals}\nsum_of = {sum_of:?}\n"
            )
        };
        let norm = |code: &str, informant: &Informant| {
            let informant = informant.code();
            format!(
                "[[norm]]\nscale = \"{code}\"\ninformant = \"{informant}\"\n\
                 points = [[0, 0.01], [100, 99.99]]\nsource = \"verzonnen\"\ndate = 2026-01-01\n"
            )
        };
        let total = (self.total != Total::None).then(|| "totaal".to_owned());
        let scales =
            codes.iter().map(|code| scale(code, &[])).chain(total.iter().map(|code| scale(code, &codes)));
        let normed = codes.iter().chain(&total).filter(|_| self.normed);
        let norms =
            normed.flat_map(|code| self.informants.iter().map(move |informant| norm(code, informant)));
        let text: String = std::iter::once(HEAD.to_owned()).chain(scales).chain(norms).collect();
        let mut catalogue = Catalogue::default();
        catalogue.add(parse::instrument("proef.toml", &text).unwrap());
        catalogue
    }

    fn table(&self) -> ScoreTable {
        let total = (self.total != Total::None).then(|| "totaal".to_owned());
        let scales = (0..self.scales).filter(|_| self.total != Total::Alone).map(|at| format!("schaal{at}"));
        let codes: Vec<String> = total.into_iter().chain(scales).collect();
        let keys = self.informants.iter().flat_map(|informant| {
            codes.iter().map(|scale| SeriesKey {
                instrument: "proef".to_owned(),
                version: "1".to_owned(),
                informant: *informant,
                scale: scale.clone(),
                score_type: self.unit,
            })
        });
        let mut table = ScoreTable::new(keys.collect(), (0..self.rounds).map(label).collect());
        let worse = if self.high_is == "concern" { 1.0 } else { -1.0 };
        for school in 0..self.schools {
            for (group, nth) in (0..self.groups.max(1)).flat_map(|g| (0..self.size).map(move |n| (g, n))) {
                for round in 0..self.rounds {
                    for (series, (informant, scale)) in (0_u32..).zip(
                        self.informants.iter().flat_map(|i| (0_u32..).zip(&codes).map(move |(s, _)| (*i, s))),
                    ) {
                        let who = Who { school, group, nth, scale, informant, round };
                        let Some(z) = (self.z)(&who) else { continue };
                        let score = match self.unit {
                            ScoreType::Raw => 50.0 + worse * z / edge() * 50.0,
                            _ => z,
                        };
                        table.push(&ScoreLine {
                            school,
                            group: (self.groups > 0).then_some(school * 100 + group),
                            year: (self.year)(&who),
                            rater: (self.rater)(&who),
                            pupil: pupil(group, nth),
                            series,
                            round,
                            date: day(round),
                            score,
                            birth_date: None,
                            sex: None,
                            origin: 0,
                        });
                    }
                }
            }
        }
        table
    }

    pub fn analysis(&self) -> Analysis {
        Analysis::new(self.table(), &self.catalogue()).unwrap().0
    }

    /// What holds in the last round.
    pub fn holds(&self, ruleset: &Ruleset) -> Vec<Finding> {
        let analysis = self.analysis();
        let mut found = super::super::findings(&analysis.last(), ruleset);
        found.retain(Finding::is_told);
        found
    }

    /// Which rules cannot speak in the last round, and why.
    pub fn silences(&self, ruleset: &Ruleset) -> Vec<Silence> {
        let analysis = self.analysis();
        silences(&analysis.last(), ruleset)
    }

    /// What holds in the last round by one rule of the default ruleset; every sentence of it is looked at.
    pub fn of_rule(&self, rule: Rule) -> Vec<Finding> {
        let mut found = self.holds(&standard());
        found.retain(|finding| finding.rule == rule);
        found.iter().for_each(reads);
        found
    }

    /// What stands in the last round for who is looked at for the first time, with what is kept of earlier ones.
    pub fn stands(&self, rule: Rule, before: fresh::Troubled) -> Vec<Finding> {
        let mut found = fresh::standing(&self.analysis(), &standard(), before, |_| {}).unwrap();
        found.retain(|finding| finding.rule == rule);
        found
    }

    /// What is new in the last round, with what is kept of earlier ones.
    pub fn last_news(&self, ruleset: &Ruleset, rule: Rule, before: fresh::Troubled) -> Vec<Finding> {
        let mut found = fresh::findings(&self.analysis(), ruleset, Span::Last, before, |_| {}).unwrap();
        found.retain(|finding| finding.rule == rule);
        found.iter().for_each(reads);
        found
    }

    /// What is new, round by round.
    pub fn news(&self, ruleset: &Ruleset, rule: Rule) -> Vec<Finding> {
        let mut found =
            fresh::findings(&self.analysis(), ruleset, Span::Replay, fresh::Troubled::default(), |_| {})
                .unwrap();
        found.retain(|finding| finding.rule == rule);
        found.iter().for_each(reads);
        found
    }
}

/// The number of a pupil.
pub fn pupil(group: u32, nth: u32) -> i64 {
    i64::from(group * 1000 + nth)
}

/// The default rules, with the thresholds for which the figures in these tests are worked out, so that tuning a ruleset
/// changes none of them.
pub fn standard() -> Ruleset {
    let mut rules = Ruleset::find("standaard").unwrap();
    let level = rules.level.as_mut().unwrap();
    (level.probability, level.note_probability) = (0.80, 0.50);
    rules.unexpected_decline.as_mut().unwrap().share = 0.037;
    rules.persistent.as_mut().unwrap().z = 1.5;
    rules
}

/// Rounds of autumn and spring in turn, the first in the autumn of 2022.
fn day(round: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 1).unwrap() + Months::new(6 * round)
}

pub fn label(round: u32) -> String {
    let year = 2022 + round / 2;
    format!("{year}-{} {}", year + 1, if round.is_multiple_of(2) { "najaar" } else { "voorjaar" })
}

/// The correlation of two rounds of the world, before it is estimated from 300 pairs.
pub fn rho(from: u32, to: u32) -> f64 {
    let days = f64::from(i32::try_from((day(to) - day(from)).num_days()).unwrap());
    correlation(Stability::default(), days / HALF_YEAR)
}

/// A pupil to whom nothing happens: a place among the others that stays, and a little that does not. In each group and
/// round these sum to nought (a size that 11 does not divide).
pub fn calm(who: &Who, size: u32) -> f64 {
    let spread = |at: u32| {
        let share = 0.15 + 0.70 * (f64::from(at % size) + 0.5) / f64::from(size);
        normal::z_of_share(share)
    };
    let informant = who.informant as u32;
    0.8 * spread(who.nth) + 0.3 * spread(who.nth * 11 + who.round * 3 + who.scale * 5 + informant * 7)
}

/// The sentence reads in both languages: all its places filled.
pub fn reads(finding: &Finding) {
    for language in [Language::Dutch, Language::English] {
        let text = Words(language).say(&finding.reason);
        let broken = ["{", "}", "$", "NaN", "signal-"].iter().any(|mark| text.contains(mark));
        assert!(!broken && text.split_whitespace().count() > 5, "{:?}: {text}", finding.rule);
    }
}

/// The pupils of findings.
pub fn pupils(found: &[Finding]) -> Vec<i64> {
    found.iter().filter_map(|finding| finding.pupil).collect()
}
