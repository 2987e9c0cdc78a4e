//! What units that stood somewhere move anyhow. A pupil is expected to come back towards the mean of all, and a group or
//! school that differs from others by more than its pupils apart does not: each round again it seems to move on. How much
//! of that there is differs by school, list and time of year, so it is read from the units of the round themselves.

/// The standard deviation of the slope, before anything is seen: a group of 25 has .10 to .18 where groups share .03 of the
/// variance and .16 to .31 where they share .10, the most after one round.
const SLOPE: f64 = 0.2;

/// Pupils from which on a unit has a part in the line: of fewer, their own coming and going is most of it.
const FEWEST: f64 = 8.0;

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

/// The line of shift by expectation: sums over the units of a round, each as heavy as its number of pupils.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usual {
    units: f64,
    n: f64,
    expected: f64,
    shift: f64,
    squares: f64,
    products: f64,
    shifts: f64,
}

impl Usual {
    /// Of these units.
    pub fn of(units: &[Stood]) -> Self {
        units.iter().fold(Self::default(), |sums, one| sums.with(one, 1.0))
    }

    /// The sums with a unit taken in (1) or out (−1).
    fn with(self, one: &Stood, times: f64) -> Self {
        let Stood { n, expected, shift } = *one;
        if n < FEWEST {
            return self;
        }
        let n_times = n * times;
        Self {
            units: self.units + times,
            n: self.n + n_times,
            expected: self.expected + n_times * expected,
            shift: self.shift + n_times * shift,
            squares: self.squares + n_times * expected * expected,
            products: self.products + n_times * expected * shift,
            shifts: self.shifts + n_times * shift * shift,
        }
    }

    /// The slope by least squares, shrunk towards none by a normal prior, as far as shifts of units differ anyhow.
    fn slope(&self) -> f64 {
        if self.units < 2.5 {
            return 0.0;
        }
        let size = self.n / self.units;
        let about = |sum: f64, a: f64, b: f64| ((sum - a * b / self.n) / size).max(0.0);
        let products = (self.products - self.expected * self.shift / self.n) / size;
        let spread = about(self.shifts, self.shift, self.shift) / (self.units - 1.0);
        let weight = about(self.squares, self.expected, self.expected) + spread / (SLOPE * SLOPE);
        // Where all stand or move alike, what rounding leaves says nothing.
        if weight > 1e-9 { products / weight } else { 0.0 }
    }

    /// What a unit moves anyhow, by the line through the others: one that moved by itself must not explain itself away.
    pub fn at(&self, one: &Stood) -> f64 {
        if self.n <= 0.0 {
            return 0.0;
        }
        self.with(one, -1.0).slope() * (one.expected - self.expected / self.n)
    }
}

#[cfg(test)]
mod tests {
    use super::{Stood, Usual};

    fn group(at: f64, fell: f64) -> Stood {
        Stood { n: 25.0, expected: at, shift: at / 3.0 + fell }
    }

    #[test]
    fn what_comes_with_where_units_stood_is_usual() {
        // Given forty-one groups that moved a third of how far they stood, of which the farthest fell by itself too
        let mut groups: Vec<Stood> = (-20..20).map(|at| group(f64::from(at) / 20.0, 0.0)).collect();
        groups.push(group(1.0, 0.5));
        let usual = Usual::of(&groups);
        // Then about a third of where it stood is usual for each: the prior takes some, and the one that fell adds some
        let of = |at: f64, fell: f64| usual.at(&group(at, fell));
        assert!((-0.36..-0.28).contains(&of(-1.0, 0.0)), "{}", of(-1.0, 0.0));
        // and what it fell by itself changes nothing of what is usual for it.
        groups.pop();
        groups.push(group(1.0, 0.0));
        let calm = Usual::of(&groups).at(&group(1.0, 0.0));
        assert!((of(1.0, 0.5) - calm).abs() < 1e-9, "{} {calm}", of(1.0, 0.5));
    }

    #[test]
    fn units_that_cannot_tell_have_no_line() {
        let alike = [Stood { n: 25.0, expected: 0.4, shift: 0.1 }; 12];
        let few = [group(-1.0, 0.0), group(1.0, 0.0), group(0.5, 0.0)];
        for units in [&alike[..], &few[..], &[]] {
            assert!(Usual::of(units).at(&group(0.5, 0.0)).abs() < 1e-9, "{units:?}");
        }
        // Groups of seven move by their own pupils.
        let small: Vec<Stood> = (-9..9).map(|at| Stood { n: 7.0, ..group(f64::from(at), 0.0) }).collect();
        assert!(Usual::of(&small).at(&group(1.0, 0.0)).abs() < 1e-12);
    }
}
