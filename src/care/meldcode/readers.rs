//! Who had something before their eyes while it stood with the rest: by the log, every account that had to do with the pupil,
//! with it, with a signal it raised or a referral of the pupil since it was written; and partners it was sent to.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::move_in_store as store;
use crate::care::referrals::model::Referral;
use crate::care::referrals::store as referrals;
use crate::evidence::observations::Observation;
use crate::ground::{AccountId, Conn, PartnerId, Result, SignalId};
use crate::school::Pupil;
use crate::school::accounts::store as accounts;

/// Somebody who had it before the eyes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// The account; none for a partner, which keeps what it was sent.
    pub account: Option<AccountId>,
    /// The name, as it was.
    pub name: String,
    /// When, oldest first; of a partner when it was sent and when it was opened.
    pub times: Vec<NaiveDateTime>,
}

/// The readers of an observation about a pupil, by name.
pub(super) fn of(
    conn: &mut Conn,
    pupil: &Pupil,
    observation: &Observation,
    signals: &[SignalId],
) -> Result<Vec<Reader>> {
    let referrals = referrals::of_pupil(conn, pupil)?;
    // Of those it went along in: to whom.
    let held = |one: &&Referral| one.packet.is_some() && one.chosen().observations.contains(&observation.id);
    let went: BTreeMap<&str, &PartnerId> =
        referrals.iter().filter(held).map(|one| (one.id.0.as_str(), &one.partner_id)).collect();
    let mut subjects = vec![pupil.id.0.clone(), observation.id.clone()];
    subjects.extend(signals.iter().map(|id| id.0.clone()));
    subjects.extend(referrals.iter().map(|one| one.id.0.clone()));
    let mut by_account: BTreeMap<AccountId, Vec<NaiveDateTime>> = BTreeMap::new();
    let mut sent: BTreeMap<&PartnerId, Vec<NaiveDateTime>> = BTreeMap::new();
    for line in store::lines_about(conn, &subjects, observation.created_at)? {
        if let Some(partner) = went.get(line.subject.as_str())
            && ["send-referral", "visit-handover"].contains(&line.action.as_str())
        {
            sent.entry(*partner).or_default().push(line.at);
        }
        if let Some(account) = line.account {
            by_account.entry(account).or_default().push(line.at);
        }
    }
    let ids: Vec<AccountId> = by_account.keys().cloned().collect();
    let names = accounts::names(conn, &ids)?;
    let mut readers: Vec<Reader> = by_account
        .into_iter()
        .map(|(id, times)| {
            let name = names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
            Reader { account: Some(id), name: name.unwrap_or_default(), times }
        })
        .collect();
    for (partner, times) in sent {
        readers.push(Reader { account: None, name: referrals::partner(conn, partner)?.name, times });
    }
    readers.sort_by(|one, two| one.name.cmp(&two.name));
    Ok(readers)
}
