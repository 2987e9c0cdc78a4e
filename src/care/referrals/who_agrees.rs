//! Whose consent is needed at an age, and whether it is there.
//! Under 12 those with authority; 12 to 15 the pupil and those with authority; from 16 the pupil alone.
//! The strictest reading of AVG and Jeugdwet 7.3.4/7.3.5 together; a lawyer's eye is still needed.

use super::model::{Authority, Consent, ConsentAnswer, GivenBy};
use crate::ground::Message;

/// Whose consent is needed at an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// The pupil's own.
    pub pupil: bool,
    /// That of all who have authority.
    pub parents: bool,
}

/// Whose consent is needed at this age, in years.
#[must_use]
pub const fn needed(age: u32) -> Needed {
    Needed { pupil: age >= 12, parents: age < 16 }
}

pub(super) fn consent_obstacles(needed: Needed, consents: &[Consent]) -> Vec<Message> {
    // The last word of each person counts.
    let last = |who: GivenBy| consents.iter().rev().find(|c| c.given_by == who);
    let given = |who: GivenBy| last(who).is_some_and(|c| c.answer == ConsentAnswer::Given);
    let mut obstacles = Vec::new();
    let is_asked = |who: GivenBy| {
        if who == GivenBy::Pupil { needed.pupil } else { needed.parents }
    };
    for who in GivenBy::ALL.iter().filter(|who| is_asked(**who)) {
        match last(*who).map(|consent| consent.answer) {
            Some(ConsentAnswer::Refused) => obstacles.push(routes_left("consent-refused", *who)),
            Some(ConsentAnswer::Unreachable) => {
                obstacles.push(routes_left("consent-unreachable", *who));
            }
            Some(ConsentAnswer::Withdrawn) => {
                obstacles.push(routes_left("consent-withdrawn", *who));
            }
            Some(ConsentAnswer::Given) | None => {}
        }
    }
    if needed.pupil && !given(GivenBy::Pupil) {
        obstacles.push(Message::new("consent-pupil-missing"));
    }
    if needed.parents {
        let both = given(GivenBy::Parent) && given(GivenBy::SecondParent);
        if !both && !given(GivenBy::Guardian) {
            obstacles.push(Message::new("consent-parents-missing"));
        }
        for who in [GivenBy::Parent, GivenBy::SecondParent, GivenBy::Guardian] {
            let unknown = last(who)
                .is_some_and(|c| c.answer == ConsentAnswer::Given && c.authority == Authority::Unknown);
            if unknown {
                obstacles.push(Message::new("consent-authority-unknown").with("who", who.as_str()));
            }
        }
    }
    obstacles.dedup();
    obstacles
}

fn routes_left(key: &'static str, who: GivenBy) -> Message {
    Message::new(key).with("who", who.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::{AccountId, ReferralId};

    fn consent(given_by: GivenBy, answer: ConsentAnswer, authority: Authority) -> Consent {
        let at = chrono::DateTime::from_timestamp(1_780_000_000, 0).unwrap().naive_utc();
        Consent {
            id: "c".into(),
            referral_id: ReferralId::from("r"),
            given_by,
            answer,
            authority,
            form: "oral".into(),
            given_on: at.date(),
            note: String::new(),
            account_id: AccountId::from("a"),
            at,
        }
    }

    fn keys(needed: Needed, consents: &[Consent]) -> Vec<String> {
        consent_obstacles(needed, consents).into_iter().map(|m| m.key.into_owned()).collect()
    }

    #[test]
    fn ages_decide_who_is_asked() {
        assert_eq!(needed(11), Needed { pupil: false, parents: true });
        assert_eq!(needed(12), Needed { pupil: true, parents: true });
        assert_eq!(needed(15), Needed { pupil: true, parents: true });
        assert_eq!(needed(16), Needed { pupil: true, parents: false });
    }

    #[test]
    fn under_twelve_both_parents_or_the_one_with_authority() {
        use Authority::{Known, Stated, Unknown};
        use ConsentAnswer::{Given, Refused};
        use GivenBy::{Guardian, Parent, SecondParent};
        let young = needed(9);
        assert_eq!(keys(young, &[]), ["consent-parents-missing"]);
        assert_eq!(keys(young, &[consent(Parent, Given, Known)]), ["consent-parents-missing"]);
        let both = [consent(Parent, Given, Known), consent(SecondParent, Given, Stated)];
        assert!(keys(young, &both).is_empty());
        assert!(keys(young, &[consent(Guardian, Given, Known)]).is_empty());
        assert_eq!(keys(young, &[consent(Guardian, Given, Unknown)]), ["consent-authority-unknown"]);
        let one_refuses = [consent(Parent, Given, Known), consent(SecondParent, Refused, Known)];
        assert_eq!(keys(young, &one_refuses), ["consent-refused", "consent-parents-missing"]);
    }

    #[test]
    fn consent_taken_back_is_no_consent_and_from_sixteen_the_pupil_decides_alone() {
        use ConsentAnswer::{Given, Withdrawn};
        let own = |answer| consent(GivenBy::Pupil, answer, Authority::Own);
        let parent_refuses = consent(GivenBy::Parent, ConsentAnswer::Refused, Authority::Known);
        assert!(keys(needed(16), &[own(Given), parent_refuses]).is_empty());
        assert!(keys(needed(16), &[own(Given)]).is_empty());
        assert_eq!(
            keys(needed(16), &[own(Given), own(Withdrawn)]),
            ["consent-withdrawn", "consent-pupil-missing"]
        );
    }
}
