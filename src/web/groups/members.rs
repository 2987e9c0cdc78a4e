//! The pupils of a group: their names with strengths, and the table by domain.

use std::collections::HashMap;

use super::Known;
use crate::evidence::instruments::Domain;
use crate::insight::means;
use crate::insight::series::Scale;
use crate::insight::standing::Standing;
use crate::school::Pupil;
use crate::web::page::Page;
use crate::web::scales;

/// A pupil in the list of names.
pub(super) struct Named {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) strengths: Vec<String>,
}

/// A cell of the table: the mark's kind and the two words of each scale.
pub(super) struct Cell {
    pub(super) kind: &'static str,
    pub(super) words: String,
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

/// The domains in which anyone of the group was measured, in the order of the school scan.
pub(super) fn measured(known: &Known) -> Vec<Domain> {
    let any = |domain: &Domain| {
        let mut scales = known.scales.values().flatten();
        scales.any(|scale| scale.domain == domain.code())
    };
    Domain::ALL.into_iter().filter(any).collect()
}

pub(super) fn table(page: &Page, known: &Known) -> Vec<(String, String, Vec<Option<Cell>>)> {
    let domains = measured(known);
    known
        .pupils
        .iter()
        .map(|pupil| {
            let cells = domains.iter().map(|domain| {
                let scales = known.scales.get(&pupil.key)?;
                cell(page, scales.iter().filter(|scale| scale.domain == domain.code()))
            });
            (pupil.id.0.clone(), pupil.short_name(), cells.collect())
        })
        .collect()
}

fn cell<'a>(page: &Page, scales: impl Iterator<Item = &'a Scale>) -> Option<Cell> {
    let standings: Vec<Standing> =
        scales.flat_map(|scale| scale.lines.iter().filter_map(|line| line.standing)).collect();
    let speaks = standings.iter().find(|standing| standing.is_concern()).or_else(|| standings.first())?;
    Some(Cell {
        kind: if speaks.is_concern() {
            "concern"
        } else if speaks.is_strength() {
            "strength"
        } else {
            "plain"
        },
        words: scales::words(page.w, *speaks),
    })
}
