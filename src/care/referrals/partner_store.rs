//! What is asked of the database about the directory of partners. Referrals to them: `store`.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::model::Partner;
use crate::ground::db::schema::partners;
use crate::ground::{Conn, Error, PartnerId, Result};

/// The partners in the directory, by name.
///
/// # Errors
/// When the database refuses.
pub fn partners(conn: &mut Conn) -> Result<Vec<Partner>> {
    Ok(partners::table
        .filter(partners::retired_at.is_null())
        .order(partners::name)
        .select(Partner::as_select())
        .load(conn)?)
}

/// A partner by id, retired or not.
///
/// # Errors
/// `NotFound`.
pub fn partner(conn: &mut Conn, id: &PartnerId) -> Result<Partner> {
    partners::table
        .find(id)
        .select(Partner::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("partner"))
}

/// The names of some partners, retired or not.
///
/// # Errors
/// When the database refuses.
pub fn partner_names(conn: &mut Conn, ids: &[PartnerId]) -> Result<HashMap<PartnerId, String>> {
    let named: Vec<(PartnerId, String)> =
        partners::table.filter(partners::id.eq_any(ids)).select((partners::id, partners::name)).load(conn)?;
    Ok(named.into_iter().collect())
}

pub(super) fn insert_partner(conn: &mut Conn, now: NaiveDateTime, partner: &Partner) -> Result<()> {
    diesel::insert_into(partners::table).values((partner, partners::created_at.eq(now))).execute(conn)?;
    Ok(())
}

pub(super) fn save_partner(conn: &mut Conn, partner: &Partner) -> Result<()> {
    diesel::update(partners::table.find(&partner.id)).set(partner).execute(conn)?;
    Ok(())
}
