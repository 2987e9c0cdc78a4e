//! What merging asks of and writes to the rows that hang on a pupil, in all tables but signals (`signals_store`).

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::evidence::critical::{CriticalAnswer, Place};
use crate::evidence::imports::log::Log;
use crate::evidence::imports::model::PupilRow;
use crate::evidence::ratings::Rating;
use crate::ground::db::schema::{
    adults, assignments, conversations, critical_answers, decisions, forgotten_files, known_findings,
    letters, list_consents, log_releases, meeting_subjects, meldcode_files, meldcode_merges, memberships,
    objections, observations, openings, plans, preparations, pupil_eckids, pupil_wishes, pupils, ratings,
    referrals, relations, scores, signals, special_schooling,
};
use crate::ground::{Conn, Error, GroupId, ImportId, PupilId, Result, ids};
use crate::school::model::Membership;

/// The tables whose rows simply go along: they name a pupil and nothing forbids two rows alike.
macro_rules! going_along {
    ($($what:literal => $table:ident),+ $(,)?) => {
        /// What hangs on a pupil: the kind of thing, and its id.
        pub fn things(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<(&'static str, String)>> {
            let mut found = Vec::new();
            $(
                let of_pupil = $table::table.filter($table::pupil_id.eq(pupil)).order($table::id);
                let ids: Vec<String> = of_pupil.select($table::id).load(conn)?;
                found.extend(ids.into_iter().map(|id| ($what, id)));
            )+
            Ok(found)
        }

        /// Gives a thing to a pupil.
        pub fn give(conn: &mut Conn, what: &str, id: &str, to: &PupilId) -> Result<()> {
            match what {
                $($what => diesel::update($table::table.find(id)).set($table::pupil_id.eq(to)).execute(conn)?,)+
                other => return Err(Error::internal(format!("a merge cannot have moved a {other}"))),
            };
            // What is in somebody's hands is found by its subject, as signals are.
            match what {
                "assignment" => {
                    let held = assignments::table.find(id);
                    diesel::update(held).set(assignments::subject.eq(&to.0)).execute(conn)?
                }
                "known-finding" => {
                    let known = known_findings::table.find(id);
                    diesel::update(known).set(known_findings::subject.eq(&to.0)).execute(conn)?
                }
                _ => 0,
            };
            Ok(())
        }
    };
}

going_along! {
    "relation" => relations,
    "list-consent" => list_consents,
    "objection" => objections,
    "conversation" => conversations,
    "observation" => observations,
    "referral" => referrals,
    "assignment" => assignments,
    "opening" => openings,
    "log-release" => log_releases,
    "special-schooling" => special_schooling,
    "forgotten-file" => forgotten_files,
    "known-finding" => known_findings,
    "plan" => plans,
    "adult" => adults,
    "wish" => pupil_wishes,
    "letter" => letters,
    "preparation" => preparations,
    "meeting-subject" => meeting_subjects,
}

/// The tables that have one open row per list (or per school: in somebody's hands): where both pupils have it open, that of
/// the one who goes ends.
macro_rules! open_once {
    ($($what:literal => $table:ident by $one:ident),+ $(,)?) => {
        /// Ends what would be open twice, each noted by its kind.
        pub fn end_doubles(
            conn: &mut Conn,
            now: NaiveDateTime,
            stays: &PupilId,
            goes: &PupilId,
            log: &mut Log,
        ) -> Result<()> {
            $(
                let open = |pupil: &PupilId| {
                    $table::table.filter($table::pupil_id.eq(pupil.clone())).filter($table::ended_at.is_null())
                };
                let held: Vec<String> = open(stays).select($table::$one).load(conn)?;
                let double: Vec<String> =
                    open(goes).filter($table::$one.eq_any(held)).select($table::id).load(conn)?;
                for id in double {
                    log.changed($what, &id, &())?;
                    end(conn, $what, &id, Some(now))?;
                }
            )+
            Ok(())
        }

        /// Ends one by its kind, or opens it again; gives whether it is such a kind.
        pub fn end(conn: &mut Conn, what: &str, id: &str, at: Option<NaiveDateTime>) -> Result<bool> {
            match what {
                $($what => diesel::update($table::table.find(id)).set($table::ended_at.eq(at)).execute(conn)?,)+
                _ => return Ok(false),
            };
            Ok(true)
        }
    };
}

open_once! {
    "objection-end" => objections by instrument,
    "list-consent-end" => list_consents by instrument,
    "assignment-end" => assignments by school_id,
}

/// Files apart go along without a word: neither the act nor what is told of it counts or names them.
pub fn give_apart(conn: &mut Conn, act: &ImportId, stays: &PupilId, goes: &PupilId) -> Result<()> {
    let of_pupil = meldcode_files::table.filter(meldcode_files::pupil_id.eq(goes));
    let files: Vec<String> = of_pupil.select(meldcode_files::id).load(conn)?;
    for file in files {
        diesel::update(meldcode_files::table.find(&file))
            .set(meldcode_files::pupil_id.eq(stays))
            .execute(conn)?;
        diesel::insert_into(meldcode_merges::table)
            .values((
                meldcode_merges::id.eq(ids::fresh()),
                meldcode_merges::file_id.eq(&file),
                meldcode_merges::import_id.eq(&act.0),
                meldcode_merges::was_of.eq(&goes.0),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// They go back with the act, in the same silence.
pub fn take_back_apart(conn: &mut Conn, act: &ImportId) -> Result<()> {
    let of_act = meldcode_merges::table.filter(meldcode_merges::import_id.eq(&act.0));
    let moved: Vec<(String, PupilId)> =
        of_act.select((meldcode_merges::file_id, meldcode_merges::was_of)).load(conn)?;
    for (file, was_of) in moved {
        diesel::update(meldcode_files::table.find(file))
            .set(meldcode_files::pupil_id.eq(was_of))
            .execute(conn)?;
    }
    diesel::delete(meldcode_merges::table.filter(meldcode_merges::import_id.eq(&act.0))).execute(conn)?;
    Ok(())
}

/// The critical answers of a pupil.
pub fn answers_of(conn: &mut Conn, key: i64) -> Result<Vec<CriticalAnswer>> {
    let of_pupil = critical_answers::table.filter(critical_answers::pupil_key.eq(key));
    Ok(of_pupil.select(CriticalAnswer::as_select()).load(conn)?)
}

/// Takes the critical answer at a place away.
pub fn delete_answer(conn: &mut Conn, place: Place) -> Result<()> {
    diesel::delete(critical_answers::table.find(place)).execute(conn)?;
    Ok(())
}

/// Writes a membership whole, in the place of what stood under its id.
pub fn put_membership(conn: &mut Conn, row: &Membership) -> Result<()> {
    delete_membership(conn, &row.id)?;
    diesel::insert_into(memberships::table).values(row).execute(conn)?;
    Ok(())
}

/// Takes a membership away.
pub fn delete_membership(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(memberships::table.find(id)).execute(conn)?;
    Ok(())
}

/// Takes the score of a pupil in a series and round away.
pub fn delete_score(conn: &mut Conn, place: (i64, i32, i32)) -> Result<()> {
    diesel::delete(scores::table.find(place)).execute(conn)?;
    Ok(())
}

/// The ratings by or of a pupil.
pub fn ratings_of(conn: &mut Conn, key: i64) -> Result<Vec<Rating>> {
    let of_pupil = ratings::rater_key.eq(key).or(ratings::rated_key.eq(key));
    Ok(ratings::table.filter(of_pupil).select(Rating::as_select()).load(conn)?)
}

/// Takes a rating away.
pub fn delete_rating(conn: &mut Conn, group: &GroupId, on: NaiveDate, rater: i64, rated: i64) -> Result<()> {
    diesel::delete(ratings::table.find((group, on, rater, rated))).execute(conn)?;
    Ok(())
}

/// Takes a pupil away on whom nothing hangs any more. The fingerprint of an ECK iD goes: the next roster brings it for the
/// one who stays. What was withdrawn of this number (`withdrawn_scores`) goes too: the merge is not covered there.
pub fn delete_pupil(conn: &mut Conn, id: &PupilId) -> Result<()> {
    diesel::delete(pupil_eckids::table.find(id)).execute(conn)?;
    diesel::delete(pupils::table.find(id)).execute(conn)?;
    Ok(())
}

/// Whether a pupil is there.
pub fn is_there(conn: &mut Conn, id: &str) -> Result<bool> {
    let found: i64 = pupils::table.find(id).count().get_result(conn)?;
    Ok(found > 0)
}

/// Adds the pupil again.
pub fn insert_pupil(conn: &mut Conn, row: &PupilRow) -> Result<()> {
    diesel::insert_into(pupils::table).values(row).execute(conn)?;
    Ok(())
}

/// Whether people wrote or decided anything about a pupil since a moment.
pub fn is_written_of(conn: &mut Conn, pupil: &PupilId, since: NaiveDateTime) -> Result<bool> {
    let decided = decisions::table
        .inner_join(signals::table)
        .filter(signals::pupil_id.eq(pupil))
        .filter(decisions::account_id.is_not_null())
        .filter(decisions::at.gt(since));
    let consents = list_consents::table
        .filter(list_consents::pupil_id.eq(pupil))
        .filter(list_consents::created_at.gt(since).nullable().or(list_consents::ended_at.gt(since)));
    let counts: [i64; 12] = [
        assignments::table
            .filter(assignments::pupil_id.eq(pupil))
            .filter(assignments::from_at.gt(since))
            .count()
            .get_result(conn)?,
        preparations::table
            .filter(preparations::pupil_id.eq(pupil))
            .filter(preparations::created_at.gt(since))
            .count()
            .get_result(conn)?,
        consents.count().get_result(conn)?,
        decided.count().get_result(conn)?,
        conversations::table
            .filter(conversations::pupil_id.eq(pupil))
            .filter(conversations::created_at.gt(since))
            .count()
            .get_result(conn)?,
        observations::table
            .filter(observations::pupil_id.eq(pupil))
            .filter(observations::created_at.gt(since))
            .count()
            .get_result(conn)?,
        adults::table
            .filter(adults::pupil_id.eq(pupil))
            .filter(adults::created_at.gt(since).nullable().or(adults::ended_at.gt(since)))
            .count()
            .get_result(conn)?,
        pupil_wishes::table
            .filter(pupil_wishes::pupil_id.eq(pupil))
            .filter(pupil_wishes::created_at.gt(since).nullable().or(pupil_wishes::ended_at.gt(since)))
            .count()
            .get_result(conn)?,
        letters::table
            .filter(letters::pupil_id.eq(pupil))
            .filter(letters::created_at.gt(since).nullable().or(letters::closed_at.gt(since)))
            .count()
            .get_result(conn)?,
        referrals::table
            .filter(referrals::pupil_id.eq(pupil))
            .filter(referrals::changed_at.gt(since))
            .count()
            .get_result(conn)?,
        objections::table
            .filter(objections::pupil_id.eq(pupil))
            .filter(objections::created_at.gt(since))
            .count()
            .get_result(conn)?,
        plans::table
            .filter(plans::pupil_id.eq(pupil))
            .filter(plans::changed_at.gt(since))
            .count()
            .get_result(conn)?,
    ];
    Ok(counts.iter().any(|count| *count > 0))
}
