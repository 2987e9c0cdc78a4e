//! Totals that are not the sum of their scales. They count as they stand: whoever made the list may have put something in
//! the place of answers that were missing. It is told, since a total goes before its scales where a list is judged.

use super::{
    analysis::Analysis,
    layout::{Layout, Series},
};
use crate::evidence::score_type::ScoreType;

/// Points that a total may differ from its scales by rounding.
const ROUNDING: f64 = 0.5;

/// A total that is not the sum of its scales.
#[derive(Debug, Clone, PartialEq)]
pub struct OddTotal {
    /// The series of the total.
    pub series: u32,
    /// The round, as place in the layout's labels.
    pub round: u32,
    /// The pupil's number.
    pub pupil: i64,
    /// The total as given.
    pub total: f64,
    /// The sum of its scales.
    pub sum: f64,
}

impl Analysis {
    /// The totals that differ from the sum of their scales where each of these was given, by series, pupil and round.
    #[must_use]
    pub fn odd_totals(&self) -> Vec<OddTotal> {
        let mut odd = Vec::new();
        for (at, series) in (0..).zip(&self.layout.series) {
            let Some(parts) = parts(&self.layout, series) else { continue };
            for (rank, rows) in self.rows(at).each() {
                for row in rows {
                    let score = |value: u32| self.table.values.get(value as usize).map(|value| value.score);
                    let part = |part: &u32| score(self.rows(*part).at(rank, row.round)?.value);
                    let sum = parts.iter().map(part).sum::<Option<f64>>();
                    let Some((total, sum)) = score(row.value).zip(sum) else { continue };
                    if (total - sum).abs() > ROUNDING {
                        let round =
                            self.layout.rounds(at).get(row.round as usize).map_or(0, |round| round.label);
                        odd.push(OddTotal { series: at, round, pupil: self.pupil(rank).1, total, sum });
                    }
                }
            }
        }
        odd
    }
}

/// The series of the scales that a raw total is the sum of; none where it is no total, or one of them was never given.
fn parts(layout: &Layout, of: &Series) -> Option<Vec<u32>> {
    let scale = of.scale().filter(|scale| scale.is_total() && of.key.score_type == ScoreType::Raw)?;
    let find = |code: &String| {
        let is = |other: &Series| {
            other.list == of.list && !other.is_list() && other.key.scale.eq_ignore_ascii_case(code)
        };
        (0..).zip(&layout.series).find(|(_, other)| is(other)).map(|(at, _)| at)
    };
    scale.sum_of.iter().map(find).collect()
}
