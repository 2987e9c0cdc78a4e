//! Why somebody may look at a plan, and its line in the log.

use super::model::Plan;
use crate::ground::audit::Entry;
use crate::ground::scope::Why;
use crate::ground::{Conn, Result, Scope};
use crate::school::store as people;

/// Why this person may see whom it is for; of a school there is no reason but the role.
///
/// # Errors
/// `NotFound` outside the scope.
pub fn why(conn: &mut Conn, scope: &Scope, plan: &Plan) -> Result<Option<Why>> {
    Ok(match (&plan.pupil_id, &plan.group_id) {
        (Some(pupil), _) => Some(people::pupil(conn, scope, pupil)?.1),
        (None, Some(group)) => Some(people::group_for(conn, scope, group)?.1),
        (None, None) => None,
    })
}

/// A line about a plan, with [`why`].
#[must_use]
pub fn entry(scope: &Scope, action: &'static str, plan: &Plan, why: Option<&Why>) -> Entry {
    let entry = Entry::by(scope, action, "plan", &plan.id);
    match why {
        Some(why) => entry.because_of(why),
        None => entry.at(scope, &plan.school_id).because(scope.capacity()),
    }
}
