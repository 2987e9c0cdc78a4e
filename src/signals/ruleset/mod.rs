//! Rulesets: thresholds and severities as dated, sourced data (`config/rulesets/*.toml`). An unknown key is an error.
//! What each threshold means stands with its rule in `rules/`.

mod limits;
mod terms;
mod told;

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use crate::ground::{Conn, Error, Message, Result};
use crate::school::{School, rulesets};

pub use self::terms::{
    CriticalTerms, DeclineTerms, DifferTerms, FunnelTerms, GroupShiftTerms, LevelTerms, LoadTerms,
    PersistentTerms, RaterTerms, RecoveryTerms, RejectedTerms, RepresentativeTerms, SafetyTerms,
    SchoolTrendTerms, ShareTerms, SteadyTerms, StructureTerms, UnmeasuredTerms,
};
pub use self::told::defined;

/// The rulesets compiled in, by name.
pub const SHIPPED: &[(&str, &str)] = &[
    ("standaard", include_str!("../../../config/rulesets/standaard.toml")),
    ("streng", include_str!("../../../config/rulesets/streng.toml")),
];

/// Scores below which nothing is said of a pupil by comparison: of the shipped sets and of a pupil's page.
pub const FEWEST_SCORES: u32 = 30;

/// Where a board keeps its own.
const OWN: &str = "config/rulesets";

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
    /// Scores that a pupil's must be compared with at least, where no published norm fits. A text that was kept before
    /// there was such a minimum has none.
    #[serde(default, rename = "fewest_scores")]
    pub fewest_scores: u32,
    /// Low, whatever came before.
    pub level: Option<LevelTerms>,
    /// Lower than expected.
    pub unexpected_decline: Option<DeclineTerms>,
    /// Low twice running.
    pub persistent: Option<PersistentTerms>,
    /// An answer to be read at once.
    pub critical_item: Option<CriticalTerms>,
    /// Going down over years.
    pub steady_decline: Option<SteadyTerms>,
    /// Two informants see different things.
    pub informants_differ: Option<DifferTerms>,
    /// Doing better after a signal.
    pub recovery: Option<RecoveryTerms>,
    /// Missed by a list.
    pub not_measured: Option<UnmeasuredTerms>,
    /// Rarely chosen twice running.
    pub rejected_twice: Option<RejectedTerms>,
    /// How a group hangs together.
    pub group_structure: Option<StructureTerms>,
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
        Self::parse(name, &text(name)?)
    }

    /// The ruleset a school is judged by: the one it accepted, as it was then; before that the one it started with, as it
    /// was when its rules first ran.
    pub fn of_school(conn: &mut Conn, school: &School) -> Result<Self> {
        if let Some(choice) = rulesets::accepted(conn, &school.id)? {
            return Self::parse(&choice.ruleset, &choice.terms);
        }
        match rulesets::starting_terms(conn, &school.id)? {
            Some(terms) => Self::parse(&school.ruleset, &terms),
            None => Self::find(&school.ruleset),
        }
    }

    /// Keeps the text of the ruleset a school starts with.
    ///
    /// # Errors
    /// When the database refuses, or the ruleset is not known.
    pub fn keep_start(conn: &mut Conn, school: &School) -> Result<()> {
        rulesets::keep_starting_terms(conn, &school.id, &text(&school.ruleset)?)
    }

    /// A ruleset that can be chosen by name, and its text; what is not among [`names`] is not looked for.
    pub fn listed(name: &str) -> Result<(Self, String)> {
        if !names().contains(name) {
            return Err(Error::NotFound("ruleset"));
        }
        let text = text(name)?;
        Ok((Self::parse(name, &text)?, text))
    }

    /// Reads a ruleset; `file` is the name that a refusal gives.
    pub fn parse(file: &str, text: &str) -> Result<Self> {
        let read: Self = toml::from_str(text).map_err(|cause| {
            let problem = cause.to_string();
            let message = Message::new("ruleset-unreadable").with("file", file).with("problem", problem);
            Error::Refused(message)
        })?;
        match read.problem() {
            None if !text.parse::<toml::Table>().is_ok_and(|all| all.values().any(toml::Value::is_table)) => {
                Err(Error::Refused(Message::new("ruleset-empty").with("file", file)))
            }
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

/// The names a school can choose from: what ships and what stands in `./config/rulesets`, by name.
#[must_use]
pub fn names() -> BTreeSet<String> {
    let shipped = SHIPPED.iter().map(|(name, _)| (*name).to_owned());
    let own = std::fs::read_dir(OWN).into_iter().flatten().flatten().filter_map(|file| {
        let path = file.path();
        let is_set = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        path.file_stem().filter(|_| is_set)?.to_str().map(str::to_owned)
    });
    shipped.chain(own).collect()
}

/// The text of a ruleset by name or path.
fn text(name: &str) -> Result<String> {
    let own = Path::new(OWN).join(format!("{name}.toml"));
    let unreadable = |problem: String| {
        let message = Message::new("ruleset-unreadable").with("file", name).with("problem", problem);
        Error::Refused(message)
    };
    let is_path = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    if is_path || own.is_file() {
        let path = if is_path { Path::new(name) } else { own.as_path() };
        return std::fs::read_to_string(path).map_err(|cause| unreadable(cause.to_string()));
    }
    let known: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
    let found = SHIPPED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    let unknown = || Message::new("ruleset-unknown").with("name", name).with("known", known.join(", "));
    found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| Error::Refused(unknown()))
}
