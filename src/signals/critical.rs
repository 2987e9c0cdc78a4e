//! `critical-item`: an answer to an item of which the school wants each one read at once.
//!
//! It holds for every answer at or past the item's border, without any statistic. Off until the school has named two
//! readers and agreed on holidays (`school::critical_readers`). Severity A; the two readers alone see it; it is read within
//! a school day, else the second reader is reminded; it stands in no mail, handover or figure, and never goes under the
//! row of a group. Source: docs/signals.md I5.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::cause::{Cause, Terms};
use super::critical_store as store;
use super::finding::Rule;
use super::kept::Kept;
use super::model::{Level, Severity, Signal};
use super::raise;
use super::ruleset::{CriticalTerms, Ruleset};
use crate::evidence::critical::{self, CriticalAnswer};
use crate::evidence::files::rounds::season;
use crate::evidence::instruments::Catalogue;
use crate::ground::{AccountId, Conn, Error, Message, PupilId, Result, Scope, SignalId};
use crate::school::{School, closed_weeks, critical_readers};

/// What stands in the place of a domain: so it never joins what others may see.
pub const DOMAIN: &str = "critical-item";

/// Raises every critical answer of a school that was not raised before; gives how many.
pub(super) fn raise(
    conn: &mut Conn,
    catalogue: &Catalogue,
    terms: Terms,
    today: NaiveDate,
    school: &School,
    ruleset: &Ruleset,
) -> Result<usize> {
    let Some(rule) = CriticalTerms::running(ruleset.critical_item) else { return Ok(0) };
    let Some(agreement) = critical_readers::of_school(conn, &school.id)? else { return Ok(0) };
    let until = agreement.read_until(&closed_weeks::calendar(conn, school)?, today);
    let mut raised = 0;
    for (pupil, answer) in critical::of_school(conn, &school.id)? {
        let cause = cause(&answer, pupil, catalogue, school, ruleset, rule.severity, until)?;
        let outcome = raise::raise(conn, terms, &cause)?.1;
        raised += usize::from(outcome != raise::Outcome::Nothing);
    }
    Ok(raised)
}

fn cause(
    answer: &CriticalAnswer,
    pupil: PupilId,
    catalogue: &Catalogue,
    school: &School,
    ruleset: &Ruleset,
    severity: Severity,
    until: NaiveDate,
) -> Result<Cause> {
    let name = catalogue.get(&answer.instrument).map_or(answer.instrument.as_str(), |one| one.name.as_str());
    let on = answer.taken_on;
    let reason = Message::new("signal-critical")
        .with("informant", answer.informant.as_str())
        .with("instrument", name)
        .with("item", answer.item.as_str())
        .with("day", on.day())
        .with("month", on.month())
        .with("year", on.year().to_string());
    let kept = Kept {
        reason,
        scale_name: String::new(),
        min: 0.0,
        max: 0.0,
        high_is_good: false,
        expected: None,
        band: None,
        hinge: None,
        threshold: Some(answer.critical_from),
        history: Vec::new(),
        figures: serde_json::json!({ "answered_on": on, "item": answer.item }),
    };
    Ok(Cause {
        level: Level::Pupil,
        school: school.id.clone(),
        // No group: it counts for none.
        group: None,
        pupil: Some(pupil),
        domain: DOMAIN.to_owned(),
        restricted: true,
        only_for: None,
        severity,
        rule: Rule::CriticalItem.as_str().to_owned(),
        // With the day, so that an answer of the same round on another day is one of its own.
        series: format!("{}/{}/{} {on}", answer.instrument, answer.informant, answer.item),
        round: season(on),
        statistic: Some(answer.answer),
        ruleset: format!("{} {}", ruleset.name, ruleset.date),
        observation: None,
        finding: serde_json::to_string(&kept).map_err(Error::internal)?,
        read_until: Some(until),
    })
}

/// Notes that a reader has read it.
///
/// # Errors
/// `NotFound` for who is no reader, `Conflict` when it was read before, or is no critical answer.
pub fn mark_read(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &SignalId) -> Result<()> {
    let signal = super::store::signal(conn, scope, id)?;
    if !signal.is_unread() {
        return Err(Error::Conflict(Message::new("critical-read-before")));
    }
    store::mark_read(conn, &signal.id, &scope.account, now)
}

/// The second readers of what was not read in time, each once: they are reminded now, and it is noted that they were.
///
/// # Errors
/// When the database refuses.
pub fn overdue(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<Vec<AccountId>> {
    let mut readers: Vec<AccountId> = Vec::new();
    for signal in store::overdue(conn, today)? {
        if let Some(agreement) = critical_readers::of_school(conn, &signal.school_id)? {
            store::mark_reminded(conn, &signal.id, now)?;
            readers.push(agreement.second_reader);
        }
    }
    readers.sort();
    readers.dedup();
    Ok(readers)
}

impl Signal {
    /// Whether it rests on critical answers, which the school's two readers alone may see.
    #[must_use]
    pub const fn is_critical(&self) -> bool {
        self.read_until.is_some()
    }

    /// Whether it may go along to a partner: not what rests on critical answers, on scales for the coordinator alone
    /// (about teachers, safety, home), or on who filled in.
    #[must_use]
    pub const fn may_leave_school(&self) -> bool {
        !self.is_critical() && !self.restricted && self.only_for.is_none()
    }

    /// Whether it rests on critical answers that nobody has read yet.
    #[must_use]
    pub const fn is_unread(&self) -> bool {
        self.is_critical() && self.read_at.is_none()
    }
}
