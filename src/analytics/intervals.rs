//! Intervals of proportions.

/// The z of a two-sided 95 % interval.
pub const Z95: f64 = 1.959_963_984_540_054;

/// Wilson's interval of `hits` out of `n`, within 0 and 1; (0, 1) of nothing.
#[must_use]
pub fn wilson(hits: f64, n: f64, z: f64) -> (f64, f64) {
    if n <= 0.0 {
        return (0.0, 1.0);
    }
    let (share, square) = (hits / n, z * z);
    let centre = share + square / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let whole = 1.0 + square / n;
    (((centre - half) / whole).max(0.0), ((centre + half) / whole).min(1.0))
}
