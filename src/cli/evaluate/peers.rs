//! What schools do today, on the same data: a fixed cut on any scale, the raw change, and the classic reliable change.
//! Each as a statistic, to compare at one load, and as it is used, with its own cut.
#![expect(clippy::indexing_slicing, reason = "arrays by round, series and pupil of one length")]

use super::best_known::highest;
use super::measure::{Count, begins, gone};
use super::run::Grid;
use super::simulate::Simulated;
use super::worlds::{ERROR, ROUNDS};

/// The statistics of a world by pupil and round, and what the cuts in use find anew.
#[derive(Debug)]
pub(super) struct Peers {
    /// The highest z of a pupil's scores, as they stand.
    pub level: Grid<f64>,
    /// The highest change since the pupil's last form, in SD of such changes.
    pub change: Grid<f64>,
    /// In the worst quarter on any scale.
    pub quartile: Grid<bool>,
    /// Beyond P90 on any scale.
    pub p90: Grid<bool>,
    /// Among the 3 % that went up most on any scale.
    pub most_changed: Grid<bool>,
    /// Reliable change beyond 1.96 on any scale (Jacobson & Truax; reliability .80).
    pub reliable: Grid<bool>,
    /// For each of the four: of what was found on a scale, how much held no more in the next round.
    pub gone: [Count; 4],
}

impl Peers {
    /// Computes them; `z`: of each series, each round on the pool up to then.
    pub fn of(world: &Simulated, z: &[Grid<f64>]) -> Self {
        let n = world.pupils();
        let (no, none) = (vec![[false; ROUNDS]; n], vec![[f64::NAN; ROUNDS]; n]);
        let mut all = Self {
            level: none.clone(),
            change: none,
            quartile: no.clone(),
            p90: no.clone(),
            most_changed: no.clone(),
            reliable: no,
            gone: [Count::default(); 4],
        };
        for (series, z) in z.iter().enumerate() {
            let raw: Grid<f64> =
                (0..n).map(|pupil| std::array::from_fn(|round| world.scores[round][series][pupil])).collect();
            // A fixed cut is one from before: that of the first round.
            let first = sorted(raw.iter().map(|rounds| rounds[0]));
            let change: Grid<f64> = raw.iter().map(changes).collect();
            let changed = sorted(change.iter().flatten().copied());
            let spread = deviation(&changed);
            // √2·s·√(1 − r)
            let error = 2.0_f64.sqrt() * deviation(&first) * ERROR.sqrt();
            let cuts = [
                (&mut all.quartile, &raw, quantile(&first, 0.75)),
                (&mut all.p90, &raw, quantile(&first, 0.90)),
                (&mut all.most_changed, &change, quantile(&changed, 0.97)),
                (&mut all.reliable, &change, 1.96 * error),
            ];
            for ((found, figures, cut), sum) in cuts.into_iter().zip(&mut all.gone) {
                let beyond = vec![figures.iter().map(|rounds| rounds.map(|x| x > cut)).collect()];
                let own = gone(std::slice::from_ref(world), &beyond);
                (sum.hits, sum.of) = (sum.hits + own.hits, sum.of + own.of);
                for new in begins(beyond) {
                    for (slot, flag) in found.iter_mut().flatten().zip(new.iter().flatten()) {
                        *slot |= flag;
                    }
                }
            }
            highest(&mut all.level, z);
            highest(&mut all.change, &change.iter().map(|rounds| rounds.map(|x| x / spread)).collect());
        }
        all
    }
}

/// The change of each round since the last one there is.
fn changes(rounds: &[f64; ROUNDS]) -> [f64; ROUNDS] {
    let mut before = f64::NAN;
    rounds.map(|x| {
        let change = x - before;
        if !x.is_nan() {
            before = x;
        }
        change
    })
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut known: Vec<f64> = values.filter(|x| !x.is_nan()).collect();
    known.sort_by(f64::total_cmp);
    known
}

/// The value that a share of the sorted values does not exceed.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
    let at = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(at.max(1) - 1).copied().unwrap_or(f64::INFINITY)
}

fn deviation(values: &[f64]) -> f64 {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{changes, quantile};

    #[test]
    fn a_change_is_since_the_last_form_there_is() {
        let found = changes(&[1.0, f64::NAN, 4.0, 2.0, f64::NAN, f64::NAN]);
        assert!(found[0].is_nan() && found[1].is_nan());
        assert!((found[2] - 3.0).abs() < 1e-12 && (found[3] + 2.0).abs() < 1e-12);
    }

    #[test]
    fn three_of_a_hundred_lie_beyond_the_97th() {
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let cut = quantile(&values, 0.97);
        assert_eq!(values.iter().filter(|x| **x > cut).count(), 3);
    }
}
