//! Taking a step, by the officer: what it asks for is there, it fits the state, and it stands with its day. Nothing here
//! reports to anyone; that a person did so is written down.

use chrono::{NaiveDate, NaiveDateTime};

use super::lines_store::note;
use super::model::{File, Step, Taken};
use super::scope::MeldcodeScope;
use super::{state, store};
use crate::ground::{Conn, Error, Message, Result, ids, working_days};

/// In how many working days Veilig Thuis tells what happens with a report (protocol of Veilig Thuis).
const ANSWER_DAYS: usize = 5;

/// The longest text, in characters.
const LONGEST: usize = 8000;

/// A step as somebody types it.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Which, as a word.
    pub step: String,
    /// On which day.
    pub on: Option<NaiveDate>,
    /// What was seen and heard.
    pub facts: String,
    /// What somebody makes of it.
    pub opinion: String,
    /// With whom, by function.
    pub consulted: String,
    /// Whether reporting is necessary.
    pub report: Option<bool>,
    /// Why.
    pub report_reason: String,
    /// Whether help is possible.
    pub help: Option<bool>,
    /// Why.
    pub help_reason: String,
}

/// Writes a step in a file.
///
/// # Errors
/// `NotFound` for who does not keep the file, `Conflict` where it does not fit, `Refused` for what is missing.
pub fn take(
    conn: &mut Conn,
    scope: &MeldcodeScope,
    now: NaiveDateTime,
    file: &str,
    asked: &Asked,
) -> Result<()> {
    let mut file = store::file(conn, scope, file)?;
    scope.must_keep(&file.school_id)?;
    let refused = |key| Error::Refused(Message::new(key));
    let step = Step::from_word(&asked.step).ok_or_else(|| refused("meldcode-which-step"))?;
    let from = file.state;
    file.state = state::next(from, step)?;
    let on = asked.on.ok_or_else(|| refused("meldcode-no-date"))?;
    if on > scope.today {
        return Err(refused("meldcode-future"));
    }
    check(step, asked)?;
    fits(conn, &file, step)?;
    match step {
        Step::Reported => file.answer_by = Some(working_days::after(on, ANSWER_DAYS)),
        Step::Answered => file.answer_by = None,
        _ => {}
    }
    file.closed_on = if file.state.is_open() { None } else { Some(on) };
    store::save(conn, &file, from)?;
    let text = |text: &str| text.trim().to_owned();
    let decides = step == Step::Decisions;
    store::insert_step(
        conn,
        &Taken {
            id: ids::fresh(),
            file_id: file.id.clone(),
            step,
            on_date: on,
            facts: text(&asked.facts),
            opinion: text(&asked.opinion),
            consulted: text(&asked.consulted),
            report: asked.report.filter(|_| decides),
            report_reason: text(&asked.report_reason),
            help: asked.help.filter(|_| decides),
            help_reason: text(&asked.help_reason),
            account_id: scope.account.clone(),
            at: now,
        },
    )?;
    note(conn, now, Some(&scope.account), "step", &file.id, step.as_str())
}

/// What a step asks for is there.
fn check(step: Step, asked: &Asked) -> Result<()> {
    let texts = [&asked.facts, &asked.opinion, &asked.consulted, &asked.report_reason, &asked.help_reason];
    if texts.iter().any(|text| text.chars().count() > LONGEST) {
        return Err(Error::Refused(Message::new("meldcode-too-long").with("most", LONGEST)));
    }
    let is_there = |text: &str| !text.trim().is_empty();
    let (facts, opinion, whom) =
        (is_there(&asked.facts), is_there(&asked.opinion), is_there(&asked.consulted));
    let decided = asked.report.is_some() && asked.help.is_some();
    let reasons = is_there(&asked.report_reason) && is_there(&asked.help_reason);
    let missing = match step {
        Step::Consultation | Step::Conversation if !whom => "meldcode-with-whom",
        Step::Consultation if !facts && !opinion => "meldcode-no-text",
        Step::Signals | Step::Conversation | Step::Reported | Step::Answered if !facts => "meldcode-no-facts",
        Step::Weighing | Step::Unfounded | Step::Reopened if !opinion => "meldcode-no-opinion",
        Step::Decisions if !decided || !reasons => "meldcode-both-decisions",
        _ => return Ok(()),
    };
    Err(Error::Refused(Message::new(missing)))
}

/// What must have come before it.
fn fits(conn: &mut Conn, file: &File, step: Step) -> Result<()> {
    let conflict = |key| Err(Error::Conflict(Message::new(key)));
    match step {
        Step::Decisions => {
            let weighed = store::steps(conn, &file.id)?.iter().any(|one| one.step == Step::Weighing);
            if weighed { Ok(()) } else { conflict("meldcode-weigh-first") }
        }
        Step::Answered if file.answer_by.is_none() => conflict("meldcode-not-reported"),
        _ => Ok(()),
    }
}
