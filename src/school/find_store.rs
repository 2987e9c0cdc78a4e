//! Finding pupils by name: by a part of it within the scope, or exactly for staff who read nothing.

use diesel::prelude::*;

use super::model::Pupil;
use super::store::visible;
use crate::ground::db::schema::pupils;
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope};

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

/// The one pupil of these schools with this full name, for who reads nothing of pupils: a name that does not fit exactly finds
/// nobody.
///
/// # Errors
/// `Refused` for a name of nobody or of two.
pub fn one_by_full_name(conn: &mut Conn, schools: &[SchoolId], name: &str) -> Result<Pupil> {
    let refused = |key| Error::Refused(Message::new(key).with("name", name.trim()));
    let mut found = by_full_name(conn, schools, name)?;
    match (found.pop(), found.is_empty()) {
        (Some(pupil), true) => Ok(pupil),
        (Some(_), false) => Err(refused("observation-two-pupils")),
        (None, _) => Err(refused("observation-no-pupil")),
    }
}

/// The pupils of these schools with this full name, in any case.
///
/// # Errors
/// When the database refuses.
pub fn by_full_name(conn: &mut Conn, schools: &[SchoolId], name: &str) -> Result<Vec<Pupil>> {
    let lower = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let wanted = lower(name);
    let mut found: Vec<Pupil> =
        pupils::table.filter(pupils::school_id.eq_any(schools)).select(Pupil::as_select()).load(conn)?;
    found.retain(|pupil| lower(&pupil.full_name()) == wanted);
    Ok(found)
}
