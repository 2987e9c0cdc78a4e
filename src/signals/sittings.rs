//! Which ratings are one sociogram: those of a group on one day, and of whoever fills in some days later. A pupil who was
//! ill that day is no sociogram of one.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use crate::evidence::ratings::Rating;
use crate::ground::GroupId;

/// Within how many days after the first day somebody may fill in later: two school weeks. Far below the days that two
/// sociograms must lie apart to count as two (`rejected-twice`, 90).
const LATE: i64 = 14;

/// The ratings of one sociogram, by its first day.
#[derive(Debug)]
pub(super) struct Sitting<'a> {
    pub group: &'a GroupId,
    pub on: NaiveDate,
    pub rows: Vec<&'a Rating>,
}

/// The sociograms in these ratings, in order of day. Ratings join those of some days earlier where none of who judges had
/// judged before: who does so twice fills in another sociogram. Ratings on another scale are another one.
pub(super) fn sittings(given: &[Rating]) -> Vec<Sitting<'_>> {
    let mut days: BTreeMap<(&GroupId, NaiveDate), Vec<&Rating>> = BTreeMap::new();
    for row in given {
        days.entry((&row.group_id, row.taken_on)).or_default().push(row);
    }
    let mut found: Vec<Sitting<'_>> = Vec::new();
    for ((group, on), rows) in days {
        match found.last_mut().filter(|before| before.group == group && before.takes(on, &rows)) {
            Some(before) => before.rows.extend(rows),
            None => found.push(Sitting { group, on, rows }),
        }
    }
    found.sort_by_key(|one| (one.on, one.group));
    found
}

impl Sitting<'_> {
    fn takes(&self, on: NaiveDate, rows: &[&Rating]) -> bool {
        let raters: HashSet<i64> = self.rows.iter().map(|row| row.rater_key).collect();
        let same_scale = |row: &&Rating| self.rows.first().is_some_and(|first| first.points == row.points);
        (on - self.on).num_days() <= LATE
            && rows.iter().all(|row| same_scale(row) && !raters.contains(&row.rater_key))
    }
}

#[cfg(test)]
mod tests {
    use super::{Rating, sittings};

    fn rating(group: &str, on: &str, rater: i64) -> Rating {
        Rating {
            group_id: group.into(),
            taken_on: on.parse().unwrap(),
            rater_key: rater,
            rated_key: rater + 1,
            opinion: "3".to_owned(),
            points: 5,
            import_id: "import".into(),
        }
    }

    /// The first day and the raters of each sociogram.
    fn told(given: &[Rating]) -> Vec<(String, Vec<i64>)> {
        let raters = |rows: &[&Rating]| rows.iter().map(|row| row.rater_key).collect();
        sittings(given).iter().map(|one| (one.on.to_string(), raters(&one.rows))).collect()
    }

    #[test]
    fn who_was_ill_that_day_is_no_sociogram_of_one() {
        let given = [
            rating("6b", "2026-11-09", 1),
            rating("6b", "2026-11-09", 2),
            rating("7a", "2026-11-10", 8),
            rating("6b", "2026-11-10", 3),
            rating("6b", "2026-11-23", 4),
        ];
        let wanted = [("2026-11-09", vec![1, 2, 3, 4]), ("2026-11-10", vec![8])];
        assert_eq!(told(&given), wanted.map(|(on, raters)| (on.to_owned(), raters)));
    }

    #[test]
    fn who_judges_again_or_later_or_on_another_scale_fills_in_another_one() {
        let on_seven = Rating { points: 7, ..rating("6b", "2026-11-11", 9) };
        let given = [
            rating("6b", "2026-11-09", 1),
            rating("6b", "2026-11-10", 1),
            on_seven,
            rating("6b", "2026-11-26", 5),
        ];
        let days: Vec<String> = told(&given).into_iter().map(|(on, _)| on).collect();
        assert_eq!(days, ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-26"]);
    }
}
