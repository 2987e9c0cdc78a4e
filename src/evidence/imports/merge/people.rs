//! What of two pupils who become one cannot simply go along: places in a group at the same time, a score of the same series
//! and round, ratings of each other.

use chrono::NaiveDate;

use super::rows_store as rows;
use crate::evidence::attendance::{Attendance, store as attendance};
use crate::evidence::critical::{CriticalAnswer, store as critical};
use crate::evidence::imports::scores::subject;
use crate::evidence::imports::{apply_attendance, apply_items, apply_ratings};
use crate::evidence::imports::{known::Known, log::Log, model::PupilRow};
use crate::evidence::ratings::{Rating, store as ratings};
use crate::evidence::results::{Score, store as results};
use crate::ground::{Conn, Result, SchoolId};
use crate::school::model::Membership;

/// Places go along; two in one group that touch become one.
pub(super) fn merge_memberships(
    conn: &mut Conn,
    known: &Known,
    stays: &PupilRow,
    goes: &PupilRow,
    log: &mut Log,
) -> Result<()> {
    let mut own: Vec<Membership> =
        known.places().filter(|place| place.pupil_id == stays.id).cloned().collect();
    for coming in known.places().filter(|place| place.pupil_id == goes.id) {
        log.changed("membership", &coming.id, coming)?;
        let Some(place) = own.iter_mut().find(|place| place.is_in_as(coming) && touch(place, coming)) else {
            rows::put_membership(conn, &Membership { pupil_id: stays.id.clone(), ..coming.clone() })?;
            continue;
        };
        log.changed("membership", &place.id, place)?;
        place.starts_on = place.starts_on.min(coming.starts_on);
        place.ends_on = place.ends_on.zip(coming.ends_on).map(|(one, two)| one.max(two));
        rows::delete_membership(conn, &coming.id)?;
        rows::put_membership(conn, place)?;
    }
    Ok(())
}

/// Whether two places share a day, or follow one another without a gap.
fn touch(one: &Membership, two: &Membership) -> bool {
    let reaches = |one: &Membership, two: &Membership| {
        one.ends_on.and_then(|last| last.succ_opt()).is_none_or(|next: NaiveDate| next >= two.starts_on)
    };
    reaches(one, two) && reaches(two, one)
}

/// Scores go along, each with the group it was given in. Of two in one series and round one stays; the other stands in
/// the notes. Gives whether there were any.
pub(super) fn merge_scores(
    conn: &mut Conn,
    stays: i64,
    goes: i64,
    newer_wins: bool,
    log: &mut Log,
) -> Result<bool> {
    let own = rows::scores_of(conn, stays)?;
    let coming = rows::scores_of(conn, goes)?;
    let same = |one: &Score, two: &Score| (one.series_key, one.round_key) == (two.series_key, two.round_key);
    let mut arriving = Vec::new();
    for score in &coming {
        log.changed("score", &subject(score), score)?;
        let double = own.iter().find(|one| same(one, score));
        if double.is_some() && !newer_wins {
            continue;
        }
        if let Some(old) = double {
            log.changed("score", &subject(old), old)?;
            results::delete(conn, std::slice::from_ref(old))?;
        }
        let moved = Score { pupil_key: stays, ..score.clone() };
        log.made("score", &subject(&moved))?;
        arriving.push(moved);
    }
    results::delete(conn, &coming)?;
    results::insert(conn, &arriving)?;
    Ok(!coming.is_empty())
}

/// Critical answers go along; where both gave one to the same item on a day that of the pupil who stays holds.
pub(super) fn merge_answers(conn: &mut Conn, stays: i64, goes: i64, log: &mut Log) -> Result<()> {
    let own: Vec<_> = rows::answers_of(conn, stays)?.iter().map(CriticalAnswer::place).collect();
    for answer in rows::answers_of(conn, goes)? {
        log.changed("critical", &apply_items::subject(&answer), &answer)?;
        critical::delete(conn, &answer)?;
        let moved = CriticalAnswer { pupil_key: stays, ..answer };
        if !own.contains(&moved.place()) {
            log.made("critical", &apply_items::subject(&moved))?;
            critical::insert(conn, &moved)?;
        }
    }
    Ok(())
}

/// Counts of absence go along; where both have a period over the same days that of the pupil who stays holds.
pub(super) fn merge_attendance(conn: &mut Conn, stays: i64, goes: i64, log: &mut Log) -> Result<()> {
    let own = attendance::of_key(conn, stays)?;
    let coming = attendance::of_key(conn, goes)?;
    attendance::delete(conn, &coming)?;
    let mut arriving = Vec::new();
    for counted in &coming {
        log.changed("attendance", &apply_attendance::subject(counted), counted)?;
        let moved = Attendance { pupil_key: stays, ..counted.clone() };
        if !own.iter().any(|one| one.overlaps(&moved)) {
            log.made("attendance", &apply_attendance::subject(&moved))?;
            arriving.push(moved);
        }
    }
    attendance::insert(conn, &arriving)
}

/// Ratings go along; where both were judged by the same pupil on a day the one of the pupil who stays holds, and nobody
/// judges himself or herself.
pub(super) fn merge_ratings(
    conn: &mut Conn,
    school: &SchoolId,
    stays: i64,
    goes: i64,
    log: &mut Log,
) -> Result<()> {
    let coming = rows::ratings_of(conn, goes)?;
    if coming.is_empty() {
        return Ok(());
    }
    ratings::delete(conn, &coming)?;
    let mut met: std::collections::HashSet<_> =
        ratings::of_school(conn, school)?.iter().map(Rating::place).collect();
    let mut arriving = Vec::new();
    for rating in &coming {
        log.changed("rating", &apply_ratings::subject(rating), rating)?;
        let to = |key: i64| if key == goes { stays } else { key };
        let moved =
            Rating { rater_key: to(rating.rater_key), rated_key: to(rating.rated_key), ..rating.clone() };
        if moved.rater_key != moved.rated_key && met.insert(moved.place()) {
            log.made("rating", &apply_ratings::subject(&moved))?;
            arriving.push(moved);
        }
    }
    ratings::insert(conn, &arriving)
}
