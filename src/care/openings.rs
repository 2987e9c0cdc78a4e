//! Looking outside one's own pupils: with a typed reason, for some hours, and looked at afterwards by the coordinator. It opens
//! what the pupil's mentor would see, to read: nothing kept for the coordinator, no critical answer, no meldcode (ADR 56).
//! The reason stands here and never in the log.

use chrono::{Duration, NaiveDateTime};

use super::openings_store as store;
pub use super::openings_store::Opening;
use crate::ground::audit::{self, Entry};
use crate::ground::clock::local;
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope, ids};
use crate::school::store as people;

/// How many hours a pupil stays open: half a school day, long enough for one conversation and its preparation. Ours: NEN 7513
/// asks that emergency access is limited and marked, and names no number.
pub const HOURS: i64 = 4;
/// The shortest reason, in characters: more than a word.
const SHORTEST: usize = 10;
/// The longest reason and note, in characters.
const LONGEST: usize = 500;

words_enum! {
    /// What the coordinator says of an opening.
    Verdict {
        /// There was reason to.
        InOrder = "in_order",
        /// There was not: it is talked about.
        NotInOrder = "not_in_order",
    }
}

/// An opening as it is looked at.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The opening.
    pub opening: Opening,
    /// Who opened.
    pub who: String,
    /// The pupil's name.
    pub pupil: String,
    /// How often something was read by it.
    pub reads: i64,
}

/// Opens a pupil of the own school, by number or full name.
///
/// # Errors
/// `Refused` without a reason, for a name or number of nobody or of two, and for who is one's own.
pub fn open(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, whom: &str, reason: &str) -> Result<PupilId> {
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    let reason = reason.trim();
    if reason.chars().count() < SHORTEST {
        return refuse("opening-no-reason");
    }
    if reason.chars().count() > LONGEST {
        return Err(Error::Refused(Message::new("opening-long").with("most", LONGEST)));
    }
    let schools = scope.schools_as(Role::Mentor);
    let mut found = store::numbered(conn, &schools, whom.trim())?;
    if found.is_empty() {
        found = people::by_full_name(conn, &schools, whom)?;
    }
    let pupil = match (found.pop(), found.is_empty()) {
        (Some(pupil), true) => pupil,
        (Some(_), false) => return refuse("opening-two"),
        (None, _) => return refuse("opening-nobody"),
    };
    if people::pupil(conn, scope, &pupil.id).is_ok() {
        return refuse("opening-is-own");
    }
    let opening = Opening {
        id: ids::fresh(),
        school_id: pupil.school_id.clone(),
        pupil_id: pupil.id.clone(),
        account_id: scope.account.clone(),
        reason: reason.to_owned(),
        opened_at: now,
        open_until: now + Duration::hours(HOURS),
        verdict: None,
        verdict_note: String::new(),
        reviewed_by: None,
        reviewed_at: None,
    };
    store::insert(conn, &opening)?;
    let entry = Entry::by(scope, "open-pupil", "pupil", &pupil.id)
        .in_role(Role::Mentor)
        .because(format!("opened:{}", opening.id));
    audit::record(conn, now, &entry)?;
    Ok(pupil.id)
}

/// What this person opened, latest first.
///
/// # Errors
/// When the database refuses.
pub fn own(conn: &mut Conn, scope: &Scope) -> Result<Vec<Opening>> {
    store::of_account(conn, &scope.account)
}

/// What was opened at the schools this person coordinates, latest first.
///
/// # Errors
/// When the database refuses.
pub fn to_review(conn: &mut Conn, scope: &Scope) -> Result<Vec<Seen>> {
    store::of_schools(conn, &scope.schools_as(Role::Coordinator))
}

/// Whether an opening of somebody else, of an earlier day, waits for this person's verdict.
///
/// # Errors
/// When the database refuses.
pub fn waits(conn: &mut Conn, scope: &Scope) -> Result<bool> {
    let ended = store::unreviewed(conn, &scope.schools_as(Role::Coordinator), &scope.account)?;
    Ok(ended.into_iter().any(|at| local(at).date() < scope.today))
}

/// Says of an opening that has ended whether there was reason to.
///
/// # Errors
/// `NotFound` at other schools, `Forbidden` for one's own, `Conflict` while it is open and once it was said, `Refused` for a
/// verdict without the note that it asks for.
pub fn review(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &str,
    verdict: Verdict,
    note: &str,
) -> Result<()> {
    let opening = store::by_id(conn, id)?;
    if !scope.has_at(Role::Coordinator, &opening.school_id) {
        return Err(Error::NotFound("opening"));
    }
    if opening.account_id == scope.account {
        return Err(Error::Forbidden(Message::new("opening-not-by-oneself")));
    }
    if opening.open_until > now {
        return Err(Error::Conflict(Message::new("opening-still-open")));
    }
    let note = note.trim();
    if verdict == Verdict::NotInOrder && note.is_empty() {
        return Err(Error::Refused(Message::new("opening-no-note")));
    }
    if note.chars().count() > LONGEST {
        return Err(Error::Refused(Message::new("opening-long").with("most", LONGEST)));
    }
    if !store::review(conn, now, id, &scope.account, verdict, note)? {
        return Err(Error::Conflict(Message::new("opening-reviewed")));
    }
    let entry = Entry::by(scope, "review-opening", "opening", id)
        .at(scope, &opening.school_id)
        .detail(verdict.as_str());
    audit::record(conn, now, &entry)
}
