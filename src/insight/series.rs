//! The series of pupils with what gives them meaning: the band where most scores lie, what was expected of the
//! last score, and the two words. One reference with the signals: published norm, else the board's pool.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::standing::Standing;
use super::store::{self, Scored};
use crate::analytics::expectation;
use crate::analytics::normal;
use crate::analytics::norms::{self, Curve};
use crate::evidence::files::Series;
use crate::evidence::informant::Informant;
use crate::evidence::instruments::{Audience, Catalogue, Direction, Stability};
use crate::ground::scope::Role;
use crate::ground::{Conn, Result, Scope};
use crate::school::Pupil;

/// One round of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The round's label.
    pub round: String,
    /// The day.
    pub on: NaiveDate,
    /// The score (for a group: the mean).
    pub score: f64,
    /// How many pupils it is of.
    pub n: usize,
}

/// What one informant filled in.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who filled it in.
    pub informant: Informant,
    /// The rounds, oldest first.
    pub points: Vec<Point>,
    /// What was expected of the last score: expected, and the ends of the 90 % interval.
    pub expected: Option<(f64, f64, f64)>,
    /// The two words; none where too few scores are known to compare with.
    pub standing: Option<Standing>,
}

/// All series on one scale.
#[derive(Debug, Clone)]
pub struct Scale {
    /// Instrument and scale, as codes.
    pub code: (String, String),
    /// The domain's code.
    pub domain: String,
    /// The instrument's name.
    pub instrument: String,
    /// The scale's name.
    pub name: String,
    /// The lowest score.
    pub min: f64,
    /// The highest score.
    pub max: f64,
    /// Whether a high score is good.
    pub high_is_good: bool,
    /// Where eight of ten scores of the first informant lie.
    pub band: Option<(f64, f64)>,
    /// A line for each informant, the teacher first.
    pub lines: Vec<Line>,
}

/// The fewest scores that others are compared with.
const FEWEST: i64 = 30;
/// z of the tenth and ninetieth percentile: the band holds eight of ten.
const BAND: f64 = 1.2816;
/// z of the ends of a 90 % interval.
const NINETY: f64 = 1.645;

/// What a series is measured against.
struct Reference {
    series: Series,
    curve: Option<Curve>,
}

/// The scales on which these pupils were measured, per pupil's key. Scales for the coordinator alone are shown to
/// the coordinator of the pupil's school alone.
///
/// # Errors
/// When the database refuses.
pub fn of_pupils(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    pupils: &[Pupil],
) -> Result<HashMap<i64, Vec<Scale>>> {
    let keys: Vec<i64> = pupils.iter().map(|pupil| pupil.key).collect();
    let scored = store::scores_of(conn, &keys)?;
    let mut names = store::series(conn)?;
    let mut references: HashMap<i32, Reference> = HashMap::new();
    for one in &scored {
        if let Some(series) = names.remove(&one.series) {
            let curve = pooled(&store::pool(conn, one.series)?);
            references.insert(one.series, Reference { series, curve });
        }
    }
    let mut found: HashMap<i64, Vec<Scale>> = HashMap::new();
    for series in scored.chunk_by(|a, b| (a.pupil, a.series) == (b.pupil, b.series)) {
        let Some(first) = series.first() else {
            continue;
        };
        let Some(reference) = references.get(&first.series) else {
            continue;
        };
        let pupil = pupils.iter().find(|pupil| pupil.key == first.pupil);
        let sees_all = pupil.is_some_and(|pupil| scope.has_at(Role::Coordinator, &pupil.school_id));
        if !sees_all && is_for_the_coordinator(catalogue, &reference.series) {
            continue;
        }
        let scales = found.entry(first.pupil).or_default();
        add(scales, catalogue, reference, series, pupil);
    }
    for scales in found.values_mut() {
        for scale in scales.iter_mut() {
            scale.lines.sort_by_key(|line| line.informant);
        }
        scales.sort_by(|a, b| (&a.domain, &a.code).cmp(&(&b.domain, &b.code)));
    }
    Ok(found)
}

/// Whether the catalogue keeps a scale for the coordinator.
fn is_for_the_coordinator(catalogue: &Catalogue, series: &Series) -> bool {
    catalogue
        .get(&series.instrument)
        .and_then(|instrument| instrument.scale(&series.scale))
        .is_some_and(|scale| scale.audience == Audience::Coordinator)
}

/// The curve of mid-percentiles of a pool, in the direction of the score.
fn pooled(counts: &[(f64, i64)]) -> Option<Curve> {
    let all: i64 = counts.iter().map(|(_, n)| n).sum();
    if all < FEWEST {
        return None;
    }
    let mut below = 0;
    Some(Curve::new(counts.iter().map(|(score, n)| {
        let share = (below as f64 + *n as f64 / 2.0) / all as f64;
        below += n;
        (*score, normal::z_of_share(share))
    })))
}

fn add(
    scales: &mut Vec<Scale>,
    catalogue: &Catalogue,
    reference: &Reference,
    scored: &[Scored],
    pupil: Option<&Pupil>,
) {
    let series = &reference.series;
    let instrument = catalogue.get(&series.instrument);
    let known = instrument.and_then(|instrument| instrument.scale(&series.scale));
    let published = instrument.zip(known).and_then(|(instrument, scale)| {
        let on = scored.last()?.on;
        let age = pupil.and_then(|pupil| pupil.age(on));
        let at = norms::applicable(instrument, &series.scale, series.informant, age, None)?;
        Some(norms::published(scale, instrument.norms.get(at)?))
    });
    let curve = published.as_ref().or(reference.curve.as_ref());
    let high_is_good = known.is_none_or(|scale| scale.high_is == Direction::Strength);
    let stability = instrument.map_or_else(Stability::default, |i| i.stability);
    let (expected, standing) =
        curve.map_or((None, None), |curve| judge(curve, stability, high_is_good, scored));
    let line = Line {
        informant: series.informant,
        points: scored
            .iter()
            .map(|one| Point { round: one.round.clone(), on: one.on, score: one.score, n: 1 })
            .collect(),
        expected,
        standing,
    };
    let code = (series.instrument.clone(), series.scale.clone());
    if let Some(scale) = scales.iter_mut().find(|scale| scale.code == code) {
        scale.lines.push(line);
        return;
    }
    let all = || scored.iter().map(|one| one.score);
    let (min, max) = series.score_type.range().unwrap_or_else(|| {
        known.map_or_else(
            || (all().fold(0.0, f64::min), all().fold(0.0, f64::max)),
            |scale| (scale.min, scale.max),
        )
    });
    scales.push(Scale {
        domain: known.map_or_else(String::new, |s| s.domain.code().to_owned()),
        instrument: instrument.map_or_else(|| series.instrument.clone(), |i| i.name.clone()),
        name: known.map_or_else(|| series.scale.clone(), |s| s.name.clone()),
        min,
        max,
        high_is_good,
        band: curve.map(|c| (c.score_at(-BAND), c.score_at(BAND))),
        lines: vec![line],
        code,
    });
}

type Judged = (Option<(f64, f64, f64)>, Option<Standing>);

/// What was expected of the last score from all earlier ones (`signals.md` 1.4), and the two words.
fn judge(curve: &Curve, stability: Stability, high_is_good: bool, scored: &[Scored]) -> Judged {
    let z: Vec<f64> = scored.iter().map(|one| curve.z_at(one.score)).collect();
    let Some((now, past)) = z.split_last() else {
        return (None, None);
    };
    let sign = if high_is_good { -1.0 } else { 1.0 };
    let days: Vec<f64> = scored.iter().map(|one| (one.on - NaiveDate::default()).num_days() as f64).collect();
    let weights = expectation::weights(stability, &days).filter(|_| !past.is_empty());
    let Some(weights) = weights else {
        return (None, Some(Standing::of(now * sign, None)));
    };
    let (middle, spread) = (weights.expected(past), weights.variance.sqrt());
    let surprise = sign * (now - middle) / spread;
    let expected = (
        curve.score_at(middle),
        curve.score_at(middle - NINETY * spread),
        curve.score_at(middle + NINETY * spread),
    );
    (Some(expected), Some(Standing::of(now * sign, Some(surprise))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::standing::{Change, Level};

    fn scored(rounds: &[(&str, f64)]) -> Vec<Scored> {
        rounds
            .iter()
            .map(|(on, score)| Scored {
                pupil: 1,
                series: 1,
                round: (*on).to_owned(),
                on: on.parse().unwrap(),
                score: *score,
            })
            .collect()
    }

    fn flat_pool() -> Curve {
        let counts: Vec<(f64, i64)> = (0..=40).map(|score| (f64::from(score), 10)).collect();
        pooled(&counts).unwrap()
    }

    #[test]
    fn a_small_pool_is_no_reference() {
        assert_eq!(pooled(&[(1.0, 20), (2.0, 9)]), None);
        assert!(pooled(&[(1.0, 20), (2.0, 10)]).is_some());
    }

    #[test]
    fn the_middle_of_the_pool_is_ordinary() {
        assert!(flat_pool().z_at(20.0).abs() < 1e-9);
    }

    #[test]
    fn a_deep_fall_is_said_and_the_expectation_lies_between_mean_and_before() {
        let rounds = scored(&[("2025-05-12", 34.0), ("2025-11-10", 3.0)]);
        let (expected, standing) = judge(&flat_pool(), Stability::default(), true, &rounds);
        let (middle, low, high) = expected.unwrap();
        assert!(20.0 < middle && middle < 34.0, "{middle}");
        assert!(low < middle && middle < high && high <= 40.0);
        let standing = standing.unwrap();
        assert_eq!((standing.level, standing.change), (Level::Low, Change::FallsMuch));
        let turned = judge(&flat_pool(), Stability::default(), false, &rounds).1.unwrap();
        assert_eq!((turned.level, turned.change), (Level::High, Change::Rises));
    }

    #[test]
    fn a_first_round_has_no_expectation() {
        let first = judge(&flat_pool(), Stability::default(), true, &scored(&[("2025-11-10", 20.0)]));
        assert_eq!(first.0, None);
        assert_eq!(first.1.unwrap().change, Change::First);
    }
}
