//! All that is asked of the database about ratings. Nobody looks at them, so there is no scope: imports write them and
//! signals compute from them.

use std::collections::HashSet;

use diesel::prelude::*;

use super::Rating;
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{groups, ratings};
use crate::ground::{Conn, GroupId, ImportId, Result, SchoolId};

/// How many values one `IN (…)` holds: both databases bind more.
const IN_LIST: usize = 1000;

/// The ratings of a school, in order of day and group.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Rating>> {
    Ok(ratings::table
        .inner_join(groups::table)
        .filter(groups::school_id.eq(school))
        .order((ratings::taken_on, ratings::group_id, ratings::rater_key, ratings::rated_key))
        .select(Rating::as_select())
        .load(conn)?)
}

/// The ratings of a group, in order of day.
pub fn of_group(conn: &mut Conn, group: &GroupId) -> Result<Vec<Rating>> {
    Ok(ratings::table
        .filter(ratings::group_id.eq(group))
        .order((ratings::taken_on, ratings::rater_key, ratings::rated_key))
        .select(Rating::as_select())
        .load(conn)?)
}

/// The ratings that this import wrote last.
pub fn of_import(conn: &mut Conn, import: &ImportId) -> Result<Vec<Rating>> {
    Ok(ratings::table.filter(ratings::import_id.eq(import)).select(Rating::as_select()).load(conn)?)
}

/// Which imports wrote ratings by or of these pupils last.
pub fn imports_of_pupils(conn: &mut Conn, keys: &[i64]) -> Result<HashSet<ImportId>> {
    let mut found = HashSet::new();
    for some in keys.chunks(IN_LIST) {
        let of_them = ratings::rater_key.eq_any(some.to_vec()).or(ratings::rated_key.eq_any(some.to_vec()));
        let rows: Vec<ImportId> =
            ratings::table.filter(of_them).select(ratings::import_id).distinct().load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// Adds ratings.
pub fn insert(conn: &mut Conn, rows: &[Rating]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, ratings::table, rows)?;
    }
    Ok(())
}

/// Takes ratings away.
pub fn delete(conn: &mut Conn, rows: &[Rating]) -> Result<()> {
    for row in rows {
        let place = (&row.group_id, row.taken_on, row.rater_key, row.rated_key);
        diesel::delete(ratings::table.find(place)).execute(conn)?;
    }
    Ok(())
}
