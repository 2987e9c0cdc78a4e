//! Who hears of what happened or fell due: one task a person, so that a letter that fails repeats no other, and each keeps
//! its message id however often it is tried. In which words: `compose`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::recipients::recipients;
use crate::care::plans::due as plans;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::Task;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, ReferralId, Result, SchoolId};
use crate::school::accounts::{stand_ins, store as accounts};
use crate::school::store as people;

/// The tasks that a task becomes, one a person; none for a task that is done by itself.
///
/// # Errors
/// When the database refuses.
pub fn fan_out(conn: &mut Conn, today: NaiveDate, task: &Task) -> Result<Vec<Task>> {
    Ok(match task {
        Task::SignalsRaised { school } => {
            let whom = recipients(conn, school, today)?;
            whom.into_iter().map(|account| Task::NewSignals { account }).collect()
        }
        Task::ReferralMoved { referral } => {
            let tell = |account| Task::TellOfReferral { referral: referral.clone(), account };
            followers(conn, referral, today)?.into_iter().map(tell).collect()
        }
        Task::WishSaid { pupil, by } => {
            let school = people::pupil_unasked(conn, pupil)?.school_id;
            let mut callees = coordinators(conn, (&school, today))?;
            callees.retain(|account| account != by);
            let tell = |account| Task::TellOfPupil { pupil: pupil.clone(), account };
            callees.into_iter().map(tell).collect()
        }
        Task::PlanDue { plan: id } => {
            let plan = plans::by_id(conn, id)?;
            let whom = owner_or_coordinators(conn, &plan.owner_id, (&plan.school_id, today))?;
            whom.into_iter().map(|account| Task::TellOfPlan { plan: id.clone(), account }).collect()
        }
        Task::LettersDue { school, makers } => {
            let mut whom = BTreeSet::new();
            for maker in makers {
                whom.extend(coordinator_or_all(conn, maker, (school, today))?);
            }
            whom.into_iter().map(|account| Task::TellOfLetters { account }).collect()
        }
        _ => Vec::new(),
    })
}

/// Who hears of a referral: whoever began it, as long as that person coordinates at the school, else its coordinators; and
/// who stands in for one of them. What waits for a second person all coordinators hear of.
///
/// # Errors
/// When the database refuses.
pub fn followers(conn: &mut Conn, id: &ReferralId, today: NaiveDate) -> Result<Vec<AccountId>> {
    let referral = referrals::by_id(conn, id)?;
    let at = (&referral.school_id, today);
    if referral.state.is_held() {
        return coordinators(conn, at);
    }
    coordinator_or_all(conn, &referral.account_id, at)
}

/// This person, as long as he or she coordinates at the school, else its coordinators; and who stands in for one of them.
fn coordinator_or_all(
    conn: &mut Conn,
    who: &AccountId,
    at: (&SchoolId, NaiveDate),
) -> Result<Vec<AccountId>> {
    let mut whom = accounts::with_role(conn, Role::Coordinator, at.0)?;
    if whom.contains(who) {
        whom.retain(|one| one == who);
    }
    with_stand_ins(conn, whom, at)
}

/// The coordinators of a school, and who stands in for one of them.
pub(super) fn coordinators(conn: &mut Conn, at: (&SchoolId, NaiveDate)) -> Result<Vec<AccountId>> {
    let whom = accounts::with_role(conn, Role::Coordinator, at.0)?;
    with_stand_ins(conn, whom, at)
}

/// Whoever has it, or the school's coordinators once that account is shut; and who stands in for one of them.
fn owner_or_coordinators(
    conn: &mut Conn,
    owner: &AccountId,
    at: (&SchoolId, NaiveDate),
) -> Result<Vec<AccountId>> {
    match accounts::mail_address(conn, owner)? {
        Some(_) => with_stand_ins(conn, vec![owner.clone()], at),
        None => coordinators(conn, at),
    }
}

/// These, and who stands in for one of them today.
pub(super) fn with_stand_ins(
    conn: &mut Conn,
    mut whom: Vec<AccountId>,
    (school, today): (&SchoolId, NaiveDate),
) -> Result<Vec<AccountId>> {
    whom.extend(stand_ins::for_today(conn, school, &whom, today)?);
    Ok(whom)
}
