//! What a sheet needs, read in one go, with the line for the log.

use chrono::NaiveDate;

use crate::evidence::instruments::Catalogue;
use crate::evidence::observations::{self};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error, GroupId, Message, PupilId, Result, Scope, SignalId};
use crate::insight::on_the_table::{self, Question, Strength};
use crate::school::{store as people, wishes};
use crate::signals::model::{Level, Signal};
use crate::signals::store as signals;

/// What a sheet is made of.
pub(super) struct Known {
    /// Whom it is about: a first name, a group or the school.
    pub(super) name: String,
    pub(super) school: String,
    /// The id of whom it is about.
    pub(super) subject: String,
    pub(super) on: NaiveDate,
    pub(super) strengths: Vec<Strength>,
    pub(super) question: Question,
}

/// What is known of whom a signal is about.
type About = (String, Vec<Strength>, Vec<observations::Observation>, Entry);

pub(super) fn read(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    id: &SignalId,
) -> Result<(Known, Entry)> {
    let signal = signals::signal(conn, scope, id)?;
    let no_paper = || Error::Conflict(Message::new("talk-sheet-not-on-paper"));
    if !signal.may_lie_open() {
        return Err(no_paper());
    }
    let school = people::school(conn, &signal.school_id)?.name;
    let (name, strengths, seen, entry) = match (&signal.pupil_id, &signal.group_id) {
        (Some(pupil), _) => about_pupil(conn, scope, catalogue, pupil)?,
        (None, Some(group)) if signal.level == Level::Group => about_group(conn, scope, catalogue, group)?,
        _ => (school.clone(), Vec::new(), Vec::new(), about_school(scope, &signal)),
    };
    let asked = on_the_table::questions(conn, std::slice::from_ref(&signal), &seen)?;
    let question = asked.into_iter().next().ok_or_else(no_paper)?;
    Ok((Known { name, school, subject: signal.subject, on: scope.today, strengths, question }, entry))
}

fn about_pupil(conn: &mut Conn, scope: &Scope, catalogue: &Catalogue, id: &PupilId) -> Result<About> {
    let (pupil, why) = people::pupil(conn, scope, id)?;
    wishes::may_go_to_parents(conn, &pupil.id)?;
    let seen = observations::about_pupil(conn, &pupil)?;
    let table = on_the_table::of_pupils(conn, scope, catalogue, std::slice::from_ref(&pupil))?;
    let strengths = table.into_values().flat_map(|own| own.strengths).collect();
    let entry = Entry::by(scope, "view-sheet", "pupil", &pupil.id).because_of(&why);
    Ok((pupil.first_name, strengths, seen, entry))
}

fn about_group(conn: &mut Conn, scope: &Scope, catalogue: &Catalogue, id: &GroupId) -> Result<About> {
    let (group, why) = people::group_for(conn, scope, id)?;
    let seen = observations::about_group(conn, &group)?;
    let good = on_the_table::of_group(conn, scope, catalogue, (id, &why))?;
    let good = good.shown().into_iter().flatten();
    let strengths = good.map(|domain| Strength::Well { domain: domain.clone(), better: false }).collect();
    let entry = Entry::by(scope, "view-sheet", "group", &group.id).because_of(&why);
    Ok((group.name, strengths, seen, entry))
}

fn about_school(scope: &Scope, signal: &Signal) -> Entry {
    Entry::by(scope, "view-sheet", "school", &signal.school_id).because(scope.capacity())
}
