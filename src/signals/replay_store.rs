//! What a replay asks of the database: the rounds of a school, and what was raised in them. The scores themselves:
//! `table_store`.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Level, Severity};
use super::rules::season::half_year;
use super::state::State;
use crate::ground::db::schema::{pupils, rounds, scores, signal_evidence, signals};
use crate::ground::{Conn, Result, SchoolId};

/// The rounds of a school, oldest first: label and first day.
pub(super) fn rounds_of(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(String, NaiveDate)>> {
    let found: Vec<(String, Option<NaiveDate>)> = scores::table
        .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
        .inner_join(rounds::table.on(rounds::key.eq(scores::round_key)))
        .filter(pupils::school_id.eq(school))
        .group_by(rounds::label)
        .select((rounds::label, diesel::dsl::min(scores::taken_on)))
        .load(conn)?;
    let mut found: Vec<_> = found.into_iter().filter_map(|(label, day)| Some((label, day?))).collect();
    found.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    Ok(found)
}

/// A rule that raised a signal in a round, and where that signal stands.
#[derive(Debug, Clone, Queryable)]
pub struct Raised {
    /// The signal.
    pub signal: String,
    /// The pupil, group or school it is about.
    pub subject: String,
    /// What it is about.
    pub level: Level,
    /// Whether it is kept for the coordinator.
    pub restricted: bool,
    /// The rule's name.
    pub rule: String,
    /// The round's label; of a sociogram its half-year.
    pub round: String,
    /// Where the signal stands.
    pub state: State,
    /// Whether the mentor recognised it.
    pub mentor_view: Option<String>,
    /// The reason or outcome of the last decision.
    pub reason: String,
}

/// What was raised on a school by rules since a day; notes, critical answers and withdrawn sources left out.
///
/// # Errors
/// When the database refuses.
pub fn raised(conn: &mut Conn, school: &SchoolId, since: Option<NaiveDate>) -> Result<Vec<Raised>> {
    let mut query = signal_evidence::table
        .inner_join(signals::table)
        .filter(signals::school_id.eq(school))
        .filter(signal_evidence::observation_id.is_null())
        .filter(signal_evidence::withdrawn.eq(false))
        .filter(signal_evidence::severity.ne(Severity::C))
        .filter(signals::read_until.is_null())
        .into_boxed();
    if let Some(day) = since {
        query = query.filter(signal_evidence::raised_at.ge(day.and_time(chrono::NaiveTime::MIN)));
    }
    let found: Vec<Raised> = query
        .order(signal_evidence::id)
        .select((
            signals::id,
            signals::subject,
            signals::level,
            signals::restricted,
            signal_evidence::rule,
            signal_evidence::round,
            signals::state,
            signals::mentor_view,
            signals::reason,
        ))
        .load(conn)?;
    let in_half_years = |one: Raised| Raised { round: half_year(&one.round), ..one };
    Ok(found.into_iter().map(in_half_years).collect())
}
