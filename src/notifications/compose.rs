//! From a task to letters: who, in which language, in which words.

use super::mailer::Letter;
use crate::care::plans::due as plans;
use crate::care::referrals::store as referrals;
use crate::ground::outbox::Task;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Language, Message, PlanId, ReferralId, Result, SchoolId, Words};
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
        Task::ReferralMoved { referral } => {
            let link = format!("{public_url}/verwijzingen/{referral}");
            let to = followers(conn, referral)?;
            Ok(to.iter().map(|to| letter(to, "mail-referral", &link)).collect())
        }
        Task::PlanDue { plan } => {
            let to = answering(conn, plan)?;
            Ok(to.iter().map(|to| letter(to, "mail-plan", &format!("{public_url}/plannen"))).collect())
        }
        Task::RaiseSignals { .. } | Task::SourceWithdrawn { .. } | Task::SignalsRaised { .. } => {
            Ok(Vec::new())
        }
    }
}

/// Who hears of a referral: whoever began it, or the school's coordinators once that account is shut.
fn followers(conn: &mut Conn, id: &ReferralId) -> Result<Vec<(String, String)>> {
    let referral = referrals::by_id(conn, id)?;
    owner_or_coordinators(conn, &referral.account_id, &referral.school_id)
}

/// Who hears that a plan is to be looked back on; nobody once it was.
fn answering(conn: &mut Conn, id: &PlanId) -> Result<Vec<(String, String)>> {
    let plan = plans::by_id(conn, id)?;
    if !plan.state.is_open() {
        return Ok(Vec::new());
    }
    owner_or_coordinators(conn, &plan.owner_id, &plan.school_id)
}

fn owner_or_coordinators(
    conn: &mut Conn,
    owner: &AccountId,
    school: &SchoolId,
) -> Result<Vec<(String, String)>> {
    if let Some(owner) = accounts::mail_address(conn, owner)? {
        return Ok(vec![owner]);
    }
    let mut found = Vec::new();
    for account in accounts::with_role(conn, Role::Coordinator, school)? {
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
