//! What another ruleset would have told in the school's own past rounds, beside what the present one gives: in
//! conversations, how many proved right, and who would be new. For who sees each pupil of the school.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDateTime;

use super::outcome::{Outcome, outcome};
use crate::evidence::instruments::Catalogue;
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Db, GroupId, Message, PupilId, Result, SchoolId, Scope};
use crate::school::store as people;
use crate::signals::model::Level;
use crate::signals::replay::{self, Replay, Talk, Told};
use crate::signals::ruleset::Ruleset;

/// Conversations in one round under one ruleset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// With mentors.
    pub mentors: usize,
    /// Of the coordinator: groups, the school, what is kept for the coordinator, pupils without a mentor.
    pub coordinator: usize,
    /// Of these, judged at triage.
    pub judged: usize,
    /// Of these, confirmed.
    pub confirmed: usize,
}

impl Count {
    /// "mentoren 24, u 8; 5 van 7 beoordeelde bevestigd".
    #[must_use]
    pub fn said(&self) -> Message {
        Message::new("ahead-count")
            .with("mentors", self.mentors)
            .with("you", self.coordinator)
            .with("judged", self.judged)
            .with("confirmed", self.confirmed)
    }
}

/// A past round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its label.
    pub round: String,
    /// Whether it belongs to the starting picture, in which nothing is told about pupils unasked.
    pub starting_picture: bool,
    /// Under the present ruleset.
    pub present: Count,
    /// Under the other one.
    pub other: Count,
}

/// Somebody the two rulesets differ on.
#[derive(Debug, Clone, PartialEq)]
pub struct Differs {
    /// The pupil, group or school.
    pub level: Level,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The labels of the rounds with the sentence of what was found, oldest first.
    pub rounds: Vec<(String, Message)>,
}

/// A preview.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The ruleset it is about: its name and date.
    pub ruleset: (String, String),
    /// The present one.
    pub present: (String, String),
    /// The rounds, oldest first.
    pub lines: Vec<Line>,
    /// Who would be new.
    pub new: Vec<Differs>,
    /// Who would not be told any more.
    pub gone: Vec<Differs>,
}

/// Previews a ruleset for a school, and leaves its line in the log. It computes for some seconds: call it off the
/// async threads.
///
/// # Errors
/// `Forbidden` for who is not its coordinator, `NotFound` for a ruleset that cannot be chosen.
pub fn preview(
    db: &Db,
    catalogue: &Catalogue,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    name: &str,
) -> Result<Preview> {
    let (other, _) = Ruleset::listed(name)?;
    scope.must(Role::Coordinator, school)?;
    let present = db.read_blocking(|conn| {
        let school = people::school(conn, school)?;
        Ruleset::of_school(conn, &school)
    })?;
    let replayed = replay::replay(db, catalogue, school, &[&present, &other])?;
    let dated = |set: &Ruleset| (set.name.clone(), set.date.to_string());
    let named = (dated(&other), dated(&present));
    let found = db.read_blocking(|conn| compare(conn, scope, school, &replayed, named))?;
    let entry = Entry::by(scope, "preview-ruleset", "school", school).because("coordinator").detail(name);
    db.write_blocking(|conn| audit::record(conn, now, &entry))?;
    Ok(found)
}

type Dated = (String, String);

fn compare(
    conn: &mut Conn,
    scope: &Scope,
    school: &SchoolId,
    replayed: &Replay,
    (ruleset, present): (Dated, Dated),
) -> Result<Preview> {
    let empty = Told::new();
    let (now, then) = (replayed.told.first().unwrap_or(&empty), replayed.told.get(1).unwrap_or(&empty));
    let until = people::school(conn, school)?.starting_picture_until;
    let counting = Counting { judged: judged(conn, school)?, alone: without_mentor(conn, scope, school)? };
    let lines = replayed.rounds.iter().map(|(round, day)| Line {
        round: round.clone(),
        starting_picture: until.is_some_and(|until| *day <= until),
        present: counting.count(now, round),
        other: counting.count(then, round),
    });
    Ok(Preview {
        ruleset,
        present,
        lines: lines.collect(),
        new: differs(conn, scope, replayed, (then, now))?,
        gone: differs(conn, scope, replayed, (now, then))?,
    })
}

/// What conversations are counted by.
struct Counting {
    /// What became of the signals on a subject in a round.
    judged: HashMap<(String, String), Outcome>,
    /// The pupils whose group has no mentor.
    alone: BTreeSet<String>,
}

impl Counting {
    fn count(&self, told: &Told, round: &str) -> Count {
        let (mut count, mut counted) = (Count::default(), BTreeSet::new());
        for talk in told.keys().filter(|talk| talk.round == round) {
            let to_mentor =
                talk.level == Level::Pupil && !talk.restricted && !self.alone.contains(&talk.subject);
            count.mentors += usize::from(to_mentor);
            count.coordinator += usize::from(!to_mentor);
            // What became of it is kept by subject: of two conversations on one pupil it counts once.
            let became = self.judged.get(&(talk.subject.clone(), talk.round.clone()));
            if let Some(became) = became.filter(|_| counted.insert(&talk.subject)) {
                count.judged += 1;
                count.confirmed += usize::from(*became == Outcome::Confirmed);
            }
        }
        count
    }
}

/// What became of the signals that were raised, by subject and round.
fn judged(conn: &mut Conn, school: &SchoolId) -> Result<HashMap<(String, String), Outcome>> {
    let mut found: HashMap<(String, String), Outcome> = HashMap::new();
    for one in replay::raised(conn, school, None)? {
        if let Some(became) = outcome(one.state, one.mentor_view.as_deref(), &one.reason) {
            let known = found.entry((one.subject, one.round)).or_insert(became);
            *known = became.min(*known);
        }
    }
    Ok(found)
}

/// The pupils of today whose group has no mentor: theirs is the coordinator's conversation. Who has left is counted
/// with the mentors.
fn without_mentor(conn: &mut Conn, scope: &Scope, school: &SchoolId) -> Result<BTreeSet<String>> {
    let mut groups: HashMap<GroupId, bool> = HashMap::new();
    let mut alone = BTreeSet::new();
    for (pupil, group) in people::places(conn, school, scope.today)? {
        let has = match groups.get(&group.id) {
            Some(has) => *has,
            None => !people::mentors(conn, &group.id, scope.today)?.is_empty(),
        };
        groups.insert(group.id, has);
        if !has {
            alone.insert(pupil.0);
        }
    }
    Ok(alone)
}

/// Those whom the first tells of and the second does not, by name.
fn differs(
    conn: &mut Conn,
    scope: &Scope,
    replayed: &Replay,
    (told, beside): (&Told, &Told),
) -> Result<Vec<Differs>> {
    let mut rounds: BTreeMap<(Level, String), Vec<(&Talk, &Message)>> = BTreeMap::new();
    for (talk, (_, reason)) in told.iter().filter(|(talk, _)| !beside.contains_key(talk)) {
        rounds.entry((talk.level, talk.subject.clone())).or_default().push((talk, reason));
    }
    let ids = |level| rounds.keys().filter(move |(of, _)| *of == level).map(|(_, id)| id.clone());
    let pupils: Vec<PupilId> = ids(Level::Pupil).map(PupilId).collect();
    let groups: Vec<GroupId> = ids(Level::Group).map(GroupId).collect();
    let mut names: HashMap<String, String> = HashMap::new();
    for pupil in people::pupils_by_id(conn, scope, &pupils)? {
        names.insert(pupil.id.0.clone(), pupil.full_name());
    }
    for group in people::groups_by_id(conn, &groups)? {
        names.insert(group.id.0, group.name);
    }
    for school in people::schools_of(conn, scope)? {
        names.insert(school.id.0, school.name);
    }
    let mut found: Vec<Differs> = rounds
        .into_iter()
        .filter_map(|((level, id), told)| {
            let in_order = replayed
                .rounds
                .iter()
                .flat_map(|(label, _)| told.iter().filter(move |(talk, _)| talk.round == *label));
            let rounds = in_order.map(|(talk, reason)| (talk.round.clone(), (*reason).clone())).collect();
            Some(Differs { level, name: names.get(&id)?.clone(), id, rounds })
        })
        .collect();
    found.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::model::Severity;

    fn talk(round: &str, subject: &str, level: Level, restricted: bool) -> (Talk, (Severity, Message)) {
        let talk = Talk { round: round.to_owned(), subject: subject.to_owned(), level, restricted };
        (talk, (Severity::B, Message::new("signal-level")))
    }

    #[test]
    fn a_pupil_goes_to_the_mentor_and_all_else_to_the_coordinator() {
        let told = Told::from([
            talk("now", "with a mentor", Level::Pupil, false),
            talk("now", "with a mentor", Level::Pupil, true),
            talk("now", "alone", Level::Pupil, false),
            talk("now", "group", Level::Group, false),
            talk("now", "school", Level::School, false),
            talk("before", "with a mentor", Level::Pupil, false),
            talk("before", "with a mentor", Level::Pupil, true),
        ]);
        let of = |subject: &str, round: &str, became| ((subject.to_owned(), round.to_owned()), became);
        let counting = Counting {
            judged: HashMap::from([
                of("alone", "now", Outcome::Confirmed),
                of("group", "now", Outcome::AlreadyKnown),
                of("with a mentor", "before", Outcome::NotConfirmed),
            ]),
            alone: BTreeSet::from(["alone".to_owned()]),
        };
        let now = Count { mentors: 1, coordinator: 4, judged: 2, confirmed: 1 };
        assert_eq!(counting.count(&told, "now"), now);
        let before = Count { mentors: 1, coordinator: 1, judged: 1, confirmed: 0 };
        assert_eq!(counting.count(&told, "before"), before);
        assert_eq!(counting.count(&told, "later"), Count::default());
    }
}
