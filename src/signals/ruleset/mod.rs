//! Rulesets: thresholds and severities as dated, sourced data (`config/rulesets/*.toml`). An unknown key is an error.
//! What each threshold means stands with its rule in `rules/`.

mod limits;
mod terms;

use std::path::Path;

use serde::Deserialize;

use crate::ground::{Error, Message, Result};

pub use self::terms::{
    DeclineTerms, DifferTerms, FunnelTerms, GroupShiftTerms, LevelTerms, LoadTerms, PersistentTerms,
    RaterTerms, RecoveryTerms, RepresentativeTerms, SafetyTerms, SchoolTrendTerms, ShareTerms, SteadyTerms,
    UnmeasuredTerms,
};

/// The rulesets compiled in, by name.
pub const SHIPPED: &[(&str, &str)] = &[
    ("standaard", include_str!("../../../config/rulesets/standaard.toml")),
    ("streng", include_str!("../../../config/rulesets/streng.toml")),
];

/// A set of rules with their thresholds. A rule that is not named is off.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ruleset {
    /// Its name.
    pub name: String,
    /// The date of these thresholds.
    pub date: toml::value::Datetime,
    /// Where they come from.
    pub source: String,
    /// Low, whatever came before.
    pub level: Option<LevelTerms>,
    /// Lower than expected.
    pub unexpected_decline: Option<DeclineTerms>,
    /// Low twice running.
    pub persistent: Option<PersistentTerms>,
    /// Going down over years.
    pub steady_decline: Option<SteadyTerms>,
    /// Two informants see different things.
    pub informants_differ: Option<DifferTerms>,
    /// Doing better after a signal.
    pub recovery: Option<RecoveryTerms>,
    /// Missed by a list.
    pub not_measured: Option<UnmeasuredTerms>,
    /// A group that moved.
    pub group_shift: Option<GroupShiftTerms>,
    /// A group that scores low.
    pub group_level: Option<FunnelTerms>,
    /// A group with many low scores.
    pub group_share: Option<ShareTerms>,
    /// A group whose rater changed.
    pub rater_effect: Option<RaterTerms>,
    /// A school that scores low.
    pub school_compared: Option<FunnelTerms>,
    /// A school that moved.
    pub school_trend: Option<SchoolTrendTerms>,
    /// A school where more pupils feel unsafe.
    pub school_safety: Option<SafetyTerms>,
    /// A round that does not stand for the school.
    pub representativeness: Option<RepresentativeTerms>,
    /// More signals than can be talked about.
    pub signal_load: Option<LoadTerms>,
}

impl Ruleset {
    /// A ruleset by name, or by path where the name ends in `.toml`. `./config/rulesets` goes before what is shipped.
    pub fn find(name: &str) -> Result<Self> {
        let own = Path::new("config/rulesets").join(format!("{name}.toml"));
        let unknown = |problem: String| {
            let message = Message::new("ruleset-unreadable").with("file", name).with("problem", problem);
            Error::Refused(message)
        };
        let is_path = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        if is_path || own.is_file() {
            let path = if is_path { Path::new(name) } else { own.as_path() };
            let text = std::fs::read_to_string(path).map_err(|cause| unknown(cause.to_string()))?;
            return Self::parse(name, &text);
        }
        let names: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
        match SHIPPED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            Some((known, text)) => Self::parse(known, text),
            None => Err(unknown(names.join(", "))),
        }
    }

    /// Reads a ruleset; `file` is the name that a refusal gives.
    pub fn parse(file: &str, text: &str) -> Result<Self> {
        let read: Self = toml::from_str(text).map_err(|cause| {
            let problem = cause.to_string();
            let message = Message::new("ruleset-unreadable").with("file", file).with("problem", problem);
            Error::Refused(message)
        })?;
        match read.problem() {
            None => Ok(read),
            Some((rule, threshold)) => Err(Error::Refused(
                Message::new("ruleset-threshold")
                    .with("file", file)
                    .with("rule", rule)
                    .with("threshold", threshold),
            )),
        }
    }
}
