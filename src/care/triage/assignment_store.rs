//! What is asked of the database about who has which subject in hand. Who may give it: `assign`.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::assign::Assignment;
use crate::ground::db::schema::{accounts, assignments};
use crate::ground::{Conn, Result};

/// Who has a subject in hand.
///
/// # Errors
/// When the database refuses.
pub fn of_subject(conn: &mut Conn, subject: &str) -> Result<Option<Assignment>> {
    Ok(assignments::table
        .filter(assignments::subject.eq(subject))
        .filter(assignments::ended_at.is_null())
        .select(Assignment::as_select())
        .first(conn)
        .optional()?)
}

/// Who has each of these subjects in hand, with the name; for subjects the caller may see.
///
/// # Errors
/// When the database refuses.
pub fn of_subjects(conn: &mut Conn, subjects: &[&str]) -> Result<HashMap<String, (Assignment, String)>> {
    let held: Vec<(Assignment, String)> = assignments::table
        .inner_join(accounts::table.on(accounts::id.eq(assignments::account_id)))
        .filter(assignments::subject.eq_any(subjects))
        .filter(assignments::ended_at.is_null())
        .select((Assignment::as_select(), accounts::name))
        .load(conn)?;
    Ok(held.into_iter().map(|(held, name)| (held.subject.clone(), (held, name))).collect())
}

/// All that somebody has in hand, for the work that nobody asks for.
pub(super) fn all(conn: &mut Conn) -> Result<Vec<Assignment>> {
    Ok(assignments::table
        .filter(assignments::ended_at.is_null())
        .order(assignments::id)
        .select(Assignment::as_select())
        .load(conn)?)
}

/// Puts one in the place of what held for its subject.
pub(super) fn replace(conn: &mut Conn, new: &Assignment) -> Result<()> {
    end(conn, new.from_at, &new.subject)?;
    diesel::insert_into(assignments::table).values(new).execute(conn)?;
    Ok(())
}

/// Ends what holds for a subject.
pub(super) fn end(conn: &mut Conn, now: NaiveDateTime, subject: &str) -> Result<()> {
    let open =
        assignments::table.filter(assignments::subject.eq(subject)).filter(assignments::ended_at.is_null());
    diesel::update(open).set(assignments::ended_at.eq(now)).execute(conn)?;
    Ok(())
}
