//! What the table's numbers of pupils and series stand for. The scores themselves: `table_store`.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::analytics::SeriesKey;
use crate::evidence::files::Series;
use crate::evidence::instruments::{Catalogue, Sex};
use crate::evidence::results::store as results;
use crate::ground::db::schema::pupils;
use crate::ground::{Conn, Error, PupilId, Result, SchoolId};

pub(super) struct Person {
    pub(super) id: PupilId,
    pub(super) school: SchoolId,
    pub(super) birth_date: Option<NaiveDate>,
    pub(super) sex: Option<Sex>,
}

type Told = (i64, PupilId, SchoolId, Option<NaiveDate>, Option<String>);

/// All pupils by number.
pub(super) fn people(conn: &mut Conn) -> Result<HashMap<i64, Person>> {
    let rows: Vec<Told> = pupils::table
        .select((pupils::key, pupils::id, pupils::school_id, pupils::birth_date, pupils::sex))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(key, id, school, birth_date, sex)| {
            let sex = sex.as_deref().and_then(Sex::from_code);
            (key, Person { id, school, birth_date, sex })
        })
        .collect())
}

pub(super) fn known_series(
    conn: &mut Conn,
    catalogue: &Catalogue,
) -> Result<(HashMap<i32, u32>, Vec<SeriesKey>)> {
    let mut rows: Vec<(Series, i32)> = results::series_keys(conn)?.into_iter().collect();
    rows.sort_unstable_by_key(|(_, key)| *key);
    let mut at = HashMap::new();
    let mut keys = Vec::new();
    let mut unknown = BTreeSet::new();
    for (Series { instrument, version, informant, scale, score_type }, key) in rows {
        if catalogue.get(&instrument).is_none_or(|one| one.scale(&scale).is_none()) {
            unknown.insert(format!("{instrument}/{}/{scale}", informant.code()));
            continue;
        }
        at.insert(key, u32::try_from(keys.len()).map_err(Error::internal)?);
        keys.push(SeriesKey { instrument, version, informant, scale, score_type });
    }
    if !unknown.is_empty() {
        tracing::warn!(?unknown, "series that no instrument defines are left out");
    }
    Ok((at, keys))
}

/// The place of each in its list, as the table's number.
pub(super) fn places<T: std::hash::Hash + Eq>(all: impl Iterator<Item = T>) -> HashMap<T, u32> {
    (0_u32..).zip(all).map(|(at, one)| (one, at)).collect()
}
