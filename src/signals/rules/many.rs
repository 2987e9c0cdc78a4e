//! Many tests at once: what is told of a group or a school, held against all that was tested of that school in the round.
//! It orders the list and hides nothing: how many false alarms there are is up to the thresholds.
//!
//! Each test gives its p, the chance of so much or more where nothing happens: on both sides where either way is told.
//! Benjamini–Hochberg: of m tests with p₁ ≤ … ≤ pₘ the adjusted pᵢ is the least m·pⱼ/j over j ≥ i. Of what is at least so
//! far out, no larger share than that is expected to be chance. Default: of no consequence, so nothing to set. Source:
//! docs/signals.md 5.8; Benjamini & Hochberg 1995.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::{
    analytics::normal,
    signals::finding::{Finding, Tested},
};

/// One test of a school or a group of it. There are tens of thousands of a board: a p is worked out where it is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Test {
    school: u32,
    z: f64,
    either: bool,
}

/// All that was tested in a round.
#[derive(Debug, Default)]
pub(super) struct Tests {
    all: Vec<Test>,
}

impl Test {
    fn p(self) -> f64 {
        let p =
            if self.either { 2.0 * normal::share_below(-self.z.abs()) } else { normal::share_below(-self.z) };
        // What cannot be told apart says nothing.
        if p.is_nan() { 1.0 } else { p }
    }

    /// For a finding that rests on it, before the others are known.
    pub fn alone(self) -> Tested {
        let p = self.p();
        Tested { p, adjusted: p, tests: 1 }
    }
}

impl Tests {
    /// Takes in a test that tells either way.
    pub fn either(&mut self, school: u32, z: f64) -> Test {
        self.take(Test { school, z, either: true })
    }

    /// Takes in a test that tells what is worse alone (z above 0).
    pub fn worse(&mut self, school: u32, z: f64) -> Test {
        self.take(Test { school, z, either: false })
    }

    fn take(&mut self, test: Test) -> Test {
        self.all.push(test);
        test
    }

    /// Tells each finding that was tested how much it says among all of its school.
    pub fn adjust(mut self, found: &mut [Finding]) {
        let told: FxHashSet<u32> = found.iter().filter(|f| f.tested.is_some()).map(|f| f.school).collect();
        self.all.retain(|test| told.contains(&test.school));
        self.all.sort_by_key(|test| test.school);
        let of_school = |tests: &[Test]| {
            let mut all: Vec<f64> = tests.iter().map(|test| test.p()).collect();
            all.sort_by(f64::total_cmp);
            let adjusted = adjusted(&all);
            (tests.first().map_or(u32::MAX, |test| test.school), all, adjusted)
        };
        let schools: Vec<_> = self.all.par_chunk_by(|a, b| a.school == b.school).map(of_school).collect();
        for finding in found {
            let school = schools.binary_search_by_key(&finding.school, |(school, ..)| *school).ok();
            let Some(((_, all, adjusted), tested)) =
                school.and_then(|at| schools.get(at)).zip(finding.tested.as_mut())
            else {
                continue;
            };
            let at = all.partition_point(|p| *p < tested.p);
            tested.adjusted = adjusted.get(at).copied().unwrap_or(1.0);
            tested.tests = u32::try_from(all.len()).unwrap_or(u32::MAX);
        }
    }
}

/// The adjusted p of each of these, which are in order.
fn adjusted(p: &[f64]) -> Vec<f64> {
    let m = p.len() as f64;
    let (mut least, mut found) = (1.0, vec![1.0; p.len()]);
    for ((at, p), slot) in p.iter().enumerate().zip(&mut found).rev() {
        least = f64::min(least, m * p / (at as f64 + 1.0));
        *slot = least;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Tests, adjusted};

    #[test]
    fn the_example_of_benjamini_and_hochberg() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 1.000,
        ];
        let of = [
            0.0015, 0.0030, 0.0095, 0.035_625, 0.0603, 0.063_857, 0.063_857, 0.0645, 0.0765, 0.486,
            0.581_182, 0.714_875, 0.753_231, 0.813_214, 1.0,
        ];
        for (found, of) in adjusted(&p).into_iter().zip(of) {
            assert!((found - of).abs() < 1e-6, "{found} {of}");
        }
    }

    #[test]
    fn either_way_is_twice_as_likely_as_one() {
        let mut tests = Tests::default();
        let (either, worse) = (tests.either(0, -1.96).p(), tests.worse(0, 1.96).p());
        assert!((either - 0.05).abs() < 1e-4 && (worse - 0.025).abs() < 1e-4);
        assert!((tests.worse(0, -1.96).p() - 0.975).abs() < 1e-4);
    }
}
