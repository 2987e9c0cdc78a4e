//! The directory of partners that the schools of a board share.

use chrono::NaiveDateTime;

use super::model::{AccessRoute, Ground, Partner};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, PartnerId, Result};

/// A partner whose law gives it a task of its own, so that consent need not be the ground.
const STATUTORY: [&str; 2] = ["samenwerkingsverband", "leerplicht"];

/// The kinds of partners there are.
pub const KINDS: [&str; 11] = [
    "schoolmaatschappelijk-werk",
    "jeugdteam",
    "jeugdgezondheidszorg",
    "samenwerkingsverband",
    "leerplicht",
    "jeugdhulp",
    "psycholoog",
    "jongerenwerk",
    "veilig-thuis",
    "doorstroompunt",
    "anders",
];

/// Puts a partner in the directory.
///
/// # Errors
/// `Refused` without a name or an e-mail address, or for a kind that is not known.
pub fn add(conn: &mut Conn, now: NaiveDateTime, by: &Entry, mut partner: Partner) -> Result<PartnerId> {
    partner.email = partner.email.trim().to_lowercase();
    partner.name = partner.name.trim().to_owned();
    if partner.name.is_empty() {
        return Err(Error::Refused(Message::new("partner-no-name")));
    }
    if !KINDS.contains(&partner.kind.as_str()) {
        return Err(Error::Refused(Message::new("partner-no-kind")));
    }
    if !partner.email.contains('@') {
        return Err(Error::Refused(Message::new("account-no-address").with("value", partner.email)));
    }
    partner.id = PartnerId::fresh();
    store::insert_partner(conn, now, &partner)?;
    let entry = Entry { subject_id: partner.id.to_string(), ..by.clone() };
    audit::record(conn, now, &entry)?;
    Ok(partner.id)
}

/// The grounds that can apply to this partner; consent always can.
#[must_use]
pub fn grounds(partner: &Partner) -> Vec<Ground> {
    let mut grounds = vec![Ground::Consent];
    if STATUTORY.contains(&partner.kind.as_str()) {
        grounds.push(Ground::Statutory);
    }
    grounds
}

/// Whether the school itself may send this partner a referral; otherwise the sentence with the way to go.
///
/// # Errors
/// `Refused` for a partner that is reached through the municipality or a doctor.
pub fn may_send(partner: &Partner) -> Result<()> {
    match partner.access_route {
        AccessRoute::Direct | AccessRoute::Samenwerkingsverband => Ok(()),
        AccessRoute::Municipality => {
            Err(Error::Refused(Message::new("route-municipality").with("partner", &partner.name)))
        }
        AccessRoute::Doctor => {
            Err(Error::Refused(Message::new("route-doctor").with("partner", &partner.name)))
        }
    }
}
