//! What a partner offers, each with its ages, its way in and its waiting time. The partners themselves: `partners`.

use chrono::NaiveDateTime;

use super::model::Offer;
use super::{partners, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, OfferId, PartnerId, Result};

/// Adds something that a partner offers.
///
/// # Errors
/// `NotFound` for a partner that has left, `Refused` without a name or with ages the wrong way round.
pub fn add(conn: &mut Conn, now: NaiveDateTime, by: &Entry, offer: Offer) -> Result<OfferId> {
    partners::standing(conn, &offer.partner_id)?;
    let offer = Offer { id: OfferId::fresh(), created_at: now, retired_at: None, ..checked(offer)? };
    store::insert_offer(conn, &offer)?;
    log(conn, now, by, &offer)?;
    Ok(offer.id)
}

/// Changes what is said of an offer.
///
/// # Errors
/// As [`add`]; `NotFound` also for an offer of another partner or one that ended.
pub fn change(conn: &mut Conn, now: NaiveDateTime, by: &Entry, id: &OfferId, new: Offer) -> Result<()> {
    let before = store::offer(conn, &new.partner_id, id)?;
    let mut new = checked(new)?;
    if new.waiting == before.waiting {
        new.waiting_told_on = before.waiting_told_on;
    }
    let offer = Offer { id: before.id, created_at: before.created_at, retired_at: None, ..new };
    store::save_offer(conn, &offer)?;
    log(conn, now, by, &offer)
}

/// An offer ends: nothing new is asked of it.
///
/// # Errors
/// `NotFound` for an offer of another partner or one that ended.
pub fn retire(
    conn: &mut Conn,
    now: NaiveDateTime,
    by: &Entry,
    partner: &PartnerId,
    id: &OfferId,
) -> Result<()> {
    let mut offer = store::offer(conn, partner, id)?;
    offer.retired_at = Some(now);
    store::save_offer(conn, &offer)?;
    log(conn, now, by, &offer)
}

fn checked(mut offer: Offer) -> Result<Offer> {
    offer.name = offer.name.trim().to_owned();
    if offer.name.is_empty() {
        return Err(Error::Refused(Message::new("partner-no-name")));
    }
    if let (Some(from), Some(to)) = (offer.ages_from, offer.ages_to)
        && from > to
    {
        return Err(Error::Refused(Message::new("offer-ages").with("from", from).with("to", to)));
    }
    Ok(offer)
}

fn log(conn: &mut Conn, now: NaiveDateTime, by: &Entry, offer: &Offer) -> Result<()> {
    let entry = Entry { subject_id: offer.partner_id.to_string(), ..by.clone() }.detail(offer.id.to_string());
    audit::record(conn, now, &entry)
}
