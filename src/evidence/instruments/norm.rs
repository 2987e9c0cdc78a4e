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

/// A published norm of one scale for one informant: either `points`, or mean, sd, p80 and p90.
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
    /// Reliability (0–1); wins over the instrument's `stability.error`.
    pub reliability: Option<f64>,
    /// Where the figures come from.
    pub source: String,
    /// The date of that source.
    #[serde(deserialize_with = "super::definition::date")]
    pub date: NaiveDate,
}
