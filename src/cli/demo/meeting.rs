//! A meeting about the group that got worse, and a conversation in which something was agreed, so that a visitor finds them.

use super::cast;
use crate::care::meetings::{self, Kind, New, store};
use crate::care::speak::{self, Spoken};
use crate::door::State;
use crate::evidence::conversations::With;
use crate::ground::clock::school_year;
use crate::ground::{Error, Result, Role};
use crate::school::accounts::store as accounts;
use crate::school::store as people;

/// The group that got worse, by the plan.
const GROUP: &str = "6B";

/// Calls the meeting as the coordinator would.
pub(super) fn call(state: &State) -> Result<()> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let Some(coordinator) = cast::logins().find(|person| person.role == Role::Coordinator) else {
        return Ok(());
    };
    state.db.write_blocking(|conn| {
        let account = accounts::by_email(conn, coordinator.email)?.ok_or(Error::NotFound("account"))?;
        let scope = accounts::scope(conn, &account.id, today)?;
        let groups = people::groups_for(conn, &scope, school_year(today))?;
        let Some(group) = groups.into_iter().find(|group| group.name == GROUP) else {
            return Ok(());
        };
        let new = New { kind: Kind::Group, school: group.school_id, group: Some(group.id), held_on: today };
        let id = meetings::begin(conn, &scope, now, &new)?;
        let meeting = store::meeting(conn, &scope, &id)?;
        let agenda = store::agenda(conn, &meeting)?;
        let Some(pupil) = agenda.into_iter().find_map(|subject| subject.pupil_id) else {
            return Ok(());
        };
        let spoken = Spoken {
            with: With::Parent,
            held_on: today,
            line: "Vader herkent het: sinds de verhuizing is het stil.".to_owned(),
            agreed: "De mentor belt over twee weken.".to_owned(),
        };
        speak::about_pupil(conn, &scope, now, &pupil, &spoken).map(|_id| ())
    })
}
