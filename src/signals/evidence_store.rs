//! What is asked of the database about the evidence of signals. The signals themselves: `store`.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::finding::Rule;
use super::fresh::Troubled;
use super::model::{Evidence, Severity, Signal};
use crate::evidence::informant::Informant;
use crate::ground::db::schema::{known_findings, pupils, signal_evidence, signals};
use crate::ground::{Conn, PupilId, Result, SchoolId, SignalId};

/// The evidence of some signals, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn evidence(conn: &mut Conn, ids: &[SignalId]) -> Result<Vec<Evidence>> {
    Ok(signal_evidence::table
        .filter(signal_evidence::signal_id.eq_any(ids))
        .order((signal_evidence::raised_at, signal_evidence::id))
        .select(Evidence::as_select())
        .load(conn)?)
}

/// What each of some signals rests on, oldest first; nothing for one without evidence.
///
/// # Errors
/// When the database refuses.
pub fn evidence_of(conn: &mut Conn, ids: &[SignalId]) -> Result<HashMap<SignalId, Vec<Evidence>>> {
    let mut found: HashMap<SignalId, Vec<Evidence>> = HashMap::new();
    for one in evidence(conn, ids)? {
        found.entry(one.signal_id.clone()).or_default().push(one);
    }
    Ok(found)
}

/// The pupils of a school with a finding A or B on scores that stands (instrument, informant, pupil's key), and in which
/// rounds: they may recover, also long after. And in which rounds that was told: it is told once.
///
/// # Errors
/// When the database refuses.
pub(super) fn troubled(conn: &mut Conn, school: &SchoolId) -> Result<Troubled> {
    let recovery = Rule::Recovery.as_str();
    let found: Vec<(String, i64, String, String)> = signal_evidence::table
        .inner_join(signals::table.inner_join(pupils::table))
        .filter(signals::school_id.eq(school))
        .filter(
            signal_evidence::severity
                .eq_any([Severity::A.as_str(), Severity::B.as_str()])
                .or(signal_evidence::rule.eq(recovery)),
        )
        .filter(signal_evidence::withdrawn.eq(false))
        .select((signal_evidence::series, pupils::key, signal_evidence::round, signal_evidence::rule))
        .distinct()
        .load(conn)?;
    let mut troubled = Troubled::new();
    for (series, pupil, round, rule) in found {
        let mut parts = series.split('/');
        let list = parts.next().zip(parts.next().and_then(Informant::from_code));
        if let Some((instrument, informant)) = list {
            let kept = troubled.entry((instrument.to_owned(), informant, pupil)).or_default();
            if rule == recovery { &mut kept.recovered } else { &mut kept.found }.push(round);
        }
    }
    Ok(troubled)
}

/// Whether a subject was raised on this rule, series and round before; also when that signal is forgotten.
pub(super) fn is_known(
    conn: &mut Conn,
    subject: &str,
    rule: &str,
    series: &str,
    round: &str,
) -> Result<bool> {
    let forgotten = known_findings::table
        .filter(known_findings::subject.eq(subject))
        .filter(known_findings::rule.eq(rule))
        .filter(known_findings::series.eq(series))
        .filter(known_findings::round.eq(round));
    if diesel::select(diesel::dsl::exists(forgotten)).get_result(conn)? {
        return Ok(true);
    }
    Ok(diesel::select(diesel::dsl::exists(
        signal_evidence::table
            .inner_join(signals::table)
            .filter(signals::subject.eq(subject))
            .filter(signal_evidence::rule.eq(rule))
            .filter(signal_evidence::series.eq(series))
            .filter(signal_evidence::round.eq(round))
            .filter(signal_evidence::withdrawn.eq(false)),
    ))
    .get_result(conn)?)
}

pub(super) fn insert_evidence(conn: &mut Conn, evidence: &Evidence) -> Result<()> {
    diesel::insert_into(signal_evidence::table).values(evidence).execute(conn)?;
    Ok(())
}

/// Marks evidence of these lists (instrument and informant, joined by `/`, and round) as withdrawn; returns the
/// signals it belongs to.
pub(super) fn withdraw(
    conn: &mut Conn,
    school: &SchoolId,
    lists: &[(String, String)],
    since: NaiveDateTime,
) -> Result<Vec<Signal>> {
    let rounds = lists.iter().map(|(_, round)| round);
    let raised: Vec<(String, SignalId, String, String)> = signal_evidence::table
        .inner_join(signals::table)
        .filter(signals::school_id.eq(school))
        .filter(signal_evidence::observation_id.is_null())
        .filter(signal_evidence::round.eq_any(rounds))
        .filter(signal_evidence::raised_at.ge(since))
        .select((signal_evidence::id, signals::id, signal_evidence::series, signal_evidence::round))
        .load(conn)?;
    let (evidence, ids): (Vec<String>, Vec<SignalId>) = raised
        .into_iter()
        .filter(|(_, _, series, round)| {
            // The series also names the scale: `instrument/informant/scale`.
            let list = series.rsplit_once('/').map_or("", |(list, _)| list);
            lists.iter().any(|one| one.0 == list && one.1 == *round)
        })
        .map(|(evidence, signal, ..)| (evidence, signal))
        .unzip();
    diesel::update(signal_evidence::table.filter(signal_evidence::id.eq_any(&evidence)))
        .set(signal_evidence::withdrawn.eq(true))
        .execute(conn)?;
    Ok(signals::table.filter(signals::id.eq_any(&ids)).select(Signal::as_select()).load(conn)?)
}

/// Marks what a list told of a pupil as withdrawn; returns the signals it belongs to.
pub(super) fn withdraw_of_pupil(conn: &mut Conn, pupil: &PupilId, instrument: &str) -> Result<Vec<Signal>> {
    let raised: Vec<(String, SignalId, String)> = signal_evidence::table
        .inner_join(signals::table)
        .filter(signals::pupil_id.eq(pupil))
        .filter(signal_evidence::observation_id.is_null())
        .select((signal_evidence::id, signals::id, signal_evidence::series))
        .load(conn)?;
    // The series is `instrument/informant/scale`.
    let of_list = |series: &str| series.split('/').next() == Some(instrument);
    let (evidence, ids): (Vec<String>, Vec<SignalId>) = raised
        .into_iter()
        .filter(|(_, _, series)| of_list(series))
        .map(|(evidence, signal, _)| (evidence, signal))
        .unzip();
    diesel::update(signal_evidence::table.filter(signal_evidence::id.eq_any(&evidence)))
        .set(signal_evidence::withdrawn.eq(true))
        .execute(conn)?;
    Ok(signals::table.filter(signals::id.eq_any(&ids)).select(Signal::as_select()).load(conn)?)
}
