//! Conversations, with what was agreed, on their way to the official file.

use super::{Kind, People, Waiting};
use crate::evidence::conversations::{self, Conversation};
use crate::ground::{AccountId, Conn, Error, GroupId, PupilId, Result, Scope, Words};
use crate::school::accounts::store as accounts;
use crate::web::timeline;

pub(super) const KIND: Kind = Kind { word: "conversation", waiting, find, mark };

fn waiting(conn: &mut Conn, scope: &Scope, w: Words) -> Result<Vec<Waiting>> {
    let held = conversations::waiting(conn, &scope.schools())?;
    within(conn, scope, w, &held)
}

fn find(conn: &mut Conn, scope: &Scope, w: Words, id: &str) -> Result<Waiting> {
    let held = conversations::by_id(conn, id)?;
    within(conn, scope, w, &[held])?.pop().ok_or(Error::NotFound("conversation"))
}

fn mark(conn: &mut Conn, scope: &Scope, subject: &str, id: &str) -> Result<()> {
    conversations::mark_transferred(conn, subject, id, scope.today)
}

fn within(conn: &mut Conn, scope: &Scope, w: Words, held: &[Conversation]) -> Result<Vec<Waiting>> {
    let pupils: Vec<PupilId> = held.iter().filter_map(|one| one.pupil_id.clone()).collect();
    let groups: Vec<GroupId> = held.iter().filter_map(|one| one.group_id.clone()).collect();
    let people = People::of(conn, scope, w, &pupils, &groups)?;
    let writers: Vec<AccountId> = held.iter().map(|one| one.account_id.clone()).collect();
    let names = accounts::names(conn, &writers)?;
    let row = |one: &Conversation| {
        let (about, name) = people.about(one.pupil_id.as_ref(), one.group_id.as_ref())?;
        let item = timeline::conversation(w, &names, &name, one);
        Some(Waiting { about, name, item })
    };
    Ok(held.iter().filter_map(row).collect())
}
