//! Who reads critical answers at a school, and what was agreed for holidays. Without such an agreement no critical answer
//! is kept, and nothing is raised on one. Making one: `care::critical`.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::critical_readers_store as store;
use crate::ground::calendar::Calendar;
use crate::ground::db::schema::critical_agreements;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, Conn, Result, SchoolId};

words_enum! {
    /// What happens in holidays.
    InHolidays {
        /// The readers read then too.
        Read = "read",
        /// Lists with critical items are not taken then; an answer that comes all the same waits for the first school day.
        NotTaken = "not_taken",
    }
}

/// An agreement of a school.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = critical_agreements, treat_none_as_default_value = false)]
pub struct Agreement {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// Who reads first.
    pub first_reader: AccountId,
    /// Who is reminded when nobody has read it in time.
    pub second_reader: AccountId,
    /// What happens in holidays.
    pub in_holidays: InHolidays,
    /// How the school has arranged it, in its own words.
    pub line: String,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When another took its place.
    pub ended_at: Option<NaiveDateTime>,
}

impl Agreement {
    /// The last day on which an answer that comes in today is read in time: a school day later; where the readers read
    /// in holidays too, a weekday later.
    #[must_use]
    pub fn read_until(&self, calendar: &Calendar, today: NaiveDate) -> NaiveDate {
        match self.in_holidays {
            InHolidays::NotTaken => calendar.after(today, 1),
            InHolidays::Read => {
                let mut days = (1..=3).filter_map(|days| today.checked_add_days(Days::new(days)));
                days.find(|day| Calendar::is_weekday(*day)).unwrap_or(today)
            }
        }
    }
}

/// The agreement that holds at a school.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Option<Agreement>> {
    store::of_school(conn, school)
}

/// Puts an agreement in the place of the one that held.
///
/// # Errors
/// When the database refuses.
pub fn replace(conn: &mut Conn, agreement: &Agreement) -> Result<()> {
    store::end(conn, &agreement.school_id, agreement.created_at)?;
    store::insert(conn, agreement)
}
