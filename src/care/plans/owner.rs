//! Who can answer for a plan: the coordinators of the school, the mentors of the pupil or group, whoever made it.

use super::model::Plan;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Result};
use crate::school::accounts::store as accounts;
use crate::school::store as people;
use chrono::NaiveDate;

/// Who can answer for this plan today, by name.
///
/// # Errors
/// When the database refuses.
pub fn owners(conn: &mut Conn, plan: &Plan, today: NaiveDate) -> Result<Vec<(AccountId, String)>> {
    let mut ids = accounts::with_role(conn, Role::Coordinator, &plan.school_id)?;
    // A mentor does not answer for what is for the coordinator alone.
    if !plan.restricted {
        ids.push(plan.account_id.clone());
        let mut groups = Vec::from_iter(plan.group_id.clone());
        if let Some(pupil) = &plan.pupil_id {
            groups.extend(people::groups_of_pupil(conn, pupil, today)?.into_iter().map(|group| group.id));
        }
        for group in &groups {
            ids.extend(people::mentors(conn, group, today)?.into_iter().map(|(id, _)| id));
        }
    }
    ids.sort();
    ids.dedup();
    let mut named = accounts::names(conn, &ids)?;
    named.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(named)
}
