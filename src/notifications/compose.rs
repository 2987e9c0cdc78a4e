//! From a task to letters: who, in which language, in which words.

use super::mailer::Letter;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::Task;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Language, Message, Result, SchoolId, Words};
use crate::school::accounts::store as accounts;
use crate::school::store as people;
use crate::signals::model::Level;
use crate::signals::state::State;
use crate::signals::store as signals;

/// The letter a task asks for; none for a task that is no mail, or whose receiver is gone.
///
/// # Errors
/// When the database refuses.
pub fn letter_for(conn: &mut Conn, public_url: &str, task: &Task) -> Result<Option<Letter>> {
    match task {
        Task::NewSignals { account } => Ok(accounts::mail_address(conn, account)?
            .map(|to| letter(&to, "mail-signals", &format!("{public_url}/signalen")))),
        Task::ReferralOffered { referral, token } => {
            let referral = referrals::by_id(conn, referral)?;
            if !referral.state.is_live() {
                return Ok(None);
            }
            let partner = referrals::partner(conn, &referral.partner_id)?;
            let school = people::school(conn, &referral.school_id)?;
            let words = Words(Language::Dutch);
            Ok(Some(Letter {
                to: partner.email,
                subject: words.t1("mail-offer-subject", "school", school.name.as_str()),
                text: words.say(
                    &Message::new("mail-offer-text")
                        .with("school", school.name)
                        .with("link", format!("{public_url}/overdracht/{token}")),
                ),
            }))
        }
        Task::ReferralMoved { referral } => {
            let (owner, _) = referrals::owner(conn, referral)?;
            let link = format!("{public_url}/verwijzingen/{referral}");
            Ok(accounts::mail_address(conn, &owner)?.map(|to| letter(&to, "mail-referral", &link)))
        }
        Task::RaiseSignals { .. } | Task::SourceWithdrawn { .. } | Task::SignalsRaised { .. } => {
            Ok(None)
        }
    }
}

fn letter((to, language): &(String, String), key: &str, link: &str) -> Letter {
    let words = Words(Language::from_code(language));
    Letter {
        to: to.clone(),
        subject: words.t(&format!("{key}-subject")),
        text: words.t1(&format!("{key}-text"), "link", link),
    }
}

/// Who is told that signals of a school wait: its coordinators, and the mentors of pupils whose signal is
/// with the mentor.
///
/// # Errors
/// When the database refuses.
pub fn recipients(
    conn: &mut Conn,
    school: &SchoolId,
    today: chrono::NaiveDate,
) -> Result<Vec<AccountId>> {
    let open = signals::open_at(conn, school)?;
    let mut accounts_to_tell: Vec<AccountId> = Vec::new();
    if open.iter().any(|signal| signal.state == State::New) {
        accounts_to_tell.extend(accounts::with_role(conn, Role::Coordinator, school)?);
    }
    let mut groups: Vec<_> = open
        .iter()
        .filter(|signal| signal.level == Level::Pupil && signal.state == State::WithMentor)
        .filter_map(|signal| signal.group_id.clone())
        .collect();
    groups.sort();
    groups.dedup();
    for group in groups {
        accounts_to_tell.extend(
            people::mentors(conn, &group, today)?
                .into_iter()
                .map(|(id, _)| id),
        );
    }
    accounts_to_tell.sort();
    accounts_to_tell.dedup();
    Ok(accounts_to_tell)
}
