//! From a task to letters: who, in which language, in which words.

use super::mailer::Letter;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::Task;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Language, Message, Result, SchoolId, Words};
use crate::school::accounts::store as accounts;
use crate::school::store as people;

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
        Task::PartnerReplied { referral } => {
            let referral = referrals::by_id(conn, referral)?;
            if !referral.state.is_live() {
                return Ok(Vec::new());
            }
            let partner = referrals::partner(conn, &referral.partner_id)?;
            let school = people::school(conn, &referral.school_id)?;
            let words = Words(Language::Dutch);
            Ok(vec![Letter {
                to: partner.email,
                subject: words.t1("mail-reply-subject", "school", school.name.as_str()),
                // The link's token is kept nowhere: the partner has it.
                text: words.t1("mail-reply-text", "school", school.name.as_str()),
            }])
        }
        Task::TellOfReferral { referral, account } => {
            let school = referrals::by_id(conn, referral)?.school_id;
            let link = format!("{public_url}/verwijzingen/{referral}");
            to_coordinator(conn, account, &school, "mail-referral", &link)
        }
        Task::TellOfPupil { pupil, account } => {
            let school = people::pupil_unasked(conn, pupil)?.school_id;
            let link = format!("{public_url}/leerlingen/{pupil}");
            to_coordinator(conn, account, &school, "mail-pupil", &link)
        }
        Task::TellOfLetters { account } => {
            let to = accounts::mail_address(conn, account)?;
            let link = format!("{public_url}/verwijzingen");
            Ok(to.iter().map(|to| letter(to, "mail-letters", &link)).collect())
        }
        Task::RaiseSignals { .. }
        | Task::SourceWithdrawn { .. }
        | Task::SignalsRaised { .. }
        | Task::ReferralMoved { .. }
        | Task::WishSaid { .. } => Ok(Vec::new()),
    }
}

/// A letter to somebody who works as coordinator at this school, also at the moment it goes; else none.
fn to_coordinator(
    conn: &mut Conn,
    account: &AccountId,
    school: &SchoolId,
    key: &str,
    link: &str,
) -> Result<Vec<Letter>> {
    if !accounts::with_role(conn, Role::Coordinator, school)?.contains(account) {
        return Ok(Vec::new());
    }
    Ok(accounts::mail_address(conn, account)?.iter().map(|to| letter(to, key, link)).collect())
}

fn letter((to, language): &(String, String), key: &str, link: &str) -> Letter {
    let words = Words(Language::from_code(language));
    Letter {
        to: to.clone(),
        subject: words.t(&format!("{key}-subject")),
        text: words.t1(&format!("{key}-text"), "link", link),
    }
}
