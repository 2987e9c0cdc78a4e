//! Intervals of proportions.

/// The z of a two-sided 95 % interval.
pub const Z95: f64 = 1.959_963_984_540_054;

/// How far a share of `n` lies above another of infinitely many, in standard errors under that other: beyond z where the
/// lower end of Wilson's interval at z is.
#[must_use]
pub fn above(share: f64, of: f64, n: f64) -> f64 {
    (share - of) / (of * (1.0 - of) / n).sqrt()
}

/// The same of two shares, of `n` and of `m`, under what both are together.
#[must_use]
pub fn apart((share, n): (f64, f64), (other, m): (f64, f64)) -> f64 {
    let both = (share * n + other * m) / (n + m);
    (share - other) / (both * (1.0 - both) * (1.0 / n + 1.0 / m)).sqrt()
}

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
