//! All that is asked of the database about signals. Lists over pupils filter by the scope they are given.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::model::{Decision, Evidence, Severity, Signal};
use super::state::State;
use crate::ground::db::schema::{decisions, memberships, signal_evidence, signals};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, PupilId, Result, SchoolId, Scope, SignalId};

type Backend = <Conn as Connection>::Backend;

const ENDED: [State; 2] = [State::NoAction, State::Closed];

/// The signals this person may see: the coordinator's schools; pupils and groups of one's own, but for what rests
/// on scales for the coordinator alone.
fn visible(scope: &Scope) -> signals::BoxedQuery<'static, Backend> {
    let groups: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
    let subjects: Vec<String> = groups.iter().map(|id| id.0.clone()).collect();
    let named: Vec<Option<PupilId>> = scope.pupils.iter().map(|(id, _)| Some(id.clone())).collect();
    let in_own_group = memberships::table
        .filter(memberships::group_id.eq_any(groups))
        .filter(memberships::starts_on.le(scope.today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(scope.today)))
        .select(memberships::pupil_id.nullable());
    signals::table.into_boxed().filter(
        signals::school_id
            .eq_any(scope.schools_as(Role::Coordinator))
            .or(signals::restricted.eq(false).and(signals::pupil_id.is_not_null()).and(
                signals::pupil_id.eq_any(in_own_group).or(signals::pupil_id.eq_any(named)).assume_not_null(),
            ))
            .or(signals::restricted.eq(false).and(signals::subject.eq_any(subjects))),
    )
}

/// A signal this person may see.
///
/// # Errors
/// `NotFound` also for one outside the scope.
pub fn signal(conn: &mut Conn, scope: &Scope, id: &SignalId) -> Result<Signal> {
    visible(scope)
        .filter(signals::id.eq(id.clone()))
        .select(Signal::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("signal"))
}

/// The open signals this person may see, notes (C) left out, newest first.
///
/// # Errors
/// When the database refuses.
pub fn open(conn: &mut Conn, scope: &Scope) -> Result<Vec<Signal>> {
    Ok(visible(scope)
        .filter(signals::state.ne_all(ENDED))
        .filter(signals::severity.ne(Severity::C))
        .order((signals::raised_at.desc(), signals::id))
        .select(Signal::as_select())
        .load(conn)?)
}

/// The open signals of a school, notes left out: for work that nobody asks for.
///
/// # Errors
/// When the database refuses.
pub fn open_at(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Signal>> {
    Ok(signals::table
        .filter(signals::school_id.eq(school))
        .filter(signals::state.ne_all(ENDED))
        .filter(signals::severity.ne(Severity::C))
        .select(Signal::as_select())
        .load(conn)?)
}

/// All signals about one subject this person may see, ended ones and notes too, newest first.
///
/// # Errors
/// When the database refuses.
pub fn about(conn: &mut Conn, scope: &Scope, subject: &str) -> Result<Vec<Signal>> {
    Ok(visible(scope)
        .filter(signals::subject.eq(subject.to_owned()))
        .order((signals::raised_at.desc(), signals::id))
        .select(Signal::as_select())
        .load(conn)?)
}

/// A page of signals this person may see, by id: for the API. Notes (C) come only with the pupil they are about.
///
/// # Errors
/// When the database refuses.
pub fn page(
    conn: &mut Conn,
    scope: &Scope,
    school: Option<&SchoolId>,
    pupil: Option<&PupilId>,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Signal>> {
    let mut query = visible(scope).filter(signals::id.gt(after.unwrap_or_default().to_owned()));
    if let Some(school) = school {
        query = query.filter(signals::school_id.eq(school.clone()));
    }
    query = match pupil {
        Some(pupil) => query.filter(signals::pupil_id.eq(pupil.clone())),
        None => query.filter(signals::severity.ne(Severity::C)),
    };
    Ok(query.order(signals::id).limit(limit).select(Signal::as_select()).load(conn)?)
}

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

/// The moves of some signals, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn decisions(conn: &mut Conn, ids: &[SignalId]) -> Result<Vec<Decision>> {
    Ok(decisions::table
        .filter(decisions::signal_id.eq_any(ids))
        .order((decisions::at, decisions::id))
        .select(Decision::as_select())
        .load(conn)?)
}

/// When each of these signals last moved; none for one that never did.
///
/// # Errors
/// When the database refuses.
pub fn last_moves(conn: &mut Conn, ids: &[SignalId]) -> Result<HashMap<SignalId, NaiveDateTime>> {
    let moves: Vec<(SignalId, Option<NaiveDateTime>)> = decisions::table
        .filter(decisions::signal_id.eq_any(ids))
        .group_by(decisions::signal_id)
        .select((decisions::signal_id, diesel::dsl::max(decisions::at)))
        .load(conn)?;
    let known = moves.into_iter().filter_map(|(id, at)| Some((id, at?)));
    Ok(known.collect())
}

/// Marks a move as copied to the official file; only for a signal the caller has looked up.
///
/// # Errors
/// `NotFound` when the move is not of that signal.
pub fn mark_transferred(conn: &mut Conn, signal: &Signal, decision: &str, on: NaiveDate) -> Result<()> {
    let marked = diesel::update(decisions::table.find(decision))
        .filter(decisions::signal_id.eq(&signal.id))
        .set(decisions::transferred_on.eq(on))
        .execute(conn)?;
    if marked == 0 {
        return Err(Error::NotFound("decision"));
    }
    Ok(())
}

/// The open signal of a subject in a domain.
pub(super) fn open_in(conn: &mut Conn, subject: &str, domain: &str) -> Result<Option<Signal>> {
    Ok(signals::table
        .filter(signals::subject.eq(subject))
        .filter(signals::domain.eq(domain))
        .filter(signals::state.ne_all(ENDED))
        .select(Signal::as_select())
        .first(conn)
        .optional()?)
}

/// The last signal of a subject in a domain that has ended.
pub(super) fn last_ended(conn: &mut Conn, subject: &str, domain: &str) -> Result<Option<Signal>> {
    Ok(signals::table
        .filter(signals::subject.eq(subject))
        .filter(signals::domain.eq(domain))
        .filter(signals::state.eq_any(ENDED))
        .order(signals::changed_at.desc())
        .select(Signal::as_select())
        .first(conn)
        .optional()?)
}

/// Whether a subject was raised on this rule, series and round before.
pub(super) fn is_known(
    conn: &mut Conn,
    subject: &str,
    rule: &str,
    series: &str,
    round: &str,
) -> Result<bool> {
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

pub(super) fn insert(conn: &mut Conn, signal: &Signal) -> Result<()> {
    diesel::insert_into(signals::table).values(signal).execute(conn)?;
    Ok(())
}

pub(super) fn insert_evidence(conn: &mut Conn, evidence: &Evidence) -> Result<()> {
    diesel::insert_into(signal_evidence::table).values(evidence).execute(conn)?;
    Ok(())
}

/// Saves a signal that stood in `from` when it was read; somebody who moved it since then wins.
///
/// # Errors
/// `Conflict` when it was moved meanwhile.
pub(super) fn save(conn: &mut Conn, signal: &Signal, from: State) -> Result<()> {
    let saved = diesel::update(signals::table.find(&signal.id))
        .filter(signals::state.eq(from))
        .set(signal)
        .execute(conn)?;
    if saved == 0 {
        return Err(Error::Conflict(crate::ground::Message::new("signal-moved-meanwhile")));
    }
    Ok(())
}

pub(super) fn insert_decision(conn: &mut Conn, decision: &Decision) -> Result<()> {
    diesel::insert_into(decisions::table).values(decision).execute(conn)?;
    Ok(())
}

/// Signals whose date has come: the mentor's term, or the day to watch until.
pub(super) fn due(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Signal>> {
    Ok(signals::table
        .filter(
            signals::state
                .eq(State::WithMentor)
                .and(signals::mentor_until.lt(today))
                .assume_not_null()
                .or(signals::state.eq(State::Watching).and(signals::look_on.le(today)).assume_not_null()),
        )
        .select(Signal::as_select())
        .load(conn)?)
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

/// Keeps a mentor's answer that does not move the signal yet.
///
/// # Errors
/// When the database refuses.
pub fn keep_answer(conn: &mut Conn, signal: &Signal) -> Result<()> {
    save(conn, signal, signal.state)
}
