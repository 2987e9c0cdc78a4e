//! The rounds of each cycle (instrument × informant), by median day. Labels come with the scores, and rounds that lie
//! under 90 days apart were joined before (`evidence::files::rounds`); here they are put in order.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{assessed::Round, forms::Forms, layout::Layout, table::number};

/// Fills in the rounds of the layout, and puts the forms of each list in their order.
pub(super) fn order(lists: &mut [Forms], layout: &mut Layout) {
    let cycles: Vec<u32> = layout.lists().into_iter().map(|(_, cycle)| cycle).collect();
    let mut days: BTreeMap<(u32, u32), BTreeMap<i32, u32>> = BTreeMap::new();
    for (cycle, forms) in cycles.iter().zip(&*lists) {
        for ((round, day), count) in forms.days() {
            *days.entry((*cycle, round)).or_default().entry(day).or_default() += count;
        }
    }
    let mut rounds: Vec<(u32, Round)> = days
        .iter()
        .map(|((cycle, label), days)| (*cycle, Round { label: *label, median_day: median(days) }))
        .collect();
    rounds.sort_by(|(a, one), (b, other)| {
        a.cmp(b).then(one.median_day.total_cmp(&other.median_day)).then(one.label.cmp(&other.label))
    });
    let mut ords = BTreeMap::new();
    for (cycle, round) in rounds {
        if let Some(of_cycle) = layout.cycles.get_mut(cycle as usize) {
            ords.insert((cycle, round.label), number(of_cycle.len()));
            of_cycle.push(round);
        }
    }
    for (forms, cycle) in lists.iter_mut().zip(cycles) {
        let place = |label| ords.get(&(cycle, label)).copied().unwrap_or(u32::MAX);
        forms.0.par_iter_mut().for_each(|piece| piece.set_rounds(place));
    }
}

/// The median of days that come so many times each; between the middle two of an even number.
fn median(days: &BTreeMap<i32, u32>) -> f64 {
    let n: u64 = days.values().map(|count| u64::from(*count)).sum();
    let nth = |wanted: u64| {
        let mut passed = 0;
        let found = days.iter().find(|(_, count)| {
            passed += u64::from(**count);
            passed > wanted
        });
        found.map_or(0.0, |(day, _)| f64::from(*day))
    };
    f64::midpoint(nth(n.saturating_sub(1) / 2), nth(n / 2))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_of_days_that_come_more_than_once() {
        assert!((median(&[(3, 2), (5, 1)].into()) - 3.0).abs() < 1e-12);
        assert!((median(&[(3, 1), (5, 1)].into()) - 4.0).abs() < 1e-12);
        assert!((median(&[(3, 1), (5, 4)].into()) - 5.0).abs() < 1e-12);
    }
}
