//! A published norm: what scores are usual, by informant, sex and age.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::evidence::informant::Informant;

/// A sex, where a norm differs by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Male.
    M,
    /// Female.
    F,
}

impl Sex {
    /// The sex as pupils have it: `m`, or `f` and `v`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "m" => Some(Self::M),
            "f" | "v" => Some(Self::F),
            _ => None,
        }
    }
}

/// A published norm of one scale for one informant: either `points`, or mean and sd with as much of p80 and p90 as was
/// published.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// The scale's code.
    pub scale: String,
    /// Who filled it in.
    pub informant: Informant,
    /// First and last age in whole years at the date of the list; absent: every age.
    pub ages: Option<[u8; 2]>,
    /// The sex it holds for; absent: all.
    pub sex: Option<Sex>,
    /// Mean of the norm group.
    pub mean: Option<f64>,
    /// Standard deviation of the norm group.
    pub sd: Option<f64>,
    /// The score that 80 % are better off than (on a strength scale it lies below the mean).
    pub p80: Option<f64>,
    /// The score that 90 % are better off than.
    pub p90: Option<f64>,
    /// (score, percentile 0–100), by rising score; the percentile counts from the lowest score up.
    pub points: Option<Vec<[f64; 2]>>,
    /// How many pupils the norm group had.
    pub n: Option<u32>,
    /// Reliability (0–1); wins over the instrument's `stability.error`.
    pub reliability: Option<f64>,
    /// Where the figures come from.
    pub source: String,
    /// The date of that source.
    #[serde(deserialize_with = "super::definition::date")]
    pub date: NaiveDate,
}

/// How fine a norm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fineness {
    /// A table of percentiles.
    Table,
    /// Mean and spread, with the scores from which the highest fifth or tenth begins.
    Coarse,
    /// Mean and spread alone: a skewed scale is read as if it were none.
    Spread,
}

impl Norm {
    /// How fine it is.
    #[must_use]
    pub const fn fineness(&self) -> Fineness {
        match (&self.points, self.p80, self.p90) {
            (Some(_), _, _) => Fineness::Table,
            (None, None, None) => Fineness::Spread,
            (None, _, _) => Fineness::Coarse,
        }
    }

    /// Whose norm it is, as it is kept with what was judged by it.
    #[must_use]
    pub fn reach(&self) -> Reach {
        Reach { ages: self.ages, sex: self.sex, n: self.n, fineness: self.fineness() }
    }
}

/// For whom a norm holds, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// First and last age in whole years; none: every age.
    pub ages: Option<[u8; 2]>,
    /// The sex; none: all.
    pub sex: Option<Sex>,
    /// How many pupils the norm group had.
    pub n: Option<u32>,
    /// How fine it is.
    pub fineness: Fineness,
}
