//! What the figures of care ask of the database: signals with the conversations that followed, referrals with their
//! answers. What is kept apart (critical answers, what is for the coordinator alone, the meldcode) is never asked for.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::store::stands;
use crate::care::referrals::model::Ground;
use crate::care::referrals::state::{Actor, Event};
use crate::ground::db::schema::{conversations, referral_steps, referrals, signals};
use crate::ground::{Conn, PupilId, ReferralId, Result, SchoolId};
use crate::signals::model::{Level, Severity};

/// The pupils about whom signals were raised at a school since a moment, with each moment.
pub(super) fn raised(
    conn: &mut Conn,
    school: &SchoolId,
    since: NaiveDateTime,
) -> Result<Vec<(PupilId, NaiveDateTime)>> {
    let rows: Vec<(Option<PupilId>, NaiveDateTime)> = signals::table
        .filter(signals::school_id.eq(school))
        .filter(signals::level.eq(Level::Pupil))
        .filter(signals::severity.ne(Severity::C))
        .filter(signals::read_until.is_null())
        .filter(signals::restricted.eq(false))
        .filter(stands())
        .filter(signals::raised_at.ge(since))
        .select((signals::pupil_id, signals::raised_at))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(pupil, at)| Some((pupil?, at))).collect())
}

/// The conversations at a school since a day: about whom, and when.
pub(super) fn held(
    conn: &mut Conn,
    school: &SchoolId,
    since: NaiveDate,
) -> Result<Vec<(PupilId, NaiveDate)>> {
    let rows: Vec<(Option<PupilId>, NaiveDate)> = conversations::table
        .filter(conversations::school_id.eq(school))
        .filter(conversations::pupil_id.is_not_null())
        .filter(conversations::held_on.ge(since))
        .select((conversations::pupil_id, conversations::held_on))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(pupil, on)| Some((pupil?, on))).collect())
}

/// A step of a referral: of which, about whom, what, when.
pub(super) type Step = (ReferralId, PupilId, String, NaiveDateTime);

/// When referrals of a school were sent since a moment and what partners answered, oldest first.
pub(super) fn asked(conn: &mut Conn, school: &SchoolId, since: NaiveDateTime) -> Result<Vec<Step>> {
    let answers = [Event::Accepted, Event::Declined, Event::AtCapacity].map(Event::as_str);
    let counts = referral_steps::event
        .eq(Event::Send.as_str())
        .or(referral_steps::actor.eq(Actor::Partner).and(referral_steps::event.eq_any(answers)));
    Ok(referral_steps::table
        .inner_join(referrals::table)
        .filter(referrals::school_id.eq(school))
        .filter(referrals::ground.is_null().or(referrals::ground.ne(Ground::Meldcode).assume_not_null()))
        .filter(referral_steps::at.ge(since))
        .filter(counts)
        .order((referral_steps::at, referral_steps::id))
        .select((referrals::id, referrals::pupil_id, referral_steps::event, referral_steps::at))
        .load(conn)?)
}
