//! At the school year's end each observation is kept with a reason or deleted, by who answers for the pupil or group. What
//! nobody decided on stays and is the coordinator's from August on: nothing vanishes by accident (ADR 58).

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::year_end_store::{self as store, Asked};
use crate::evidence::observations::Observation;
use crate::ground::audit::{self, Entry};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, Scope};

/// The month in which it is asked for the first time.
const FIRST_MONTH: u32 = 6;
/// The longest reason, in characters.
const LONGEST: usize = 500;

/// An observation nobody has decided on yet.
#[derive(Debug, Clone)]
pub struct Open {
    /// What was seen.
    pub observation: Observation,
    /// Of whom: the pupil's or the group's name.
    pub about: String,
    /// A signal that rests on it is open: it stays until that has ended.
    pub is_needed: bool,
}

/// What a person decides of an observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// It stays another year, for this reason.
    Keep(String),
    /// It goes.
    Delete,
}

/// The school year whose observations are decided on: from June the one that ends, before that the one that ended.
#[must_use]
pub fn year_at_hand(today: NaiveDate) -> i32 {
    let year = school_year(today);
    if (FIRST_MONTH..8).contains(&today.month()) { year } else { year - 1 }
}

/// What waits for this person: of pupils and groups one is tied to; once the year has ended all that is left, for the
/// coordinator of the school.
///
/// # Errors
/// When the database refuses.
pub fn open(conn: &mut Conn, scope: &Scope) -> Result<Vec<Open>> {
    store::undecided(conn, &of(scope))
}

/// How many observations wait for this person, as in [`open`].
///
/// # Errors
/// When the database refuses.
pub fn waiting(conn: &mut Conn, scope: &Scope) -> Result<usize> {
    store::waiting(conn, &of(scope))
}

/// What a person decides on today.
fn of(scope: &Scope) -> Asked {
    let year = year_at_hand(scope.today);
    let groups = scope.groups.iter().filter(|(_, kind)| kind.answers());
    let pupils = scope.pupils.iter().filter(|(_, kind)| kind.answers());
    let has_ended = year < school_year(scope.today);
    Asked {
        today: scope.today,
        groups: groups.map(|(id, _)| id.clone()).collect(),
        pupils: pupils.map(|(id, _)| id.clone()).collect(),
        schools: if has_ended { scope.schools_as(Role::Coordinator) } else { Vec::new() },
        before: school_year_start(year + 1),
        year,
    }
}

/// Keeps or deletes observations; gives how many were decided on.
///
/// # Errors
/// `NotFound` for one that does not wait for this person, `Refused` for keeping without a reason, `Conflict` for deleting
/// what an open signal rests on.
pub fn decide(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    choices: &[(String, Choice)],
) -> Result<usize> {
    let open = open(conn, scope)?;
    let year = year_at_hand(scope.today);
    for (id, choice) in choices {
        let one = open.iter().find(|one| one.observation.id == *id).ok_or(Error::NotFound("observation"))?;
        let action = match choice {
            Choice::Keep(reason) => {
                let reason = reason.trim();
                if reason.is_empty() {
                    return Err(Error::Refused(Message::new("year-end-no-reason").with("about", &one.about)));
                }
                if reason.chars().count() > LONGEST {
                    return Err(Error::Refused(Message::new("year-end-long").with("most", LONGEST)));
                }
                store::keep(conn, now, id, year, reason, &scope.account)?;
                "keep-observation"
            }
            Choice::Delete if one.is_needed => {
                return Err(Error::Conflict(Message::new("year-end-needed").with("about", &one.about)));
            }
            Choice::Delete => {
                store::delete(conn, id)?;
                "delete-observation"
            }
        };
        audit::record(conn, now, &Entry::by(scope, action, "observation", id))?;
    }
    Ok(choices.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_june_the_year_that_ends_is_at_hand() {
        let at = |y, m, d| year_at_hand(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(at(2026, 5, 31), 2024);
        assert_eq!(at(2026, 6, 1), 2025);
        assert_eq!(at(2026, 7, 31), 2025);
        assert_eq!(at(2026, 8, 1), 2025);
        assert_eq!(at(2027, 5, 31), 2025);
    }
}
