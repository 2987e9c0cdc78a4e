//! The partner's side: a link, a code at each visit, one page, a few plain answers.
//! Opening the link changes nothing, for mail scanners open links too; only the code does.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::model::Referral;
use super::packet::Packet;
use super::state::{Event, State};
use super::{send, store};
use crate::ground::audit::{self, Entry};
use crate::ground::secret::{self, Secret};
use crate::ground::{Conn, Error, Message, Result};
use crate::school::closed_weeks::{self, ClosedWeek};
use crate::school::store as people;

pub(super) use super::answer::step;
pub use super::answer::{Answer, What, answer};

/// Wrong codes in a row before the link is locked.
pub const MISSES_ALLOWED: i32 = 5;

/// How long a visit lasts once the code was given.
const VISIT: Duration = Duration::hours(1);

/// Links that open nothing, from one address in a quarter of an hour, before no link is looked at for it.
const MISSES_PER_ADDRESS: i64 = 30;

/// Whether too many links that open nothing were tried from this address.
///
/// # Errors
/// When the database refuses.
pub fn must_wait(conn: &mut Conn, now: NaiveDateTime, address: &str) -> Result<bool> {
    Ok(store::misses(conn, address, now - Duration::minutes(15))? >= MISSES_PER_ADDRESS)
}

/// Writes down that a link was tried that opens nothing: one that was guessed, or one whose referral has ended. The token
/// itself is kept nowhere.
///
/// # Errors
/// When the database refuses.
pub fn miss(conn: &mut Conn, now: NaiveDateTime, token: &str, address: &str) -> Result<()> {
    store::insert_miss(conn, now, address)?;
    let entry = match store::by_token(conn, &secret::hash(token)) {
        Ok(referral) if referral.state.is_live() => {
            Entry::of("partner", "fail-handover", "referral", &referral.id).detail("altered")
        }
        Ok(referral) => Entry::of("partner", "open-ended-handover", "referral", &referral.id)
            .detail(referral.state.as_str()),
        Err(Error::NotFound(_)) => Entry::of("partner", "guess-handover", "handover", ""),
        Err(other) => return Err(other),
    };
    audit::record(conn, now, &entry)
}

/// The referral behind a link that still works. Changes nothing.
///
/// # Errors
/// `NotFound` for a token that is unknown or whose referral has ended.
pub fn behind(conn: &mut Conn, token: &str) -> Result<Referral> {
    let referral = store::by_token(conn, &secret::hash(token))?;
    if !referral.state.is_live() {
        return Err(Error::NotFound("handover"));
    }
    Ok(referral)
}

/// Tries a code. A wrong one is counted, so call this in a transaction that is kept: the outer `Result`
/// is the machine's, the inner one the visitor's. The right one gives the token of a visit.
///
/// # Errors
/// `NotFound` for a link that does not work.
pub fn enter(
    conn: &mut Conn,
    now: NaiveDateTime,
    secret: &Secret,
    token: &str,
    code: &str,
) -> Result<Result<String, Message>> {
    let mut referral = behind(conn, token)?;
    if referral.is_locked() {
        return Ok(Err(Message::new("handover-locked")));
    }
    let typed: String = code.chars().filter(char::is_ascii_digit).collect();
    let fits =
        referral.code_hash.as_deref() == Some(send::fingerprint(secret, &referral.id, &typed).as_str());
    if !fits {
        referral.code_misses += 1;
        store::save(conn, &referral, referral.state)?;
        let entry = Entry::of("partner", "miss-handover-code", "referral", &referral.id);
        audit::record(conn, now, &entry)?;
        let left = MISSES_ALLOWED - referral.code_misses;
        return Ok(Err(if left > 0 {
            Message::new("handover-wrong-code").with("left", left)
        } else {
            Message::new("handover-locked")
        }));
    }
    referral.code_misses = 0;
    store::save(conn, &referral, referral.state)?;
    if referral.state == State::Offered {
        step(conn, now, &mut referral, &Answer::plain(Event::Open))?;
    }
    let visit = secret::token()?;
    store::insert_visit(conn, &secret::hash(&visit), &referral.id, now + VISIT)?;
    audit::record(conn, now, &Entry::of("partner", "visit-handover", "referral", &referral.id))?;
    Ok(Ok(visit))
}

/// The referral and the handover, for a visit that is still on. What is read is what was sent: its hash is compared.
///
/// # Errors
/// `NotFound` without one, and for a handover that is no longer what was sent.
pub fn look(conn: &mut Conn, now: NaiveDateTime, token: &str, visit: &str) -> Result<(Referral, Packet)> {
    let referral = behind(conn, token)?;
    if !store::is_visiting(conn, &secret::hash(visit), &referral.id, now)? {
        return Err(Error::NotFound("visit"));
    }
    let frozen = referral.packet.as_deref().ok_or_else(|| Error::internal("sent without its packet"))?;
    if Some(secret::hash(frozen)) != referral.packet_hash {
        tracing::error!(referral = %referral.id, "the handover is not what was sent");
        return Err(Error::NotFound("handover"));
    }
    let packet = serde_json::from_str(frozen).map_err(Error::internal)?;
    Ok((referral, packet))
}

/// Whom to call while the school of a referral is closed; none on other days, and for a link that does not work.
///
/// # Errors
/// When the database refuses.
pub fn closed(conn: &mut Conn, token: &str, today: NaiveDate) -> Result<Option<ClosedWeek>> {
    let referral = match behind(conn, token) {
        Ok(referral) => referral,
        Err(Error::NotFound(_)) => return Ok(None),
        Err(other) => return Err(other),
    };
    let school = people::school(conn, &referral.school_id)?;
    closed_weeks::closed_on(conn, &school, today)
}
