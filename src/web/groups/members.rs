//! The pupils of a group by name, with strengths, and what the group is good at.

use std::collections::HashMap;

use super::read::Known;
use crate::insight::means;
use crate::insight::standing::Standing;
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
            said.any(Standing::is_strength)
        })
        .map(|scale| page.domain(&scale.domain))
        .collect();
    strengths.dedup();
    strengths.truncate(3);
    Named { id: pupil.id.0.clone(), name: pupil.full_name(), strengths }
}

/// What the group is good at: the domains in which most of its pupils stand high.
pub(super) fn good(page: &Page, known: &Known) -> Vec<String> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for scale in known.scales.values().flatten() {
        for standing in scale.lines.iter().filter_map(|line| line.standing) {
            let count = counts.entry(scale.domain.as_str()).or_default();
            count.0 += usize::from(standing.is_strength());
            count.1 += 1;
        }
    }
    let mut shares: Vec<(&str, usize, usize)> = counts
        .into_iter()
        .filter(|(_, (_, all))| *all >= means::FEWEST)
        .map(|(domain, (strong, all))| (domain, strong, all))
        .filter(|(_, strong, all)| strong * 4 >= *all)
        .collect();
    shares.sort_by_key(|(domain, strong, all)| (std::cmp::Reverse(strong * 100 / all), *domain));
    shares.into_iter().take(3).map(|(domain, _, _)| page.domain(domain)).collect()
}
