//! Decisions on signals about pupils and groups, on their way to the official file.

use super::{Kind, People, Waiting};
use crate::ground::{AccountId, Conn, Error, GroupId, PupilId, Result, Scope, SignalId, Words};
use crate::school::accounts::store as accounts;
use crate::signals::model::{Decision, Level, Signal};
use crate::signals::state::Event;
use crate::signals::store as signals;
use crate::web::timeline;

pub(super) const KIND: Kind = Kind { word: "decision", waiting, find, mark };

/// What a person decides; that a signal went to and fro is nothing for the file.
const DECIDED: [&str; 6] = [
    Event::InConversation.as_str(),
    Event::Watching.as_str(),
    Event::Planned.as_str(),
    Event::Referred.as_str(),
    Event::NoAction.as_str(),
    Event::Closed.as_str(),
];

fn waiting(conn: &mut Conn, scope: &Scope, w: Words) -> Result<Vec<Waiting>> {
    let about = signals::of_subjects(conn, scope)?;
    let ids: Vec<SignalId> = about.iter().map(|signal| signal.id.clone()).collect();
    let made = signals::not_copied(conn, &ids, &DECIDED)?;
    within(conn, scope, w, &about, &made)
}

fn find(conn: &mut Conn, scope: &Scope, w: Words, id: &str) -> Result<Waiting> {
    let (signal, made) = decided(conn, scope, id)?;
    let found = within(conn, scope, w, &[signal], &[made])?.pop();
    found.ok_or(Error::NotFound("decision"))
}

fn mark(conn: &mut Conn, scope: &Scope, subject: &str, id: &str) -> Result<()> {
    let (signal, _) = decided(conn, scope, id)?;
    if signal.subject != subject {
        return Err(Error::NotFound("signal"));
    }
    signals::mark_transferred(conn, &signal, id, scope.today)
}

fn decided(conn: &mut Conn, scope: &Scope, id: &str) -> Result<(Signal, Decision)> {
    let made = signals::decision(conn, id)?;
    Ok((signals::signal(conn, scope, &made.signal_id)?, made))
}

fn within(
    conn: &mut Conn,
    scope: &Scope,
    w: Words,
    about: &[Signal],
    made: &[Decision],
) -> Result<Vec<Waiting>> {
    let pairs: Vec<(&Signal, &Decision)> = made
        .iter()
        .filter_map(|one| Some((about.iter().find(|signal| signal.id == one.signal_id)?, one)))
        .collect();
    // A pupil's signal also carries the group of the day it was raised: it is about the pupil.
    let group = |signal: &Signal| signal.group_id.clone().filter(|_| signal.level == Level::Group);
    let pupils: Vec<PupilId> = pairs.iter().filter_map(|(signal, _)| signal.pupil_id.clone()).collect();
    let groups: Vec<GroupId> = pairs.iter().filter_map(|(signal, _)| group(signal)).collect();
    let people = People::of(conn, scope, w, &pupils, &groups)?;
    let writers: Vec<AccountId> = made.iter().filter_map(|one| one.account_id.clone()).collect();
    let names = accounts::names(conn, &writers)?;
    let row = |(signal, one): (&Signal, &Decision)| {
        let (about, name) = people.about(signal.pupil_id.as_ref(), group(signal).as_ref())?;
        let item = timeline::decision(w, &names, &name, signal, one);
        Some(Waiting { about, name, item })
    };
    Ok(pairs.into_iter().filter_map(row).collect())
}
