//! From a task to letters: who, in which language, in which words.

use chrono::NaiveDate;

use super::followers::{coordinators, owner_or_coordinators};
use super::mailer::Letter;
use super::waits::{Kind, waits};
use crate::care::plans::due as plans;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::{Reminder, Task};
use crate::ground::{AccountId, Conn, Language, Message, PlanId, Result, SchoolId, Words};
use crate::school::accounts::store as accounts;
use crate::school::store as people;

/// The letters a task asks for; none for a task that is no mail, or whose receiver is gone.
///
/// # Errors
/// When the database refuses.
pub fn letters_for(conn: &mut Conn, public_url: &str, today: NaiveDate, task: &Task) -> Result<Vec<Letter>> {
    match task {
        Task::NewSignals { account } => Ok(accounts::mail_address(conn, account)?
            .map(|to| letter(&to, "mail-signals", &format!("{public_url}/signalen")))
            .into_iter()
            .collect()),
        Task::Reminder { account, of } => {
            let waits = waits(conn, account, today)?;
            let is_due = match of {
                Reminder::MentorSoon | Reminder::MentorDue => waits.contains(&Kind::Answer),
                Reminder::Digest | Reminder::LastDay => !waits.is_empty(),
            };
            let to = accounts::mail_address(conn, account)?.filter(|_| is_due);
            Ok(to.map(|to| reminder(&to, *of, &waits, public_url)).into_iter().collect())
        }
        Task::PartnerReminder { referral } => {
            let referral = referrals::by_id(conn, referral)?;
            if !referral.state.awaits_answer() {
                return Ok(Vec::new());
            }
            let partner = referrals::partner(conn, &referral.partner_id)?;
            let school = people::school(conn, &referral.school_id)?.name;
            let words = Words(Language::Dutch);
            Ok(vec![Letter {
                to: partner.email,
                subject: words.t1("mail-partner-reminder-subject", "school", school.as_str()),
                text: words.t1("mail-partner-reminder-text", "school", school),
            }])
        }
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
            to_coordinator(conn, account, (&school, today), "mail-referral", &link)
        }
        Task::PlanDue { plan } => {
            let to = answering(conn, plan, today)?;
            Ok(to.iter().map(|to| letter(to, "mail-plan", &format!("{public_url}/plannen"))).collect())
        }
        Task::TellOfPupil { pupil, account } => {
            let school = people::pupil_unasked(conn, pupil)?.school_id;
            let link = format!("{public_url}/leerlingen/{pupil}");
            to_coordinator(conn, account, (&school, today), "mail-pupil", &link)
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

/// Who hears that a plan is to be looked back on; nobody once it was.
fn answering(conn: &mut Conn, id: &PlanId, today: NaiveDate) -> Result<Vec<(String, String)>> {
    let plan = plans::by_id(conn, id)?;
    if !plan.state.is_open() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for account in owner_or_coordinators(conn, &plan.owner_id, (&plan.school_id, today))? {
        found.extend(accounts::mail_address(conn, &account)?);
    }
    Ok(found)
}

/// A letter to somebody who works as coordinator at this school, or stands in for one, also at the moment it goes; else none.
fn to_coordinator(
    conn: &mut Conn,
    account: &AccountId,
    at: (&SchoolId, NaiveDate),
    key: &str,
    link: &str,
) -> Result<Vec<Letter>> {
    if !coordinators(conn, at)?.contains(account) {
        return Ok(Vec::new());
    }
    Ok(accounts::mail_address(conn, account)?.iter().map(|to| letter(to, key, link)).collect())
}

/// A reminder says of which kinds something waits, never how much or of whom.
fn reminder((to, language): &(String, String), of: Reminder, waits: &[Kind], public_url: &str) -> Letter {
    let words = Words(Language::from_code(language));
    let (subject, text, page) = match of {
        Reminder::MentorSoon => ("mail-mentor-soon-subject", "mail-mentor-soon-text", "/signalen"),
        Reminder::MentorDue => ("mail-mentor-due-subject", "mail-mentor-due-text", "/signalen"),
        Reminder::Digest => ("mail-digest-subject", "mail-digest-text", "/werk"),
        Reminder::LastDay => ("mail-last-day-subject", "mail-last-day-text", "/werk"),
    };
    let listed: Vec<String> = waits.iter().map(|kind| format!("- {}", words.t(kind.key()))).collect();
    let text = Message::new(text).with("link", format!("{public_url}{page}")).with("what", listed.join("\n"));
    Letter { to: to.clone(), subject: words.t(subject), text: words.say(&text) }
}

fn letter((to, language): &(String, String), key: &str, link: &str) -> Letter {
    let words = Words(Language::from_code(language));
    Letter {
        to: to.clone(),
        subject: words.t(&format!("{key}-subject")),
        text: words.t1(&format!("{key}-text"), "link", link),
    }
}
