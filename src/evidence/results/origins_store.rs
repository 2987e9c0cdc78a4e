//! All that is asked of the database about where scores are from.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::model::Origin;
use crate::ground::db::counter;
use crate::ground::db::schema::origins;
use crate::ground::{Conn, Error, GroupId, ImportId, Result};

/// How many values one `IN (…)` holds: both databases bind more.
const IN_LIST: usize = 1000;

/// The numbers of these origins; those not met before get one.
pub fn ensure(conn: &mut Conn, wanted: &BTreeSet<Origin>) -> Result<HashMap<Origin, i32>> {
    let imports: BTreeSet<&ImportId> = wanted.iter().map(|one| &one.import_id).collect();
    let mut known = HashMap::new();
    for some in Vec::from_iter(imports).chunks(IN_LIST) {
        let found = origins::table.filter(origins::import_id.eq_any(some.to_vec()));
        let found: Vec<(Origin, i32)> = found
            .select(((origins::import_id, origins::group_id, origins::rater), origins::key))
            .load(conn)?;
        known.extend(found);
    }
    for one in wanted {
        if !known.contains_key(one) {
            known.insert(one.clone(), add(conn, one.clone())?);
        }
    }
    Ok(known)
}

/// Adds an origin; gives its number.
pub fn add(conn: &mut Conn, origin: Origin) -> Result<i32> {
    let key = i32::try_from(counter::take(conn, "origin", 1)?).map_err(Error::internal)?;
    diesel::insert_into(origins::table)
        .values((
            origins::key.eq(key),
            origins::import_id.eq(origin.import_id),
            origins::group_id.eq(origin.group_id),
            origins::rater.eq(origin.rater),
        ))
        .execute(conn)?;
    Ok(key)
}

/// The origins with these numbers.
pub fn with_keys(conn: &mut Conn, keys: &BTreeSet<i32>) -> Result<HashMap<i32, Origin>> {
    let mut found = HashMap::new();
    let keys: Vec<i32> = keys.iter().copied().collect();
    for some in keys.chunks(IN_LIST) {
        let rows = origins::table.filter(origins::key.eq_any(some.to_vec()));
        let rows: Vec<(i32, Origin)> = rows
            .select((origins::key, (origins::import_id, origins::group_id, origins::rater)))
            .load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// All of them: of a board they are as many as its groups and those who fill in, for each import.
pub fn all(conn: &mut Conn) -> Result<HashMap<i32, Origin>> {
    let rows: Vec<(i32, Origin)> = origins::table
        .select((origins::key, (origins::import_id, origins::group_id, origins::rater)))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Takes the origins away in a group of which no scores are left, so that the group itself can go.
pub fn forget_group(conn: &mut Conn, group: &GroupId) -> Result<()> {
    diesel::delete(origins::table.filter(origins::group_id.eq(group))).execute(conn)?;
    Ok(())
}
