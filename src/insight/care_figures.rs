//! How long children wait at a school in this school year: from a signal to the first conversation, from asking a partner
//! to the answer, and how often there was no room. In school days, holidays left out. Of the school as a whole alone: never
//! per child, mentor or partner, and a middle without its ends. Signals per pupil and how many proved right: `load`.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::care_store::{self as store, Step};
use super::disclosure::{Disclosed, Reader, Share};
use crate::care::referrals::state::Event;
use crate::ground::calendar::Calendar;
use crate::ground::clock::{self, school_year, school_year_start};
use crate::ground::{Conn, PupilId, ReferralId, Result, SchoolId, Scope};
use crate::school::{closed_weeks, store as people};

/// How long it took: half within so many school days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Half, of all there were, within so many school days.
    Within(u32),
    /// More than half still wait.
    MostWait,
}

/// The figures of care of a school.
#[derive(Debug, Clone, PartialEq)]
pub struct CareFigures {
    /// From a signal about a pupil to the first conversation.
    pub conversation: Disclosed<Wait>,
    /// The share of those signals on which a conversation followed.
    pub spoken: Disclosed<Share>,
    /// From sending a referral to the partner's answer.
    pub answer: Disclosed<Wait>,
    /// The share of the answers that said there is no room.
    pub no_room: Disclosed<Share>,
}

/// What one thing waited for, about one pupil: school days; none while it still waits.
type Waited = (PupilId, Option<u32>);

/// The figures of a school since its school year began.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, scope: &Scope, school: &SchoolId, reader: Reader) -> Result<CareFigures> {
    let from = school_year_start(school_year(scope.today));
    let since = from.and_time(chrono::NaiveTime::MIN);
    let own = people::school(conn, school)?;
    let calendar = closed_weeks::calendar(conn, &own)?;
    let spoken = spoken(&calendar, store::raised(conn, school, since)?, store::held(conn, school, from)?);
    let (answered, no_room) = answered(&calendar, store::asked(conn, school, since)?);
    let with_answer: Vec<&Waited> = answered.iter().filter(|(_, days)| days.is_some()).collect();
    let about = pupils(answered.iter());
    Ok(CareFigures {
        conversation: reader.of_pupils(pupils(spoken.iter()), || wait(&spoken)),
        spoken: share(reader, spoken.iter().filter(|(_, days)| days.is_some()).count(), &spoken),
        answer: reader.of_pupils(about, || wait(&answered)),
        no_room: reader.share_about(pupils(with_answer.iter().copied()), no_room, with_answer.len()),
    })
}

fn share(reader: Reader, part: usize, whole: &[Waited]) -> Disclosed<Share> {
    reader.share_about(pupils(whole.iter()), part, whole.len())
}

/// How many different pupils these are about.
fn pupils<'a>(all: impl Iterator<Item = &'a Waited>) -> usize {
    all.map(|(pupil, _)| pupil).collect::<HashSet<_>>().len()
}

/// The middle one of all, those that still wait last.
fn wait(all: &[Waited]) -> Wait {
    let mut days: Vec<u32> = all.iter().map(|(_, days)| days.unwrap_or(u32::MAX)).collect();
    days.sort_unstable();
    // Of an even number the later of the two in the middle: at least half were within it.
    match days.get(days.len() / 2) {
        Some(&days) if days < u32::MAX => Wait::Within(days),
        _ => Wait::MostWait,
    }
}

/// For each signal, the school days until the first conversation about its pupil that day or later.
fn spoken(
    calendar: &Calendar,
    raised: Vec<(PupilId, NaiveDateTime)>,
    held: Vec<(PupilId, NaiveDate)>,
) -> Vec<Waited> {
    let mut days: HashMap<PupilId, Vec<NaiveDate>> = HashMap::new();
    for (pupil, on) in held {
        days.entry(pupil).or_default().push(on);
    }
    let waited = |(pupil, at): (PupilId, NaiveDateTime)| {
        let from = clock::local(at).date();
        let first = days.get(&pupil).into_iter().flatten().filter(|on| **on >= from).min();
        let took = first.map(|on| calendar.days_between(from, *on));
        (pupil, took)
    };
    raised.into_iter().map(waited).collect()
}

/// For each referral that was sent, the school days until the partner's answer; and how many said there is no room.
fn answered(calendar: &Calendar, steps: Vec<Step>) -> (Vec<Waited>, usize) {
    let mut sent: HashMap<ReferralId, (PupilId, NaiveDate, Option<u32>)> = HashMap::new();
    let mut no_room = 0;
    for (id, pupil, event, at) in steps {
        let on = clock::local(at).date();
        if event == Event::Send.as_str() {
            sent.insert(id, (pupil, on, None));
        } else if let Some((_, from, answer)) = sent.get_mut(&id)
            && answer.is_none()
        {
            *answer = Some(calendar.days_between(*from, on));
            no_room += usize::from(event == Event::AtCapacity.as_str());
        }
    }
    (sent.into_values().map(|(pupil, _, days)| (pupil, days)).collect(), no_room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> NaiveDateTime {
        day(text).and_hms_opt(9, 0, 0).unwrap()
    }

    fn pupil(id: &str) -> PupilId {
        PupilId(id.to_owned())
    }

    #[test]
    fn half_of_all_and_those_that_wait_count_as_waiting() {
        let waited =
            |days: &[Option<u32>]| -> Vec<Waited> { days.iter().map(|days| (pupil("a"), *days)).collect() };
        assert_eq!(wait(&waited(&[Some(9), Some(1), Some(3)])), Wait::Within(3));
        assert_eq!(wait(&waited(&[Some(1), Some(3), None])), Wait::Within(3));
        assert_eq!(wait(&waited(&[Some(1), Some(3)])), Wait::Within(3));
        assert_eq!(wait(&waited(&[Some(1), None])), Wait::MostWait);
        assert_eq!(wait(&[]), Wait::MostWait);
    }

    #[test]
    fn holidays_are_no_waiting_and_a_conversation_before_the_signal_is_none_after_it() {
        let calendar = Calendar::of_school("midden", &[]);
        let raised = vec![
            (pupil("a"), at("2026-12-17")),
            (pupil("b"), at("2026-12-17")),
            (pupil("c"), at("2026-12-17")),
        ];
        let held = vec![
            (pupil("a"), day("2027-01-04")),
            (pupil("a"), day("2027-01-08")),
            (pupil("b"), day("2026-12-16")),
        ];
        let found = spoken(&calendar, raised, held);
        assert_eq!(found, [(pupil("a"), Some(2)), (pupil("b"), None), (pupil("c"), None)]);
    }

    #[test]
    fn the_first_answer_counts_and_no_room_is_one() {
        let calendar = Calendar::of_school("midden", &[]);
        let step = |id: &str, event: Event, on: &str| -> Step {
            (ReferralId(id.to_owned()), pupil(id), event.as_str().to_owned(), at(on))
        };
        let (mut found, no_room) = answered(
            &calendar,
            vec![
                step("a", Event::Send, "2026-11-20"),
                step("b", Event::Send, "2026-11-20"),
                step("a", Event::Accepted, "2026-11-24"),
                step("c", Event::AtCapacity, "2026-11-25"),
                step("b", Event::AtCapacity, "2026-11-27"),
            ],
        );
        found.sort();
        // One that was sent before the school year counts in neither.
        assert_eq!(found, [(pupil("a"), Some(2)), (pupil("b"), Some(5))]);
        assert_eq!(no_room, 1);
    }
}
