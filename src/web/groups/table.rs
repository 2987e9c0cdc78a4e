//! The second view of a group: its pupils by domain.

use super::read::Known;
use crate::analytics::standing::Standing;
use crate::evidence::instruments::Domain;
use crate::insight::series::Scale;
use crate::web::page::Page;
use crate::web::scales;

/// A cell of the table: the mark's kind and the two words of each scale.
pub(super) struct Cell {
    pub(super) kind: &'static str,
    pub(super) words: String,
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
