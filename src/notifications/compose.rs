//! From a task to letters: who, in which language, in which words.

use chrono::NaiveDate;

use super::followers::coordinators;
use super::mailer::Letter;
use super::waits::{Kind, waits};
use crate::care::plans::due as plans;
use crate::care::referrals::state::State;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::{Reminder, Task};
use crate::ground::{AccountId, Conn, Language, Message, ReferralId, Result, SchoolId, Words};
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
        Task::PartnerReminder { referral } => to_partner(
            conn,
            referral,
            State::awaits_answer,
            ("mail-partner-reminder-subject", "mail-partner-reminder-text"),
            "",
        ),
        Task::ReferralOffered { referral, token } => {
            let link = format!("{public_url}/overdracht/{token}");
            to_partner(conn, referral, State::is_live, ("mail-offer-subject", "mail-offer-text"), &link)
        }
        // The link's token is kept nowhere: the partner has it.
        Task::PartnerReplied { referral } => {
            to_partner(conn, referral, State::is_live, ("mail-reply-subject", "mail-reply-text"), "")
        }
        Task::PartnerToldOfEnd { referral } => {
            let ended = |state| matches!(state, State::Withdrawn | State::Stopped);
            to_partner(conn, referral, ended, ("mail-ended-subject", "mail-ended-text"), "")
        }
        Task::TellOfReferral { referral, account } => {
            let school = referrals::by_id(conn, referral)?.school_id;
            let link = format!("{public_url}/verwijzingen/{referral}");
            to_coordinator(conn, account, (&school, today), "mail-referral", &link)
        }
        Task::TellOfPlan { plan, account } => {
            // Nobody hears of a plan that was looked back on meanwhile.
            if !plans::by_id(conn, plan)?.state.is_open() {
                return Ok(Vec::new());
            }
            let to = accounts::mail_address(conn, account)?;
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
        | Task::PlanDue { .. }
        | Task::LettersDue { .. }
        | Task::WishSaid { .. } => Ok(Vec::new()),
    }
}

/// A letter to the partner of a referral, in Dutch; none once the referral stands where it asks for none.
fn to_partner(
    conn: &mut Conn,
    id: &ReferralId,
    still: fn(State) -> bool,
    (subject, text): (&str, &'static str),
    link: &str,
) -> Result<Vec<Letter>> {
    let referral = referrals::by_id(conn, id)?;
    if !still(referral.state) {
        return Ok(Vec::new());
    }
    let partner = referrals::partner(conn, &referral.partner_id)?;
    let school = people::school(conn, &referral.school_id)?.name;
    let words = Words(Language::Dutch);
    let text = Message::new(text).with("school", school.as_str()).with("link", link);
    Ok(vec![Letter {
        to: partner.email,
        subject: words.t1(subject, "school", school.as_str()),
        text: words.say(&text),
    }])
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
