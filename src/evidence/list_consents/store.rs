//! All that is asked of the database about consents with lists. Callers hold the pupil by their scope.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::ListConsent;
use crate::evidence::critical::store as critical;
use crate::ground::db::schema::{list_consents, pupils, scores, series};
use crate::ground::{Conn, Error, PupilId, Result, SchoolId};

pub(super) fn insert(conn: &mut Conn, consent: &ListConsent) -> Result<()> {
    diesel::insert_into(list_consents::table).values(consent).execute(conn)?;
    Ok(())
}

/// The consents that hold for a pupil, by list.
///
/// # Errors
/// When the database refuses.
pub fn of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<ListConsent>> {
    Ok(list_consents::table
        .filter(list_consents::pupil_id.eq(pupil))
        .filter(list_consents::ended_at.is_null())
        .order((list_consents::instrument, list_consents::id))
        .select(ListConsent::as_select())
        .load(conn)?)
}

/// For which pupils of a school a consent holds, with which list.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<HashSet<(PupilId, String)>> {
    let rows: Vec<(PupilId, String)> = list_consents::table
        .inner_join(pupils::table)
        .filter(pupils::school_id.eq(school))
        .filter(list_consents::ended_at.is_null())
        .select((list_consents::pupil_id, list_consents::instrument))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Ends a consent of this pupil; gives its list.
///
/// # Errors
/// `NotFound` for another pupil's, or one that has ended.
pub fn end(conn: &mut Conn, pupil: &PupilId, id: &str, now: NaiveDateTime) -> Result<String> {
    let own = of_pupil(conn, pupil)?.into_iter().find(|one| one.id == id);
    let own = own.ok_or(Error::NotFound("consent"))?;
    diesel::update(list_consents::table.find(id)).set(list_consents::ended_at.eq(now)).execute(conn)?;
    Ok(own.instrument)
}

/// Takes away what came in of a pupil on a list; gives how many scores and answers.
///
/// # Errors
/// When the database refuses.
pub fn forget_scores(conn: &mut Conn, pupil: i64, instrument: &str) -> Result<usize> {
    let of_list = series::table.filter(series::instrument.eq(instrument)).select(series::key);
    let own = scores::table.filter(scores::pupil_key.eq(pupil)).filter(scores::series_key.eq_any(of_list));
    Ok(diesel::delete(own).execute(conn)? + critical::delete_of_pupil(conn, pupil, instrument)?)
}
