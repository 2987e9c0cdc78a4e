//! Scores as the rows that `analytics` computes on.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::Score;
use super::store::{round_keys, series_keys};
use crate::evidence::files::{ScoreRow, Series};
use crate::ground::db::schema::{groups, pupils, schools, scores};
use crate::ground::{Conn, Result, SchoolId};

/// What the rows need of a pupil: key, BRIN, number, birth date, sex.
type PupilFacts = (i64, String, String, Option<NaiveDate>, Option<String>);

/// All scores, or those of one school, as the rows that `analytics` computes on: the pupil by number, the
/// school by BRIN, every round named. Sorted by nothing.
pub fn rows(conn: &mut Conn, school: Option<&SchoolId>) -> Result<Vec<ScoreRow>> {
    let names: HashMap<i32, Series> = series_keys(conn)?
        .into_iter()
        .map(|(series, key)| (key, series))
        .collect();
    let labels: HashMap<i32, String> = round_keys(conn)?
        .into_iter()
        .map(|(label, key)| (key, label))
        .collect();
    let group_names: HashMap<String, String> = groups::table
        .select((groups::id, groups::name))
        .load(conn)?
        .into_iter()
        .collect();
    let mut query = pupils::table.inner_join(schools::table).into_boxed();
    if let Some(school) = school {
        query = query.filter(pupils::school_id.eq(school.clone()));
    }
    let facts: Vec<PupilFacts> = query
        .select((
            pupils::key,
            schools::brin,
            pupils::number,
            pupils::birth_date,
            pupils::sex,
        ))
        .load(conn)?;
    let facts: HashMap<i64, PupilFacts> = facts.into_iter().map(|fact| (fact.0, fact)).collect();
    let mut query = scores::table
        .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
        .into_boxed();
    if let Some(school) = school {
        query = query.filter(pupils::school_id.eq(school.clone()));
    }
    let stored: Vec<Score> = query.select(Score::as_select()).load(conn)?;
    let row = |score: Score| -> Option<ScoreRow> {
        let (_, brin, number, birth_date, sex) = facts.get(&score.pupil_key)?;
        let series = names.get(&score.series_key)?;
        let group = score
            .group_id
            .and_then(|id| group_names.get(&id.0).cloned());
        Some(ScoreRow {
            row: 0,
            line: 0,
            school: Some(brin.clone()),
            pupil: number.clone(),
            date: score.taken_on,
            instrument: series.instrument.clone(),
            version: series.version.clone(),
            informant: series.informant,
            scale: series.scale.clone(),
            score: score.value,
            score_type: series.score_type,
            group,
            birth_date: *birth_date,
            sex: sex.clone(),
            round: labels.get(&score.round_key).cloned(),
            rater: (!score.rater.is_empty()).then_some(score.rater),
        })
    };
    Ok(stored.into_iter().filter_map(row).collect())
}
