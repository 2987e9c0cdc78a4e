//! Scores made visible. A changed score is noted with how it was; a new one carries the import's id.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::groups_store;
use super::rows_store;
use super::{
    counts::Counts,
    log::Log,
    model::{Import, PupilRow},
    people_store,
    report::from_json,
    schools_store,
    staged::StagedScore,
};
use crate::evidence::results::{Score, store as results};
use crate::ground::{Conn, Error, GroupId, Result, clock};
use crate::school::Group;
use crate::school::store::school;

/// Stores the staged rows.
pub fn apply(conn: &mut Conn, import: &Import, counts: &Counts, log: &mut Log) -> Result<()> {
    let mut staged: Vec<(bool, StagedScore)> = Vec::new();
    for row in rows_store::rows(conn, &import.id, &["new", "changed"])? {
        staged.push((row.status == "changed", from_json(&row.parsed)?));
    }
    let series = staged.iter().map(|(_, score)| score.series.clone()).collect::<BTreeSet<_>>();
    let series = results::ensure_series(conn, &series)?;
    let rounds = staged.iter().map(|(_, score)| score.round.clone()).collect::<BTreeSet<_>>();
    let rounds = results::ensure_rounds(conn, &rounds)?;
    let mut groups = groups_store::groups(conn, &import.school_id)?;
    let (mut scores, mut replaced) = (Vec::new(), HashSet::new());
    for (changed, one) in &staged {
        let place = series.get(&one.series).zip(rounds.get(&one.round));
        let (series_key, round_key) =
            place.ok_or_else(|| Error::internal("a series or round was not numbered"))?;
        let score = Score {
            pupil_key: one.pupil_key,
            series_key: *series_key,
            round_key: *round_key,
            taken_on: one.taken_on,
            value: one.value,
            group_id: group(conn, import, one, &mut groups, log)?,
            rater: one.rater.clone(),
            import_id: import.id.clone(),
        };
        if *changed {
            replaced.insert(place_of(&score));
        }
        scores.push(score);
    }
    replace(conn, import, &replaced, log)?;
    results::insert(conn, &scores)?;
    fill_in(conn, import, &staged, log)?;
    begin_picture(conn, import, counts, log)
}

type Place = (i64, i32, i32);

const fn place_of(score: &Score) -> Place {
    (score.pupil_key, score.series_key, score.round_key)
}

/// The subject under which a score stands in the notes.
pub fn subject(score: &Score) -> String {
    format!("{}:{}:{}", score.pupil_key, score.series_key, score.round_key)
}

/// Takes the scores away that get another value, and notes how they were.
fn replace(conn: &mut Conn, import: &Import, places: &HashSet<Place>, log: &mut Log) -> Result<()> {
    let series: HashSet<i32> = places.iter().map(|place| place.1).collect();
    let series: Vec<i32> = series.into_iter().collect();
    let mut old = results::of_school(conn, &import.school_id, &series)?;
    old.retain(|score| places.contains(&place_of(score)));
    for score in &old {
        log.changed("score", &subject(score), score)?;
    }
    results::delete(conn, &old)
}

/// The group of a score: by the roster on that day, else by the file, made for that school year when needed.
fn group(
    conn: &mut Conn,
    import: &Import,
    score: &StagedScore,
    groups: &mut Vec<Group>,
    log: &mut Log,
) -> Result<Option<GroupId>> {
    if score.group.is_some() {
        return Ok(score.group.clone());
    }
    let Some(name) = &score.group_name else {
        return Ok(None);
    };
    let year = clock::school_year(score.taken_on);
    let (group, made) = groups_store::group_named(conn, &import.school_id, groups, name, year)?;
    if made {
        log.made("group", &group.id.0)?;
    }
    Ok(Some(group.id.clone()))
}

/// Birth dates and sex that only the scores tell: published norms need them.
fn fill_in(conn: &mut Conn, import: &Import, staged: &[(bool, StagedScore)], log: &mut Log) -> Result<()> {
    let mut told: HashMap<i64, &StagedScore> = HashMap::new();
    for (_, score) in staged {
        if score.birth_date.is_some() || score.sex.is_some() {
            told.entry(score.pupil_key).or_insert(score);
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    for pupil in people_store::pupils(conn, &import.school_id)? {
        if let Some(score) = told.get(&pupil.key) {
            let filled = PupilRow {
                birth_date: pupil.birth_date.or(score.birth_date),
                sex: pupil.sex.clone().or_else(|| score.sex.clone()),
                ..pupil.clone()
            };
            log.changed("pupil", &pupil.id.0, &pupil)?;
            people_store::update_pupil(conn, &filled)?;
        }
    }
    Ok(())
}

/// The first measurements of a school are its starting picture: they raise nothing on pupils unasked.
pub(super) fn begin_picture(conn: &mut Conn, import: &Import, counts: &Counts, log: &mut Log) -> Result<()> {
    let school = school(conn, &import.school_id)?;
    if school.starting_picture_until.is_none() && counts.new > 0 {
        log.made("school", &school.id.0)?;
        schools_store::set_starting_picture(conn, &school.id, counts.last_day)?;
    }
    Ok(())
}
