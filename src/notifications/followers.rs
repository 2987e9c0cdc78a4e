//! Who hears of a referral or of a pupil's wish: one task a person, so that a letter that fails repeats no other, and each
//! keeps its message id however often it is tried. In which words: `compose`.

use chrono::NaiveDate;

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
    match task {
        Task::ReferralMoved { referral } => {
            let tell = |account| Task::TellOfReferral { referral: referral.clone(), account };
            Ok(followers(conn, referral, today)?.into_iter().map(tell).collect())
        }
        Task::WishSaid { pupil, by } => {
            let school = people::pupil_unasked(conn, pupil)?.school_id;
            let mut callees = coordinators(conn, (&school, today))?;
            callees.retain(|account| account != by);
            let tell = |account| Task::TellOfPupil { pupil: pupil.clone(), account };
            Ok(callees.into_iter().map(tell).collect())
        }
        _ => Ok(Vec::new()),
    }
}

/// Who hears of a referral: whoever began it, as long as that person coordinates at the school, else its coordinators; and
/// who stands in for one of them. What waits for a second person all coordinators hear of.
///
/// # Errors
/// When the database refuses.
pub fn followers(conn: &mut Conn, id: &ReferralId, today: NaiveDate) -> Result<Vec<AccountId>> {
    let referral = referrals::by_id(conn, id)?;
    let at = (&referral.school_id, today);
    let owns =
        accounts::with_role(conn, Role::Coordinator, &referral.school_id)?.contains(&referral.account_id);
    if owns && !referral.state.is_held() {
        return with_stand_ins(conn, vec![referral.account_id.clone()], at);
    }
    coordinators(conn, at)
}

/// The coordinators of a school, and who stands in for one of them.
pub(super) fn coordinators(conn: &mut Conn, at: (&SchoolId, NaiveDate)) -> Result<Vec<AccountId>> {
    let whom = accounts::with_role(conn, Role::Coordinator, at.0)?;
    with_stand_ins(conn, whom, at)
}

/// Whoever has it, or the school's coordinators once that account is shut; and who stands in for one of them.
pub(super) fn owner_or_coordinators(
    conn: &mut Conn,
    owner: &AccountId,
    at: (&SchoolId, NaiveDate),
) -> Result<Vec<AccountId>> {
    match accounts::mail_address(conn, owner)? {
        Some(_) => with_stand_ins(conn, vec![owner.clone()], at),
        None => coordinators(conn, at),
    }
}

fn with_stand_ins(
    conn: &mut Conn,
    mut whom: Vec<AccountId>,
    (school, today): (&SchoolId, NaiveDate),
) -> Result<Vec<AccountId>> {
    whom.extend(stand_ins::for_today(conn, school, &whom, today)?);
    Ok(whom)
}
