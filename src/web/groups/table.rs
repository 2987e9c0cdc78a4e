//! The second view of a group: its pupils by domain.

use super::read::Known;
use crate::analytics::standing::Standing;
use crate::evidence::instruments::{Catalogue, Domain};
use crate::insight::series::Scale;
use crate::school::Pupil;
use crate::web::page::{Page, left_out};
use crate::web::scales;

/// A cell of the table: the mark's kind and the two words of each scale.
pub(super) struct Cell {
    pub(super) kind: &'static str,
    pub(super) words: String,
}

/// The row of a pupil.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) cells: Vec<Option<Cell>>,
    /// Which lists the pupil is left out of, as a sentence.
    pub(super) left_out: Option<String>,
}

/// The domains in which anyone of the group was measured, in the order of the school scan.
pub(super) fn measured(known: &Known) -> Vec<Domain> {
    let any = |domain: &Domain| {
        let mut scales = known.scales.values().flatten();
        scales.any(|scale| scale.domain == domain.code())
    };
    Domain::ALL.into_iter().filter(any).collect()
}

pub(super) fn table(page: &Page, known: &Known, catalogue: &Catalogue) -> Vec<Line> {
    let domains = measured(known);
    let line = |pupil: &Pupil| {
        let cells = domains.iter().map(|domain| {
            let scales = known.scales.get(&pupil.key)?;
            cell(page, scales.iter().filter(|scale| scale.domain == domain.code()))
        });
        Line {
            cells: cells.collect(),
            id: pupil.id.0.clone(),
            name: pupil.short_name(),
            left_out: left_out(
                page.w,
                catalogue,
                known.left_out.iter().filter(|one| one.pupil_id == pupil.id),
            ),
        }
    };
    known.pupils.iter().map(line).collect()
}

fn cell<'a>(page: &Page, scales: impl Iterator<Item = &'a Scale>) -> Option<Cell> {
    let standings: Vec<Standing> =
        scales.flat_map(|scale| scale.lines.iter().filter_map(|line| line.standing)).collect();
    let speaks = standings
        .iter()
        .find(|standing| standing.is_concern())
        .or_else(|| standings.iter().find(|standing| standing.is_strength()))
        .or_else(|| standings.first())?;
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
