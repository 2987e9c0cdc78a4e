//! Units compared with each other: how far each lies from all, with chance and what units differ by anyhow both counted
//! (the additive over-dispersion of Spiegelhalter 2005; docs/signals.md, "Comparing groups and schools").

/// One unit: its figure and the standard error of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The figure.
    pub figure: f64,
    /// Its standard error.
    pub error: f64,
}

/// Share of units at each end whose z is drawn in before the over-dispersion is taken.
const WINSORISED: f64 = 0.10;

/// Where a unit lies among all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Its distance to the weighted mean over the standard error.
    pub z: f64,
    /// That distance.
    pub by: f64,
    /// Its standard error, `√(error² + τ²)`.
    pub error: f64,
}

/// Where each unit lies.
#[must_use]
pub fn placed(points: &[Point]) -> Vec<Placed> {
    let weights: Vec<f64> = points.iter().map(|point| 1.0 / (point.error * point.error)).collect();
    let total: f64 = weights.iter().sum();
    let centre =
        points.iter().zip(&weights).map(|(point, weight)| point.figure * weight).sum::<f64>() / total;
    let naive: Vec<f64> = points.iter().map(|point| (point.figure - centre) / point.error).collect();
    let units = points.len() as f64;
    let dispersion = winsorised(&naive).iter().map(|z| z * z).sum::<f64>() / units;
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    let between = ((units * dispersion - (units - 1.0)) / (total - squares / total)).max(0.0);
    let between = if between.is_finite() { between } else { 0.0 };
    points
        .iter()
        .map(|point| {
            let (by, error) = (point.figure - centre, (point.error * point.error + between).sqrt());
            Placed { z: by / error, by, error }
        })
        .collect()
}

/// The figures with the outer ones drawn in to the share that is kept.
fn winsorised(z: &[f64]) -> Vec<f64> {
    let mut sorted = z.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    let at = |share: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
        let below = (share * last).floor() as usize;
        let (low, high) = (sorted.get(below), sorted.get(below + 1).or(sorted.get(below)));
        low.zip(high).map_or(0.0, |(low, high)| low + (share * last - below as f64) * (high - low))
    };
    let (low, high) = (at(WINSORISED), at(1.0 - WINSORISED));
    z.iter().map(|z| z.clamp(low, high)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Point, placed};

    fn z(points: &[Point]) -> Vec<f64> {
        placed(points).iter().map(|one| one.z).collect()
    }

    #[test]
    fn units_that_differ_by_chance_keep_their_z_and_others_are_drawn_in() {
        let alike: Vec<Point> = [-1.2, -0.6, -0.1, 0.1, 0.5, 1.1, -0.3, 0.5]
            .map(|z| Point { figure: z * 0.2, error: 0.2 })
            .to_vec();
        assert!((z(&alike)[5] - 1.1).abs() < 1e-9);
        let apart: Vec<Point> = [-4.0, -3.0, -2.0, 0.0, 1.0, 2.0, 3.0, 3.0]
            .map(|z| Point { figure: z * 0.2, error: 0.2 })
            .to_vec();
        assert!(z(&apart).iter().all(|z| z.abs() < 2.0));
    }

    #[test]
    fn without_spread_or_company_there_is_nothing_to_say() {
        assert_eq!(z(&[Point { figure: 1.0, error: 0.5 }]), [0.0]);
        assert!(z(&[]).is_empty());
    }
}
