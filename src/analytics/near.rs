//! Who else filled in on a pupil around a round.

use super::{
    assessed::{Assessed, Assessment, Round},
    table::number,
};

impl Assessed<'_> {
    /// How many days before the round of a row its pupil last had a form on the list of another series: 0 in the same
    /// round; none where that was never.
    #[must_use]
    pub fn since_form(&self, series: u32, row: &Assessment) -> Option<f64> {
        let now = self.layout().rounds(row.series).get(row.round as usize)?;
        let ago = |round: &Round| match now.median_day - round.median_day {
            _ if round.label == now.label => Some(0.0),
            days => Some(days).filter(|days| *days > 0.0),
        };
        let rounds = self.layout().rounds(series);
        let rank = self.analysis.table.pupils.all.binary_search(&(row.school, row.pupil)).ok().map(number)?;
        let own = self.analysis.forms(series)?.rounds(rank);
        own.filter_map(|round| ago(rounds.get(round as usize)?)).min_by(f64::total_cmp)
    }
}
