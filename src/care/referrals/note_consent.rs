//! Noting who agreed and who did not, also after sending. Whose consent is needed: `who_agrees`.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{About, Consent, ConsentAnswer, Purpose};
use super::{packet, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{AdultId, Conn, Error, Message, ReferralId, Result, Scope, ids};
use crate::school::adults::{self, AdultKind};
use crate::school::store as people;

/// Somebody's answer about consent.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Which adult; none: the pupil.
    pub given_by: Option<AdultId>,
    /// About what.
    pub about: About,
    /// What.
    pub answer: ConsentAnswer,
    /// For which purpose.
    pub purpose: Purpose,
    /// Until which day it holds.
    pub until: Option<NaiveDate>,
    /// Whether it stands on paper.
    pub written: bool,
    /// On which day.
    pub given_on: NaiveDate,
    /// What was said with it.
    pub note: String,
}

/// Notes somebody's answer to what would go now, or went. Consent that is taken back after sending stops what runs: see `follow`.
///
/// # Errors
/// `NotFound` outside the scope and for an adult of another pupil, `Refused` for a day to come, for an end before the
/// beginning, and for somebody who decides nothing.
pub fn note_consent(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    answered: &Answered,
) -> Result<()> {
    let referral = store::referral(conn, scope, id)?;
    let (pupil, why) = people::pupil(conn, scope, &referral.pupil_id)?;
    let refuse = |key: &'static str| Err(Error::Refused(Message::new(key)));
    if answered.given_on > scope.today {
        return refuse("conversation-future");
    }
    if answered.until.is_some_and(|until| until < answered.given_on) {
        return refuse("consent-until-before");
    }
    if let Some(adult) = &answered.given_by
        && adults::adult(conn, &pupil.id, adult)?.kind == AdultKind::Chosen
    {
        return refuse("adult-chosen-decides-nothing");
    }
    let shown = packet::of(conn, scope, &referral, &pupil)?;
    let parts: Vec<&str> = shown.parts().into_iter().map(packet::Part::as_str).collect();
    let parts_hash = match &referral.agreed_hash {
        Some(sent) => sent.clone(),
        None => shown.agreed_hash()?,
    };
    store::insert_consent(
        conn,
        &Consent {
            id: ids::fresh(),
            referral_id: referral.id.clone(),
            adult_id: answered.given_by.clone(),
            about: answered.about,
            answer: answered.answer,
            purpose: answered.purpose,
            until: answered.until,
            form: if answered.written { "written" } else { "oral" }.to_owned(),
            given_on: answered.given_on,
            note: answered.note.trim().to_owned(),
            parts: parts.join(" "),
            parts_hash,
            account_id: scope.account.clone(),
            at: now,
        },
    )?;
    let who = answered.given_by.as_ref().map_or("pupil", |adult| adult.0.as_str());
    let entry = Entry::by(scope, "note-consent", "referral", id)
        .because_of(&why)
        .detail(format!("{who}:{}:{}", answered.about, answered.answer));
    audit::record(conn, now, &entry)?;
    let takes_back = matches!(answered.answer, ConsentAnswer::Withdrawn | ConsentAnswer::Refused);
    if takes_back && answered.about == About::Transfer {
        super::follow::stop_without_consent(conn, scope, now, referral, answered.given_by.as_ref())?;
    }
    Ok(())
}
