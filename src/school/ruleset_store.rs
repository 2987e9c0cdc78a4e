//! What is asked of the database about the rulesets a school chose. When one takes effect: `rulesets`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::rulesets::Choice;
use crate::ground::db::schema::{accounts, pupils, ruleset_choices, schools, scores};
use crate::ground::{Conn, Result, SchoolId};

/// The choices of a school, newest first, each with the name of who made it.
pub(super) fn choices(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(Choice, String)>> {
    Ok(ruleset_choices::table
        .inner_join(accounts::table)
        .filter(ruleset_choices::school_id.eq(school))
        .order((ruleset_choices::chosen_at.desc(), ruleset_choices::id.desc()))
        .select((Choice::as_select(), accounts::name))
        .load(conn)?)
}

/// The last choice that took effect.
pub(super) fn accepted(conn: &mut Conn, school: &SchoolId) -> Result<Option<Choice>> {
    Ok(ruleset_choices::table
        .filter(ruleset_choices::school_id.eq(school))
        .filter(ruleset_choices::in_force_on.is_not_null())
        .order((ruleset_choices::chosen_at.desc(), ruleset_choices::id.desc()))
        .select(Choice::as_select())
        .first(conn)
        .optional()?)
}

/// The text of the ruleset that a school was first judged by.
pub(super) fn starting_terms(conn: &mut Conn, school: &SchoolId) -> Result<Option<String>> {
    Ok(schools::table.find(school).select(schools::starting_terms).first(conn)?)
}

/// Keeps it, the first time.
pub(super) fn keep_starting_terms(conn: &mut Conn, school: &SchoolId, terms: &str) -> Result<()> {
    diesel::update(schools::table.find(school).filter(schools::starting_terms.is_null()))
        .set(schools::starting_terms.eq(terms))
        .execute(conn)?;
    Ok(())
}

/// The last choice of a school.
pub(super) fn last(conn: &mut Conn, school: &SchoolId) -> Result<Option<Choice>> {
    Ok(ruleset_choices::table
        .filter(ruleset_choices::school_id.eq(school))
        .order((ruleset_choices::chosen_at.desc(), ruleset_choices::id.desc()))
        .select(Choice::as_select())
        .first(conn)
        .optional()?)
}

/// Whether a score of the school was taken on such a day or later.
pub(super) fn has_scores_since(conn: &mut Conn, school: &SchoolId, day: NaiveDate) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        scores::table
            .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
            .filter(pupils::school_id.eq(school))
            .filter(scores::taken_on.ge(day)),
    ))
    .get_result(conn)?)
}

pub(super) fn insert(conn: &mut Conn, choice: &Choice) -> Result<()> {
    diesel::insert_into(ruleset_choices::table).values(choice).execute(conn)?;
    Ok(())
}

/// Notes that a choice was taken back.
pub(super) fn withdraw(conn: &mut Conn, choice: &str, now: NaiveDateTime) -> Result<()> {
    diesel::update(ruleset_choices::table.find(choice))
        .set(ruleset_choices::withdrawn_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// Notes that a choice holds from a day on, and that the school is judged by it.
pub(super) fn put_in_force(conn: &mut Conn, choice: &Choice, on: NaiveDate) -> Result<()> {
    diesel::update(ruleset_choices::table.find(&choice.id))
        .set(ruleset_choices::in_force_on.eq(on))
        .execute(conn)?;
    diesel::update(schools::table.find(&choice.school_id))
        .set(schools::ruleset.eq(&choice.ruleset))
        .execute(conn)?;
    Ok(())
}
