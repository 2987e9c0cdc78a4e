//! A school's first scores are its starting picture: they raise nothing on pupils until the coordinator asks,
//! with the number shown before. Raising itself is `signals`' work.

use chrono::{NaiveDate, NaiveDateTime};

use crate::evidence::instruments::Catalogue;
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Db, Error, Message, Result, SchoolId, Scope};
use crate::school::School;
use crate::school::store as people;
use crate::signals::run::{self, Order};

/// Those of this person's schools whose starting picture waits for him or her as coordinator.
#[must_use]
pub fn waiting(scope: &Scope, schools: &[School]) -> Vec<School> {
    let own = scope.schools_as(Role::Coordinator);
    schools.iter().filter(|school| own.contains(&school.id) && waits(school)).cloned().collect()
}

const fn waits(school: &School) -> bool {
    school.starting_picture_until.is_some() && school.starting_picture_asked_at.is_none()
}

/// The terms a run needs.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// School days a mentor has to answer.
    pub mentor_days: u32,
    /// Now.
    pub now: NaiveDateTime,
    /// Today.
    pub today: NaiveDate,
}

/// How many signals on pupils asking for the starting picture would raise. Blocks: it is a whole run.
///
/// # Errors
/// `Forbidden` for who is not its coordinator, `Conflict` when it was asked for already.
pub fn count(
    db: &Db,
    catalogue: &Catalogue,
    scope: &Scope,
    terms: Terms,
    school: &SchoolId,
) -> Result<usize> {
    raise(db, catalogue, scope, terms, school, true)
}

/// Raises the signals of a school's starting picture; returns how many. Blocks: it is a whole run.
/// Asking and raising are one act: a run that was broken off can be asked for again.
///
/// # Errors
/// `Forbidden` for who is not its coordinator, `Conflict` when it was asked for already.
pub fn ask(db: &Db, catalogue: &Catalogue, scope: &Scope, terms: Terms, school: &SchoolId) -> Result<usize> {
    raise(db, catalogue, scope, terms, school, false)
}

fn may(db: &Db, scope: &Scope, school: &SchoolId) -> Result<()> {
    scope.must(Role::Coordinator, school)?;
    if waits(&db.read_blocking(|conn| people::school(conn, school))?) {
        return Ok(());
    }
    Err(Error::Conflict(Message::new("starting-picture-asked")))
}

fn raise(
    db: &Db,
    catalogue: &Catalogue,
    scope: &Scope,
    terms: Terms,
    school: &SchoolId,
    dry_run: bool,
) -> Result<usize> {
    may(db, scope, school)?;
    let order = Order {
        school: school.clone(),
        ruleset: None,
        starting_picture: Some(Entry::by(scope, "ask-starting-picture", "school", school).at(scope, school)),
        dry_run,
    };
    let ran = run::run(db, catalogue, terms.mentor_days, terms.now, terms.today, &order)?;
    Ok(ran.raised.iter().sum())
}
