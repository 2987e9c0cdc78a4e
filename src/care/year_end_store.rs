//! What the year's end asks of the database about observations, and takes out of it.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::year_end::Open;
use crate::evidence::observations::Observation;
use crate::ground::db::schema::{
    groups, memberships, observation_keeps, observations, pupils, signal_evidence, signals,
};
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId};
use crate::school::Pupil;
use crate::school::store::placed_on;
use crate::signals::state::State;

type Backend = <Conn as Connection>::Backend;

/// Observations from before a day of these groups, of pupils in them or these pupils, or of these schools, on which nobody
/// decided at the end of this school year.
pub(super) struct Asked {
    pub(super) today: NaiveDate,
    pub(super) groups: Vec<GroupId>,
    pub(super) pupils: Vec<PupilId>,
    pub(super) schools: Vec<SchoolId>,
    pub(super) before: NaiveDate,
    pub(super) year: i32,
}

impl Asked {
    fn query(&self) -> observations::BoxedQuery<'static, Backend> {
        let in_group = memberships::table
            .filter(memberships::group_id.eq_any(self.groups.clone()))
            .filter(placed_on(self.today))
            .select(memberships::pupil_id.nullable());
        let decided = observation_keeps::table
            .filter(observation_keeps::school_year.ge(self.year))
            .select(observation_keeps::observation_id);
        let pupils: Vec<Option<PupilId>> = self.pupils.iter().cloned().map(Some).collect();
        let groups: Vec<Option<GroupId>> = self.groups.iter().cloned().map(Some).collect();
        let own = observations::pupil_id
            .eq_any(in_group)
            .or(observations::pupil_id.eq_any(pupils))
            .or(observations::group_id.eq_any(groups))
            .assume_not_null();
        observations::table
            .into_boxed()
            .filter(own.or(observations::school_id.eq_any(self.schools.clone())))
            .filter(observations::seen_on.lt(self.before))
            .filter(observations::id.ne_all(decided))
    }
}

/// How many there are.
pub(super) fn waiting(conn: &mut Conn, asked: &Asked) -> Result<usize> {
    let count: i64 = asked.query().count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// The observations themselves, by the day they were seen.
pub(super) fn undecided(conn: &mut Conn, asked: &Asked) -> Result<Vec<Open>> {
    let found: Vec<Observation> = asked
        .query()
        .order((observations::seen_on, observations::id))
        .select(Observation::as_select())
        .load(conn)?;
    let names = names(conn, &found)?;
    let needed = needed(conn, &found)?;
    let open = |observation: Observation| Open {
        about: match (&observation.pupil_id, &observation.group_id) {
            (Some(pupil), _) => names.get(&pupil.0).cloned().unwrap_or_default(),
            (None, group) => group.as_ref().and_then(|id| names.get(&id.0)).cloned().unwrap_or_default(),
        },
        is_needed: needed.contains(&observation.id),
        observation,
    };
    Ok(found.into_iter().map(open).collect())
}

/// The names of the pupils and groups these are about.
fn names(conn: &mut Conn, found: &[Observation]) -> Result<HashMap<String, String>> {
    let ids: HashSet<PupilId> = found.iter().filter_map(|one| one.pupil_id.clone()).collect();
    let people: Vec<Pupil> =
        pupils::table.filter(pupils::id.eq_any(ids)).select(Pupil::as_select()).load(conn)?;
    let ids: HashSet<GroupId> = found.iter().filter_map(|one| one.group_id.clone()).collect();
    let named: Vec<(String, String)> =
        groups::table.filter(groups::id.eq_any(ids)).select((groups::id, groups::name)).load(conn)?;
    let people = people.into_iter().map(|pupil| (pupil.id.0.clone(), pupil.full_name()));
    Ok(people.chain(named).collect())
}

/// Those of these on which an open signal rests.
fn needed(conn: &mut Conn, found: &[Observation]) -> Result<HashSet<String>> {
    let ids: Vec<Option<&str>> = found.iter().map(|one| Some(one.id.as_str())).collect();
    let rest: Vec<Option<String>> = signal_evidence::table
        .inner_join(signals::table)
        .filter(signals::state.ne_all([State::NoAction, State::Closed]))
        .filter(signal_evidence::observation_id.eq_any(ids))
        .select(signal_evidence::observation_id)
        .load(conn)?;
    Ok(rest.into_iter().flatten().collect())
}

pub(super) fn keep(
    conn: &mut Conn,
    now: NaiveDateTime,
    id: &str,
    year: i32,
    reason: &str,
    account: &AccountId,
) -> Result<()> {
    diesel::insert_into(observation_keeps::table)
        .values((
            observation_keeps::observation_id.eq(id),
            observation_keeps::school_year.eq(year),
            observation_keeps::reason.eq(reason),
            observation_keeps::account_id.eq(account),
            observation_keeps::kept_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes an observation away, and from signals that have ended that they rested on it.
pub(super) fn delete(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(signal_evidence::table.filter(signal_evidence::observation_id.eq(id))).execute(conn)?;
    diesel::delete(observation_keeps::table.filter(observation_keeps::observation_id.eq(id)))
        .execute(conn)?;
    diesel::delete(observations::table.find(id)).execute(conn)?;
    Ok(())
}
