//! Who hears of a referral or of a pupil's wish: one task a person, so that a letter that fails repeats no other, and each
//! keeps its message id however often it is tried. In which words: `compose`.

use crate::care::referrals::store as referrals;
use crate::ground::outbox::Task;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, ReferralId, Result};
use crate::school::accounts::store as accounts;
use crate::school::store as people;

/// The tasks that a task becomes, one a person; none for a task that is done by itself.
///
/// # Errors
/// When the database refuses.
pub fn fan_out(conn: &mut Conn, task: &Task) -> Result<Vec<Task>> {
    match task {
        Task::ReferralMoved { referral } => {
            let tell = |account| Task::TellOfReferral { referral: referral.clone(), account };
            Ok(followers(conn, referral)?.into_iter().map(tell).collect())
        }
        Task::WishSaid { pupil, by } => {
            let school = people::pupil_unasked(conn, pupil)?.school_id;
            let mut callees = accounts::with_role(conn, Role::Coordinator, &school)?;
            callees.retain(|account| account != by);
            let tell = |account| Task::TellOfPupil { pupil: pupil.clone(), account };
            Ok(callees.into_iter().map(tell).collect())
        }
        _ => Ok(Vec::new()),
    }
}

/// Who hears of a referral: whoever began it, as long as that person coordinates at the school, else its coordinators.
/// What waits for a second person all coordinators hear of.
///
/// # Errors
/// When the database refuses.
pub fn followers(conn: &mut Conn, id: &ReferralId) -> Result<Vec<AccountId>> {
    let referral = referrals::by_id(conn, id)?;
    let everyone = accounts::with_role(conn, Role::Coordinator, &referral.school_id)?;
    if referral.state.is_held() {
        return Ok(everyone);
    }
    match everyone.iter().find(|account| **account == referral.account_id) {
        Some(owner) => Ok(vec![owner.clone()]),
        None => Ok(everyone),
    }
}
