//! «Verplaats naar meldcode»: an observation leaves the page, the list, the log and everything else where it stood, with the
//! signal it raised, and lies whole in a file of the meldcode, with the list of who had read it. Who moves it sees no more
//! of it than anybody else; a mail or a count would tell that there is a file, so the person tells the officer.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::lines_store::note_as;
use super::model::Paper;
use super::{move_in_store, open, readers, store};
use crate::care::referrals::store as referrals;
use crate::evidence::observations::{self, Observation, Source, Tone};
use crate::ground::chain::{self, Chain, What};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, Result, Scope, SignalId, ids};
use crate::school::accounts::store as accounts;
use crate::school::{Pupil, store as people};
use crate::signals::lift_out::{Lifted, lift_out, resting_on};

/// All that a paper holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Content {
    /// The domain.
    pub domain: String,
    /// How it struck the one who saw it.
    pub tone: Tone,
    /// Whose words they are.
    pub source: Source,
    /// Who saw it, when somebody else wrote it down.
    pub seen_by: String,
    /// Whether the other parent may read a parent's words.
    pub other_parent_may_read: Option<bool>,
    /// What was seen or heard.
    pub text: String,
    /// On which day.
    pub seen_on: NaiveDate,
    /// Who wrote it down.
    pub written_by: AccountId,
    /// When.
    pub written_at: NaiveDateTime,
    /// The signals that rested on it.
    pub raised: Vec<Raised>,
    /// What the log said of it and of those signals.
    pub lines: Vec<move_in_store::LogLine>,
}

/// A signal that rested on it, as it was.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Raised {
    /// Its id.
    pub signal: String,
    /// Where it stood.
    pub state: String,
    /// What the mentor added.
    pub mentor_note: String,
    /// Whether it rested on nothing else, and went along.
    pub is_gone: bool,
    /// What was decided on it.
    pub decisions: Vec<Decided>,
}

/// A decision on such a signal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Decided {
    /// When.
    pub at: NaiveDateTime,
    /// Who; none for the system.
    pub by: Option<AccountId>,
    /// What happened.
    pub event: String,
    /// The coded reason.
    pub reason: String,
    /// What was typed.
    pub note: String,
}

impl Content {
    /// What a paper holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(paper: &Paper) -> Result<Self> {
        serde_json::from_str(&paper.content).map_err(Error::internal)
    }

    fn new(seen: Observation, lifted: Vec<Lifted>, lines: Vec<move_in_store::LogLine>) -> Self {
        Self {
            domain: seen.domain,
            tone: seen.tone,
            source: seen.source,
            seen_by: seen.seen_by,
            other_parent_may_read: seen.other_parent_may_read,
            text: seen.text,
            seen_on: seen.seen_on,
            written_by: seen.account_id,
            written_at: seen.created_at,
            raised: lifted.into_iter().map(Raised::of).collect(),
            lines,
        }
    }
}

impl Raised {
    fn of(lifted: Lifted) -> Self {
        let decision = |one: crate::signals::model::Decision| Decided {
            at: one.at,
            by: one.account_id,
            event: one.event,
            reason: one.reason,
            note: one.note,
        };
        Self {
            signal: lifted.signal.id.0,
            state: lifted.signal.state.as_str().to_owned(),
            mentor_note: lifted.signal.mentor_note,
            is_gone: lifted.is_gone,
            decisions: lifted.decisions.into_iter().map(decision).collect(),
        }
    }
}

/// Moves an observation about a pupil whom this person sees into the pupil's file, which is opened where there is none;
/// gives the pupil's id. It tells nobody whether there was one.
///
/// # Errors
/// `NotFound` outside the scope and for one about a group, `Refused` where the school has no attention officer.
pub fn move_in(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &str,
) -> Result<crate::ground::PupilId> {
    let seen = observations::one(conn, id)?;
    let of = seen.pupil_id.clone().ok_or(Error::NotFound("observation"))?;
    let (pupil, _) = people::pupil(conn, scope, &of)?;
    let officers = accounts::with_role(conn, Role::AttentionOfficer, &pupil.school_id)?;
    let Some(officer) = officers.into_iter().next() else {
        return Err(Error::Refused(Message::new("meldcode-no-officer")));
    };
    let file = match store::open_of(conn, &pupil.id, &pupil.school_id)? {
        Some(file) => file,
        None => open::begin(conn, now, &pupil, officer)?,
    };
    let alone = resting_on(conn, id)?;
    let read_by = readers::of(conn, &pupil, &seen, &alone)?;
    let mut about: Vec<String> = alone.iter().map(|id| id.0.clone()).collect();
    about.push(seen.id.clone());
    let lines = move_in_store::lines_about(conn, &about, NaiveDateTime::MIN)?;

    let lifted = take_out(conn, &pupil, &seen, &alone)?;
    let said_in = ids::fresh();
    let gone: Vec<String> = lines.iter().map(|line| line.id.clone()).collect();
    let said = chain::forget(conn, Chain::Log, What::Lines, &gone, &said_in)?;
    let json = |value: serde_json::Result<String>| value.map_err(Error::internal);
    let paper = Paper {
        id: ids::fresh(),
        file_id: file.id.clone(),
        came_from: "observation".to_owned(),
        read_by: json(serde_json::to_string(&read_by))?,
        content: json(serde_json::to_string(&Content::new(seen, lifted, lines)))?,
        moved_by: scope.account.clone(),
        moved_at: now,
    };
    store::insert_paper(conn, &paper)?;
    note_as(conn, &said_in, now, Some(&scope.account), ("move-in", &file.id, &said))?;
    Ok(pupil.id)
}

/// Takes it out of everything where it stood.
fn take_out(conn: &mut Conn, pupil: &Pupil, seen: &Observation, alone: &[SignalId]) -> Result<Vec<Lifted>> {
    move_in_store::untie(conn, alone)?;
    let lifted = lift_out(conn, &seen.id)?;
    move_in_store::forget_in_merges(conn, &seen.id, alone)?;
    for mut referral in referrals::of_pupil(conn, pupil)? {
        let mut choice = referral.chosen();
        choice.observations.retain(|one| *one != seen.id || referral.packet.is_some());
        choice.signals.retain(|one| !alone.iter().any(|id| id.0 == *one));
        referral.choice = serde_json::to_string(&choice).map_err(Error::internal)?;
        move_in_store::save_choice(conn, &referral)?;
    }
    move_in_store::forget_drafts(conn, &seen.id, &seen.text)?;
    observations::delete(conn, &seen.id)?;
    // Nothing is in anybody's hands when nothing is open any more.
    if let Some(first) = lifted.iter().filter(|one| one.is_gone).map(|one| one.signal.raised_at).min()
        && !crate::signals::store::is_open_about(conn, &pupil.id.0)?
    {
        move_in_store::forget_assignments(conn, &pupil.id, first)?;
    }
    Ok(lifted)
}
