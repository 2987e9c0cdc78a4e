//! Finding pupils by name: by a part of it within the scope, or exactly for staff who read nothing.

use diesel::prelude::*;

use super::model::Pupil;
use super::store::visible;
use crate::ground::db::schema::pupils;
use crate::ground::scope::Role;
use crate::ground::{Conn, Result, SchoolId, Scope};

/// Pupils this person may see whose name holds every word of the question; at most twenty. Compared here:
/// one database knows no capitals beyond ASCII.
///
/// # Errors
/// When the database refuses.
pub fn search(conn: &mut Conn, scope: &Scope, question: &str) -> Result<Vec<Pupil>> {
    let words: Vec<String> = question.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<Pupil> = visible(scope)
        .order((pupils::first_name, pupils::last_name))
        .select(Pupil::as_select())
        .load(conn)?;
    found.retain(|pupil| {
        let name = pupil.full_name().to_lowercase();
        words.iter().all(|word| name.contains(word))
    });
    found.truncate(20);
    Ok(found)
}

/// One pupil by full name, for staff who write down what they saw and read nothing:
/// a name that does not fit exactly finds nobody.
///
/// # Errors
/// When the database refuses.
pub fn by_full_name(conn: &mut Conn, scope: &Scope, name: &str) -> Result<Vec<Pupil>> {
    let lower = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let wanted = lower(name);
    let schools: Vec<SchoolId> = [Role::Staff, Role::Mentor, Role::Coordinator]
        .into_iter()
        .flat_map(|role| scope.schools_as(role))
        .collect();
    let mut found: Vec<Pupil> =
        pupils::table.filter(pupils::school_id.eq_any(schools)).select(Pupil::as_select()).load(conn)?;
    found.retain(|pupil| lower(&pupil.full_name()) == wanted);
    Ok(found)
}
