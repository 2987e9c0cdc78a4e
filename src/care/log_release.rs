//! A log for parents, from sixteen for the pupil alone: who looked at and wrote about a pupil, as day, function and purpose. A person
//! prepares it, weighs the pupil's wish and what one parent may not read, and releases the lines; what was given stays here.
//! Names of staff stand in it only after weighing. Meldcode is never among it (ADR 57).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::log_release_store as store;
pub use super::log_release_store::{Line, Release};
use crate::ground::audit::{self, Entry};
use crate::ground::clock::local;
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope, ids};
use crate::school::{ALONE_FROM, Pupil, store as people};

/// The longest text, in characters.
const LONGEST: usize = 1000;

words_enum! {
    /// By whom the log was asked.
    AskedBy {
        /// The pupil, from sixteen on.
        Pupil = "pupil",
        /// A parent or who has authority, under sixteen.
        Parent = "parent",
    }
}

/// A line that may be released: what was done on a day in a function, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The day.
    pub on: NaiveDate,
    /// The word for the role that was used.
    pub function: String,
    /// The word for what it was for.
    pub purpose: String,
    /// Who, by name; empty for what the service did.
    pub names: BTreeSet<String>,
}

impl Candidate {
    /// What stands for the line in a form.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{} {} {}", self.on, self.function, self.purpose)
    }
}

/// What a person decides on releasing.
#[derive(Debug, Clone)]
pub struct Asked {
    /// By whom it was asked.
    pub by: AskedBy,
    /// When.
    pub on: NaiveDate,
    /// Who that was: the relation, or a name.
    pub asker: String,
    /// How the pupil's wish and what one parent may not read were weighed.
    pub weighed: String,
    /// Why names of staff stand in it; empty: functions alone.
    pub names_because: String,
    /// The keys of the lines that go out.
    pub lines: Vec<String>,
}

/// What may be released of a pupil, oldest first, for the coordinator of the school.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate there.
pub fn candidates(conn: &mut Conn, scope: &Scope, pupil: &PupilId) -> Result<(Pupil, Vec<Candidate>)> {
    let (pupil, _) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let mut found: BTreeMap<(NaiveDate, String, &'static str), BTreeSet<String>> = BTreeMap::new();
    for (at, actor, action, name) in store::lines_about(conn, &pupil.id)? {
        // The role stands before whom somebody stands in for.
        let function = actor.split("+stand-in").next().unwrap_or_default().to_owned();
        let Some(purpose) = purpose(&action) else { continue };
        found.entry((local(at).date(), function, purpose)).or_default().extend(name);
    }
    let lines = found.into_iter().map(|((on, function, purpose), names)| Candidate {
        on,
        function,
        purpose: purpose.to_owned(),
        names,
    });
    Ok((pupil, lines.collect()))
}

/// What an act in the log was for, as a word that parents read; none for meldcode, which has a chain of its own.
fn purpose(action: &str) -> Option<&'static str> {
    if action.contains("meldcode") {
        return None;
    }
    Some(match action {
        "view-pupil" | "view-signal" | "view-plan" | "open-pupil" => "read",
        "write-observation" | "keep-observation" | "delete-observation" => "observed",
        "record-conversation" => "spoke",
        "answer-signal" | "decide-signal" | "assign-row" | "read-critical" => "decided",
        "visit-handover" => "read-as-partner",
        "move-signal" | "move-referral" | "hand-on-row" | "hand-on-plan" => "by-itself",
        other if other.contains("referral") || other.contains("handover") || other.contains("consent") => {
            "referred"
        }
        other if other.contains("plan") => "planned",
        _ => "administration",
    })
}

/// Releases lines; gives the release.
///
/// # Errors
/// As [`candidates`]; `Refused` when who asked may not at this age, for what is not filled in, and without lines.
pub fn release(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    asked: &Asked,
) -> Result<String> {
    let (pupil, candidates) = candidates(conn, scope, pupil)?;
    check(&pupil, scope.today, asked)?;
    let with_names = !asked.names_because.trim().is_empty();
    let chosen = candidates.into_iter().filter(|one| asked.lines.contains(&one.key()));
    let release = Release {
        id: ids::fresh(),
        pupil_id: pupil.id.clone(),
        asked_by: asked.by,
        asked_on: asked.on,
        asker: asked.asker.trim().to_owned(),
        weighed: asked.weighed.trim().to_owned(),
        names_because: asked.names_because.trim().to_owned(),
        account_id: scope.account.clone(),
        released_at: now,
    };
    let lines: Vec<Line> = (1..)
        .zip(chosen)
        .map(|(seq, one)| Line {
            release_id: release.id.clone(),
            seq,
            on_day: one.on,
            function: one.function,
            purpose: one.purpose,
            name: if with_names {
                one.names.into_iter().collect::<Vec<_>>().join(", ")
            } else {
                String::new()
            },
        })
        .collect();
    if lines.is_empty() {
        return Err(Error::Refused(Message::new("release-no-lines")));
    }
    store::insert(conn, &release, &lines)?;
    let entry = Entry::by(scope, "release-log", "pupil", &pupil.id)
        .at(scope, &pupil.school_id)
        .detail(format!("{}:{}", release.id, lines.len()));
    audit::record(conn, now, &entry)?;
    Ok(release.id)
}

fn check(pupil: &Pupil, today: NaiveDate, asked: &Asked) -> Result<()> {
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    let Some(age) = pupil.age(today) else {
        return refuse("release-no-birth-date");
    };
    match asked.by {
        AskedBy::Parent if age >= ALONE_FROM => return refuse("release-pupil-alone"),
        AskedBy::Pupil if age < ALONE_FROM => return refuse("release-by-parent"),
        _ => {}
    }
    if asked.on > today {
        return refuse("release-future");
    }
    if asked.asker.trim().is_empty() {
        return refuse("release-no-asker");
    }
    if asked.weighed.trim().is_empty() {
        return refuse("release-not-weighed");
    }
    let longest = [&asked.asker, &asked.weighed, &asked.names_because].map(|text| text.chars().count());
    if longest.into_iter().any(|length| length > LONGEST) {
        return Err(Error::Refused(Message::new("release-long").with("most", LONGEST)));
    }
    Ok(())
}

/// What was released of a pupil, latest first.
///
/// # Errors
/// As [`candidates`].
pub fn released(conn: &mut Conn, scope: &Scope, pupil: &PupilId) -> Result<Vec<Release>> {
    let (pupil, _) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    store::of_pupil(conn, &pupil.id)
}

/// One release with its lines.
///
/// # Errors
/// As [`candidates`]; `NotFound` for one of another pupil.
pub fn one(conn: &mut Conn, scope: &Scope, pupil: &PupilId, id: &str) -> Result<(Pupil, Release, Vec<Line>)> {
    let (pupil, _) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let (release, lines) = store::by_id(conn, &pupil.id, id)?;
    Ok((pupil, release, lines))
}
