//! What forgetting asks of the database and takes out of it. Nobody looks, so there is no scope: who may rehearse and accept
//! stands in `agree`.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::tables::{GOES, NOTES, OF_KEY, Stage};
use super::{Counted, FILE_YEARS, Leaver, Report};
use crate::ground::clock::local;
use crate::ground::db::schema::{
    forgetting_accepts, forgetting_reports, forgotten_files, import_rows, imports, memberships, pupils,
    special_schooling,
};
use crate::ground::{AccountId, Conn, Error, PupilId, Result, SchoolId, ids};

/// The pupils of a school who are in no group today and come into none.
pub(super) fn leavers(conn: &mut Conn, school: &SchoolId, today: NaiveDate) -> Result<Vec<Leaver>> {
    let places: Vec<(PupilId, Option<NaiveDate>)> = memberships::table
        .inner_join(pupils::table)
        .filter(pupils::school_id.eq(school))
        .select((memberships::pupil_id, memberships::ends_on))
        .load(conn)?;
    let mut ends: HashMap<PupilId, Option<NaiveDate>> = HashMap::new();
    for (pupil, end) in places {
        let last = ends.entry(pupil).or_insert(Some(NaiveDate::MIN));
        *last = last.and_then(|last| Some(last.max(end?)));
    }
    let of_school = pupils::table.filter(pupils::school_id.eq(school));
    let all: Vec<(PupilId, String, NaiveDateTime)> =
        of_school.select((pupils::id, pupils::number, pupils::created_at)).load(conn)?;
    let special: HashSet<PupilId> =
        special_schooling::table.select(special_schooling::pupil_id).load(conn)?.into_iter().collect();
    let forgotten: HashMap<PupilId, NaiveDate> = forgotten_files::table
        .order(forgotten_files::forgotten_on)
        .select((forgotten_files::pupil_id, forgotten_files::forgotten_on))
        .load(conn)?
        .into_iter()
        .collect();
    let left = |id: &PupilId, came: NaiveDateTime| match ends.get(id) {
        None => Some(local(came).date()),
        Some(end) => end.filter(|end| *end < today),
    };
    let leaver = |(id, number, came): (PupilId, String, NaiveDateTime)| {
        Some(Leaver {
            left_on: left(&id, came)?,
            special: special.contains(&id),
            forgotten_on: forgotten.get(&id).copied(),
            id,
            number,
        })
    };
    Ok(all.into_iter().filter_map(leaver).collect())
}

/// Takes out of every table what goes of a pupil with this stage; gives how many rows of each kind.
pub(super) fn forget(conn: &mut Conn, pupil: &PupilId, stage: Stage) -> Result<Vec<(&'static str, usize)>> {
    let mut run = |sql: String| -> Result<usize> {
        Ok(diesel::sql_query(sql).bind::<Text, _>(&pupil.0).execute(conn)?)
    };
    // Before anything is gone: which imports cannot be taken back, and of which rounds no figure is shown any more.
    run(format!(
        "INSERT INTO forgotten_imports (import_id) SELECT imports.id FROM imports \
         WHERE NOT EXISTS (SELECT 1 FROM forgotten_imports gone WHERE gone.import_id = imports.id) AND ( \
         imports.id IN (SELECT origins.import_id FROM origins JOIN scores ON scores.origin_key = origins.key \
            JOIN pupils ON pupils.key = scores.pupil_key WHERE pupils.id = $1) \
         OR imports.id IN (SELECT import_id FROM ratings JOIN pupils ON pupils.key = rater_key OR pupils.key = rated_key \
            WHERE pupils.id = $1) \
         OR imports.id IN (SELECT import_id FROM critical_answers JOIN pupils ON pupils.key = pupil_key WHERE pupils.id = $1) \
         OR imports.id IN (SELECT import_id FROM attendance JOIN pupils ON pupils.key = pupil_key WHERE pupils.id = $1) \
         OR imports.id IN (SELECT import_id FROM import_changes WHERE {NOTES}))"
    ))?;
    run(format!(
        "INSERT INTO forgotten_rounds (school_id, series_key, round_key) \
         SELECT pupils.school_id, told.series_key, told.round_key FROM pupils, ( \
            SELECT series_key, round_key FROM scores WHERE {OF_KEY} \
            UNION SELECT series_key, round_key FROM withdrawn_scores WHERE {OF_KEY}) told WHERE pupils.id = $1 \
         AND NOT EXISTS (SELECT 1 FROM forgotten_rounds gone WHERE gone.school_id = pupils.school_id \
            AND gone.series_key = told.series_key AND gone.round_key = told.round_key)"
    ))?;
    // The name of a merge is the two numbers.
    run(format!(
        "UPDATE imports SET file_name = '' WHERE kind = 'merge' \
         AND id IN (SELECT import_id FROM import_changes WHERE {NOTES})"
    ))?;
    let mut gone = Vec::new();
    for one in GOES.iter().filter(|one| one.stage <= stage) {
        gone.push((one.kind, run(format!("DELETE FROM {} WHERE {}", one.table, one.rows))?));
    }
    Ok(gone)
}

/// After pupils went: where no score is from any more, and refused rows of files as old as a file may be.
pub(super) fn sweep(conn: &mut Conn, school: &SchoolId, now: NaiveDateTime) -> Result<()> {
    diesel::sql_query(
        "DELETE FROM origins WHERE NOT EXISTS (SELECT 1 FROM scores WHERE scores.origin_key = origins.key)",
    )
    .execute(conn)?;
    let Some(before) = now.checked_sub_months(Months::new(12 * FILE_YEARS)) else { return Ok(()) };
    let old = imports::table
        .filter(imports::school_id.eq(school))
        .filter(imports::created_at.lt(before))
        .select(imports::id);
    diesel::delete(import_rows::table.filter(import_rows::import_id.eq_any(old))).execute(conn)?;
    Ok(())
}

pub(super) fn note_without_file(conn: &mut Conn, pupil: &PupilId, today: NaiveDate) -> Result<()> {
    diesel::insert_into(forgotten_files::table)
        .values((
            forgotten_files::id.eq(ids::fresh()),
            forgotten_files::pupil_id.eq(pupil),
            forgotten_files::forgotten_on.eq(today),
        ))
        .execute(conn)?;
    Ok(())
}

/// The schools where a person let forgetting begin.
pub(super) fn accepted(conn: &mut Conn) -> Result<Vec<SchoolId>> {
    let all = forgetting_accepts::table.order(forgetting_accepts::school_id);
    Ok(all.select(forgetting_accepts::school_id).load(conn)?)
}

/// Since when, and by whom.
pub(super) fn accept_of(conn: &mut Conn, school: &SchoolId) -> Result<Option<(AccountId, NaiveDateTime)>> {
    Ok(forgetting_accepts::table
        .find(school)
        .select((forgetting_accepts::account_id, forgetting_accepts::accepted_at))
        .first(conn)
        .optional()?)
}

pub(super) fn accept(
    conn: &mut Conn,
    now: NaiveDateTime,
    school: &SchoolId,
    account: &AccountId,
) -> Result<()> {
    diesel::insert_into(forgetting_accepts::table)
        .values((
            forgetting_accepts::school_id.eq(school),
            forgetting_accepts::account_id.eq(account),
            forgetting_accepts::accepted_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

pub(super) fn insert_report(
    conn: &mut Conn,
    now: NaiveDateTime,
    school: &SchoolId,
    report: &Report<Counted>,
) -> Result<()> {
    diesel::insert_into(forgetting_reports::table)
        .values((
            forgetting_reports::id.eq(ids::fresh()),
            forgetting_reports::school_id.eq(school),
            forgetting_reports::at.eq(now),
            forgetting_reports::report.eq(serde_json::to_string(report).map_err(Error::internal)?),
        ))
        .execute(conn)?;
    Ok(())
}

/// What was forgotten at a school, latest first.
pub(super) fn reports(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(NaiveDateTime, Report<Counted>)>> {
    let rows: Vec<(NaiveDateTime, String)> = forgetting_reports::table
        .filter(forgetting_reports::school_id.eq(school))
        .order((forgetting_reports::at.desc(), forgetting_reports::id.desc()))
        .select((forgetting_reports::at, forgetting_reports::report))
        .load(conn)?;
    rows.into_iter()
        .map(|(at, report)| Ok((at, serde_json::from_str(&report).map_err(Error::internal)?)))
        .collect()
}

/// Notes that a pupil went to special education, or that this was not so.
pub(super) fn set_special(
    conn: &mut Conn,
    now: NaiveDateTime,
    pupil: &PupilId,
    account: Option<&AccountId>,
) -> Result<()> {
    diesel::delete(special_schooling::table.filter(special_schooling::pupil_id.eq(pupil))).execute(conn)?;
    if let Some(account) = account {
        diesel::insert_into(special_schooling::table)
            .values((
                special_schooling::id.eq(ids::fresh()),
                special_schooling::pupil_id.eq(pupil),
                special_schooling::account_id.eq(account),
                special_schooling::noted_at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}
