//! A person accepts a ruleset for a school, with a date, or takes that back while it waits. When it takes effect is
//! `school::rulesets`' matter.

use chrono::{Months, NaiveDate, NaiveDateTime};

use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope, ids};
use crate::school::rulesets::{self, Choice};
use crate::school::{critical_readers, store as people};
use crate::signals::ruleset::{CriticalTerms, Ruleset};

/// Accepts a ruleset for a school from a day on; the coordinator of that school alone.
///
/// # Errors
/// `Forbidden` in another role, `NotFound` for a ruleset that cannot be chosen, `Refused` for a day that lies behind,
/// `Conflict` when the school is judged by these very terms and nothing waits, or when its readers of critical answers
/// would wait for answers that the ruleset does not raise.
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
    if from > scope.today + Months::new(12) {
        return Err(Error::Refused(Message::new("ruleset-far-date")));
    }
    let school = people::school(conn, school)?;
    let nothing_waits = rulesets::waiting(conn, &school.id)?.is_none();
    if nothing_waits && school.ruleset == name && Ruleset::of_school(conn, &school)? == ruleset {
        return Err(Error::Conflict(Message::new("ruleset-in-force").with("name", name)));
    }
    if silences_readers(&ruleset, critical_readers::of_school(conn, &school.id)?.is_some()) {
        return Err(Error::Conflict(Message::new("ruleset-without-critical").with("name", name)));
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
        withdrawn_at: None,
    };
    rulesets::choose(conn, now, scope.today, choice)
}

/// Takes back the choice of this ruleset, which waits: what holds goes on to hold. The coordinator of that school alone.
///
/// # Errors
/// `Forbidden` in another role, `Conflict` when it waits no more: it took effect in the meantime, or somebody replaced it or
/// took it back.
pub fn withdraw(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    name: &str,
) -> Result<()> {
    scope.must(Role::Coordinator, school)?;
    let Some(choice) = rulesets::withdraw(conn, now, school, name)? else {
        return Err(Error::Conflict(Message::new("ruleset-none-waits").with("name", name)));
    };
    let entry = Entry::by(scope, "withdraw-ruleset", "school", school).at(scope, school);
    let detail = format!("{} from {}", choice.ruleset, choice.starts_on);
    audit::record(conn, now, &entry.detail(detail))
}

/// Whether a school named readers of critical answers, and a ruleset would raise none.
fn silences_readers(ruleset: &Ruleset, has_readers: bool) -> bool {
    has_readers && CriticalTerms::running(ruleset.critical_item).is_none()
}

#[cfg(test)]
mod tests {
    use super::{Ruleset, silences_readers};

    #[test]
    fn a_ruleset_that_raises_no_critical_answer_is_not_for_a_school_with_readers() {
        let with = Ruleset::find("standaard").unwrap();
        let mut off = with.clone();
        off.critical_item.as_mut().unwrap().on = false;
        let without = Ruleset { critical_item: None, ..with.clone() };
        for silent in [&off, &without] {
            assert!(silences_readers(silent, true) && !silences_readers(silent, false));
        }
        assert!(!silences_readers(&with, true));
    }
}
