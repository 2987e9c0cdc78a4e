//! Signals that are forgotten: before they go each is counted by year, rule and outcome, and what must not be raised a second
//! time is kept without words.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::ground::clock::{local, school_year};
use crate::ground::db::schema::{
    kept_counts, known_findings, plan_signals, referral_signals, signal_evidence, signals,
};
use crate::ground::{Conn, PupilId, Result, SchoolId, SignalId, ids};
use crate::signals::lift_out::delete;
use crate::signals::model::{Level, Severity};
use crate::signals::state::State;
use crate::signals::store::ended_without_action;

/// Takes the signals away on which nothing was done and that ended before a moment; gives how many. One that went along in a
/// referral, or over which there is a plan, stays with the file.
pub(super) fn forget_unused(conn: &mut Conn, school: &SchoolId, before: NaiveDateTime) -> Result<usize> {
    let referred = referral_signals::table.select(referral_signals::signal_id);
    let planned = plan_signals::table.select(plan_signals::signal_id);
    let old: Vec<SignalId> = signals::table
        .filter(signals::school_id.eq(school))
        .filter(ended_without_action())
        .filter(signals::changed_at.lt(before))
        .filter(signals::id.ne_all(referred))
        .filter(signals::id.ne_all(planned))
        .select(signals::id)
        .load(conn)?;
    for id in &old {
        count(conn, id)?;
        remember(conn, id)?;
        delete(conn, id)?;
    }
    Ok(old.len())
}

/// Counts the signals of a pupil whose file goes.
pub(super) fn count_of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<()> {
    let all: Vec<SignalId> =
        signals::table.filter(signals::pupil_id.eq(pupil)).select(signals::id).load(conn)?;
    all.iter().try_for_each(|id| count(conn, id))
}

/// Adds a signal to the counts of its year, once for each rule; as in the figures of a year, notes are not counted, nor
/// what is for few: critical answers, and what is kept for the coordinator.
fn count(conn: &mut Conn, id: &SignalId) -> Result<()> {
    type Was = (SchoolId, NaiveDateTime, State, Option<String>, String);
    let counted: Option<Was> = signals::table
        .find(id)
        .filter(signals::severity.ne(Severity::C))
        .filter(signals::level.eq(Level::Pupil))
        .filter(signals::restricted.eq(false))
        .filter(signals::read_until.is_null())
        .select((
            signals::school_id,
            signals::raised_at,
            signals::state,
            signals::mentor_view,
            signals::reason,
        ))
        .first(conn)
        .optional()?;
    let Some((school, raised, state, view, reason)) = counted else { return Ok(()) };
    // Why nothing was done is a code; how something ended is somebody's words, and only whether there were any stays.
    let reason = match state {
        State::NoAction => reason,
        _ if reason.is_empty() => String::new(),
        _ => "said".to_owned(),
    };
    let of_signal = signal_evidence::table.filter(signal_evidence::signal_id.eq(id));
    let rules: Vec<String> = of_signal.select(signal_evidence::rule).distinct().load(conn)?;
    for rule in rules {
        let year = school_year(local(raised).date());
        let view = view.as_deref().unwrap_or_default();
        let place = (&school, year, &rule, state.as_str(), view, &reason);
        let counted = kept_counts::table.find(place);
        let added = diesel::update(counted).set(kept_counts::n.eq(kept_counts::n + 1)).execute(conn)?;
        if added == 0 {
            diesel::insert_into(kept_counts::table)
                .values((
                    kept_counts::school_id.eq(&school),
                    kept_counts::school_year.eq(year),
                    kept_counts::rule.eq(&rule),
                    kept_counts::state.eq(state.as_str()),
                    kept_counts::mentor_view.eq(view),
                    kept_counts::reason.eq(&reason),
                    kept_counts::n.eq(1),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Keeps by rule, series and round what the signal told, so that the same finding is no news when its signal is gone.
fn remember(conn: &mut Conn, id: &SignalId) -> Result<()> {
    let (school, subject, pupil): (SchoolId, String, Option<PupilId>) = signals::table
        .find(id)
        .select((signals::school_id, signals::subject, signals::pupil_id))
        .first(conn)?;
    let told: Vec<(String, String, String)> = signal_evidence::table
        .filter(signal_evidence::signal_id.eq(id))
        .filter(signal_evidence::observation_id.is_null())
        .filter(signal_evidence::withdrawn.eq(false))
        .select((signal_evidence::rule, signal_evidence::series, signal_evidence::round))
        .distinct()
        .load(conn)?;
    for (rule, series, round) in told {
        diesel::insert_into(known_findings::table)
            .values((
                known_findings::id.eq(ids::fresh()),
                known_findings::school_id.eq(&school),
                known_findings::subject.eq(&subject),
                known_findings::pupil_id.eq(&pupil),
                known_findings::rule.eq(rule),
                known_findings::series.eq(series),
                known_findings::round.eq(round),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// How many signals of each school year stand in the counts, by rule.
pub(super) fn kept(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(i32, String, i64)>> {
    Ok(kept_counts::table
        .filter(kept_counts::school_id.eq(school))
        .group_by((kept_counts::school_year, kept_counts::rule))
        .order((kept_counts::school_year.desc(), kept_counts::rule))
        .select((
            kept_counts::school_year,
            kept_counts::rule,
            diesel::dsl::sum(kept_counts::n).assume_not_null(),
        ))
        .load(conn)?)
}
