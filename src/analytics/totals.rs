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
        let totals = (0..).zip(&self.layout.series);
        let totals = totals.filter_map(|(at, series)| Some((at, parts(&self.layout, series)?)));
        totals.flat_map(|(at, parts)| self.odd_of(at, &parts)).collect()
    }

    /// Those of one series, the sum of these.
    fn odd_of(&self, series: u32, parts: &[u32]) -> Vec<OddTotal> {
        let score = |value: u32| self.table.values.get(value as usize).map(|value| value.score);
        let rows = self.rows(series).each().flat_map(|(rank, rows)| rows.map(move |row| (rank, row)));
        let odd = rows.filter_map(|(rank, row)| {
            let part = |part: &u32| score(self.rows(*part).at(rank, row.round)?.value);
            let sum = parts.iter().map(part).sum::<Option<f64>>()?;
            let total = score(row.value).filter(|total| (total - sum).abs() > ROUNDING)?;
            let round = self.layout.rounds(series).get(row.round as usize).map_or(0, |round| round.label);
            Some(OddTotal { series, round, pupil: self.pupil(rank).1, total, sum })
        });
        odd.collect()
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
