//! What was raised against what was put in, per level: the demo shows its own yield, misses and false alarms.

use std::collections::HashSet;
use std::fmt;

use super::plan::SCHOOLS;
use super::truth::{NEW_RATER, Truth, WORSE_GROUP};
use crate::ground::{Conn, PupilId, Result, Scope};
use crate::school::store;
use crate::signals::model::{Level, Signal};
use crate::signals::store as signals;

/// The figures of one demo.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Pupils made worse, and those of them with an open signal.
    pub worse: usize,
    /// See `worse`.
    pub found: usize,
    /// Pupils with an open signal who were not made worse, in groups where nothing happened.
    pub others: usize,
    /// Pupils with an open signal in the group that was made worse, or that has a stricter teacher.
    pub in_moved_groups: usize,
    /// Pupils who are seldom chosen by classmates, and those of them with an open signal.
    pub seldom_chosen: usize,
    /// See `seldom_chosen`.
    pub seldom_found: usize,
    /// The groups with an open signal, as `99ZA 6B`.
    pub groups: Vec<String>,
    /// Open signals about a school.
    pub schools: usize,
    /// All pupils.
    pub pupils: usize,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "raised against put in:")?;
        writeln!(f, "  pupils   {} of {} made worse have a signal", self.found, self.worse)?;
        writeln!(f, "           {} others of {} pupils have one", self.others, self.pupils)?;
        writeln!(f, "           {} in the two groups below", self.in_moved_groups)?;
        let (seldom, seldom_found) = (self.seldom_chosen, self.seldom_found);
        writeln!(f, "           {seldom_found} of {seldom} seldom chosen by classmates has one")?;
        let groups = if self.groups.is_empty() { "none".to_owned() } else { self.groups.join(", ") };
        writeln!(f, "  groups   {groups}")?;
        let ((school, group), (other, rater)) = (WORSE_GROUP, NEW_RATER);
        writeln!(f, "           put in: {school} {group} worse, {other} {rater} a stricter teacher only")?;
        write!(f, "  schools  {} (put in: none)", self.schools)
    }
}

/// Compares, with the eyes of somebody whose scope reaches all schools.
pub fn compare(conn: &mut Conn, scope: &Scope, truth: &Truth) -> Result<Outcome> {
    let mut outcome =
        Outcome { worse: truth.pupils.len(), seldom_chosen: truth.seldom_chosen.len(), ..Outcome::default() };
    for plan in SCHOOLS {
        let Some(school) = store::school_by_brin(conn, plan.brin)? else {
            continue;
        };
        let open = signals::open_at(conn, &school.id)?;
        let moved: HashSet<PupilId> = pupils_of(conn, scope, &school.id, plan.brin)?;
        outcome.pupils += store::places(conn, &school.id, scope.today)?.len();
        outcome.schools += open.iter().filter(|s| s.level == Level::School).count();
        for id in open.iter().filter(|s| s.level == Level::Group).filter_map(|s| s.group_id.as_ref()) {
            outcome.groups.push(format!("{} {}", plan.brin, store::group(conn, id)?.name));
        }
        let ids: Vec<PupilId> = with_signal(&open).into_iter().collect();
        for pupil in store::pupils_by_id(conn, scope, &ids)? {
            let is_worse = truth.pupils.iter().any(|w| w.brin == plan.brin && w.number == pupil.number);
            let seldom = |(brin, number): &(&str, String)| *brin == plan.brin && *number == pupil.number;
            outcome.seldom_found += usize::from(truth.seldom_chosen.iter().any(seldom));
            match (is_worse, moved.contains(&pupil.id)) {
                (true, _) => outcome.found += 1,
                (false, true) => outcome.in_moved_groups += 1,
                (false, false) => outcome.others += 1,
            }
        }
    }
    outcome.groups.sort();
    outcome.groups.dedup();
    Ok(outcome)
}

fn with_signal(open: &[Signal]) -> HashSet<PupilId> {
    open.iter().filter_map(|signal| signal.pupil_id.clone()).collect()
}

/// The pupils of the groups of this school to which something happened as a whole.
fn pupils_of(
    conn: &mut Conn,
    scope: &Scope,
    school: &crate::ground::SchoolId,
    brin: &str,
) -> Result<HashSet<PupilId>> {
    Ok(store::places(conn, school, scope.today)?
        .into_iter()
        .filter(|(_, group)| [WORSE_GROUP, NEW_RATER].contains(&(brin, group.name.as_str())))
        .map(|(pupil, _)| pupil)
        .collect())
}
