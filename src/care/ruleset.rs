//! A person accepts a ruleset for a school, with a date. When it takes effect is `school::rulesets`' matter.

use chrono::{NaiveDate, NaiveDateTime};

use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope, ids};
use crate::school::rulesets::{self, Choice};
use crate::school::store as people;
use crate::signals::ruleset::Ruleset;

/// Accepts a ruleset for a school from a day on; the coordinator of that school alone.
///
/// # Errors
/// `Forbidden` in another role, `NotFound` for a ruleset that cannot be chosen, `Refused` for a day that lies behind,
/// `Conflict` when the school is judged by these very terms and nothing waits.
pub fn accept(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    name: &str,
    from: NaiveDate,
) -> Result<()> {
    scope.must(Role::Coordinator, school)?;
    let (ruleset, terms) = Ruleset::listed(name)?;
    if from < scope.today {
        return Err(Error::Refused(Message::new("ruleset-past-date")));
    }
    let school = people::school(conn, school)?;
    let nothing_waits = rulesets::waiting(conn, &school.id)?.is_none();
    if nothing_waits && school.ruleset == name && Ruleset::of_school(conn, &school)? == ruleset {
        return Err(Error::Conflict(Message::new("ruleset-in-force").with("name", name)));
    }
    let entry = Entry::by(scope, "accept-ruleset", "school", &school.id)
        .at(scope, &school.id)
        .detail(format!("{name} {} from {from}", ruleset.date));
    audit::record(conn, now, &entry)?;
    let choice = Choice {
        id: ids::fresh(),
        school_id: school.id,
        ruleset: name.to_owned(),
        terms,
        account_id: scope.account.clone(),
        chosen_at: now,
        starts_on: from,
        in_force_on: None,
    };
    rulesets::choose(conn, now, scope.today, choice)
}
