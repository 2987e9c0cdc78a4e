//! The signals of two pupils who become one. Where both have an open one in a domain, the least settled of both gets the
//! evidence of the other, which closes: one is open per subject and domain, and no concern is silenced by a merge.

use chrono::NaiveDateTime;

use super::signals_store::{self as store, Held};
use crate::evidence::imports::log::Log;
use crate::ground::{Conn, PupilId, Result};

/// The open states by their words, the least settled first.
const OPEN: [&str; 6] = ["new", "with_mentor", "in_conversation", "watching", "planned", "referred"];

fn settled(held: &Held) -> Option<usize> {
    OPEN.iter().position(|state| *state == held.state)
}

pub(super) fn merge(
    conn: &mut Conn,
    now: NaiveDateTime,
    stays: &PupilId,
    goes: &PupilId,
    log: &mut Log,
) -> Result<()> {
    let own = store::about(conn, stays)?;
    for coming in store::about(conn, goes)? {
        log.changed("signal", &coming.id, &coming)?;
        let moved = Held { subject: stays.0.clone(), pupil_id: Some(stays.clone()), ..coming };
        let other = own.iter().find(|one| one.domain == moved.domain && settled(one).is_some());
        let Some(other) = other.filter(|_| settled(&moved).is_some()) else {
            store::save(conn, &moved)?;
            continue;
        };
        log.changed("signal", &other.id, other)?;
        let (open, ends) = if settled(other) <= settled(&moved) { (other, &moved) } else { (&moved, other) };
        let joined = joined(open, ends, now);
        // First the end: two open ones of a domain cannot stand at once.
        store::save(
            conn,
            &Held {
                state: "closed".to_owned(),
                changed_at: now,
                subject: stays.0.clone(),
                pupil_id: Some(stays.clone()),
                ..ends.clone()
            },
        )?;
        store::save(conn, &joined)?;
        for evidence in store::evidence_of(conn, &ends.id)? {
            log.changed("evidence", &evidence, &ends.id)?;
            store::hang(conn, &evidence, &joined.id)?;
        }
    }
    Ok(())
}

/// A signal with what another brings: the highest severity wins, and what a person worries about waits for nobody.
fn joined(open: &Held, other: &Held, now: NaiveDateTime) -> Held {
    let human = open.human || other.human;
    let at_mentor = open.state == "with_mentor";
    Held {
        severity: open.severity.clone().min(other.severity.clone()),
        human,
        restricted: open.restricted || other.restricted,
        state: if human && at_mentor { "new".to_owned() } else { open.state.clone() },
        changed_at: now,
        ..open.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(state: &str, severity: &str, human: bool, restricted: bool) -> Held {
        Held {
            id: state.to_owned(),
            subject: "pupil".to_owned(),
            pupil_id: None,
            domain: "gezin".to_owned(),
            severity: severity.to_owned(),
            human,
            restricted,
            state: state.to_owned(),
            changed_at: NaiveDateTime::default(),
        }
    }

    #[test]
    fn a_concern_that_joins_what_waits_for_the_mentor_waits_no_longer() {
        let one = joined(
            &held("with_mentor", "B", false, false),
            &held("watching", "A", true, true),
            NaiveDateTime::default(),
        );
        assert_eq!((one.state.as_str(), one.severity.as_str()), ("new", "A"));
        assert!(one.human && one.restricted);
    }

    #[test]
    fn what_is_new_is_less_settled_than_what_is_watched_and_an_ended_one_is_not_open() {
        let at = |state| settled(&held(state, "B", false, false));
        assert!(at("new") < at("watching") && at("watching") < at("referred"));
        assert_eq!((at("closed"), at("no_action")), (None, None));
    }
}
