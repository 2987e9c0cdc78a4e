//! When a school is closed beside weekends and the holidays of its region, and whom a partner calls then. What that does to
//! terms that run: `care::closing`.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::closed_weeks_store as store;
use super::model::School;
use crate::ground::calendar::{Calendar, Span};
use crate::ground::db::schema::closed_weeks;
use crate::ground::{AccountId, Conn, Result, SchoolId};

pub use store::{add, of_school, remove};

/// Days on which a school is closed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = closed_weeks, treat_none_as_default_value = false)]
pub struct ClosedWeek {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The first closed day.
    pub from_on: NaiveDate,
    /// The last closed day.
    pub to_on: NaiveDate,
    /// What it is called.
    pub name: String,
    /// Whom a partner calls then; may be empty.
    pub call_whom: String,
    /// Under which number; may be empty.
    pub call_phone: String,
    /// Who wrote it down.
    pub by_account: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

/// The calendar of a school.
///
/// # Errors
/// When the database refuses.
pub fn calendar(conn: &mut Conn, school: &School) -> Result<Calendar> {
    Ok(calendar_of(school, &of_school(conn, &school.id)?))
}

/// The calendar of a school that closes in these weeks.
#[must_use]
pub fn calendar_of(school: &School, weeks: &[ClosedWeek]) -> Calendar {
    let closed: Vec<Span> = weeks.iter().map(|one| (one.from_on, one.to_on)).collect();
    Calendar::of_school(&school.region, &closed)
}

/// The calendars of some schools.
///
/// # Errors
/// When the database refuses.
pub fn calendars(conn: &mut Conn, schools: &[School]) -> Result<HashMap<SchoolId, Calendar>> {
    let mut closed: HashMap<SchoolId, Vec<Span>> = HashMap::new();
    for one in store::all(conn)? {
        closed.entry(one.school_id).or_default().push((one.from_on, one.to_on));
    }
    let of = |school: &School| {
        Calendar::of_school(&school.region, closed.get(&school.id).map_or(&[][..], Vec::as_slice))
    };
    Ok(schools.iter().map(|school| (school.id.clone(), of(school))).collect())
}

/// What a school is closed for on a day, with the weekend after it: whom to call stands there. Of several the longest.
///
/// # Errors
/// When the database refuses.
pub fn closed_on(conn: &mut Conn, school: &School, on: NaiveDate) -> Result<Option<ClosedWeek>> {
    let weeks = of_school(conn, &school.id)?;
    if !calendar_of(school, &weeks).rests(on) {
        return Ok(None);
    }
    let begun = weeks.into_iter().filter(|one| one.from_on <= on);
    Ok(begun.max_by_key(|one| one.to_on))
}
