//! Raising: a finding joins the open signal of its subject and domain, wakes an ended one when it got
//! worse, or begins a new one. The same finding twice does nothing. Human concerns come in the same way.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Decision, Evidence, Level, Severity, Signal};
use super::state::{self, Actor, Event, State};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, GroupId, PupilId, Result, SchoolId, SignalId, ids};

/// Something that asks for attention, on its way to becoming a signal.
#[derive(Debug, Clone)]
pub struct Cause {
    /// Pupil, group or school.
    pub level: Level,
    /// The school.
    pub school: SchoolId,
    /// The group: the subject itself, or the pupil's group now.
    pub group: Option<GroupId>,
    /// The pupil.
    pub pupil: Option<PupilId>,
    /// The domain; may be empty.
    pub domain: String,
    /// Whether the scale is for the coordinator alone.
    pub restricted: bool,
    /// The severity.
    pub severity: Severity,
    /// The rule's name, or `concern`.
    pub rule: String,
    /// Instrument, informant and scale, joined by `/`.
    pub series: String,
    /// The round's label.
    pub round: String,
    /// The rule's statistic.
    pub statistic: Option<f64>,
    /// Name and date of the ruleset.
    pub ruleset: String,
    /// The observation, for a person's concern.
    pub observation: Option<String>,
    /// The finding as JSON.
    pub finding: String,
}

impl Cause {
    fn subject(&self) -> String {
        match self.level {
            Level::Pupil => self.pupil.as_ref().map(|id| id.0.clone()),
            Level::Group => self.group.as_ref().map(|id| id.0.clone()),
            Level::School => Some(self.school.0.clone()),
        }
        .unwrap_or_default()
    }

    const fn is_human(&self) -> bool {
        self.observation.is_some()
    }
}

/// What raising did with a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A new signal.
    New,
    /// More evidence for an open one.
    Joined,
    /// An ended one that came back.
    Reopened,
    /// Known already.
    Nothing,
}

/// When and under which terms a signal is raised.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// Now.
    pub now: NaiveDateTime,
    /// The day on which a mentor's term ends that begins today.
    pub mentor_until: NaiveDate,
    /// Whether the pupil's group has a mentor to ask.
    pub has_mentor: bool,
}

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
        let id = join(conn, terms, cause, open)?;
        return Ok((id, Outcome::Joined));
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
    };
    store::insert(conn, &signal)?;
    add_evidence(conn, terms, cause, &signal.id)?;
    to_mentor(conn, terms, &mut signal)?;
    Ok(signal.id)
}

/// More evidence: the highest severity wins. What is watched wakes for a person's concern and for what weighs
/// more; silence was agreed for less than that. What somebody works on comes back by `again`.
fn join(conn: &mut Conn, terms: Terms, cause: &Cause, mut open: Signal) -> Result<SignalId> {
    let from = open.state;
    // A note becomes a signal of its own weight only through evidence that weighs more by itself.
    let was_note = open.severity == Severity::C && cause.severity < Severity::C;
    let wakes = from == State::Watching && (cause.is_human() || cause.severity < open.severity);
    open.severity = open.severity.min(cause.severity);
    open.human |= cause.is_human();
    open.restricted |= cause.restricted;
    open.changed_at = terms.now;
    store::save(conn, &open, from)?;
    add_evidence(conn, terms, cause, &open.id)?;
    if wakes {
        move_by_system(conn, terms.now, &mut open, Event::Wakes)?;
    }
    if was_note {
        to_mentor(conn, terms, &mut open)?;
    }
    Ok(open.id)
}

/// The same record, open again, because it got worse.
fn reopen(conn: &mut Conn, terms: Terms, cause: &Cause, mut ended: Signal) -> Result<SignalId> {
    ended.severity = cause.severity;
    ended.human = cause.is_human();
    ended.restricted = cause.restricted;
    ended.round.clone_from(&cause.round);
    ended.reopened = true;
    ended.mentor_view = None;
    ended.mentor_choice = None;
    ended.look_on = None;
    move_by_system(conn, terms.now, &mut ended, Event::Reopens)?;
    add_evidence(conn, terms, cause, &ended.id)?;
    to_mentor(conn, terms, &mut ended)?;
    Ok(ended.id)
}

/// A pupil's signal goes to the mentor first; what is urgent and what a person worries about does not wait.
fn to_mentor(conn: &mut Conn, terms: Terms, signal: &mut Signal) -> Result<()> {
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

/// Worse than when it ended: a point more on the rule's statistic, a rule that did not hold then (and weighs no
/// less), a higher severity, or a person's concern.
fn is_worse(conn: &mut Conn, cause: &Cause, ended: &Signal) -> Result<bool> {
    if cause.is_human() || cause.severity < ended.severity {
        return Ok(true);
    }
    let before = store::evidence(conn, std::slice::from_ref(&ended.id))?
        .into_iter()
        .filter(|evidence| evidence.rule == cause.rule && evidence.series == cause.series)
        .filter_map(|evidence| evidence.statistic)
        .reduce(f64::max);
    Ok(match (before, cause.statistic) {
        (Some(before), Some(now)) => now >= before + 1.0,
        (None, _) => cause.severity <= ended.severity,
        (Some(_), None) => false,
    })
}

fn add_evidence(conn: &mut Conn, terms: Terms, cause: &Cause, signal: &SignalId) -> Result<()> {
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

fn move_by_system(conn: &mut Conn, now: NaiveDateTime, signal: &mut Signal, event: Event) -> Result<()> {
    let step = Step { event, actor: Actor::System, account: None, reason: "", note: "", look_on: None };
    go(conn, now, signal, &step)
}

/// The same outside a run, with a line of its own in the log.
fn move_in_sight(conn: &mut Conn, now: NaiveDateTime, signal: &mut Signal, event: Event) -> Result<()> {
    move_by_system(conn, now, signal, event)?;
    let entry = Entry::of("system", "move-signal", "signal", &signal.id).detail(event.as_str());
    audit::record(conn, now, &entry)
}

/// A move to be made.
#[derive(Debug, Clone)]
pub struct Step<'a> {
    /// What happens.
    pub event: Event,
    /// In which capacity.
    pub actor: Actor,
    /// Who; none for the system.
    pub account: Option<&'a crate::ground::AccountId>,
    /// A coded reason or outcome.
    pub reason: &'a str,
    /// What was typed.
    pub note: &'a str,
    /// The day to look back, or to watch until.
    pub look_on: Option<NaiveDate>,
}

/// Moves a signal by the table of states and writes the move down.
///
/// # Errors
/// `Conflict` for a move that is not in the table, or when somebody moved it meanwhile.
pub fn go(conn: &mut Conn, now: NaiveDateTime, signal: &mut Signal, step: &Step<'_>) -> Result<()> {
    let from = signal.state;
    signal.state = state::next(from, step.event, step.actor)?;
    signal.changed_at = now;
    step.reason.clone_into(&mut signal.reason);
    signal.look_on = step.look_on;
    store::save(conn, signal, from)?;
    store::insert_decision(
        conn,
        &Decision {
            id: ids::fresh(),
            signal_id: signal.id.clone(),
            event: step.event.as_str().to_owned(),
            from_state: from,
            to_state: signal.state,
            account_id: step.account.cloned(),
            reason: step.reason.to_owned(),
            note: step.note.to_owned(),
            look_on: step.look_on,
            at: now,
            transferred_on: None,
        },
    )
}

/// What falls due by date: mentors' terms that passed, signals watched until today. Returns how many moved.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let due = store::due(conn, today)?;
    let count = due.len();
    for mut signal in due {
        let event = match signal.state {
            State::Watching => Event::Wakes,
            _ => Event::TermPassed,
        };
        move_in_sight(conn, now, &mut signal, event)?;
    }
    Ok(count)
}

/// The import behind these lists (instrument and informant, joined by `/`, and round) was taken back: its evidence
/// is marked, undecided signals that rest on nothing else close, decided ones stay.
///
/// # Errors
/// When the database refuses.
pub fn withdraw_source(
    conn: &mut Conn,
    now: NaiveDateTime,
    school: &SchoolId,
    lists: &[(String, String)],
    since: NaiveDateTime,
) -> Result<()> {
    for mut signal in store::withdraw(conn, school, lists, since)? {
        let stands = store::evidence(conn, std::slice::from_ref(&signal.id))?
            .iter()
            .any(|evidence| !evidence.withdrawn);
        if !stands && matches!(signal.state, State::New | State::WithMentor) {
            move_in_sight(conn, now, &mut signal, Event::SourceWithdrawn)?;
        }
    }
    Ok(())
}
