//! Why a signal was raised, as a row. What a finding is before it is kept stands in `finding`.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Severity;
use crate::ground::SignalId;
use crate::ground::db::schema::signal_evidence;

/// Why a signal was raised: kept as it was, whatever happens to the scores later.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = signal_evidence, treat_none_as_default_value = false)]
pub struct Evidence {
    /// Its id.
    pub id: String,
    /// The signal.
    pub signal_id: SignalId,
    /// The rule's name, or `concern` for what a person saw.
    pub rule: String,
    /// The severity this rule gives.
    pub severity: Severity,
    /// Instrument, informant and scale, joined by `/`.
    pub series: String,
    /// The round's label.
    pub round: String,
    /// The rule's statistic: what "worse" is measured in.
    pub statistic: Option<f64>,
    /// Name and date of the ruleset.
    pub ruleset: String,
    /// The observation, for a person's concern.
    pub observation_id: Option<String>,
    /// The finding as JSON: all figures and the sentence.
    pub finding: String,
    /// Whether the import it came from was taken back.
    pub withdrawn: bool,
    /// When it was raised.
    pub raised_at: NaiveDateTime,
}

impl Evidence {
    /// Which of these speaks for a signal: the gravest, among equals the latest.
    pub fn gravest<'a>(of: impl Iterator<Item = &'a Self>) -> Option<&'a Self> {
        of.min_by_key(|one| (one.severity, std::cmp::Reverse(one.raised_at)))
    }
}
