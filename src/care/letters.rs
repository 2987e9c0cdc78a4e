//! A letter that parents or the pupil take along, where a school may not ask a partner itself: they apply, with the letter,
//! and the school asks on a day how it went. Nothing is sent; who takes it along says what they want.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::letters_store as store;
use super::referrals::store as referrals;
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::letters;
use crate::ground::ids::words_enum;
use crate::ground::outbox::{self, Task};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, LetterId, Message, PartnerId, PupilId, Result, SchoolId, Scope};
use crate::school::ALONE_FROM;
use crate::school::store as people;
use crate::school::{closed_weeks, wishes};

pub use super::letters_store::{letter, of_schools};

words_enum! {
    /// Who takes a letter along.
    TakenBy {
        /// The parents.
        Parents = "parents",
        /// The pupil.
        Pupil = "pupil",
    }
}

words_enum! {
    /// How it went.
    Outcome {
        /// It is not known yet.
        Open = "",
        /// They have applied.
        Applied = "applied",
        /// They have not.
        NotApplied = "not_applied",
        /// It was solved otherwise.
        Otherwise = "otherwise",
    }
}

/// A letter.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = letters, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// The school.
    pub school_id: SchoolId,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The partner they apply at.
    pub partner_id: PartnerId,
    /// Who takes it along.
    pub taken_by: TakenBy,
    /// What they ask help for.
    pub question: String,
    /// The day on which the school asks how it went.
    pub follow_on: NaiveDate,
    /// How it went.
    pub outcome: Outcome,
    /// When that was written down.
    pub closed_at: Option<NaiveDateTime>,
    /// When the school was reminded.
    pub reminded_at: Option<NaiveDateTime>,
    /// Who made it.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

/// What a new letter says.
#[derive(Debug, Clone)]
pub struct NewLetter {
    /// The pupil.
    pub pupil: PupilId,
    /// The partner they apply at; also one that helps informally.
    pub partner: PartnerId,
    /// Who takes it along.
    pub taken_by: TakenBy,
    /// What they ask help for.
    pub question: String,
    /// The day on which the school asks how it went.
    pub follow_on: NaiveDate,
}

/// Makes a letter.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate, `Refused` for what is missing or a pupil too young
/// to go alone, `Conflict` for a letter to parents while the pupil wishes that they do not know.
pub fn make(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, new: &NewLetter) -> Result<LetterId> {
    let (pupil, why) = people::pupil(conn, scope, &new.pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let partner = referrals::partner(conn, &new.partner)?;
    let refuse = |key: &'static str| Err(Error::Refused(Message::new(key)));
    if partner.retired_at.is_some() {
        return Err(Error::Refused(Message::new("partner-retired").with("partner", partner.name)));
    }
    if new.question.trim().is_empty() {
        return refuse("letter-no-question");
    }
    if new.follow_on <= scope.today {
        return refuse("letter-follow-past");
    }
    match new.taken_by {
        TakenBy::Parents => wishes::may_go_to_parents(conn, &pupil.id)?,
        TakenBy::Pupil if pupil.age(scope.today).is_none_or(|age| age < ALONE_FROM) => {
            return refuse("letter-young");
        }
        TakenBy::Pupil => {}
    }
    let letter = Letter {
        id: LetterId::fresh(),
        school_id: pupil.school_id.clone(),
        pupil_id: pupil.id.clone(),
        partner_id: partner.id,
        taken_by: new.taken_by,
        question: new.question.trim().to_owned(),
        follow_on: new.follow_on,
        outcome: Outcome::Open,
        closed_at: None,
        reminded_at: None,
        account_id: scope.account.clone(),
        created_at: now,
    };
    store::insert(conn, &letter)?;
    let entry =
        Entry::by(scope, "make-letter", "pupil", &pupil.id).because_of(&why).detail(letter.id.to_string());
    audit::record(conn, now, &entry)?;
    Ok(letter.id)
}

/// What came of asking how it went.
#[derive(Debug, Clone, Copy)]
pub enum Heard {
    /// How it went.
    Ended(Outcome),
    /// It is asked again on this day.
    AskAgain(NaiveDate),
}

/// Writes down how it went, or another day to ask.
///
/// # Errors
/// `NotFound` outside the scope or for a letter of another pupil, `Conflict` when it was written down already, `Refused`
/// for a day that went by.
pub fn hear(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    id: &LetterId,
    heard: Heard,
) -> Result<()> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let mut letter = store::letter(conn, &pupil.id, id)?;
    if letter.closed_at.is_some() {
        return Err(Error::Conflict(Message::new("letter-closed")));
    }
    match heard {
        Heard::Ended(Outcome::Open) => return Err(Error::Refused(Message::new("letter-no-outcome"))),
        Heard::Ended(outcome) => {
            letter.outcome = outcome;
            letter.closed_at = Some(now);
        }
        Heard::AskAgain(on) if on <= scope.today => {
            return Err(Error::Refused(Message::new("letter-follow-past")));
        }
        Heard::AskAgain(on) => {
            letter.follow_on = on;
            letter.reminded_at = None;
        }
    }
    store::save(conn, &letter)?;
    let what = if letter.closed_at.is_some() { letter.outcome.as_str() } else { "again" };
    let entry =
        Entry::by(scope, "follow-letter", "pupil", &pupil.id).because_of(&why).detail(format!("{id} {what}"));
    audit::record(conn, now, &entry)
}

/// Reminds of the letters whose day has come, once each, and while a school is closed not: one task a school, and who hears of
/// it is for `notifications`. Returns how many letters.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let mut due = store::due(conn, today)?;
    if due.is_empty() {
        return Ok(0);
    }
    let schools = people::all_schools(conn)?;
    let calendars = closed_weeks::calendars(conn, &schools)?;
    due.retain(|letter| !calendars.get(&letter.school_id).is_some_and(|calendar| calendar.rests(today)));
    let mut makers: BTreeMap<SchoolId, Vec<AccountId>> = BTreeMap::new();
    for letter in &mut due {
        letter.reminded_at = Some(now);
        store::save(conn, letter)?;
        makers.entry(letter.school_id.clone()).or_default().push(letter.account_id.clone());
    }
    for (school, makers) in makers {
        outbox::enqueue(conn, now, &Task::LettersDue { school, makers })?;
    }
    Ok(due.len())
}
