//! The directory of partners that the schools of a board share: adding, changing, retiring, making sure of an address; and
//! whether the school itself may ask one. What they offer: `offers`.

use chrono::NaiveDateTime;

use super::model::{AccessRoute, Ground, Offer, Partner};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, PartnerId, Result, Scope};

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
pub fn add(conn: &mut Conn, now: NaiveDateTime, by: &Entry, partner: Partner) -> Result<PartnerId> {
    let partner = Partner { id: PartnerId::fresh(), ..checked(partner)? };
    store::insert_partner(conn, now, &partner)?;
    let entry = Entry { subject_id: partner.id.to_string(), ..by.clone() };
    audit::record(conn, now, &entry)?;
    Ok(partner.id)
}

/// Changes what the directory says of a partner. Another e-mail address is not verified.
///
/// # Errors
/// As [`add`]; `NotFound` for a partner that has left.
pub fn change(conn: &mut Conn, now: NaiveDateTime, by: &Entry, partner: Partner) -> Result<()> {
    let before = standing(conn, &partner.id)?;
    let mut new = checked(partner)?;
    (new.verified_how, new.verified_on, new.verified_by) = if new.email == before.email {
        (before.verified_how, before.verified_on, before.verified_by)
    } else {
        (String::new(), None, None)
    };
    let is_told_anew = new.waiting != before.waiting;
    new.waiting_told_on = if is_told_anew { new.waiting_told_on } else { before.waiting_told_on };
    store::save_partner(conn, &new)?;
    let entry = Entry { subject_id: new.id.to_string(), ..by.clone() };
    audit::record(conn, now, &entry)
}

/// A partner leaves the directory: nothing new goes there, what runs goes on.
///
/// # Errors
/// `NotFound` when it has left already.
pub fn retire(conn: &mut Conn, now: NaiveDateTime, by: &Entry, id: &PartnerId) -> Result<()> {
    let mut partner = standing(conn, id)?;
    partner.retired_at = Some(now);
    store::save_partner(conn, &partner)?;
    let entry = Entry { subject_id: id.to_string(), ..by.clone() };
    audit::record(conn, now, &entry)
}

/// Somebody made sure that the e-mail address is this partner's, by another way than that address.
///
/// # Errors
/// `NotFound` for a partner that has left, `Refused` when it is not said how.
pub fn verify(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &PartnerId, how: &str) -> Result<()> {
    let mut partner = standing(conn, id)?;
    if how.trim().is_empty() {
        return Err(Error::Refused(Message::new("partner-verified-how")));
    }
    how.trim().clone_into(&mut partner.verified_how);
    partner.verified_on = Some(scope.today);
    partner.verified_by = Some(scope.account.clone());
    store::save_partner(conn, &partner)?;
    audit::record(conn, now, &Entry::by(scope, "verify-partner", "partner", id))
}

/// The waiting time as it was told today.
///
/// # Errors
/// `NotFound` for a partner that has left.
pub fn told_waiting(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &PartnerId,
    waiting: &str,
) -> Result<()> {
    let mut partner = standing(conn, id)?;
    waiting.trim().clone_into(&mut partner.waiting);
    partner.waiting_told_on = Some(scope.today);
    store::save_partner(conn, &partner)?;
    audit::record(conn, now, &Entry::by(scope, "tell-waiting", "partner", id))
}

/// A partner that has not left.
pub(super) fn standing(conn: &mut Conn, id: &PartnerId) -> Result<Partner> {
    let partner = store::partner(conn, id)?;
    if partner.retired_at.is_some() {
        return Err(Error::NotFound("partner"));
    }
    Ok(partner)
}

fn checked(mut partner: Partner) -> Result<Partner> {
    partner.email = partner.email.trim().to_lowercase();
    partner.name = partner.name.trim().to_owned();
    if partner.name.is_empty() {
        return Err(Error::Refused(Message::new("partner-no-name")));
    }
    if !KINDS.contains(&partner.kind.as_str()) {
        return Err(Error::Refused(Message::new("partner-no-kind")));
    }
    // Who helps as a neighbour does may have no mail: nothing is sent there.
    let is_needed = !partner.informal || !partner.email.is_empty();
    if is_needed && !partner.email.contains('@') {
        return Err(Error::Refused(Message::new("account-no-address").with("value", partner.email)));
    }
    Ok(partner)
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

/// Whether the school itself may send this partner a referral, for this offer; otherwise the sentence with the way to go.
///
/// # Errors
/// `Refused` for who has left the directory or helps informally, for what is reached through the municipality, a doctor or
/// the samenwerkingsverband, and for youth care, to which a school cannot refer (Jeugdwet 2.6).
pub fn may_send(partner: &Partner, offer: Option<&Offer>) -> Result<()> {
    let refuse = |key: &'static str| Err(Error::Refused(Message::new(key).with("partner", &partner.name)));
    if partner.retired_at.is_some() || offer.is_some_and(|offer| offer.retired_at.is_some()) {
        return refuse("partner-retired");
    }
    if partner.informal {
        return refuse("partner-informal");
    }
    match offer.map_or(partner.access_route, |offer| offer.access_route) {
        AccessRoute::Direct if partner.kind == "jeugdhulp" => refuse("route-jeugdhulp"),
        AccessRoute::Direct => Ok(()),
        AccessRoute::Samenwerkingsverband if partner.kind == "samenwerkingsverband" => Ok(()),
        AccessRoute::Samenwerkingsverband => refuse("route-samenwerkingsverband"),
        AccessRoute::Municipality => refuse("route-municipality"),
        AccessRoute::Doctor => refuse("route-doctor"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_the_samenwerkingsverband_only_that_itself_is_asked() {
        use AccessRoute::{Direct, Doctor, Municipality, Samenwerkingsverband};
        let key = |kind: &str, route| match may_send(&Partner::named("P", kind, route, "a@b.example"), None) {
            Ok(()) => String::new(),
            Err(Error::Refused(message)) => message.key.into_owned(),
            Err(other) => other.to_string(),
        };
        assert_eq!(key("samenwerkingsverband", Samenwerkingsverband), "");
        assert_eq!(key("jeugdhulp", Samenwerkingsverband), "route-samenwerkingsverband");
        assert_eq!(key("psycholoog", Samenwerkingsverband), "route-samenwerkingsverband");
        assert_eq!(key("jeugdhulp", Direct), "route-jeugdhulp");
        assert_eq!(key("schoolmaatschappelijk-werk", Direct), "");
        assert_eq!(
            (key("jeugdteam", Municipality), key("jeugdhulp", Doctor)),
            ("route-municipality".into(), "route-doctor".into())
        );
        let club = Partner { informal: true, ..Partner::named("Club", "anders", Direct, "") };
        assert!(may_send(&club, None).is_err());
    }
}
