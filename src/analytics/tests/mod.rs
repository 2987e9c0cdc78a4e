//! Acceptance numbers of the methods (`docs/signals.md` section 1).

mod bad;
mod world;

use chrono::NaiveDate;
use nalgebra::{DMatrix, DVector};

use super::{
    Analysis, Assessed, ScoreLine, ScoreTable, SeriesKey, Span, expectation,
    intervals::{Z95, wilson},
    normal,
    norms::{self, Curve},
    patterns::{Moments, Patterns},
    shrinkage::{Share, reml},
    smoothing::Ewma,
};
use crate::evidence::{
    informant::Informant,
    instruments::{Catalogue, Sex, Stability, parse},
    score_type::ScoreType,
};

impl Analysis {
    /// The last round of all, judged.
    pub fn last(&self) -> Assessed<'_> {
        let label = self.rounds(Span::Last).last().copied();
        self.assess(label.unwrap_or(u32::MAX)).unwrap()
    }
}

fn near(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() <= within, "{found} is not {wanted}");
}

#[test]
fn the_worked_example_of_the_expected_score() {
    // ρ = .70 at one round, .62 at two; z = .5, −.2, then 2.0.
    let past = DMatrix::from_row_slice(2, 2, &[1.0, 0.70, 0.70, 1.0]);
    let c = DVector::from_vec(vec![0.62, 0.70]);
    let (beta, variance) = expectation::regression(past, &c).unwrap();
    near(beta[0], 0.254_901_96, 5e-9);
    near(beta[1], 0.521_568_63, 5e-9);
    near(variance, 0.476_862_75, 5e-9);
    let expected = beta[0] * 0.5 + beta[1] * -0.2;
    near(expected, 0.023_137_25, 5e-9);
    near((2.0 - expected) / variance.sqrt(), 2.862_726_25, 5e-9);
}

#[test]
fn correlations_fade_with_time_and_reliability_rescales_them() {
    let default = Stability::default();
    near(expectation::correlation(default, 1.0), 0.695, 1e-12);
    near(expectation::correlation(default, 2.0), 0.6215, 1e-12);
    let better = expectation::with_reliability(default, default, 0.9);
    near(better.lasting + better.state + better.error, 1.0, 1e-12);
    near(better.lasting / better.state, 0.45 / 0.35, 1e-12);
    near(better.error, 0.1, 1e-12);
    // Where the run's own pairs have spoken they say how scores hang together.
    let own = Stability { lasting: 0.3, state: 0.3, error: 0.4, ..default };
    let known = expectation::with_reliability(own, default, 0.9);
    near(expectation::correlation(known, 1.0), expectation::correlation(own, 1.0), 1e-12);
    near(known.error, 0.1, 1e-12);
    near(expectation::with_reliability(own, default, 0.5).error, 0.4, 1e-12);
}

#[test]
fn the_level_of_one_round_is_kelleys() {
    for (reliability, half, four_fifths) in [(0.8, 1.433, 1.854), (0.7, 1.532, 2.083), (0.9, 1.351, 1.631)] {
        let default = Stability::default();
        let stability = expectation::with_reliability(default, default, reliability);
        let weights = expectation::weights(stability, &[0.0]).unwrap();
        near(weights.level(&[half]), 0.50, 5e-4);
        near(weights.level(&[four_fifths]), 0.80, 5e-4);
    }
}

#[test]
fn ewma_has_its_exact_variance() {
    let mut ewma = Ewma::new(0.5);
    for (value, smoothed, variance) in [(0.5, 0.25, 0.25), (1.5, 0.875, 0.3125), (1.0, 0.9375, 0.328_125)] {
        // qcc: 11, 13, 12 around 10 with sd 2 → 10.5, 11.75, 11.875; sigma 1, √1.25, √1.3125.
        let standardised = ewma.take(value);
        near(ewma.variance(), variance, 1e-12);
        near(standardised, smoothed / variance.sqrt(), 1e-12);
    }
}

#[test]
fn wilson_intervals() {
    for (hits, n, low, high) in [
        (65.0, 100.0, 0.552_544, 0.736_358),
        (1.0, 100.0, 0.001_767, 0.054_486),
        (1045.0, 5000.0, 0.197_955, 0.220_491),
    ] {
        let found = wilson(hits, n, Z95);
        near(found.0, low, 1e-6);
        near(found.1, high, 1e-6);
    }
}

#[test]
fn reml_of_equal_groups_is_the_analysis_of_variance() {
    // Four groups of five: MSB = 5·var(means), MSW = pooled; τ² = (MSB − MSW)/5.
    let groups = [10.0, 12.0, 15.0, 11.0].map(|mean| Share { n: 5.0, mean, within: 16.0 });
    let found = reml(&groups).unwrap();
    let (msb, msw) = (5.0 * 14.0 / 3.0, 4.0);
    near(found.mean, 12.0, 1e-9);
    near(found.within, msw, 1e-5);
    near(found.between, (msb - msw) / 5.0, 1e-5);
    near(found.reliability(5.0), 1.0 - msw / msb, 1e-6);
    near(found.shrunken(&groups[2]), 12.0 + 3.0 * (1.0 - msw / msb), 1e-5);
}

#[test]
fn reml_tells_no_groups_apart_where_they_do_not_differ() {
    let groups = [10.0, 10.1].map(|mean| Share { n: 5.0, mean, within: 80.0 });
    let found = reml(&groups).unwrap();
    near(found.between, 0.0, 1e-12);
    near(found.shrunken(&groups[1]), 10.05, 1e-9);
    assert!(reml(&groups[..1]).is_none());
}

/// The pattern of each scale that a pupil has.
fn patterns(of: &[Vec<f64>], surprises: &[f64]) -> Vec<f64> {
    let mut moments = Moments::new(surprises.len());
    for row in of {
        moments.take(row);
    }
    let present: Vec<usize> = (0..surprises.len()).filter(|at| !surprises[*at].is_nan()).collect();
    let weights = Patterns::estimate(&moments).weights(&present);
    let measured: Vec<f64> = present.iter().map(|at| surprises[*at]).collect();
    weights.iter().map(|own| own.iter().zip(&measured).map(|(w, r)| w * r).sum()).collect()
}

#[test]
fn one_scale_worse_stands_out_and_a_single_scale_is_its_own_pattern() {
    near(patterns(&[vec![1.0], vec![-1.0]], &[1.7])[0], 1.7, 1e-12);
    let rows: Vec<Vec<f64>> = (0..200)
        .map(|i| {
            let (x, y) = (f64::from(i % 7) - 3.0, f64::from(i % 5) - 2.0);
            vec![x + y, x, x - y]
        })
        .collect();
    let specific = patterns(&rows, &[2.0, 0.0, 0.0]);
    assert!(specific[0] > 2.0 && specific[1] < 1.0);
    // Two scales, and the two together.
    assert_eq!(patterns(&rows, &[2.0, f64::NAN, 0.0]).len(), 3);
    let together = patterns(&rows, &[1.0, 1.0, 1.0]);
    assert!(together[3] > together[0]);
}

#[test]
fn curves_go_there_and_back() {
    let curve = Curve::new([(0.0, -1.0), (10.0, 0.0), (20.0, 2.0)]);
    near(curve.z_at(15.0), 1.0, 1e-12);
    near(curve.score_at(1.0), 15.0, 1e-12);
    near(curve.score_at(9.0), 20.0, 1e-12);
    near(curve.z_at(-5.0), -1.0, 1e-12);
}

const NORMED: &str = r#"
code = "proef"
name = "Proef"
version = "1"
source = "verzonnen"
date = 2026-01-01
licence = "vrij"
[[scale]]
code = "zorg"
name = "Zorg"
domain = "gedrag"
min = 0
max = 40
high_is = "concern"
[[scale]]
code = "kracht"
name = "Kracht"
domain = "stemming"
min = 0
max = 10
high_is = "strength"
[[norm]]
scale = "zorg"
informant = "leerkracht"
ages = [4, 10]
mean = 5.9
sd = 5.2
p80 = 10
p90 = 14
reliability = 0.80
source = "verzonnen"
date = 2017-05-03
[[norm]]
scale = "zorg"
informant = "leerkracht"
ages = [4, 10]
sex = "f"
points = [[0, 20.0], [5, 50.0], [11, 90.0]]
source = "verzonnen"
date = 2017-05-03
[[norm]]
scale = "kracht"
informant = "leerkracht"
mean = 8
sd = 2
p80 = 6
p90 = 5
source = "verzonnen"
date = 2017-05-03
"#;

#[test]
fn published_norms_by_age_and_sex_in_both_directions() {
    let proef = parse::instrument("proef.toml", NORMED).unwrap();
    let place = |age, sex| norms::applicable(&proef, "zorg", Informant::Teacher, age, sex, true);
    assert_eq!(place(Some(8), None), Some(0));
    assert_eq!(place(Some(8), Some(Sex::F)), Some(1));
    assert_eq!(place(Some(8), Some(Sex::M)), Some(0));
    assert_eq!(place(Some(11), None), None);
    assert_eq!(place(None, Some(Sex::F)), None);
    // By default one norm holds for all.
    let joint = norms::applicable(&proef, "zorg", Informant::Teacher, Some(8), Some(Sex::F), false);
    assert_eq!(joint, Some(0));
    let zorg = norms::published(&proef.scales[0], &proef.norms[0]);
    near(zorg.z_at(14.0), 1.2816, 1e-12);
    near(zorg.z_at(0.0), -5.9 / 5.2, 1e-12);
    near(zorg.z_at(40.0), 3.7, 1e-12);
    near(zorg.z_at(12.0), f64::midpoint(0.8416, 1.2816), 1e-12);
    let girls = norms::published(&proef.scales[0], &proef.norms[1]);
    near(girls.z_at(11.0), normal::z_of_share(0.9), 1e-12);
    // A strength scale's curve runs with the score; its worse end is low.
    let kracht = norms::published(&proef.scales[1], &proef.norms[2]);
    near(kracht.z_at(5.0), -1.2816, 1e-12);
    near(kracht.z_at(10.0), 1.0, 1e-12);
    near(kracht.z_at(0.0), -3.7, 1e-12);
}

#[test]
fn the_norm_that_was_not_chosen_is_shown_beside_the_one_that_was() {
    // Given a girl and a boy of eight, and norms for all and for girls
    let proef = parse::instrument("proef.toml", NORMED).unwrap();
    let girls = norms::published(&proef.scales[0], &proef.norms[1]);
    let mut catalogue = Catalogue::default();
    let key = SeriesKey {
        instrument: proef.code.clone(),
        version: proef.version.clone(),
        informant: Informant::Teacher,
        scale: "zorg".to_owned(),
        score_type: ScoreType::Raw,
    };
    catalogue.add(proef);
    let other = |sex: Option<Sex>, by_sex: bool| {
        let mut table = ScoreTable::new(vec![key.clone()], vec!["2025-2026 najaar".to_owned()]);
        table.by_sex = by_sex;
        table.push(&ScoreLine {
            school: 0,
            group: None,
            year: None,
            rater: None,
            pupil: 1,
            series: 0,
            round: 0,
            date: NaiveDate::from_ymd_opt(2025, 10, 1).unwrap(),
            score: 10.0,
            birth_date: NaiveDate::from_ymd_opt(2017, 5, 5),
            sex,
            origin: 0,
        });
        let analysis = Analysis::new(table, &catalogue).unwrap().0;
        let assessed = analysis.last();
        assessed.by_other_norm(&assessed.assessments()[0]).map(|(norm, z)| (norm.sex, z))
    };
    // Then each is told of the other norm where there is one
    let (sex, z) = other(Some(Sex::F), false).unwrap();
    assert_eq!(sex, Some(Sex::F));
    near(z, girls.z_at(10.0), 1e-12);
    let (sex, z) = other(Some(Sex::F), true).unwrap();
    assert_eq!(sex, None);
    near(z, 0.8416, 1e-12);
    assert_eq!((other(Some(Sex::M), false), other(None, false)), (None, None));
}

#[test]
fn a_unit_that_is_normed_already_carries_what_its_bands_say_and_no_more() {
    let curve = |unit, concern| norms::of_unit(unit, concern).unwrap();
    near(curve(ScoreType::Percentile, false).z_at(90.0), normal::z_of_share(0.9), 1e-12);
    near(curve(ScoreType::Percentile, false).z_at(100.0), normal::z_of_share(0.995), 1e-12);
    near(curve(ScoreType::TScore, false).z_at(35.0), -1.5, 1e-12);
    near(curve(ScoreType::TScore, false).z_at(100.0), 3.7, 1e-12);
    // The middle of the lowest 4 % and of the highest.
    near(curve(ScoreType::Stanine, false).z_at(1.0), normal::z_of_share(0.02), 1e-12);
    near(curve(ScoreType::Stanine, true).z_at(5.0), 0.0, 1e-9);
    // E is the lowest tenth: 1 where high is good, 5 where high is a concern.
    near(curve(ScoreType::LetterAE, false).z_at(1.0), -normal::z_of_share(0.95), 1e-12);
    near(curve(ScoreType::LetterAE, true).z_at(5.0), normal::z_of_share(0.95), 1e-12);
    near(curve(ScoreType::LetterAE, true).z_at(4.0), normal::z_of_share(0.825), 1e-12);
    near(curve(ScoreType::RomanIV, true).z_at(5.0), normal::z_of_share(0.9), 1e-12);
    near(curve(ScoreType::Quartile, true).z_at(4.0), normal::z_of_share(0.875), 1e-12);
    assert_eq!(norms::of_unit(ScoreType::Raw, true), None);
    // Every band but the three coarse ones tells a change; a border at the lowest fifth only where one lies there.
    let told = |tells: fn(ScoreType) -> bool| ScoreType::ALL.into_iter().filter(move |unit| !tells(*unit));
    let coarse = [ScoreType::LetterAE, ScoreType::RomanIV, ScoreType::Quartile];
    assert!(told(ScoreType::carries_change).eq(coarse));
    assert!(told(ScoreType::carries_fifth).eq([ScoreType::LetterAE, ScoreType::Quartile]));
}

#[test]
fn a_norm_of_mean_and_spread_alone_is_a_line_and_one_with_p90_alone_bends_there() {
    let mut proef = parse::instrument("proef.toml", NORMED).unwrap();
    (proef.norms[0].p80, proef.norms[0].p90) = (None, None);
    let line = norms::published(&proef.scales[0], &proef.norms[0]);
    near(line.z_at(5.9 + 5.2), 1.0, 1e-12);
    near(line.z_at(40.0), 3.7, 1e-12);
    proef.norms[0].p90 = Some(14.0);
    let bent = norms::published(&proef.scales[0], &proef.norms[0]);
    near(bent.z_at(14.0), 1.2816, 1e-12);
    near(bent.z_at(5.9), 0.0, 1e-12);
    (proef.norms[2].p80, proef.norms[2].p90) = (None, None);
    let strength = norms::published(&proef.scales[1], &proef.norms[2]);
    near(strength.z_at(6.0), -1.0, 1e-12);
}
