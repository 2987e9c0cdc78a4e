//! Adding up over rounds: the EWMA, standardised by its exact variance (`docs/signals.md` 1.6).

/// The weight of the present round for pupils.
pub const LAMBDA: f64 = 0.7;

/// A running EWMA that starts at 0.
#[derive(Debug, Clone, Copy)]
pub struct Ewma {
    lambda: f64,
    value: f64,
    /// `(1−λ)^{2t}` after `t` values.
    kept: f64,
}

impl Ewma {
    /// Before the first value; `lambda` (0–1] is the weight of each new one.
    #[must_use]
    pub const fn new(lambda: f64) -> Self {
        Self { lambda, value: 0.0, kept: 1.0 }
    }

    /// Takes one value in.
    pub fn add(&mut self, value: f64) {
        self.value = self.lambda * value + (1.0 - self.lambda) * self.value;
        self.kept *= (1.0 - self.lambda) * (1.0 - self.lambda);
    }

    /// Takes one value in and gives the standardised EWMA: `E/√Var`, where the values are standard normal.
    pub fn take(&mut self, value: f64) -> f64 {
        self.add(value);
        self.value / self.variance().sqrt()
    }

    /// How much one more standard normal value moves the standardised EWMA, once that many values are in.
    #[must_use]
    pub fn gain(lambda: f64, rounds: i32) -> f64 {
        let after = Self { lambda, value: 0.0, kept: (1.0 - lambda).powi(2 * rounds) };
        lambda / after.variance().sqrt()
    }

    /// `λ/(2−λ)·[1−(1−λ)^{2t}]`: its variance after `t` standard normal values.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.lambda / (2.0 - self.lambda) * (1.0 - self.kept)
    }
}
