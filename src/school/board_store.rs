//! All that is asked of the database about the schools of the board. Their groups and pupils: `store`.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::model::School;
use super::settings::Settings;
use crate::ground::db::schema::schools;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Result, SchoolId, Scope};

/// A school by id.
///
/// # Errors
/// `NotFound`.
pub fn school(conn: &mut Conn, id: &SchoolId) -> Result<School> {
    schools::table
        .find(id)
        .select(School::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("school"))
}

/// A school by its national code, in any case.
///
/// # Errors
/// When the database refuses.
pub fn school_by_brin(conn: &mut Conn, brin: &str) -> Result<Option<School>> {
    Ok(schools::table
        .filter(schools::brin.eq(brin.trim().to_uppercase()))
        .select(School::as_select())
        .first(conn)
        .optional()?)
}

/// Adds a school of the board; its holidays are those of the middle of the country until it says otherwise.
///
/// # Errors
/// When the database refuses: above all, a national code that is there already.
pub fn add_school(
    conn: &mut Conn,
    now: NaiveDateTime,
    brin: &str,
    name: &str,
    sector: &str,
) -> Result<SchoolId> {
    let id = SchoolId::fresh();
    diesel::insert_into(schools::table)
        .values((
            schools::id.eq(&id),
            schools::brin.eq(brin),
            schools::name.eq(name),
            schools::sector.eq(sector),
            schools::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(id)
}

/// Writes what a school sets for itself.
///
/// # Errors
/// When the database refuses.
pub(super) fn set(conn: &mut Conn, id: &SchoolId, settings: &Settings) -> Result<()> {
    diesel::update(schools::table.find(id))
        .set((
            schools::name.eq(&settings.name),
            schools::region.eq(&settings.region),
            schools::negative_choices.eq(settings.negative_choices),
        ))
        .execute(conn)?;
    Ok(())
}

/// The schools of this person, by name; all of them for the board admin.
///
/// # Errors
/// When the database refuses.
pub fn schools_of(conn: &mut Conn, scope: &Scope) -> Result<Vec<School>> {
    let mut query = schools::table.into_boxed();
    if !scope.has(Role::Admin) {
        query = query.filter(schools::id.eq_any(scope.schools()));
    }
    Ok(query.order(schools::name).select(School::as_select()).load(conn)?)
}

/// All schools, for the work that nobody asks for.
///
/// # Errors
/// When the database refuses.
pub fn all_schools(conn: &mut Conn) -> Result<Vec<School>> {
    Ok(schools::table.order(schools::brin).select(School::as_select()).load(conn)?)
}

/// Sets whether norms for boys and for girls go before those for all.
///
/// # Errors
/// When the database refuses.
pub fn set_norms_by_sex(conn: &mut Conn, school: &SchoolId, by_sex: bool) -> Result<()> {
    diesel::update(schools::table.find(school)).set(schools::norms_by_sex.eq(by_sex)).execute(conn)?;
    Ok(())
}
