//! Writing down what was seen. A concern becomes a signal at once and does not wait for the mentor's term;
//! what goes well stands on the page as a strength.

mod find;
mod seen;

use chrono::NaiveDateTime;

use self::find::find;
use crate::evidence::observations::{self, Observation, Source, Tone};
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, Result, Scope, SignalId, ids};
use crate::signals::model::{Level, Severity};
use crate::signals::raise::{self, Cause, Terms};

pub use self::seen::{Seen, Subject};

/// Writes an observation down; returns its id and, for a concern, the signal it joined or began.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was typed.
pub fn observe(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    seen: &Seen,
) -> Result<(String, Option<SignalId>)> {
    let (pupil, group, why) = find(conn, scope, &seen.subject)?;
    let school = match (&pupil, &group) {
        (Some(pupil), _) => pupil.school_id.clone(),
        (None, Some(group)) => group.school_id.clone(),
        (None, None) => return Err(Error::NotFound("subject")),
    };
    let observation = Observation {
        id: ids::fresh(),
        school_id: school.clone(),
        pupil_id: pupil.as_ref().map(|p| p.id.clone()),
        group_id: if pupil.is_some() { None } else { group.as_ref().map(|g| g.id.clone()) },
        domain: seen.domain.clone(),
        tone: seen.tone,
        urgent: seen.urgent && seen.tone == Tone::Concern,
        source: seen.source,
        seen_by: seen.seen_by.trim().to_owned(),
        other_parent_may_read: (seen.source == Source::Parent)
            .then_some(seen.other_parent_may_read)
            .flatten(),
        text: seen.text.trim().to_owned(),
        seen_on: seen.seen_on,
        account_id: scope.account.clone(),
        created_at: now,
    };
    observations::add(conn, scope.today, &observation)?;
    let entry = Entry::by(scope, "write-observation", "observation", &observation.id);
    let entry = match &why {
        Some(why) => entry.because_of(why),
        None => entry.at(scope, &school).because("writes-only"),
    };
    audit::record(conn, now, &entry)?;
    if observation.tone != Tone::Concern {
        return Ok((observation.id, None));
    }
    let cause = Cause {
        level: if pupil.is_some() { Level::Pupil } else { Level::Group },
        school,
        group: group.map(|g| g.id),
        pupil: pupil.map(|p| p.id),
        domain: observation.domain.clone(),
        restricted: false,
        only_for: None,
        severity: if observation.urgent { Severity::A } else { Severity::B },
        rule: "concern".to_owned(),
        series: String::new(),
        round: String::new(),
        statistic: None,
        ruleset: String::new(),
        observation: Some(observation.id.clone()),
        finding: "{}".to_owned(),
        read_until: None,
    };
    // A person's concern goes to the coordinator at once, so no mentor's term is needed.
    let terms = Terms { now, mentor_until: scope.today, has_mentor: false };
    let (signal, _) = raise::raise(conn, terms, &cause)?;
    if cause.severity == Severity::A {
        // What is urgent does not wait until somebody opens the list.
        let school = cause.school;
        outbox::enqueue(conn, now, &Task::SignalsRaised { school })?;
    }
    Ok((observation.id, Some(signal)))
}
