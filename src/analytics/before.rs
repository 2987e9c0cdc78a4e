//! The round before of each school, on the reference of this one: how many were low, and whether those who are missing
//! now were like those who are not.

use std::collections::BTreeMap;

use super::{
    analysis::{Analysis, List},
    normal,
    tracks::Track,
    unit::Before,
};

/// The round before of each school that had one.
pub(super) fn sums(analysis: &Analysis, list: &List, track: &Track, until: u32) -> BTreeMap<u32, Before> {
    let mut schools: BTreeMap<u32, Before> = BTreeMap::new();
    for (at, pupil) in list.pupils.iter().enumerate() {
        let (rounds, z) = (track.rounds_of(at), track.z_of(at));
        let earlier = rounds.iter().zip(z).rev().find(|(round, _)| **round < until);
        let Some((_, z)) = earlier.filter(|(round, _)| **round + 1 == until) else { continue };
        let z = f64::from(*z);
        let before = schools.entry(analysis.pupil(*pupil).0).or_default();
        before.n += 1;
        before.concern += u32::from(z >= normal::WORST_FIFTH);
        before.sums = (before.sums.0 + z, before.sums.1 + z * z, before.sums.2);
        if rounds.last() == Some(&until) {
            before.stayed += 1;
            before.sums.2 += z;
        }
    }
    schools
}
