//! Reads a school's ratings as the sociograms the rules run on. Pupils whose parents object are left out, as who judges
//! and as who is judged; they still count among the pupils of their group.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::sittings::{Sitting, sittings};
use super::sociograms::Sociograms;
use super::table_store::BoardTable;
use crate::analytics::sociogram::Measurement;
use crate::evidence::files::{Opinion, Points, RatingRow};
use crate::evidence::objections;
use crate::evidence::ratings::{Rating, SOCIOGRAM, store as ratings};
use crate::ground::db::schema::{groups, memberships};
use crate::ground::{Conn, GroupId, PupilId, Result, SchoolId};
use crate::school::Group;

type Place = (GroupId, PupilId, NaiveDate, Option<NaiveDate>);

/// The sociograms of a school; numbers of schools, groups and pupils are those of `table`.
pub(super) fn load(conn: &mut Conn, school: &SchoolId, table: &BoardTable) -> Result<Sociograms> {
    let places = places(conn, school)?;
    let left_out = objections::left_out_of(conn, SOCIOGRAM)?;
    let given = ratings::of_school(conn, school)?;
    let measurements = sittings(&given).into_iter().filter_map(|sitting| {
        let at = table.groups.iter().position(|(id, _)| id == sitting.group)?;
        measurement(&sitting, u32::try_from(at).ok()?, &places, &left_out)
    });
    let measurements = measurements.collect();
    let at = table.schools.iter().position(|id| id == school).unwrap_or_default();
    Ok(Sociograms { school: u32::try_from(at).unwrap_or_default(), measurements })
}

/// The last sociogram of a group.
///
/// # Errors
/// When the database cannot be read.
pub fn last_of_group(conn: &mut Conn, group: &Group) -> Result<Option<Measurement>> {
    let given = ratings::of_group(conn, &group.id)?;
    if given.is_empty() {
        return Ok(None);
    }
    let places = places(conn, &group.school_id)?;
    let left_out = objections::left_out_of(conn, SOCIOGRAM)?;
    Ok(sittings(&given).last().and_then(|sitting| measurement(sitting, 0, &places, &left_out)))
}

/// Who was in which group of a school, from when to when.
fn places(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Place>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(groups::school_id.eq(school))
        .select((memberships::group_id, memberships::pupil_id, memberships::starts_on, memberships::ends_on))
        .load(conn)?)
}

/// What the analysis takes of a sociogram. Two scales in one group on one day say nothing together.
fn measurement(
    sitting: &Sitting<'_>,
    group: u32,
    places: &[Place],
    left_out: &HashSet<i64>,
) -> Option<Measurement> {
    let Sitting { group: id, on, rows } = sitting;
    let first = rows.first()?;
    let scale = u8::try_from(first.points).ok().and_then(Points::new)?;
    if rows.iter().any(|row| row.points != first.points) {
        return None;
    }
    let pupils: HashSet<&PupilId> = places
        .iter()
        .filter(|(own, _, from, until)| own == *id && from <= on && until.is_none_or(|until| until >= *on))
        .map(|(_, pupil, ..)| pupil)
        .collect();
    let kept =
        rows.iter().filter(|row| !left_out.contains(&row.rater_key) && !left_out.contains(&row.rated_key));
    let kept = kept.copied().filter_map(as_row).collect();
    Some(Measurement::new(group, *on, kept, scale, pupils.len()))
}

/// A rating as the analysis takes it: pupils by their key.
fn as_row(rating: &Rating) -> Option<RatingRow> {
    Some(RatingRow {
        row: 0,
        line: 0,
        group: rating.group_id.0.clone(),
        date: rating.taken_on,
        rater: rating.rater_key.to_string(),
        rated: rating.rated_key.to_string(),
        opinion: Opinion::read(&rating.opinion)?,
    })
}
