//! What is asked of the database about what partners offer.

use diesel::prelude::*;

use super::model::{Offer, Referral};
use crate::ground::db::schema::offers;
use crate::ground::{Conn, Error, OfferId, PartnerId, Result};

/// What these partners offer today, by name.
///
/// # Errors
/// When the database refuses.
pub fn offers(conn: &mut Conn, partners: &[PartnerId]) -> Result<Vec<Offer>> {
    Ok(offers::table
        .filter(offers::partner_id.eq_any(partners))
        .filter(offers::retired_at.is_null())
        .order((offers::name, offers::id))
        .select(Offer::as_select())
        .load(conn)?)
}

/// Something this partner offers today.
///
/// # Errors
/// `NotFound`, also for an offer of another partner or one that ended.
pub fn offer(conn: &mut Conn, partner: &PartnerId, id: &OfferId) -> Result<Offer> {
    offers::table
        .filter(offers::partner_id.eq(partner))
        .filter(offers::retired_at.is_null())
        .filter(offers::id.eq(id))
        .select(Offer::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("offer"))
}

/// The offer a referral is for, ended or not.
///
/// # Errors
/// When the database refuses.
pub fn offer_of(conn: &mut Conn, referral: &Referral) -> Result<Option<Offer>> {
    let Some(id) = &referral.offer_id else {
        return Ok(None);
    };
    Ok(offers::table.find(id).select(Offer::as_select()).first(conn).optional()?)
}

pub(super) fn insert_offer(conn: &mut Conn, offer: &Offer) -> Result<()> {
    diesel::insert_into(offers::table).values(offer).execute(conn)?;
    Ok(())
}

pub(super) fn save_offer(conn: &mut Conn, offer: &Offer) -> Result<()> {
    diesel::update(offers::table.find(&offer.id)).set(offer).execute(conn)?;
    Ok(())
}
