//! From a task to letters: who, in which language, in which words.

use std::collections::{HashMap, HashSet};

use super::mailer::Letter;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::Task;
use crate::ground::scope::Role;
use crate::ground::{
    AccountId, Conn, GroupId, Language, Message, PupilId, ReferralId, Result, SchoolId, SignalId, Words,
};
use crate::school::accounts::store as accounts;
use crate::school::store as people;
use crate::signals::again::asks_again;
use crate::signals::model::{Evidence, Signal};
use crate::signals::state::State;
use crate::signals::store as signals;

/// The letters a task asks for; none for a task that is no mail, or whose receiver is gone.
///
/// # Errors
/// When the database refuses.
pub fn letters_for(conn: &mut Conn, public_url: &str, task: &Task) -> Result<Vec<Letter>> {
    match task {
        Task::NewSignals { account } => Ok(accounts::mail_address(conn, account)?
            .map(|to| letter(&to, "mail-signals", &format!("{public_url}/signalen")))
            .into_iter()
            .collect()),
        Task::ReferralOffered { referral, token } => {
            let referral = referrals::by_id(conn, referral)?;
            if !referral.state.is_live() {
                return Ok(Vec::new());
            }
            let partner = referrals::partner(conn, &referral.partner_id)?;
            let school = people::school(conn, &referral.school_id)?;
            let words = Words(Language::Dutch);
            Ok(vec![Letter {
                to: partner.email,
                subject: words.t1("mail-offer-subject", "school", school.name.as_str()),
                text: words.say(
                    &Message::new("mail-offer-text")
                        .with("school", school.name)
                        .with("link", format!("{public_url}/overdracht/{token}")),
                ),
            }])
        }
        Task::ReferralMoved { referral } => {
            let link = format!("{public_url}/verwijzingen/{referral}");
            let to = followers(conn, referral)?;
            Ok(to.iter().map(|to| letter(to, "mail-referral", &link)).collect())
        }
        Task::RaiseSignals { .. } | Task::SourceWithdrawn { .. } | Task::SignalsRaised { .. } => {
            Ok(Vec::new())
        }
    }
}

/// Who hears of a referral: whoever began it, or the school's coordinators once that account is shut.
fn followers(conn: &mut Conn, id: &ReferralId) -> Result<Vec<(String, String)>> {
    let referral = referrals::by_id(conn, id)?;
    if let Some(owner) = accounts::mail_address(conn, &referral.account_id)? {
        return Ok(vec![owner]);
    }
    let mut found = Vec::new();
    for account in accounts::with_role(conn, Role::Coordinator, &referral.school_id)? {
        found.extend(accounts::mail_address(conn, &account)?);
    }
    Ok(found)
}

fn letter((to, language): &(String, String), key: &str, link: &str) -> Letter {
    let words = Words(Language::from_code(language));
    Letter {
        to: to.clone(),
        subject: words.t(&format!("{key}-subject")),
        text: words.t1(&format!("{key}-text"), "link", link),
    }
}

/// Who is told that signals of a school wait: its coordinators when something waits for them, and the mentors of
/// the groups in which pupils whose signal is with the mentor are today.
///
/// # Errors
/// When the database refuses.
pub fn recipients(conn: &mut Conn, school: &SchoolId, today: chrono::NaiveDate) -> Result<Vec<AccountId>> {
    let open = signals::open_at(conn, school)?;
    let mut accounts_to_tell: Vec<AccountId> = Vec::new();
    if coordinator_is_asked(conn, &open, today)? {
        accounts_to_tell.extend(accounts::with_role(conn, Role::Coordinator, school)?);
    }
    let pupils: HashSet<&PupilId> = open
        .iter()
        .filter(|signal| signal.state == State::WithMentor)
        .filter_map(|signal| signal.pupil_id.as_ref())
        .collect();
    let groups: HashSet<GroupId> = people::places(conn, school, today)?
        .into_iter()
        .filter(|(pupil, _)| pupils.contains(pupil))
        .map(|(_, group)| group.id)
        .collect();
    for group in groups {
        let mentors = people::mentors(conn, &group, today)?;
        accounts_to_tell.extend(mentors.into_iter().map(|(id, _)| id));
    }
    accounts_to_tell.sort();
    accounts_to_tell.dedup();
    Ok(accounts_to_tell)
}

/// Whether a signal waits for the coordinator: new, a person's concern, or one that asks again.
fn coordinator_is_asked(conn: &mut Conn, open: &[Signal], today: chrono::NaiveDate) -> Result<bool> {
    let waits =
        |signal: &Signal| signal.state == State::New || (signal.state == State::WithMentor && signal.human);
    if open.iter().any(waits) {
        return Ok(true);
    }
    let ids: Vec<SignalId> = open.iter().map(|signal| signal.id.clone()).collect();
    let moved = signals::last_moves(conn, &ids)?;
    let mut evidence: HashMap<SignalId, Vec<Evidence>> = HashMap::new();
    for one in signals::evidence(conn, &ids)? {
        evidence.entry(one.signal_id.clone()).or_default().push(one);
    }
    Ok(open.iter().any(|signal| {
        let own = evidence.get(&signal.id).map_or(&[][..], Vec::as_slice);
        asks_again(signal, own, moved.get(&signal.id).copied(), today)
    }))
}
