//! Noting who agreed and who did not, also after sending. Whose consent is needed: `who_agrees`.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Authority, Consent, ConsentAnswer, GivenBy};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope, ids};

/// Somebody's answer about consent.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Who.
    pub given_by: GivenBy,
    /// What.
    pub answer: ConsentAnswer,
    /// What is known of the authority.
    pub authority: Authority,
    /// Whether it stands on paper.
    pub written: bool,
    /// On which day.
    pub given_on: NaiveDate,
    /// What was said with it.
    pub note: String,
}

/// Notes somebody's answer. Consent that is taken back after sending stops what runs: see `follow`.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for a day to come.
pub fn note_consent(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    answered: &Answered,
) -> Result<()> {
    let referral = store::referral(conn, scope, id)?;
    if answered.given_on > scope.today {
        return Err(Error::Refused(Message::new("conversation-future")));
    }
    let own = answered.given_by == GivenBy::Pupil;
    store::insert_consent(
        conn,
        &Consent {
            id: ids::fresh(),
            referral_id: referral.id.clone(),
            given_by: answered.given_by,
            answer: answered.answer,
            authority: if own { Authority::Own } else { answered.authority },
            form: if answered.written { "written" } else { "oral" }.to_owned(),
            given_on: answered.given_on,
            note: answered.note.trim().to_owned(),
            account_id: scope.account.clone(),
            at: now,
        },
    )?;
    let entry = Entry::by(scope, "note-consent", "referral", id)
        .detail(format!("{}:{}", answered.given_by, answered.answer));
    audit::record(conn, now, &entry)?;
    if matches!(answered.answer, ConsentAnswer::Withdrawn | ConsentAnswer::Refused) {
        super::follow::stop_without_consent(conn, scope, now, referral)?;
    }
    Ok(())
}
