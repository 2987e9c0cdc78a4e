//! Who else filled in on a pupil around a round.

use super::{
    assessed::{Assessed, Assessment, Round},
    table::number,
};

impl Assessed<'_> {
    /// Whether the pupil of a row has a form on the list of another series, of the same round or of so many days before.
    #[must_use]
    pub fn has_form(&self, series: u32, row: &Assessment, days: f64) -> bool {
        let Some(now) = self.layout().rounds(row.series).get(row.round as usize) else { return false };
        let is_near = |round: &Round| {
            let ago = now.median_day - round.median_day;
            round.label == now.label || (ago > 0.0 && ago < days)
        };
        let rounds = self.layout().rounds(series);
        let rank = self.analysis.table.pupils.all.binary_search(&(row.school, row.pupil)).ok().map(number);
        let Some((forms, rank)) = self.analysis.forms(series).zip(rank) else { return false };
        forms.rounds(rank).filter_map(|round| rounds.get(round as usize)).any(is_near)
    }
}
