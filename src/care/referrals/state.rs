//! The life of a referral, in one table: from which state, by which event, by whom, to which state.

use crate::ground::ids::words_enum;
use crate::ground::{Error, Message, Result};

words_enum! {
    /// Where a referral stands.
    State {
        /// The school prepares it.
        Draft = "draft",
        /// Without the consent it would need: a second person of the school must agree.
        HeldForSecond = "held_for_second",
        /// Sent; the partner has not looked yet.
        Offered = "offered",
        /// The partner has looked.
        Seen = "seen",
        /// The partner takes it.
        Accepted = "accepted",
        /// The partner does not take it.
        Declined = "declined",
        /// The partner has no room.
        AtCapacity = "at_capacity",
        /// Help runs.
        InProgress = "in_progress",
        /// Help pauses.
        OnHold = "on_hold",
        /// The school took it back before an answer.
        Withdrawn = "withdrawn",
        /// Nobody answered.
        Expired = "expired",
        /// Ended early, by either side.
        Stopped = "stopped",
        /// Done.
        Completed = "completed",
    }
}

impl State {
    /// Whether the link to the handover still works.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Offered | Self::Seen | Self::Accepted | Self::InProgress | Self::OnHold)
    }

    /// Whether it waits for a second person of the school.
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(self, Self::HeldForSecond)
    }

    /// Whether the partner owes an answer.
    #[must_use]
    pub const fn awaits_answer(self) -> bool {
        matches!(self, Self::Offered | Self::Seen)
    }

    /// Whether the partner has taken it and it has not ended.
    #[must_use]
    pub const fn runs(self) -> bool {
        matches!(self, Self::Accepted | Self::InProgress | Self::OnHold)
    }

    /// Whether it ended without help: what it was about is the school's again.
    #[must_use]
    pub const fn helped_nobody(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Stopped) || self.came_back()
    }

    /// Whether nothing more comes of it.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed) || self.helped_nobody()
    }

    /// Whether it came back without help: the school must think again.
    #[must_use]
    pub const fn came_back(self) -> bool {
        matches!(self, Self::Declined | Self::AtCapacity | Self::Expired)
    }
}

words_enum! {
    /// What can happen to a referral. Most events have the name of the state they lead to.
    Event {
        /// The school asks a second person to agree to sending without consent.
        AskSecond = "ask_second",
        /// It goes back to be prepared further.
        BackToDraft = "back_to_draft",
        /// The school sends it; what was held, the second person sends.
        Send = "send",
        /// The partner has given the code and looks.
        Open = "open",
        /// The partner takes it.
        Accepted = "accepted",
        /// The partner does not.
        Declined = "declined",
        /// The partner has no room.
        AtCapacity = "at_capacity",
        /// Help begins or goes on.
        InProgress = "in_progress",
        /// Help pauses.
        OnHold = "on_hold",
        /// The school takes it back.
        Withdrawn = "withdrawn",
        /// Time has run out.
        Expired = "expired",
        /// It ends early.
        Stopped = "stopped",
        /// It is done.
        Completed = "completed",
    }
}

words_enum! {
    /// Who makes a move.
    Actor {
        /// The school.
        School = "school",
        /// The partner, or staff who write down what the partner told.
        Partner = "partner",
        /// The clock.
        System = "system",
    }
}

use Actor::{Partner, School, System};
use State::{
    Accepted, AtCapacity, Completed, Declined, Draft, Expired, HeldForSecond, InProgress, Offered, OnHold,
    Seen, Stopped, Withdrawn,
};

/// Every move there is.
pub const MOVES: &[(&[State], Event, &[Actor], State)] = &[
    (&[Draft], Event::AskSecond, &[School], HeldForSecond),
    (&[HeldForSecond], Event::BackToDraft, &[School], Draft),
    (&[Draft, HeldForSecond], Event::Send, &[School], Offered),
    (&[Offered], Event::Open, &[Partner], Seen),
    (&[Seen], Event::Accepted, &[Partner], Accepted),
    (&[Seen], Event::Declined, &[Partner], Declined),
    (&[Seen], Event::AtCapacity, &[Partner], AtCapacity),
    (&[Offered, Seen], Event::Withdrawn, &[School], Withdrawn),
    (&[Offered, Seen], Event::Expired, &[System], Expired),
    (&[Accepted, OnHold], Event::InProgress, &[Partner], InProgress),
    (&[InProgress], Event::OnHold, &[Partner], OnHold),
    (&[Accepted, InProgress, OnHold], Event::Stopped, &[School, Partner, System], Stopped),
    (&[InProgress, OnHold], Event::Completed, &[Partner], Completed),
];

/// The state after an event.
///
/// # Errors
/// `Conflict`, with the sentence why, for a move that is not in the table.
pub fn next(from: State, event: Event, actor: Actor) -> Result<State> {
    MOVES
        .iter()
        .find(|(states, e, who, _)| states.contains(&from) && *e == event && who.contains(&actor))
        .map(|(_, _, _, to)| *to)
        .ok_or_else(|| {
            Error::Conflict(
                Message::new("referral-wrong-move")
                    .with("state", from.as_str())
                    .with("event", event.as_str()),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_outside_the_table_is_refused() {
        let mut allowed = 0;
        for from in State::ALL {
            for event in Event::ALL {
                for actor in Actor::ALL {
                    let in_table =
                        MOVES.iter().any(|(s, e, a, _)| s.contains(from) && e == event && a.contains(actor));
                    assert_eq!(next(*from, *event, *actor).is_ok(), in_table);
                    allowed += usize::from(in_table);
                }
            }
        }
        assert_eq!(allowed, 1 + 1 + 2 + 1 + 3 + 2 + 2 + 2 + 1 + 9 + 2);
    }

    #[test]
    fn an_ended_referral_never_moves_again_and_its_link_is_dead() {
        for ended in [Declined, AtCapacity, Withdrawn, Expired, Stopped, Completed] {
            assert!(!ended.is_live());
            for event in Event::ALL {
                for actor in Actor::ALL {
                    assert!(next(ended, *event, *actor).is_err());
                }
            }
        }
    }
}
