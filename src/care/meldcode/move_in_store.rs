//! What moving in asks of and takes out of the tables of others: the log, referrals, drafts, merges, what is in hand.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::care::referrals::model::Referral;
use crate::ground::db::schema::{
    assignments, audit, drafts, import_changes, referral_signals, referrals, signal_evidence,
};
use crate::ground::{AccountId, Conn, PupilId, Result, SignalId};

/// A line of the log, as it stood.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = audit)]
pub struct LogLine {
    /// Its id.
    pub id: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    #[diesel(column_name = account_id)]
    pub account: Option<AccountId>,
    /// In which capacity.
    pub actor: String,
    /// What.
    pub action: String,
    /// To what.
    #[diesel(column_name = subject_id)]
    pub subject: String,
    /// Why this person may.
    pub reason: String,
    /// Ids and states.
    pub detail: String,
}

/// The lines about these ids since a moment, oldest first.
pub(super) fn lines_about(
    conn: &mut Conn,
    subjects: &[String],
    since: NaiveDateTime,
) -> Result<Vec<LogLine>> {
    let mut lines: Vec<LogLine> = audit::table
        .filter(audit::subject_kind.eq_any(["pupil", "observation", "signal", "referral"]))
        .filter(audit::subject_id.eq_any(subjects))
        .order((audit::at, audit::id))
        .select(LogLine::as_select())
        .load(conn)?;
    lines.retain(|line| line.at >= since);
    Ok(lines)
}

pub(super) fn save_choice(conn: &mut Conn, referral: &Referral) -> Result<()> {
    let row = referrals::table.find(&referral.id);
    diesel::update(row).set(referrals::choice.eq(&referral.choice)).execute(conn)?;
    Ok(())
}

/// Lets referrals go of signals that will not be there.
pub(super) fn untie(conn: &mut Conn, signals: &[SignalId]) -> Result<()> {
    let tied = referral_signals::table.filter(referral_signals::signal_id.eq_any(signals));
    diesel::delete(tied).execute(conn)?;
    Ok(())
}

/// What a merge of two pupils noted of these things: taken back, it must not count them or miss them.
pub(super) fn forget_in_merges(conn: &mut Conn, observation: &str, signals: &[SignalId]) -> Result<()> {
    let mut gone = vec![observation.to_owned()];
    gone.extend(signals.iter().map(|id| id.0.clone()));
    let noted = import_changes::table
        .filter(import_changes::what.eq_any(["observation", "signal"]))
        .filter(import_changes::subject.eq_any(gone));
    diesel::delete(noted).execute(conn)?;
    // Of evidence that is gone nothing can be put back either.
    let there = signal_evidence::table.select(signal_evidence::id);
    let noted = import_changes::table
        .filter(import_changes::what.eq("evidence"))
        .filter(import_changes::subject.ne_all(there));
    diesel::delete(noted).execute(conn)?;
    Ok(())
}

/// Forgets what anybody typed and did not send that names the observation or has its very words in a field.
pub(super) fn forget_drafts(conn: &mut Conn, observation: &str, text: &str) -> Result<()> {
    let all: Vec<(AccountId, String, String)> =
        drafts::table.select((drafts::account_id, drafts::form, drafts::body)).load(conn)?;
    for (account, form, body) in all {
        if form.contains(observation) || body.contains(observation) || says(&body, text) {
            diesel::delete(drafts::table.find((account, form))).execute(conn)?;
        }
    }
    Ok(())
}

/// Whether a field of a form, kept as JSON or as it is sent, has these words.
fn says(body: &str, text: &str) -> bool {
    match serde_json::from_str::<BTreeMap<String, String>>(body) {
        Ok(fields) => fields.values().any(|value| value.trim() == text),
        Err(_no_json) => url::form_urlencoded::parse(body.as_bytes()).any(|(_, value)| value.trim() == text),
    }
}

/// Forgets in whose hands a pupil was since a moment.
pub(super) fn forget_assignments(conn: &mut Conn, pupil: &PupilId, since: NaiveDateTime) -> Result<()> {
    let given =
        assignments::table.filter(assignments::pupil_id.eq(pupil)).filter(assignments::from_at.ge(since));
    diesel::delete(given).execute(conn)?;
    Ok(())
}
