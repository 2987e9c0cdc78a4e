//! What lies on the table of a meeting, read in one go, with a line for the log for the meeting and for each pupil who is
//! shown by name. Whether outsiders may hear a name is judged here, each time.

use crate::care::meetings::{Guest, Meeting, OnAgenda, naming, store};
use crate::evidence::conversations::{self, Conversation};
use crate::evidence::instruments::Catalogue;
use crate::evidence::observations::{self};
use crate::ground::audit::Entry;
use crate::ground::{Conn, GroupId, PupilId, Result, Scope};
use crate::insight::on_the_table::{self, OnTheTable, Question};
use crate::school::{Pupil, store as people};
use crate::signals::model::{Severity, Signal};
use crate::signals::store as signals;

/// A meeting with what lies on its table.
pub(super) struct Pack {
    pub(super) meeting: Meeting,
    pub(super) school: String,
    /// The name of the group it is about.
    pub(super) group: Option<String>,
    pub(super) guests: Vec<Guest>,
    /// How many places the agenda has.
    pub(super) places: usize,
    pub(super) seats: Vec<Seat>,
}

/// Somebody on the agenda.
pub(super) struct Seat {
    pub(super) id: String,
    /// The place on the agenda, from one.
    pub(super) number: usize,
    pub(super) who: Who,
    /// What was decided.
    pub(super) decided: Option<Conversation>,
}

/// Who it is, as far as the table may hear.
pub(super) enum Who {
    /// The group: its name, the domains it is good at, and its own questions.
    Group { name: String, good: Vec<String>, questions: Vec<Question> },
    /// A pupil by name.
    Named { id: PupilId, name: String, table: OnTheTable },
    /// A pupil without one: what is needed, in words that somebody typed.
    Unnamed { need: String },
}

/// Reads a pack; of one place on the agenda alone where `only` says which, counted from one.
pub(super) fn pack(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    id: &str,
    only: Option<usize>,
) -> Result<(Pack, Vec<Entry>)> {
    let meeting = store::meeting(conn, scope, id)?;
    let mut agenda: Vec<(usize, OnAgenda)> = (1..).zip(store::agenda(conn, &meeting)?).collect();
    let places = agenda.len();
    agenda.retain(|(number, _)| only.is_none_or(|only| only == *number));
    let ids: Vec<PupilId> = agenda.iter().filter_map(|(_, subject)| subject.pupil_id.clone()).collect();
    let pupils = people::pupils_by_id(conn, scope, &ids)?;
    let of = |subject: &OnAgenda| pupils.iter().find(|pupil| Some(&pupil.id) == subject.pupil_id.as_ref());
    let named: Vec<Pupil> = agenda
        .iter()
        .filter_map(|(_, subject)| {
            of(subject).filter(|pupil| may_be_named(&meeting, subject, pupil)).cloned()
        })
        .collect();
    let mut tables = on_the_table::of_pupils(conn, scope, catalogue, &named)?;
    let held: Vec<String> =
        agenda.iter().filter_map(|(_, subject)| subject.conversation_id.clone()).collect();
    let held = conversations::of_meeting(conn, &held)?;
    let mut seats = Vec::new();
    let mut entries =
        vec![Entry::by(scope, "view-meeting", "meeting", &meeting.id).because(scope.capacity())];
    for (number, subject) in agenda {
        let who = match (&subject.group_id, of(&subject)) {
            (Some(group), _) => of_group(conn, scope, catalogue, group)?,
            (None, Some(pupil)) if may_be_named(&meeting, &subject, pupil) => {
                let entry = Entry::by(scope, "view-in-meeting", "pupil", &pupil.id);
                entries.push(entry.because(scope.capacity()).detail(meeting.id.as_str()));
                let table = tables.remove(&pupil.id).unwrap_or_default();
                Who::Named { id: pupil.id.clone(), name: pupil.short_name(), table }
            }
            _ => Who::Unnamed { need: subject.need.clone() },
        };
        let decided = held.iter().find(|one| Some(&one.id) == subject.conversation_id.as_ref()).cloned();
        seats.push(Seat { id: subject.id, number, who, decided });
    }
    let guests = store::guests(conn, &meeting)?;
    let school = people::school(conn, &meeting.school_id)?.name;
    let group = Vec::from_iter(meeting.group_id.clone());
    let group = people::groups_by_id(conn, &group)?.pop().map(|group| group.name);
    Ok((Pack { meeting, school, group, guests, places, seats }, entries))
}

fn may_be_named(meeting: &Meeting, subject: &OnAgenda, pupil: &Pupil) -> bool {
    !meeting.has_outsiders() || naming::obstacles(meeting, subject, pupil).is_empty()
}

fn of_group(conn: &mut Conn, scope: &Scope, catalogue: &Catalogue, id: &GroupId) -> Result<Who> {
    let (group, why) = people::group_for(conn, scope, id)?;
    let good = on_the_table::of_group(conn, scope, catalogue, (id, &why))?;
    let good = good.shown().into_iter().flatten().cloned().collect();
    let mut own: Vec<Signal> = signals::about(conn, scope, &group.id.0)?;
    own.retain(|signal| signal.state.is_open() && signal.severity != Severity::C);
    let seen = observations::about_group(conn, &group)?;
    let questions = on_the_table::questions(conn, &own, &seen)?;
    Ok(Who::Group { name: group.name, good, questions })
}
