//! What imports write to schools: dropping an empty one, the starting picture.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::{groups, imports, pupils, roles, schools};
use crate::ground::{Conn, Result, SchoolId};

/// Takes a school away that never held anything: no pupil and no role.
pub fn drop_empty_school(conn: &mut Conn, school: &SchoolId) -> Result<()> {
    let pupils: i64 = pupils::table.filter(pupils::school_id.eq(school)).count().get_result(conn)?;
    let roles: i64 = roles::table.filter(roles::school_id.eq(school)).count().get_result(conn)?;
    let groups: i64 = groups::table.filter(groups::school_id.eq(school)).count().get_result(conn)?;
    let imports: i64 = imports::table.filter(imports::school_id.eq(school)).count().get_result(conn)?;
    if pupils + roles + groups + imports == 0 {
        diesel::delete(schools::table.find(school)).execute(conn)?;
    }
    Ok(())
}

/// Sets until when scores belong to the school's starting picture; it has not been asked for then.
pub fn set_starting_picture(conn: &mut Conn, school: &SchoolId, until: Option<NaiveDate>) -> Result<()> {
    diesel::update(schools::table.find(school))
        .set((
            schools::starting_picture_until.eq(until),
            schools::starting_picture_asked_at.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)?;
    Ok(())
}
