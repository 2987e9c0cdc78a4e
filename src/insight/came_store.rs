//! When the scores of a school first came in, which an import had brought that was taken back, and of which rounds an
//! objection would tell: what `disclosure` must know beside the scores themselves.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::disclosure::{Gone, Row};
use crate::evidence::results::Score;
use crate::ground::db::schema::{
    import_changes, imports, objections, origins, pupils, scores, series, withdrawn_scores,
};
use crate::ground::{Conn, Error, GroupId, Result, SchoolId};

/// A pupil's key, the series and the round.
type Place = (i64, i32, i32);

/// A pupil's key and the group of then.
type Was = (i64, Option<GroupId>);

/// A pupil's key, series, round, group and import.
type Withdrawn = (i64, i32, i32, Option<String>, String);

/// What came when.
#[derive(Debug, Default)]
pub(super) struct Came {
    /// For every score that was changed or withdrawn since: the import that first brought it.
    pub(super) first: HashMap<Place, String>,
    /// By series and round: whose scores were withdrawn, with the group they were then in. They may be here again.
    withdrawn: HashMap<(i32, i32), Vec<Was>>,
}

impl Came {
    /// What was withdrawn of a round and is not here again. A group that was made anew is known by who is in it.
    pub(super) fn gone(&self, series: i32, round: i32, rows: &[Row]) -> Gone {
        let Some(withdrawn) = self.withdrawn.get(&(series, round)) else { return Gone::default() };
        let here: HashMap<i64, &Option<GroupId>> = rows.iter().map(|row| (row.pupil, &row.group)).collect();
        let then: HashMap<i64, &Option<GroupId>> =
            withdrawn.iter().map(|(pupil, group)| (*pupil, group)).collect();
        // Where those of a group are now, and from which groups those who are there came.
        let mut went: BTreeMap<&Option<GroupId>, BTreeSet<&Option<GroupId>>> = BTreeMap::new();
        let mut from: BTreeMap<&Option<GroupId>, BTreeSet<&Option<GroupId>>> = BTreeMap::new();
        for row in rows {
            // Who was not withdrawn was there before.
            let was = then.get(&row.pupil).copied().unwrap_or(&row.group);
            went.entry(was).or_default().insert(&row.group);
            from.entry(&row.group).or_default().insert(was);
        }
        let only = |of: Option<&BTreeSet<&Option<GroupId>>>| -> Option<Option<GroupId>> {
            of.filter(|all| all.len() == 1).and_then(|all| all.first().map(|one| (*one).clone()))
        };
        let now = |group: &Option<GroupId>| -> Option<GroupId> {
            // Made anew: all of it in one group, and nobody else there.
            let anew = only(went.get(group)).filter(|to| only(from.get(to)).as_ref() == Some(group));
            if group.is_some() { anew.unwrap_or_else(|| group.clone()) } else { None }
        };
        let moved =
            withdrawn.iter().any(|(pupil, group)| here.get(pupil).is_some_and(|at| **at != now(group)));
        let rows =
            withdrawn.iter().filter(|(pupil, _)| !here.contains_key(pupil)).map(|(pupil, group)| Row {
                pupil: *pupil,
                score: f64::NAN,
                group: now(group),
                came: self.first.get(&(*pupil, series, round)).cloned().unwrap_or_default(),
                seen: false,
            });
        Gone { rows: rows.collect(), moved }
    }
}

/// What came when at a school.
pub(super) fn came(conn: &mut Conn, school: &SchoolId) -> Result<Came> {
    let mut came = Came::default();
    let mut first = |place: Place, import: String| {
        let known = came.first.entry(place).or_insert_with(|| import.clone());
        if import < *known {
            *known = import;
        }
    };
    let notes: Vec<Option<String>> = import_changes::table
        .inner_join(imports::table)
        .filter(imports::school_id.eq(school))
        .filter(import_changes::what.eq("score"))
        .filter(import_changes::before.is_not_null())
        .select(import_changes::before)
        .load(conn)?;
    for note in notes.into_iter().flatten() {
        let was: Score = serde_json::from_str(&note).map_err(Error::internal)?;
        first((was.pupil_key, was.series_key, was.round_key), was.import_id.0);
    }
    let withdrawn: Vec<Withdrawn> = withdrawn_scores::table
        .inner_join(pupils::table.on(pupils::key.eq(withdrawn_scores::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .select((
            withdrawn_scores::pupil_key,
            withdrawn_scores::series_key,
            withdrawn_scores::round_key,
            withdrawn_scores::group_id,
            withdrawn_scores::import_id,
        ))
        .load(conn)?;
    for (pupil, series, round, group, import) in withdrawn {
        first((pupil, series, round), import);
        came.withdrawn.entry((series, round)).or_default().push((pupil, group.map(GroupId)));
    }
    Ok(came)
}

/// The rounds of a school whose figures would tell of one pupil to who sees the others' figure before and after: of whom
/// parents object since the scores stood there, or objected when they came and took it back. Who objected and took it back
/// while the scores stood there is in what was shown before and after.
pub(super) fn objected_to(conn: &mut Conn, school: &SchoolId, came: &Came) -> Result<HashSet<(i32, i32)>> {
    type Objected = (i64, i32, NaiveDateTime, Option<NaiveDateTime>);
    let objected: Vec<Objected> = objections::table
        .inner_join(pupils::table.on(pupils::id.eq(objections::pupil_id)))
        .inner_join(series::table.on(series::instrument.eq(objections::instrument)))
        .filter(pupils::school_id.eq(school))
        .select((pupils::key, series::key, objections::created_at, objections::ended_at))
        .load(conn)?;
    if objected.is_empty() {
        return Ok(HashSet::new());
    }
    let who = objections::table.inner_join(pupils::table.on(pupils::id.eq(objections::pupil_id)));
    let scored: Vec<(i64, i32, i32, String)> = scores::table
        .inner_join(origins::table)
        .filter(scores::pupil_key.eq_any(who.filter(pupils::school_id.eq(school)).select(pupils::key)))
        .select((scores::pupil_key, scores::series_key, scores::round_key, origins::import_id))
        .load(conn)?;
    // What was withdrawn has its first import in `came`.
    let withdrawn = came
        .withdrawn
        .iter()
        .flat_map(|((series, round), was)| was.iter().map(|(pupil, _)| ((*pupil, *series, *round), None)));
    let scored = scored.iter().map(|(pupil, series, round, last)| ((*pupil, *series, *round), Some(last)));
    let of = imports::table.filter(imports::school_id.eq(school));
    let stored: HashMap<String, NaiveDateTime> =
        of.select((imports::id, imports::created_at)).load(conn)?.into_iter().collect();
    let tells = |(place, last): (Place, Option<&String>)| {
        let (pupil, series, round) = place;
        let at = came.first.get(&place).or(last).and_then(|import| stored.get(import));
        let mut own = objected.iter().filter(|(who, on, ..)| (*who, *on) == (pupil, series));
        let tells = |said: &NaiveDateTime, ended: &Option<NaiveDateTime>| {
            at.is_none_or(|at| ended.as_ref().map_or(at <= said, |ended| said <= at && at <= ended))
        };
        own.any(|(.., said, ended)| tells(said, ended)).then_some((series, round))
    };
    Ok(scored.chain(withdrawn).filter_map(tells).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pupils of a class that is called so now.
    fn here(group: &str, pupils: std::ops::Range<i64>) -> Vec<Row> {
        let row = |pupil| Row {
            pupil,
            score: 1.0,
            group: Some(GroupId(group.to_owned())),
            came: String::new(),
            seen: false,
        };
        pupils.map(row).collect()
    }

    /// Ten of class a and ten of class b were withdrawn.
    fn came() -> Came {
        let group = |pupil: i64| Some(GroupId(if pupil < 10 { "a" } else { "b" }.to_owned()));
        let was = (0..20).map(|pupil| (pupil, group(pupil))).collect();
        Came { first: HashMap::new(), withdrawn: HashMap::from([((1, 1), was)]) }
    }

    #[test]
    fn a_class_that_was_made_anew_is_known_by_who_is_in_it() {
        let gone = came().gone(1, 1, &[here("a2", 0..9), here("b", 10..20)].concat());
        let told: Vec<_> = gone.rows.iter().map(|row| (row.pupil, row.group.clone())).collect();
        assert_eq!((told, gone.moved), (vec![(9, Some(GroupId("a2".to_owned())))], false));
        assert!(came().gone(1, 1, &[]).rows.len() == 20 && came().gone(2, 1, &[]).rows.is_empty());
    }

    #[test]
    fn who_is_here_again_in_another_class_has_moved() {
        let gone = came().gone(1, 1, &[here("a", 0..9), here("b", 9..20)].concat());
        assert!(gone.rows.is_empty() && gone.moved);
        assert!(!came().gone(1, 1, &[here("a", 0..10), here("b", 10..20)].concat()).moved);
        // A class that is made anew within another one, or swallowed by it, and who had none.
        assert!(
            came().gone(1, 1, &[here("a2", 0..10), here("a2", 30..31), here("b", 10..20)].concat()).moved
        );
        assert!(came().gone(1, 1, &[here("a", 0..10), here("a", 10..20)].concat()).moved);
        let mut placed = came();
        placed.withdrawn.insert((1, 1), [vec![(9, None)], came().withdrawn[&(1, 1)][10..].to_vec()].concat());
        assert!(placed.gone(1, 1, &[here("b", 9..20)].concat()).moved);
    }
}
