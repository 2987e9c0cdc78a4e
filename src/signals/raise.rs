//! Raising: a finding joins the open signal of its subject and domain, wakes an ended one when it got
//! worse, or begins a new one. The same finding twice does nothing. Human concerns come in the same way.

use super::existing::{is_worse, join, reopen};
use super::model::{Evidence, Level, Severity, Signal};
use super::moves::move_by_system;
use super::state::{Event, State};
use super::store;
use crate::ground::{Conn, Result, SignalId, ids};

pub use super::cause::{Cause, OF_RATER, Outcome, Terms, shown_domain};

/// Raises one cause.
///
/// # Errors
/// When the database refuses.
pub fn raise(conn: &mut Conn, terms: Terms, cause: &Cause) -> Result<(SignalId, Outcome)> {
    let subject = cause.subject();
    if !cause.is_human() && store::is_known(conn, &subject, &cause.rule, &cause.series, &cause.round)? {
        let known = store::open_in(conn, &subject, &cause.domain)?;
        let id = known.map_or_else(|| SignalId(String::new()), |signal| signal.id);
        return Ok((id, Outcome::Nothing));
    }
    if let Some(open) = store::open_in(conn, &subject, &cause.domain)? {
        return join(conn, terms, cause, open);
    }
    if let Some(ended) = store::last_ended(conn, &subject, &cause.domain)?
        && is_worse(conn, cause, &ended)?
    {
        let id = reopen(conn, terms, cause, ended)?;
        return Ok((id, Outcome::Reopened));
    }
    let id = begin(conn, terms, cause, subject)?;
    Ok((id, Outcome::New))
}

/// A first signal of its subject and domain.
fn begin(conn: &mut Conn, terms: Terms, cause: &Cause, subject: String) -> Result<SignalId> {
    let mut signal = Signal {
        id: SignalId::fresh(),
        school_id: cause.school.clone(),
        level: cause.level,
        group_id: cause.group.clone(),
        pupil_id: cause.pupil.clone(),
        subject,
        domain: cause.domain.clone(),
        severity: cause.severity,
        human: cause.is_human(),
        restricted: cause.restricted,
        only_for: cause.only_for.clone(),
        state: State::New,
        round: cause.round.clone(),
        raised_at: terms.now,
        changed_at: terms.now,
        mentor_until: None,
        mentor_view: None,
        mentor_choice: None,
        mentor_note: String::new(),
        look_on: None,
        reason: String::new(),
        reopened: false,
        read_until: cause.read_until,
        read_at: None,
        read_by: None,
        reminded_at: None,
    };
    store::insert(conn, &signal)?;
    add_evidence(conn, terms, cause, &signal.id)?;
    to_mentor(conn, terms, &mut signal)?;
    Ok(signal.id)
}

/// A pupil's signal goes to the mentor first; what is urgent and what a person worries about does not wait.
pub(super) fn to_mentor(conn: &mut Conn, terms: Terms, signal: &mut Signal) -> Result<()> {
    let first_to_mentor = signal.level == Level::Pupil
        && signal.severity == Severity::B
        && !signal.human
        && !signal.restricted
        && signal.state == State::New
        && terms.has_mentor;
    if first_to_mentor {
        signal.mentor_until = Some(terms.mentor_until);
        move_by_system(conn, terms.now, signal, Event::ToMentor)?;
    }
    Ok(())
}

pub(super) fn add_evidence(conn: &mut Conn, terms: Terms, cause: &Cause, signal: &SignalId) -> Result<()> {
    store::insert_evidence(
        conn,
        &Evidence {
            id: ids::fresh(),
            signal_id: signal.clone(),
            rule: cause.rule.clone(),
            severity: cause.severity,
            series: cause.series.clone(),
            round: cause.round.clone(),
            statistic: cause.statistic,
            ruleset: cause.ruleset.clone(),
            observation_id: cause.observation.clone(),
            finding: cause.finding.clone(),
            withdrawn: false,
            raised_at: terms.now,
        },
    )
}
