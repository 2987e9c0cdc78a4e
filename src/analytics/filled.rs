//! Who filled in for whom: groups with their raters, as units whose pupils share something. A pupil who fills in about
//! him- or herself, or a parent about one child, is nobody whose manner a group shares: such forms count by group alone.

use rustc_hash::FxHashMap;

use super::{
    analysis::Analysis,
    forms::Rows,
    table::{Place, number},
};

/// Pupils, on one scale over all rounds, from whom on somebody is a rater of the group.
const FEW: u32 = 5;

/// The groups and raters of a table.
pub(super) struct Filled {
    /// For each place, the number of its group and rater; none without a group.
    pub unit_of: Vec<Option<u32>>,
    /// For each place, whether its rater filled in for the group.
    pub of_group: Vec<bool>,
    /// How many numbers there are.
    pub units: usize,
}

impl Analysis {
    /// Whether it is known of anybody who filled in.
    #[must_use]
    pub fn knows_raters(&self) -> bool {
        self.table.places.all.iter().any(|place| place.rater.is_some())
    }

    /// Whether who filled in at a place did so for the group.
    pub(super) fn is_for_group(&self, place: u32) -> bool {
        self.of_group.get(place as usize).copied().unwrap_or_default()
    }
}

/// Numbers the groups with their raters; `rows`: by series.
pub(super) fn filled<'a>(places: &[Place], rows: impl Iterator<Item = Rows<'a>>) -> Filled {
    let mut known: FxHashMap<(u32, Option<u32>), u32> = FxHashMap::default();
    let mut of = |group: u32, rater: Option<u32>| {
        let next = number(known.len());
        *known.entry((group, rater)).or_insert(next)
    };
    let each: Vec<Option<u32>> =
        places.iter().map(|place| place.group.map(|group| of(group, place.rater))).collect();
    let pupils = pupils(&each, rows);
    let of_group: Vec<bool> = each
        .iter()
        .zip(places)
        .map(|(unit, place)| {
            let many = unit.and_then(|unit| pupils.get(unit as usize)).is_some_and(|n| *n >= FEW);
            place.rater.is_some() && many
        })
        .collect();
    let unit_of = places
        .iter()
        .zip(&of_group)
        .map(|(place, of_group)| place.group.map(|group| of(group, place.rater.filter(|_| *of_group))))
        .collect();
    Filled { unit_of, of_group, units: known.len() }
}

/// For each unit on how many pupils it has scores, on the scale where these are most.
fn pupils<'a>(unit_of: &[Option<u32>], rows: impl Iterator<Item = Rows<'a>>) -> Vec<u32> {
    let units = unit_of.iter().flatten().max().map_or(0, |last| *last as usize + 1);
    let mut most = vec![0; units];
    for rows in rows {
        let mut seen = vec![(u32::MAX, 0_u32); units];
        for (pupil, own) in rows.each() {
            for row in own {
                let unit = unit_of.get(row.place as usize).copied().flatten();
                let Some(slot) = unit.and_then(|unit| seen.get_mut(unit as usize)) else { continue };
                if slot.0 != pupil {
                    *slot = (pupil, slot.1 + 1);
                }
            }
        }
        for (most, (_, n)) in most.iter_mut().zip(seen) {
            *most = (*most).max(n);
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::{Filled, filled};
    use crate::analytics::{
        forms::{Forms, Head, Piece},
        table::Place,
    };

    #[test]
    fn a_teacher_is_a_rater_of_the_group_and_a_parent_is_not() {
        // Given a group in which a teacher filled in for six pupils, and each mother for her own child
        let place = |rater| Place { group: Some(3), year: None, rater };
        let places: Vec<Place> = std::iter::once(place(Some(0)))
            .chain((1..=6).map(|mother| place(Some(mother))))
            .chain([place(None), Place { group: None, year: None, rater: Some(0) }])
            .collect();
        let mut forms = Piece::new(std::slice::from_ref(&(0..1)));
        for pupil in 0..6 {
            for place in [0, pupil + 1] {
                forms.push(Head { round: place, day: 0, place }, std::iter::once((0, 0)));
            }
            forms.end_pupil();
        }
        // When they are numbered
        let Filled { unit_of, of_group, .. } = filled(&places, std::iter::once(Forms(vec![forms]).rows(0)));
        // Then the teacher has a number, and the forms of mothers go together with those nobody signed
        assert!(of_group[0] && !of_group[1..].iter().any(|is| *is));
        assert_ne!(unit_of[0], unit_of[1]);
        assert!(unit_of[1..=7].iter().all(|unit| unit.is_some() && *unit == unit_of[7]));
        assert_eq!(unit_of[8], None);
    }
}
