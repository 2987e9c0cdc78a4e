//! Whether data may go to this recipient: first the ground, then, where it is consent, by whom (`who_agrees`).

use chrono::NaiveDate;

use super::model::{Ground, Partner, Referral};
use super::state::State;
use super::who_agrees::{consent_obstacles, disagreements};
use super::{partners, store};
use crate::ground::{Conn, Message, Result};
use crate::school::adults::Adult;
use crate::school::model::Pupil;

pub use super::who_agrees::{Answers, Needed, needed};

/// What stands in the way of sending, as sentences; none: it may go. What is held for a second person lacks the consent by
/// its nature, but not the view of who finds it wrong; who may send that is judged in `second`.
#[must_use]
pub fn obstacles(
    pupil: &Pupil,
    partner: &Partner,
    referral: &Referral,
    answers: &Answers<'_>,
) -> Vec<Message> {
    let Some(age) = pupil.age(answers.today) else {
        return vec![Message::new("ground-no-birth-date")];
    };
    let Some(ground) = referral.ground else {
        return vec![Message::new("ground-none")];
    };
    if !partners::grounds(partner).contains(&ground) {
        return vec![Message::new("ground-not-for-partner").with("partner", &partner.name)];
    }
    match ground {
        Ground::Consent if referral.state == State::HeldForSecond => disagreements(needed(age), answers),
        Ground::Consent => consent_obstacles(needed(age), answers),
        Ground::Statutory => statutory(referral, age),
        // Its files are kept apart from all this: nothing of it may stand in a list or on a time line.
        Ground::Meldcode => vec![Message::new("ground-meldcode-apart")],
    }
}

/// What is missing on a day of the consent that a referral that was sent rests on, as sentences; none: it is whole.
///
/// # Errors
/// When the database refuses.
pub(super) fn left_of_consent(
    conn: &mut Conn,
    referral: &Referral,
    adults: &[Adult],
    needed: Needed,
    today: NaiveDate,
) -> Result<Vec<Message>> {
    let answers = Answers {
        adults,
        consents: &store::consents(conn, &referral.id)?,
        parts_hash: referral.agreed_hash.as_deref().unwrap_or_default(),
        choice: &referral.chosen(),
        today,
    };
    Ok(consent_obstacles(needed, &answers))
}

/// A task in law asks for no consent, but that it is said which, and that parents (from sixteen the pupil) were told.
fn statutory(referral: &Referral, age: u32) -> Vec<Message> {
    let mut obstacles = Vec::new();
    if referral.ground_note.trim().is_empty() {
        obstacles.push(Message::new("ground-statutory-note"));
    }
    if referral.informed.trim().is_empty() || referral.informed_on.is_none() {
        let who = if needed(age).adults { "parents" } else { "pupil" };
        obstacles.push(Message::new("ground-statutory-informed").with("who", who));
    }
    obstacles
}
