//! What looking back on a plan asks of the database: the scores on its scale with who filled in, and who was in a group or
//! school when it began. Callers hold the plan by their scope.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::store::pupils_of_school;
use crate::care::plans::model::{Plan, Watched};
use crate::ground::db::schema::{memberships, origins, pupils, rounds, scores, series};
use crate::ground::{Conn, GroupId, PupilId, Result};
use crate::school::Pupil;
use crate::school::store::placed_on;

/// How many values one `IN (…)` holds.
const IN_LIST: usize = 1000;

/// A score with who filled it in.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Filled {
    pub pupil: i64,
    pub series: i32,
    pub round: String,
    pub on: NaiveDate,
    pub score: f64,
    pub group: Option<GroupId>,
    pub rater: String,
}

/// The pupils a plan is for, as they were placed on its first day.
pub(super) fn pupils_of(conn: &mut Conn, plan: &Plan, on: NaiveDate) -> Result<Vec<Pupil>> {
    if let Some(pupil) = &plan.pupil_id {
        return Ok(pupils::table.filter(pupils::id.eq(pupil)).select(Pupil::as_select()).load(conn)?);
    }
    let ids: Vec<PupilId> = match &plan.group_id {
        Some(group) => {
            let placed = memberships::table.filter(memberships::group_id.eq(group)).filter(placed_on(on));
            placed.select(memberships::pupil_id).distinct().load(conn)?
        }
        None => pupils_of_school(conn, &plan.school_id, on)?,
    };
    let mut found = Vec::new();
    for some in ids.chunks(IN_LIST) {
        let rows = pupils::table.filter(pupils::id.eq_any(some.to_vec())).select(Pupil::as_select());
        found.extend(rows.load::<Pupil>(conn)?);
    }
    Ok(found)
}

/// The scores of these pupils on a scale up to a day, by pupil and series, oldest first.
pub(super) fn scores_on(
    conn: &mut Conn,
    keys: &[i64],
    watched: &Watched,
    until: NaiveDate,
) -> Result<Vec<Filled>> {
    let mut found = Vec::new();
    for some in keys.chunks(IN_LIST) {
        let rows: Vec<Filled> = scores::table
            .inner_join(origins::table)
            .inner_join(rounds::table.on(rounds::key.eq(scores::round_key)))
            .inner_join(series::table.on(series::key.eq(scores::series_key)))
            .filter(scores::pupil_key.eq_any(some.to_vec()))
            .filter(series::instrument.eq(&watched.instrument))
            .filter(series::informant.eq(&watched.informant))
            .filter(series::scale.eq(&watched.scale))
            .filter(scores::taken_on.le(until))
            .order((scores::pupil_key, scores::series_key, scores::taken_on))
            .select((
                scores::pupil_key,
                scores::series_key,
                rounds::label,
                scores::taken_on,
                scores::value,
                origins::group_id,
                origins::rater,
            ))
            .load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}
