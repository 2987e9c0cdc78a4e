//! What the pages of a referral show alike: whose turn it is, the steps so far.

use crate::care::referrals::model::{Referral, Step};
use crate::care::referrals::state::{Actor, State};
use crate::ground::{AccountId, Words};
use crate::web::page::long_date;

/// Who must do something now, as a key of the messages.
pub fn whose_turn(referral: &Referral) -> &'static str {
    match referral.state {
        State::Draft => "turn-school-prepare",
        State::HeldForSecond => "turn-school-second",
        _ if referral.asked => "turn-school-reply",
        State::Offered | State::Seen if referral.overdue => "turn-school-call",
        State::Offered | State::Seen => "turn-partner-answer",
        State::Accepted => "turn-partner-start",
        State::InProgress | State::OnHold => "turn-partner-help",
        State::Declined | State::AtCapacity | State::Expired => "turn-school-again",
        State::Withdrawn | State::Stopped | State::Completed => "turn-nobody",
    }
}

/// A step as it is shown.
pub struct Shown {
    /// What happened.
    pub text: String,
    /// Who did it.
    pub who: String,
    /// A reason or what was written.
    pub words: String,
    /// When.
    pub at: chrono::NaiveDateTime,
}

/// The key of what a step is called.
pub fn title(step: &Step) -> String {
    if step.kind.is_empty() { format!("step-{}", step.event) } else { format!("step-report-{}", step.kind) }
}

/// What was said with a step: why, until when, what was written. What the program itself noted as the reason is said in words.
pub fn words(w: Words, step: &Step) -> String {
    let reason = match step.reason.as_str() {
        "consent-withdrawn" => w.t("step-consent-withdrawn"),
        "consent-expired" => w.t("step-consent-expired"),
        typed => typed.to_owned(),
    };
    let until = step.again_on.map(|on| w.t1("step-again-on", "date", long_date(w, on)));
    let said = [reason, until.unwrap_or_default(), step.note.clone()];
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The steps of a referral as they are shown, oldest first.
pub fn steps(w: Words, steps: &[Step], names: &[(AccountId, String)], partner: &str) -> Vec<Shown> {
    steps
        .iter()
        .map(|step| {
            let person = step
                .account_id
                .as_ref()
                .and_then(|id| names.iter().find(|(known, _)| known == id))
                .map(|(_, name)| name.clone());
            let who = match (step.actor, person, step.told_by.is_empty()) {
                (Actor::Partner, Some(person), false) => w.say(
                    &crate::ground::Message::new("step-told")
                        .with("by", step.told_by.as_str())
                        .with("person", person),
                ),
                (Actor::Partner, _, _) => partner.to_owned(),
                (Actor::School, Some(person), _) => person,
                (Actor::School, None, _) => w.t("step-school"),
                (Actor::System, _, _) => "Baken".to_owned(),
            };
            Shown { text: w.t(&title(step)), who, words: words(w, step), at: step.at }
        })
        .collect()
}
