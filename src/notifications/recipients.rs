//! Who is told that signals of a school wait. In which words: `compose`.

use std::collections::{HashMap, HashSet};

use super::followers::with_stand_ins;
use crate::care::triage::list::{Part, Row};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId, SignalId};
use crate::school::accounts::store as accounts;
use crate::school::store as people;
use crate::signals::again::asks_again;
use crate::signals::finding::Rule;
use crate::signals::model::{Evidence, Signal};
use crate::signals::state::State;
use crate::signals::store as signals;

/// Who is told that signals of a school wait: its coordinators when something waits for them, and the mentors of
/// the groups in which pupils whose signal is with the mentor are today; and who stands in for one of them.
///
/// # Errors
/// When the database refuses.
pub fn recipients(conn: &mut Conn, school: &SchoolId, today: chrono::NaiveDate) -> Result<Vec<AccountId>> {
    let mut open = signals::open_at(conn, school)?;
    let evidence = evidence_of(conn, &open)?;
    open.retain(|signal| evidence.get(&signal.id).is_none_or(|own| may_be_mailed(own)));
    let mut accounts_to_tell: Vec<AccountId> = Vec::new();
    if coordinator_is_asked(conn, &open, &evidence, today)? {
        accounts_to_tell.extend(accounts::with_role(conn, Role::Coordinator, school)?);
    }
    let pupils: HashSet<&PupilId> = open
        .iter()
        .filter(|signal| signal.state == State::WithMentor)
        .filter_map(|signal| signal.pupil_id.as_ref())
        .collect();
    let groups: HashSet<GroupId> = people::places(conn, school, today)?
        .into_iter()
        .filter(|(pupil, _)| pupils.contains(pupil))
        .map(|(_, group)| group.id)
        .collect();
    for group in groups {
        let mentors = people::mentors(conn, &group, today)?;
        accounts_to_tell.extend(mentors.into_iter().map(|(id, _)| id));
    }
    let mut accounts_to_tell = with_stand_ins(conn, accounts_to_tell, (school, today))?;
    accounts_to_tell.sort();
    accounts_to_tell.dedup();
    Ok(accounts_to_tell)
}

/// Whether a signal waits for the coordinator: new, a person's concern, or one that asks again.
fn coordinator_is_asked(
    conn: &mut Conn,
    open: &[Signal],
    evidence: &HashMap<SignalId, Vec<Evidence>>,
    today: chrono::NaiveDate,
) -> Result<bool> {
    let waits =
        |signal: &Signal| signal.state == State::New || (signal.state == State::WithMentor && signal.human);
    if open.iter().any(waits) {
        return Ok(true);
    }
    let ids: Vec<SignalId> = open.iter().map(|signal| signal.id.clone()).collect();
    let moved = signals::last_moves(conn, &ids)?;
    Ok(open.iter().any(|signal| {
        let own = evidence.get(&signal.id).map_or(&[][..], Vec::as_slice);
        asks_again(signal, own, moved.get(&signal.id).copied(), today)
    }))
}

/// What each signal rests on.
pub(super) fn evidence_of(conn: &mut Conn, open: &[Signal]) -> Result<HashMap<SignalId, Vec<Evidence>>> {
    let ids: Vec<SignalId> = open.iter().map(|signal| signal.id.clone()).collect();
    signals::evidence_of(conn, &ids)
}

/// Whether a signal may be a reason for mail: not when all it says is how classmates choose.
pub(super) fn may_be_mailed(evidence: &[Evidence]) -> bool {
    let mut standing = evidence.iter().filter(|one| !one.withdrawn).peekable();
    standing.peek().is_none() || standing.any(|one| one.rule != Rule::RejectedTwice.as_str())
}

/// Whether a row may be a reason for mail: not when all it says is how classmates choose, or what two readers alone see.
pub(super) fn may_be_told(row: &Row) -> bool {
    let is_told = |part: &Part| {
        let rejected = |rule: &str| rule == Rule::RejectedTwice.as_str();
        part.reading.is_none()
            && (part.found.is_empty() || part.found.iter().any(|found| !rejected(&found.rule)))
    };
    row.parts.iter().any(is_told)
}
