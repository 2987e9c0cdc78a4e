//! What is asked of the database about consultations without a name.

use diesel::prelude::*;

use super::consult::Consultation;
use crate::ground::db::schema::{consultations, pupils};
use crate::ground::scope::Role;
use crate::ground::{Conn, Result, SchoolId, Scope};
use crate::school::Pupil;

/// The consultations of the schools this person coordinates, newest first.
///
/// # Errors
/// When the database refuses.
pub fn of_schools(conn: &mut Conn, scope: &Scope) -> Result<Vec<Consultation>> {
    Ok(consultations::table
        .filter(consultations::school_id.eq_any(scope.schools_as(Role::Coordinator)))
        .order((consultations::held_on.desc(), consultations::id.desc()))
        .limit(200)
        .select(Consultation::as_select())
        .load(conn)?)
}

pub(super) fn insert(conn: &mut Conn, consultation: &Consultation) -> Result<()> {
    diesel::insert_into(consultations::table).values(consultation).execute(conn)?;
    Ok(())
}

/// The names of all pupils of a school, to keep them out of what is written; given to nobody.
pub(super) fn full_names(conn: &mut Conn, school: &SchoolId) -> Result<Vec<String>> {
    let found: Vec<Pupil> =
        pupils::table.filter(pupils::school_id.eq(school)).select(Pupil::as_select()).load(conn)?;
    Ok(found.iter().map(Pupil::full_name).filter(|name| name.contains(' ')).collect())
}
