//! Which ruleset a school chose, and when it takes effect: between rounds only. A round is a half-year (autumn from
//! 1 August, spring from 1 January) and is open from the first score of the school in it until the next begins.
//! What a ruleset says stands in `signals`; who may choose one is `care`'s.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::ruleset_store as store;
use crate::ground::audit::{self, Entry};
use crate::ground::clock::round_of;
use crate::ground::db::schema::ruleset_choices;
use crate::ground::{AccountId, Conn, Result, SchoolId};

/// A ruleset that a person accepted for a school.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ruleset_choices, treat_none_as_default_value = false)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The ruleset's name.
    pub ruleset: String,
    /// Its text as it was accepted.
    pub terms: String,
    /// Who accepted it.
    pub account_id: AccountId,
    /// When.
    pub chosen_at: NaiveDateTime,
    /// The first day on which it may take effect.
    pub starts_on: NaiveDate,
    /// The day on which it took effect; none while it waits, when a later choice took its place, or when it was taken back.
    pub in_force_on: Option<NaiveDate>,
    /// When it was taken back; none otherwise.
    pub withdrawn_at: Option<NaiveDateTime>,
}

impl Choice {
    /// Whether it waits, if it is the last one of its school.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.in_force_on.is_none() && self.withdrawn_at.is_none()
    }
}

/// The choices of a school, newest first, each with the name of who made it.
///
/// # Errors
/// When the database refuses.
pub fn choices(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(Choice, String)>> {
    store::choices(conn, school)
}

/// The choice a school is judged by; none while it never made one.
///
/// # Errors
/// When the database refuses.
pub fn accepted(conn: &mut Conn, school: &SchoolId) -> Result<Option<Choice>> {
    store::accepted(conn, school)
}

/// The text of the ruleset that a school was first judged by; none before its rules ran.
///
/// # Errors
/// When the database refuses.
pub fn starting_terms(conn: &mut Conn, school: &SchoolId) -> Result<Option<String>> {
    store::starting_terms(conn, school)
}

/// Keeps that text, the first time: a newer edition of a ruleset changes nothing until a person accepts it.
///
/// # Errors
/// When the database refuses.
pub fn keep_starting_terms(conn: &mut Conn, school: &SchoolId, terms: &str) -> Result<()> {
    store::keep_starting_terms(conn, school, terms)
}

/// The choice that waits for its day or for the next round.
///
/// # Errors
/// When the database refuses.
pub fn waiting(conn: &mut Conn, school: &SchoolId) -> Result<Option<Choice>> {
    Ok(store::last(conn, school)?.filter(Choice::waits))
}

/// Takes back the choice of a ruleset that waits, and tells it; none where it waits no more. One that it replaced stays
/// replaced.
///
/// # Errors
/// When the database refuses.
pub fn withdraw(
    conn: &mut Conn,
    now: NaiveDateTime,
    school: &SchoolId,
    ruleset: &str,
) -> Result<Option<Choice>> {
    let waiting = waiting(conn, school)?.filter(|choice| choice.ruleset == ruleset);
    if let Some(choice) = &waiting {
        store::withdraw(conn, &choice.id, now)?;
    }
    Ok(waiting)
}

/// The day on which the next round begins, when a round of the school is open.
///
/// # Errors
/// When the database refuses.
pub fn open_until(conn: &mut Conn, school: &SchoolId, today: NaiveDate) -> Result<Option<NaiveDate>> {
    let (start, next) = round_of(today);
    Ok(store::has_scores_since(conn, school, start)?.then_some(next))
}

/// Keeps a choice; it takes effect at once when its day has come and no round is open, else when both hold.
///
/// # Errors
/// When the database refuses.
pub fn choose(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate, mut choice: Choice) -> Result<()> {
    if let Some(next) = open_until(conn, &choice.school_id, today)? {
        choice.starts_on = choice.starts_on.max(next);
    }
    store::insert(conn, &choice)?;
    settle(conn, now, today, &choice.school_id)
}

/// Lets the choice that waits take effect, if its day has come and no round is open.
///
/// # Errors
/// When the database refuses.
pub fn settle(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate, school: &SchoolId) -> Result<()> {
    let Some(choice) = waiting(conn, school)?.filter(|choice| choice.starts_on <= today) else {
        return Ok(());
    };
    if open_until(conn, school, today)?.is_some() {
        return Ok(());
    }
    store::put_in_force(conn, &choice, today)?;
    let entry = Entry::of("system", "switch-ruleset", "school", school).detail(&choice.ruleset);
    audit::record(conn, now, &entry)
}

/// [`settle`] for every school.
///
/// # Errors
/// When the database refuses.
pub fn settle_all(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<()> {
    for school in super::store::all_schools(conn)? {
        settle(conn, now, today, &school.id)?;
    }
    Ok(())
}
