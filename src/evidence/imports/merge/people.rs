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
use crate::ground::{Conn, Result, SchoolId, ids};
use crate::school::model::Membership;

/// Days from the first to the last; none: no end.
type Span = (NaiveDate, Option<NaiveDate>);

/// Places go along; two in one group that touch become one. In days in which both have a home group, that of the pupil who
/// stays holds.
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
        rows::delete_membership(conn, &coming.id)?;
        let mut id = Some(coming.id.clone());
        for (starts_on, ends_on) in beside(&own, coming) {
            let part = Membership { pupil_id: stays.id.clone(), starts_on, ends_on, ..coming.clone() };
            if let Some(place) = own.iter_mut().find(|place| place.is_in_as(&part) && touch(place, &part)) {
                log.changed("membership", &place.id, place)?;
                place.starts_on = place.starts_on.min(starts_on);
                place.ends_on = place.ends_on.zip(ends_on).map(|(one, two)| one.max(two));
                rows::put_membership(conn, place)?;
                continue;
            }
            // Of a place in two parts the second is new.
            let place = match id.take() {
                Some(id) => Membership { id, ..part },
                None => Membership { id: ids::fresh(), ..part },
            };
            if place.id != coming.id {
                log.made("membership", &place.id)?;
            }
            rows::put_membership(conn, &place)?;
            own.push(place);
        }
    }
    Ok(())
}

/// What is left of a place beside others, when a pupil has one home group at a time; clusters stay as they are.
fn beside(own: &[Membership], coming: &Membership) -> Vec<Span> {
    let mut left = vec![(coming.starts_on, coming.ends_on)];
    for place in own.iter().filter(|place| !place.cluster && !coming.cluster) {
        left = left.into_iter().flat_map(|span| without(span, (place.starts_on, place.ends_on))).collect();
    }
    left
}

/// A span without the days of another one: what comes before them, and what comes after.
fn without(span: Span, gone: Span) -> Vec<Span> {
    if gone.1.is_some_and(|last| last < gone.0) {
        return vec![span];
    }
    let last_before = gone.0.pred_opt();
    let before = (span.0, span.1.min(last_before).or(last_before));
    let after = gone.1.and_then(|last| last.succ_opt()).map(|next| (span.0.max(next), span.1));
    let holds = |span: &Span| span.1.is_none_or(|last| last >= span.0);
    [Some(before), after].into_iter().flatten().filter(holds).collect()
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
    let own = results::of_pupil(conn, stays)?;
    let coming = results::of_pupil(conn, goes)?;
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

#[cfg(test)]
mod tests {
    use super::{Span, without};

    #[test]
    fn what_is_left_of_a_span_lies_before_and_after() {
        let day = |day: u32| chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let span = |from: u32, to: u32| -> Span { (day(from), (to > 0).then(|| day(to))) };
        assert_eq!(without(span(1, 0), span(5, 9)), [span(1, 4), span(10, 0)]);
        assert_eq!(without(span(1, 7), span(5, 9)), [span(1, 4)]);
        assert_eq!(without(span(6, 20), span(5, 9)), [span(10, 20)]);
        assert_eq!(without(span(6, 0), span(5, 0)), []);
        assert_eq!(without(span(1, 3), span(5, 0)), [span(1, 3)]);
        assert_eq!(without(span(10, 12), span(5, 9)), [span(10, 12)]);
        assert_eq!(without(span(1, 0), span(9, 5)), [span(1, 0)], "a place that never held");
    }
}
