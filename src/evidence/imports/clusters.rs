//! The clusters that a roster names for a pupil beside those that are known. A roster that does not list clusters leaves
//! those of this school year as they are; those of an earlier one end with it. Pure.

use chrono::{Days, NaiveDate};

use super::known::Known;
use crate::evidence::files::RosterRow;
use crate::ground::PupilId;
use crate::ground::clock::{school_year, school_year_start};
use crate::school::model::Membership;

/// What a row makes of the clusters of a pupil.
pub(super) struct Change<'a> {
    /// Places that end, each with its last day.
    pub(super) ends: Vec<(&'a Membership, Option<NaiveDate>)>,
    /// Names of clusters that begin.
    pub(super) begins: Vec<&'a str>,
}

/// What a row makes of the clusters of a known pupil.
pub(super) fn change<'a>(
    row: &'a RosterRow,
    known: &'a Known,
    pupil: &PupilId,
    today: NaiveDate,
) -> Change<'a> {
    let year = school_year(today);
    let (mut ends, mut kept) = (Vec::new(), Vec::new());
    for place in known.clusters(pupil, today) {
        let Some(group) = known.group(place) else { continue };
        let stays = row.clusters.as_ref().is_none_or(|named| named.contains(&group.name));
        if group.school_year == year && stays {
            kept.push(group.name.as_str());
        } else {
            let next = if group.school_year < year { school_year_start(year) } else { today };
            ends.push((place, next.checked_sub_days(Days::new(1))));
        }
    }
    let named = row.clusters.iter().flatten().map(String::as_str);
    Change { ends, begins: named.filter(|name| !kept.contains(name)).collect() }
}

/// Whether a row says of clusters what is known.
pub(super) fn are_known(row: &RosterRow, known: &Known, pupil: &PupilId, today: NaiveDate) -> bool {
    let change = change(row, known, pupil, today);
    change.ends.is_empty() && change.begins.is_empty()
}

/// How many places in clusters of this school year end by a row.
pub(super) fn ending(row: &RosterRow, known: &Known, today: NaiveDate) -> usize {
    let of_this_year =
        |place: &Membership| known.group(place).is_some_and(|group| group.school_year == school_year(today));
    known.pupils.get(&row.number).map_or(0, |pupil| {
        change(row, known, &pupil.id, today).ends.iter().filter(|(place, _)| of_this_year(place)).count()
    })
}
