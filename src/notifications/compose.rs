//! From a task to letters: who, in which language, in which words.

use chrono::NaiveDate;

use super::mailer::Letter;
use super::waits::{Kind, waits};
use crate::care::plans::due as plans;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::{Reminder, Task};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Language, Message, PlanId, ReferralId, Result, SchoolId, Words};
use crate::school::accounts::{stand_ins, store as accounts};
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
        Task::ReferralMoved { referral } => {
            let link = format!("{public_url}/verwijzingen/{referral}");
            let to = followers(conn, referral, today)?;
            Ok(to.iter().map(|to| letter(to, "mail-referral", &link)).collect())
        }
        Task::PlanDue { plan } => {
            let to = answering(conn, plan, today)?;
            Ok(to.iter().map(|to| letter(to, "mail-plan", &format!("{public_url}/plannen"))).collect())
        }
        Task::RaiseSignals { .. } | Task::SourceWithdrawn { .. } | Task::SignalsRaised { .. } => {
            Ok(Vec::new())
        }
    }
}

/// Who hears of a referral: whoever began it, or the school's coordinators once that account is shut; and who stands in for
/// one of them.
fn followers(conn: &mut Conn, id: &ReferralId, today: NaiveDate) -> Result<Vec<(String, String)>> {
    let referral = referrals::by_id(conn, id)?;
    owner_or_coordinators(conn, &referral.account_id, &referral.school_id, today)
}

/// Who hears that a plan is to be looked back on; nobody once it was.
fn answering(conn: &mut Conn, id: &PlanId, today: NaiveDate) -> Result<Vec<(String, String)>> {
    let plan = plans::by_id(conn, id)?;
    if !plan.state.is_open() {
        return Ok(Vec::new());
    }
    owner_or_coordinators(conn, &plan.owner_id, &plan.school_id, today)
}

/// Whoever has it, or the school's coordinators once that account is shut; and who stands in for one of them.
fn owner_or_coordinators(
    conn: &mut Conn,
    owner: &AccountId,
    school: &SchoolId,
    today: NaiveDate,
) -> Result<Vec<(String, String)>> {
    let mut whom = match accounts::mail_address(conn, owner)? {
        Some(_) => vec![owner.clone()],
        None => accounts::with_role(conn, Role::Coordinator, school)?,
    };
    whom.extend(stand_ins::for_today(conn, school, &whom, today)?);
    let mut found = Vec::new();
    for account in whom {
        found.extend(accounts::mail_address(conn, &account)?);
    }
    Ok(found)
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
