//! The standard normal distribution, and the step from a share to a z-score.

use std::sync::LazyLock;

use statrs::distribution::{ContinuousCDF, Normal};

static STANDARD: LazyLock<Normal> = LazyLock::new(Normal::standard);

/// z of the eightieth percentile, as norms are printed: the least favourable fifth lies beyond it.
pub const FIFTH: f64 = 0.8416;

/// z from which a score counts as one of the least favourable fifth: beyond the printed P80, which is the last score of the
/// other four fifths; on a scale of whole scores far more than a fifth may lie on it.
pub const WORST_FIFTH: f64 = 0.841_61;

/// z of the ninetieth percentile, as norms are printed; eight of ten lie within it on both sides.
pub const TENTH: f64 = 1.2816;

/// z of the ends of a two-sided 90 % interval.
pub const NINETY: f64 = 1.645;

/// Shares nearer to 0 or 1 than this say no more about how far out a score lies.
const EDGE: f64 = 1e-4;

/// Φ: the share of a standard normal distribution below `z`.
#[must_use]
pub fn share_below(z: f64) -> f64 {
    STANDARD.cdf(z)
}

/// Φ⁻¹ of a share (0–1), held within 0.0001 and 0.9999 (`docs/signals.md` 1.1).
#[must_use]
pub fn z_of_share(share: f64) -> f64 {
    STANDARD.inverse_cdf(share.clamp(EDGE, 1.0 - EDGE))
}

/// The z above which a share `p` of a standard normal distribution lies (0 < p < 1), not held.
#[must_use]
pub fn z_above(p: f64) -> f64 {
    -STANDARD.inverse_cdf(p)
}
