//! Preparing a referral: begin, choose, note who agreed. Everything can still change until it is sent.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Authority, Choice, Consent, ConsentAnswer, GivenBy, Ground, Referral};
use super::state::State;
use super::{partners, store};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PartnerId, PupilId, ReferralId, Result, Scope, ids};
use crate::school::store as people;

/// Begins a referral of a pupil to a partner, as a draft.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` without the coordinator's role, `Refused` for a partner the
/// school may not ask directly.
pub fn begin(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    partner: &PartnerId,
) -> Result<ReferralId> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let partner = store::partner(conn, partner)?;
    partners::may_send(&partner)?;
    let referral = Referral {
        id: ReferralId::fresh(),
        school_id: pupil.school_id.clone(),
        pupil_id: pupil.id.clone(),
        partner_id: partner.id,
        state: State::Draft,
        question: String::new(),
        choice: "{}".to_owned(),
        ground: None,
        ground_note: String::new(),
        no_conversation: String::new(),
        account_id: scope.account.clone(),
        created_at: now,
        changed_at: now,
        answer_until: None,
        overdue: false,
        packet: None,
        packet_hash: None,
        token_hash: None,
        code_hash: None,
        code_misses: 0,
    };
    store::insert(conn, &referral)?;
    let entry = Entry::by(scope, "begin-referral", "referral", &referral.id).because(why.word());
    audit::record(conn, now, &entry)?;
    Ok(referral.id)
}

/// What was chosen in the draft.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What the school asks.
    pub question: String,
    /// The ground.
    pub ground: Option<Ground>,
    /// What goes with the ground.
    pub ground_note: String,
    /// Why nobody was spoken with.
    pub no_conversation: String,
    /// What goes along.
    pub choice: Choice,
}

/// Keeps what was chosen so far.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it was sent already.
pub fn keep(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    prepared: Prepared,
) -> Result<()> {
    let mut referral = draft(conn, scope, id)?;
    referral.question = prepared.question;
    referral.ground = prepared.ground;
    referral.ground_note = prepared.ground_note;
    referral.no_conversation = prepared.no_conversation;
    referral.choice = serde_json::to_string(&prepared.choice).map_err(Error::internal)?;
    referral.changed_at = now;
    store::save(conn, &referral, State::Draft)?;
    audit::record(conn, now, &Entry::by(scope, "prepare-referral", "referral", id))
}

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

/// A draft of a school this person coordinates.
fn draft(conn: &mut Conn, scope: &Scope, id: &ReferralId) -> Result<Referral> {
    let referral = store::referral(conn, scope, id)?;
    if referral.state != State::Draft {
        return Err(Error::Conflict(Message::new("referral-sent-already")));
    }
    Ok(referral)
}
