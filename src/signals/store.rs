//! All that is asked of the database about signals. Lists over pupils filter by the scope they are given.

use std::collections::HashSet;

use diesel::dsl;
use diesel::prelude::*;

use super::model::{Level, Severity, Signal};
use super::raise_store::ENDED;
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::db::schema::{critical_agreements, memberships, signals};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, PupilId, Result, SchoolId, Scope, SignalId};
use crate::school::store::placed_on;

pub(super) use super::decision_store::insert_decision;
pub use super::decision_store::{decision, decisions, last_moves, mark_transferred, not_copied};
pub use super::evidence_store::{evidence, evidence_of};
pub(super) use super::evidence_store::{insert_evidence, is_known, withdraw, withdraw_of_pupil};
pub(super) use super::raise_store::{due, insert, last_ended, move_look, open_in, save};
pub use super::raise_store::{ended_without_action, is_open_about, keep_answer, open_at, referred};

type Backend = <Conn as Connection>::Backend;

/// The signals this person may see: the coordinator's schools; pupils and groups of one's own, but for what rests
/// on scales for the coordinator alone, or says what a change of rater did: that is for the teacher who filled in.
/// What rests on critical answers the school's two readers alone may see. What ended without anything done is seen until the
/// school year's end.
fn visible(scope: &Scope) -> signals::BoxedQuery<'static, Backend> {
    let groups: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
    let subjects: Vec<String> = groups.iter().map(|id| id.0.clone()).collect();
    let named: Vec<Option<PupilId>> = scope.named_pupils().into_iter().map(Some).collect();
    let in_own_group = memberships::table
        .filter(memberships::group_id.eq_any(groups))
        .filter(placed_on(scope.today))
        .select(memberships::pupil_id.nullable());
    let read_by_me = critical_agreements::table
        .filter(critical_agreements::ended_at.is_null())
        .filter(
            critical_agreements::first_reader
                .eq(scope.account.clone())
                .or(critical_agreements::second_reader.eq(scope.account.clone())),
        )
        .select(critical_agreements::school_id);
    let may_read = signals::read_until.is_null().or(signals::school_id.eq_any(read_by_me));
    let year = school_year_start(school_year(scope.today)).and_time(chrono::NaiveTime::MIN);
    let was_nothing = ended_without_action();
    let is_of_now = signals::changed_at.ge(year).or(dsl::not(was_nothing));
    signals::table.into_boxed().filter(may_read).filter(is_of_now).filter(
        signals::school_id
            .eq_any(scope.schools_as(Role::Coordinator))
            .or(signals::restricted.eq(false).and(signals::pupil_id.is_not_null()).and(
                signals::pupil_id.eq_any(in_own_group).or(signals::pupil_id.eq_any(named)).assume_not_null(),
            ))
            .or(signals::subject.eq_any(subjects).and(
                signals::restricted
                    .eq(false)
                    .or(signals::only_for.eq(scope.account.clone()).assume_not_null()),
            )),
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
    Ok(visible(&scope.without_opened())
        .filter(signals::state.ne_all(ENDED))
        .filter(signals::severity.ne(Severity::C))
        .order((signals::raised_at.desc(), signals::id))
        .select(Signal::as_select())
        .load(conn)?)
}

/// The subjects of the open signals this person may see, notes (C) too.
///
/// # Errors
/// When the database refuses.
pub fn open_subjects(conn: &mut Conn, scope: &Scope) -> Result<HashSet<String>> {
    let found: Vec<String> =
        visible(scope).filter(signals::state.ne_all(ENDED)).select(signals::subject).load(conn)?;
    Ok(found.into_iter().collect())
}

/// All signals about pupils and groups this person may see, ended ones and notes too.
///
/// # Errors
/// When the database refuses.
pub fn of_subjects(conn: &mut Conn, scope: &Scope) -> Result<Vec<Signal>> {
    Ok(visible(scope)
        .filter(signals::level.ne(Level::School))
        .order(signals::id)
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
    // What was opened is there for who asks for that pupil, and stands in no list.
    let without = scope.without_opened();
    let scope = if pupil.is_some() { scope } else { &without };
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
