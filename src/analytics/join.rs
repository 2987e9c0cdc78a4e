//! The larger of two statistics as one: two that are standard normal while nothing happens, correlated by r, become one
//! that is so too. `M = max(A, B + c)` and `Φ⁻¹(Φ₂(M, M − c; r))`: c > 0 favours the second.
//! Φ₂ by Gauss-Legendre over the correlation (Drezner and Wesolowsky, 1990). Source: docs/signals.md, "Trend".

use super::normal;

/// Nodes and weights of the 16-point Gauss-Legendre rule on (0, 1), its lower half.
const NODES: [(f64, f64); 8] = [
    (0.005_299_532_504_175_031, 0.013_576_229_705_877_044),
    (0.027_712_488_463_383_7, 0.031_126_761_969_323_95),
    (0.067_184_398_806_084_12, 0.047_579_255_841_246_39),
    (0.122_297_795_822_498_5, 0.062_314_485_627_766_94),
    (0.191_061_877_798_678_1, 0.074_797_994_408_288_36),
    (0.270_991_611_171_386_3, 0.084_578_259_697_501_27),
    (0.359_198_224_610_370_6, 0.091_301_707_522_461_79),
    (0.452_493_745_081_181_3, 0.094_725_305_227_534_25),
];

/// The grid on which the join is worked out, and looked up.
const FROM: f64 = -8.0;
const STEP: f64 = 0.01;
const POINTS: u16 = 2200;

/// A join of two statistics.
#[derive(Debug, Clone)]
pub struct Join {
    favour: f64,
    grid: Vec<f64>,
}

impl Join {
    /// For statistics that correlate by `r`; `favour` is added to the second.
    #[must_use]
    pub fn new(r: f64, favour: f64) -> Self {
        let r = r.clamp(-0.99, 0.99);
        let grid = (0..POINTS).map(|at| joined(FROM + f64::from(at) * STEP, favour, r)).collect();
        Self { favour, grid }
    }

    /// The joined statistic, and whether the second carries it. A missing one (NaN) leaves the other as it is.
    #[must_use]
    pub fn of(&self, first: f64, second: f64) -> (f64, bool) {
        if first.is_nan() || second.is_nan() {
            return if first.is_nan() { (second, true) } else { (first, false) };
        }
        let larger = first.max(second + self.favour);
        (self.look_up(larger), second + self.favour > first)
    }

    fn look_up(&self, larger: f64) -> f64 {
        let place = ((larger - FROM) / STEP).clamp(0.0, f64::from(POINTS - 1));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the grid")]
        let below = (place as usize).min(usize::from(POINTS) - 2);
        match (self.grid.get(below), self.grid.get(below + 1)) {
            (Some(low), Some(high)) => low + (place - below as f64) * (high - low),
            _ => larger,
        }
    }
}

/// Φ⁻¹(Φ₂(m, m − favour; r)), by whichever tail keeps its digits.
fn joined(m: f64, favour: f64, r: f64) -> f64 {
    let both = integral(m, m - favour, r);
    let (over_first, over_second) = (normal::share_below(-m), normal::share_below(favour - m));
    let above = over_first + over_second - over_first * over_second - both;
    if above < 0.5 {
        normal::z_above(above.max(f64::MIN_POSITIVE))
    } else {
        let below = normal::share_below(m) * normal::share_below(m - favour) + both;
        -normal::z_above(below.max(f64::MIN_POSITIVE))
    }
}

/// `1/2π ∫₀^{asin r} exp(−(h² + k² − 2hk sin t)/(2cos²t)) dt`: what the correlation adds to both lying below (or above).
fn integral(h: f64, k: f64, r: f64) -> f64 {
    let end = r.asin();
    let at = |share: f64| {
        let (sin, cos) = (end * share).sin_cos();
        (-(h * h + k * k - 2.0 * h * k * sin) / (2.0 * cos * cos)).exp()
    };
    let sum: f64 = NODES.iter().map(|(node, weight)| weight * (at(*node) + at(1.0 - node))).sum();
    sum * end / (2.0 * std::f64::consts::PI)
}

#[cfg(test)]
mod tests {
    use super::{Join, integral, normal};

    fn near(found: f64, wanted: f64, within: f64) {
        assert!((found - wanted).abs() <= within, "{found} is not {wanted}");
    }

    #[test]
    fn two_normals_below_their_means_follow_sheppard() {
        // Φ₂(0, 0; r) = 1/4 + asin r / 2π.
        for r in [-0.5_f64, 0.2, 0.7, 0.95] {
            let expected = r.asin() / (2.0 * std::f64::consts::PI);
            near(integral(0.0, 0.0, r), expected, 1e-12);
        }
    }

    #[test]
    fn the_join_of_independent_statistics_is_the_square_of_their_share() {
        let join = Join::new(0.0, 0.0);
        for m in [-1.0, 0.5, 2.0, 3.5] {
            let share = normal::share_below(m) * normal::share_below(m);
            near(join.of(m, m - 0.3).0, -normal::z_above(share), 1e-4);
        }
        // One and the same statistic twice is itself.
        near(Join::new(0.99, 0.0).of(2.0, 2.0).0, 2.0, 0.06);
    }

    #[test]
    fn the_second_is_favoured_and_a_missing_one_changes_nothing() {
        let join = Join::new(0.5, 0.2);
        assert!(join.of(2.0, 1.9).1 && !join.of(2.0, 1.7).1);
        assert_eq!(join.of(1.3, f64::NAN), (1.3, false));
        assert_eq!(join.of(f64::NAN, 1.3), (1.3, true));
        assert!(join.of(7.0, 0.0).0 > 6.7 && join.of(12.0, 0.0).0 > join.of(11.0, 0.0).0);
    }
}
