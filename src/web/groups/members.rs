//! The pupils of a group by name, with strengths.

use super::read::Known;
use crate::analytics::standing::Standing;
use crate::school::Pupil;
use crate::web::page::Page;

/// A pupil in the list of names.
pub(super) struct Named {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) strengths: Vec<String>,
}

pub(super) fn named(page: &Page, known: &Known, pupil: &Pupil) -> Named {
    let scales = known.scales.get(&pupil.key).map_or(&[][..], Vec::as_slice);
    let mut strengths: Vec<String> = scales
        .iter()
        .filter(|scale| {
            let mut said = scale.lines.iter().filter_map(|line| line.standing);
            said.any(Standing::is_strength) && !known.worries(pupil, &scale.domain)
        })
        .map(|scale| page.domain(&scale.domain))
        .collect();
    strengths.dedup();
    strengths.truncate(3);
    Named { id: pupil.id.0.clone(), name: pupil.full_name(), strengths }
}
