//! One round of all cycles: every pupil's expectation, surprise, trend and level, over the pool's columns as slices.

#![expect(
    clippy::indexing_slicing,
    reason = "the columns of one pool have one length, and the indices run over it"
)]

use super::{
    assessed::{Assessment, Expected},
    expectation::{HALF_YEAR, Solver, correlation},
    frame::Published,
    layout::Layout,
    patterns::Patterns,
    pool::Pool,
    smoothing::{Ewma, LAMBDA},
};

/// z of a two-sided 90 % interval.
const Z90: f64 = 1.645;

/// Days that a round may lie from a year ago to be the same season.
const SEASON: f64 = 60.0;

/// What was computed for each row of the pool, that of earlier rounds included.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Estimate {
    /// Expected z, variance, surprise; none in a first round.
    pub expected: Option<(f64, f64, f64)>,
    /// z less what was expected from a year before, and its variance.
    pub year: Option<(f64, f64)>,
    /// The pattern's statistic, in a list of several scales.
    pub pattern: Option<f64>,
    pub trend: Option<f64>,
    pub level: Option<f64>,
}

/// Estimates for every row of the pool.
pub(super) fn estimate(pool: &Pool, layout: &Layout, solver: &mut Solver) -> Vec<Estimate> {
    let mut estimates = vec![Estimate::default(); pool.z.len()];
    for run in runs(pool) {
        let cycle = layout.series[pool.series[run.start] as usize].cycle;
        let rounds = &layout.cycles[cycle as usize];
        let day = |ord: u32| rounds[ord as usize].median_day;
        for at in run.clone() {
            let stability = pool.stability[at] as usize;
            let ords = &pool.ord[run.start..=at];
            let (z, past) = (pool.z[at], &pool.z[run.start..at]);
            let Some(weights) = solver.weights(stability, cycle, ords, day) else {
                continue;
            };
            if !past.is_empty() {
                let expected = weights.expected(past);
                let surprise = (z - expected) / weights.variance.sqrt();
                estimates[at].expected = Some((expected, weights.variance, surprise));
            }
            if pool.now[at] == 1 {
                estimates[at].level = Some(weights.level(&pool.z[run.start..=at]));
            }
            let year = (run.start..at).find(|earlier| {
                (day(pool.ord[at]) - day(pool.ord[*earlier]) - 2.0 * HALF_YEAR).abs() <= SEASON
            });
            estimates[at].year = year.and_then(|earlier| {
                let lag = (day(pool.ord[at]) - day(pool.ord[earlier])) / HALF_YEAR;
                let rho = correlation(solver.stability(stability)?, lag);
                Some((z - rho * pool.z[earlier], 1.0 - rho * rho))
            });
        }
    }
    judge_patterns(pool, layout, &mut estimates);
    for run in runs(pool) {
        let mut ewma = Ewma::new(LAMBDA);
        for at in run {
            let surprise = estimates[at].expected.map(|(_, _, surprise)| surprise);
            let value = estimates[at].pattern.or(surprise);
            estimates[at].trend = value.map(|value| ewma.take(value));
        }
    }
    estimates
}

/// Fills in the pattern's statistic where a list has several scales that are judged as a family.
fn judge_patterns(pool: &Pool, layout: &Layout, estimates: &mut [Estimate]) {
    let mut members: Vec<(u32, u32, u32, i64, u32, usize)> = (0..pool.z.len())
        .filter(|at| estimates[*at].expected.is_some())
        .filter_map(|at| {
            let series = &layout.series[pool.series[at] as usize];
            let key = (series.list, pool.ord[at], pool.school[at], pool.pupil[at]);
            (series.family > 1 && series.is_part()).then(|| (key.0, key.1, key.2, key.3, pool.series[at], at))
        })
        .collect();
    members.sort_unstable();
    for round in members.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let mut scales: Vec<u32> = round.iter().map(|member| member.4).collect();
        scales.sort_unstable();
        scales.dedup();
        let pupils: Vec<_> = round
            .chunk_by(|a, b| (a.2, a.3) == (b.2, b.3))
            .map(|own| {
                let mut row = vec![None; scales.len()];
                let mut places = vec![None; scales.len()];
                for (.., series, at) in own {
                    if let Ok(scale) = scales.binary_search(series) {
                        row[scale] = estimates[*at].expected.map(|(_, _, surprise)| surprise);
                        places[scale] = Some(*at);
                    }
                }
                (row, places)
            })
            .collect();
        let rows: Vec<_> = pupils.iter().map(|(row, _)| row.clone()).collect();
        let mut patterns = Patterns::estimate(&rows, scales.len());
        for (row, places) in &pupils {
            for (statistic, place) in patterns.statistics(row).into_iter().zip(places) {
                if let Some(at) = place {
                    estimates[*at].pattern = statistic;
                }
            }
        }
    }
}

/// The rows of the round looked at, with their scores' expectations turned back into scores.
pub(super) fn assessments(
    pool: &Pool,
    layout: &Layout,
    estimates: &[Estimate],
    published: &Published,
) -> Vec<Assessment> {
    let mut rows = Vec::new();
    for run in runs(pool) {
        let at = run.end - 1;
        if pool.now[at] == 0 {
            continue;
        }
        let (series, z) = (pool.series[at], pool.z[at]);
        let sign = layout.series[series as usize].sign();
        let (pooled, count) = &pool.curves[series as usize];
        let curve = pool.norm[at].and_then(|norm| published.get(&(series, norm))).unwrap_or(pooled);
        let expected = estimates[at].expected.map(|(mean, variance, surprise)| {
            let score = |z: f64| curve.score_at(sign * z);
            let half = Z90 * variance.sqrt();
            let ends = (score(mean - half), score(mean + half));
            Expected {
                z: mean,
                variance,
                score: score(mean),
                low: ends.0.min(ends.1),
                high: ends.0.max(ends.1),
                surprise,
            }
        });
        let before = at.checked_sub(1).filter(|before| run.contains(before));
        rows.push(Assessment {
            series,
            round: pool.ord[at],
            school: pool.school[at],
            group: pool.group[at],
            pupil: pool.pupil[at],
            score: pool.score[at],
            z,
            previous_z: before
                .filter(|before| pool.ord[*before] + 1 == pool.ord[at])
                .map(|before| pool.z[before]),
            expected,
            trend: estimates[at].trend,
            level_probability: estimates[at].level.unwrap_or(f64::NAN),
            rounds_used: super::layout::number(run.len()),
            norm: pool.norm[at],
            pool: *count,
        });
    }
    rows
}

/// The stretches of rows of one pupil on one series.
fn runs(pool: &Pool) -> impl Iterator<Item = std::ops::Range<usize>> {
    let same = |a: usize, b: usize| {
        pool.series[a] == pool.series[b] && pool.school[a] == pool.school[b] && pool.pupil[a] == pool.pupil[b]
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        (from < pool.z.len()).then(|| {
            let start = from;
            from += 1;
            while from < pool.z.len() && same(start, from) {
                from += 1;
            }
            start..from
        })
    })
}
