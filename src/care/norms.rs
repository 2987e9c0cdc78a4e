//! A school chooses between one norm for all pupils, and norms for boys and for girls where a list has them. It is in the log;
//! what was told before keeps the norm that it was told by.

use chrono::NaiveDateTime;

use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Result, SchoolId, Scope};
use crate::school::store as people;

/// Chooses; the coordinator of the school alone.
///
/// # Errors
/// `Forbidden` in another role.
pub fn choose(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    by_sex: bool,
) -> Result<()> {
    scope.must(Role::Coordinator, school)?;
    people::set_norms_by_sex(conn, school, by_sex)?;
    let detail = if by_sex { "by sex" } else { "joint" };
    audit::record(
        conn,
        now,
        &Entry::by(scope, "choose-norms", "school", school).at(scope, school).detail(detail),
    )
}
