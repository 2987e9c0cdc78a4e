//! What is asked of and written to the database about fingerprints of ECK iDs.

use diesel::prelude::*;

use crate::ground::db::schema::{pupil_eckids, pupils, schools};
use crate::ground::{Conn, PupilId, Result, SchoolId};

/// The key of a school; none where it has not asked.
pub fn key(conn: &mut Conn, school: &SchoolId) -> Result<Option<String>> {
    Ok(schools::table.find(school).select(schools::eckid_key).first(conn).optional()?.flatten())
}

/// Sets the key of a school, or takes it away.
pub fn set_key(conn: &mut Conn, school: &SchoolId, key: Option<&str>) -> Result<()> {
    diesel::update(schools::table.find(school)).set(schools::eckid_key.eq(key)).execute(conn)?;
    Ok(())
}

/// The fingerprints of a school, by pupil.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(PupilId, String)>> {
    let own = pupils::table.filter(pupils::school_id.eq(school)).select(pupils::id);
    let kept = pupil_eckids::table.filter(pupil_eckids::pupil_id.eq_any(own));
    Ok(kept.select((pupil_eckids::pupil_id, pupil_eckids::fingerprint)).load(conn)?)
}

/// Keeps the fingerprint of a pupil, in the place of another.
pub fn put(conn: &mut Conn, pupil: &PupilId, fingerprint: &str) -> Result<()> {
    diesel::delete(pupil_eckids::table.find(pupil)).execute(conn)?;
    diesel::insert_into(pupil_eckids::table)
        .values((pupil_eckids::pupil_id.eq(pupil), pupil_eckids::fingerprint.eq(fingerprint)))
        .execute(conn)?;
    Ok(())
}

/// Erases the fingerprints of a school.
pub fn forget(conn: &mut Conn, school: &SchoolId) -> Result<()> {
    let own = pupils::table.filter(pupils::school_id.eq(school)).select(pupils::id);
    diesel::delete(pupil_eckids::table.filter(pupil_eckids::pupil_id.eq_any(own))).execute(conn)?;
    Ok(())
}
