//! The home groups that a roster names for a pupil who moved, one after the other, beside those that are known. Pure.

use chrono::NaiveDate;

use super::known::Known;
use crate::evidence::files::RosterRow;
use crate::ground::PupilId;
use crate::ground::clock::{school_year, school_year_start};
use crate::school::model::Membership;

/// A place as a roster names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named<'r> {
    pub(super) group: &'r str,
    pub(super) school_year: i32,
    pub(super) year: Option<&'r str>,
    pub(super) starts_on: NaiveDate,
    pub(super) ends_on: Option<NaiveDate>,
}

/// The places that a row names, oldest first: those before the group of today, and that.
pub(super) fn named(row: &RosterRow, today: NaiveDate) -> Vec<Named<'_>> {
    let earlier = row.earlier.iter().map(|stay| {
        let of = school_year(stay.ends_on);
        let first = school_year_start(of);
        Named {
            group: &stay.group,
            school_year: of,
            year: stay.year.as_deref(),
            starts_on: stay.starts_on.map_or(first, |day| day.max(first)),
            ends_on: Some(stay.ends_on),
        }
    });
    let first = school_year_start(school_year(today));
    let last = Named {
        group: &row.group,
        school_year: school_year(today),
        year: row.year.as_deref(),
        starts_on: row.starts_on.map_or(first, |day| day.max(first)),
        ends_on: row.ends_on,
    };
    earlier.chain(std::iter::once(last)).collect()
}

/// The places of a pupil in home groups of a school year, oldest first.
pub(super) fn held<'k>(known: &'k Known, pupil: &PupilId, of: i32) -> Vec<&'k Membership> {
    let places = known.memberships.get(pupil).into_iter().flatten();
    places
        .filter(|place| place.ends_on.is_none_or(|last| last >= place.starts_on))
        .filter(|place| known.group(place).is_some_and(|group| group.school_year == of))
        .collect()
}

/// A named place beside the one that is held at its turn: what it becomes, without the group.
pub(super) fn becomes(place: &Membership, named: &Named<'_>) -> Membership {
    Membership {
        year: named.year.map_or_else(|| place.year.clone(), ToOwned::to_owned),
        starts_on: named.starts_on,
        // What ends the place already, such as a change of year that is known, is not undone.
        ends_on: named.ends_on.or(place.ends_on.filter(|last| *last > named.starts_on)),
        ..place.clone()
    }
}

/// Whether all that a row names of the past and of today is held, and nothing else in those years.
pub(super) fn are_known(row: &RosterRow, known: &Known, pupil: &PupilId, today: NaiveDate) -> bool {
    named(row, today).chunk_by(|one, two| one.school_year == two.school_year).all(|of_year| {
        let held = of_year.first().map_or_else(Vec::new, |one| held(known, pupil, one.school_year));
        held.len() == of_year.len()
            && held.iter().zip(of_year).all(|(place, named)| {
                known.group(place).is_some_and(|group| group.name == named.group)
                    && becomes(place, named) == **place
            })
    })
}
