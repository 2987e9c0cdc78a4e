//! Whose consent is needed at an age, and whether it is there.
//! Under 12 those with authority; 12 to 15 the pupil and those with authority; from 16 the pupil alone.
//! The strictest reading of AVG and Jeugdwet 7.3.4/7.3.5 together; a lawyer's eye is still needed.

use chrono::NaiveDate;

use super::model::{About, Choice, Consent, ConsentAnswer, last};
use crate::ground::{AdultId, Message};
use crate::school::ALONE_FROM;
use crate::school::adults::{Adult, AdultKind, Authority};

/// Whose consent is needed at an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// The pupil's own.
    pub pupil: bool,
    /// That of all who have authority.
    pub adults: bool,
}

impl Needed {
    /// Whether this person's answer is needed: the pupil's (`None`), or that of an adult who has authority.
    #[must_use]
    pub fn includes(self, who: Option<&AdultId>, adults: &[Adult]) -> bool {
        match who {
            None => self.pupil,
            Some(id) => self.adults && adults.iter().any(|adult| adult.id == *id && adult.authority.holds()),
        }
    }
}

/// Whose consent is needed at this age, in years.
#[must_use]
pub const fn needed(age: u32) -> Needed {
    Needed { pupil: age >= 12, adults: age < ALONE_FROM }
}

/// What was answered, and by what it is judged.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    /// The adults around the pupil.
    pub adults: &'a [Adult],
    /// All answers, oldest first; the last of each person counts.
    pub consents: &'a [Consent],
    /// The hash of what would go, or went: an answer to other content is none.
    pub parts_hash: &'a str,
    /// What was chosen, with the views.
    pub choice: &'a Choice,
    /// The day it is judged.
    pub today: NaiveDate,
}

impl<'a> Answers<'a> {
    /// The adults who have authority.
    fn holders(&self) -> impl Iterator<Item = &'a Adult> {
        self.adults.iter().filter(|adult| adult.authority.holds())
    }

    /// What one person's answer leaves in the way, if anything.
    fn missing(&self, who: Option<&Adult>) -> Option<Message> {
        let id = who.map(|adult| &adult.id);
        let name = who.map_or("", |adult| adult.name.as_str());
        let said = |key: &'static str| {
            let kind = if who.is_some() { "adult" } else { "pupil" };
            Some(Message::new(key).with("who", kind).with("name", name))
        };
        let Some(consent) = last(self.consents, id, About::Transfer) else {
            return said(if who.is_some() { "consent-adult-missing" } else { "consent-pupil-missing" });
        };
        match consent.answer {
            ConsentAnswer::Refused => said("consent-refused"),
            ConsentAnswer::Unreachable => said("consent-unreachable"),
            ConsentAnswer::Withdrawn => said("consent-withdrawn"),
            ConsentAnswer::Given if consent.until.is_some_and(|until| until < self.today) => {
                said("consent-expired")
            }
            ConsentAnswer::Given if consent.parts_hash != self.parts_hash => said("consent-changed"),
            ConsentAnswer::Given => None,
        }
    }

    /// Who finds the content wrong has a view in it; without one it does not go.
    fn disagrees(&self, who: Option<&Adult>) -> Option<Message> {
        let answer = last(self.consents, who.map(|adult| &adult.id), About::Content)?.answer;
        let (view, kind) = match who {
            None => (&self.choice.pupil_view, "pupil"),
            Some(_) => (&self.choice.parent_view, "adult"),
        };
        (answer == ConsentAnswer::Refused && view.trim().is_empty())
            .then(|| Message::new("content-refused").with("who", kind))
    }
}

/// What is missing of the consent that is needed, as sentences; none: it is whole.
#[must_use]
pub fn consent_obstacles(needed: Needed, answers: &Answers<'_>) -> Vec<Message> {
    let mut obstacles: Vec<Message> =
        needed.pupil.then(|| answers.missing(None)).flatten().into_iter().collect();
    if needed.adults {
        obstacles.extend(unknown_authority(answers.adults));
        obstacles.extend(answers.holders().filter_map(|adult| answers.missing(Some(adult))));
    }
    obstacles.extend(disagreements(needed, answers));
    obstacles
}

/// Whose consent is needed and is there; no adult is the pupil.
#[must_use]
pub fn those_who_agree<'a>(needed: Needed, answers: &Answers<'a>) -> Vec<Option<&'a Adult>> {
    let pupil = needed.pupil.then_some(None).into_iter();
    let adults = answers.holders().filter(|_| needed.adults).map(Some);
    pupil.chain(adults).filter(|who| answers.missing(*who).is_none()).collect()
}

/// Those who find the content wrong and whose view is not in it.
#[must_use]
pub fn disagreements(needed: Needed, answers: &Answers<'_>) -> Vec<Message> {
    let pupil = needed.pupil.then(|| answers.disagrees(None)).flatten();
    let adults =
        answers.holders().filter(|_| needed.adults).filter_map(|adult| answers.disagrees(Some(adult)));
    pupil.into_iter().chain(adults).collect()
}

/// What is not known of who decides: somebody's authority, or whether somebody else has it too.
fn unknown_authority(adults: &[Adult]) -> Vec<Message> {
    let asked = |adult: &&Adult| adult.authority == Authority::Unknown && adult.kind != AdultKind::Chosen;
    let mut obstacles: Vec<Message> = adults
        .iter()
        .filter(asked)
        .map(|adult| Message::new("adult-authority-unknown").with("name", &adult.name))
        .collect();
    let holders: Vec<&Adult> = adults.iter().filter(|adult| adult.authority.holds()).collect();
    match holders.as_slice() {
        [] => obstacles.push(Message::new("adults-none")),
        [one] if !one.alone => {
            obstacles.push(Message::new("adults-second").with("name", &one.name));
        }
        _ => {}
    }
    obstacles
}
