//! Calling a meeting. Of a group, its agenda is made at once: the group, then at most five pupils in the order of the list of
//! signals. Five, so that there is time for each; who is not among them stays on the list.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Kind, Meeting, OnAgenda, State, agenda, store};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, Message, PupilId, Result, SchoolId, Scope, ids};
use crate::school::store as people;
use crate::signals::model::{Severity, Signal};
use crate::signals::store as signals;

/// The most pupils of a meeting about a group.
const OF_A_GROUP: usize = 5;

/// A meeting as it is called.
#[derive(Debug, Clone)]
pub struct New {
    /// What kind.
    pub kind: Kind,
    /// The school; of a meeting about a group it follows from the group.
    pub school: SchoolId,
    /// The group, for a meeting about one.
    pub group: Option<GroupId>,
    /// On which day.
    pub held_on: NaiveDate,
}

/// Calls a meeting; gives its id.
///
/// # Errors
/// `NotFound` for a group or school outside the scope, `Forbidden` for who may not call this kind, `Refused` for a meeting
/// about a group without one.
pub fn begin(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, new: &New) -> Result<String> {
    let (school, group) = match (new.kind, &new.group) {
        (Kind::Group, Some(id)) => {
            let (group, _) = people::group_for(conn, scope, id)?;
            (group.school_id, Some(group.id))
        }
        (Kind::Group, None) => return Err(Error::Refused(Message::new("meeting-no-group"))),
        (Kind::SupportTeam, _) => {
            scope.must(Role::Coordinator, &new.school)?;
            (new.school.clone(), None)
        }
        (Kind::Pupils, _) => (new.school.clone(), None),
    };
    if ![Role::Mentor, Role::Coordinator].into_iter().any(|role| scope.has_at(role, &school)) {
        return Err(Error::NotFound("school"));
    }
    let meeting = Meeting {
        id: ids::fresh(),
        school_id: school,
        kind: new.kind,
        group_id: group.clone(),
        held_on: new.held_on,
        state: State::Prepared,
        account_id: scope.account.clone(),
        created_at: now,
    };
    store::insert(conn, &meeting)?;
    let entry = Entry::by(scope, "call-meeting", "meeting", &meeting.id).detail(meeting.kind.as_str());
    audit::record(conn, now, &entry)?;
    if let Some(group) = group {
        let first = OnAgenda { group_id: Some(group.clone()), ..blank(&meeting, 0) };
        store::insert_subject(conn, &first)?;
        for (place, pupil) in (1..).zip(first_five(conn, scope, &group)?) {
            let (pupil, why) = people::pupil(conn, scope, &pupil)?;
            agenda::put(conn, scope, now, (&meeting, place), pupil, &why)?;
        }
    }
    Ok(meeting.id)
}

/// A place on the agenda with nothing known yet.
pub(super) fn blank(meeting: &Meeting, place: i32) -> OnAgenda {
    OnAgenda {
        id: ids::fresh(),
        meeting_id: meeting.id.clone(),
        pupil_id: None,
        group_id: None,
        place,
        ground: None,
        ground_note: String::new(),
        parents_invited_on: None,
        pupil_invited_on: None,
        need: String::new(),
        conversation_id: None,
    }
}

/// The pupils of a group with open signals that may lie on the table, as the list of signals orders them.
fn first_five(conn: &mut Conn, scope: &Scope, group: &GroupId) -> Result<Vec<PupilId>> {
    let home = people::at_home_in(conn, std::slice::from_ref(group), scope.today)?;
    let open: Vec<Signal> = signals::open(conn, scope)?
        .into_iter()
        .filter(|signal| {
            signal.may_lie_open() && signal.pupil_id.as_ref().is_some_and(|id| home.contains(id))
        })
        .collect();
    let ids: Vec<PupilId> = open.iter().filter_map(|signal| signal.pupil_id.clone()).collect();
    let mut found: Vec<(Severity, bool, String, PupilId)> = people::pupils_by_id(conn, scope, &ids)?
        .into_iter()
        .filter_map(|pupil| {
            let own = || open.iter().filter(|signal| signal.pupil_id.as_ref() == Some(&pupil.id));
            let gravest = own().map(|signal| signal.severity).min()?;
            let human = own().any(|signal| signal.human);
            Some((gravest, !human, pupil.short_name(), pupil.id.clone()))
        })
        .collect();
    found.sort();
    Ok(found.into_iter().take(OF_A_GROUP).map(|(_, _, _, id)| id).collect())
}
