//! Whether data may go to this recipient: first the ground, then, where it is consent, by whom (`who_agrees`).

use chrono::NaiveDate;

use super::model::{Consent, Ground, Partner};
use super::partners;
use super::who_agrees::consent_obstacles;
use crate::ground::Message;
use crate::school::model::Pupil;

pub use super::who_agrees::{Needed, needed};

/// What stands in the way of sending, as sentences; none: it may go.
#[must_use]
pub fn obstacles(
    pupil: &Pupil,
    partner: &Partner,
    ground: Option<Ground>,
    note: &str,
    consents: &[Consent],
    today: NaiveDate,
) -> Vec<Message> {
    let Some(age) = pupil.age(today) else {
        return vec![Message::new("ground-no-birth-date")];
    };
    let Some(ground) = ground else {
        return vec![Message::new("ground-none")];
    };
    if !partners::grounds(partner).contains(&ground) {
        return vec![Message::new("ground-not-for-partner").with("partner", &partner.name)];
    }
    match ground {
        Ground::Consent => consent_obstacles(needed(age), consents),
        Ground::Statutory if note.trim().is_empty() => vec![Message::new("ground-statutory-note")],
        Ground::Statutory => Vec::new(),
        // Its files are kept apart from all this: nothing of it may stand in a list or on a time line.
        Ground::Meldcode => vec![Message::new("ground-meldcode-apart")],
    }
}
