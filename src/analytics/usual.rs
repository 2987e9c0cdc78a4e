//! What units that stood somewhere move anyhow. A pupil is expected to come back towards the mean of all, and a group or
//! school that differs from others by more than its pupils apart does not: each round again it seems to move on. How much
//! of that there is differs by school, list and time of year, so it is read from the units of the round themselves.

/// The standard deviation of the slope, before anything is seen: a group of 25 that shares .10 of the variance has .36.
const SLOPE: f64 = 0.3;

/// What a unit's pupils were expected to be, and what they moved away from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stood {
    /// Pupils of whom something was expected.
    pub n: f64,
    /// The mean z that was expected of them.
    pub expected: f64,
    /// How far they were from it, on average.
    pub shift: f64,
}

/// The line of shift by expectation.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usual {
    slope: f64,
    centre: f64,
}

impl Usual {
    /// By the units of one round, each as heavy as its number of pupils: the slope by least squares, shrunk towards none
    /// by how little they can tell (a normal prior).
    pub fn of(units: &[Stood]) -> Self {
        let n: f64 = units.iter().map(|one| one.n).sum();
        if units.len() < 3 || n <= 0.0 {
            return Self::default();
        }
        let mean = |of: fn(&Stood) -> f64| units.iter().map(|one| one.n * of(one)).sum::<f64>() / n;
        let (centre, shift) = (mean(|one| one.expected), mean(|one| one.shift));
        let size = n / units.len() as f64;
        let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
            units.iter().map(|one| one.n / size * of(one.expected - centre, one.shift - shift)).sum()
        };
        let spread = sum(&|_, shift| shift * shift) / (units.len() - 1) as f64;
        let weight = sum(&|stood, _| stood * stood) + spread / (SLOPE * SLOPE);
        let slope = if weight > 0.0 { sum(&|stood, shift| stood * shift) / weight } else { 0.0 };
        Self { slope, centre }
    }

    /// What a unit of which this was expected moves anyhow.
    pub fn at(&self, expected: f64) -> f64 {
        self.slope * (expected - self.centre)
    }
}

#[cfg(test)]
mod tests {
    use super::{Stood, Usual};

    #[test]
    fn what_comes_with_where_units_stood_is_usual() {
        // Given forty groups that moved a third of how far they stood, and one that fell by itself
        let group = |at: f64, fell: f64| Stood { n: 25.0, expected: at, shift: at / 3.0 + fell };
        let mut groups: Vec<Stood> = (-20..20).map(|at| group(f64::from(at) / 20.0, 0.0)).collect();
        groups.push(group(0.0, 0.5));
        // Then a third of it is usual, less what so few units leave open (.09 of 1.1), about where they stood together
        let usual = Usual::of(&groups);
        let slope = usual.at(1.0) - usual.at(0.0);
        assert!((0.29..0.334).contains(&slope), "{slope}");
        assert!(usual.at(usual.centre).abs() < 1e-12);
    }

    #[test]
    fn units_that_cannot_tell_have_no_line() {
        let alike = [Stood { n: 25.0, expected: 0.4, shift: 0.1 }; 12];
        for units in [&alike[..2], &alike[..], &[]] {
            assert!(Usual::of(units).at(2.0).abs() < 1e-12);
        }
    }
}
