//! The figures of a group for who may open it: the mean of the pupils who are in it now, over all rounds, with how many
//! took part, and what it is good at.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::FEWEST;
use super::disclosure::Disclosed;
use super::series::{Line, Point, Scale};
use crate::ground::scope::Why;

/// A round's day, the sum of its scores, and how many they are.
type Sum = (NaiveDate, f64, usize);

/// The means per scale and informant, over pupils' series; rounds with too few scores are left out.
pub fn of<'a>(why: &Why, pupils: impl IntoIterator<Item = &'a Vec<Scale>>) -> Disclosed<Vec<Scale>> {
    Disclosed::by_role(why, || means(pupils))
}

/// What a group is good at: the domains (their codes, at most three) in which at least a quarter of what was measured
/// of its pupils stands high, the best first.
pub fn good<'a>(why: &Why, pupils: impl IntoIterator<Item = &'a Vec<Scale>>) -> Disclosed<Vec<String>> {
    Disclosed::by_role(why, || strengths(pupils))
}

fn strengths<'a>(pupils: impl IntoIterator<Item = &'a Vec<Scale>>) -> Vec<String> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for scale in pupils.into_iter().flatten() {
        for standing in scale.lines.iter().filter_map(|line| line.standing) {
            let count = counts.entry(scale.domain.as_str()).or_default();
            count.0 += usize::from(standing.is_strength());
            count.1 += 1;
        }
    }
    let mut shares: Vec<(usize, &str)> = counts
        .into_iter()
        .filter(|(_, (strong, all))| *all >= FEWEST && strong * 4 >= *all)
        .map(|(domain, (strong, all))| (strong * 100 / all, domain))
        .collect();
    shares.sort_by_key(|(share, domain)| (std::cmp::Reverse(*share), *domain));
    shares.into_iter().take(3).map(|(_, domain)| domain.to_owned()).collect()
}

fn means<'a>(pupils: impl IntoIterator<Item = &'a Vec<Scale>>) -> Vec<Scale> {
    let mut means: BTreeMap<(String, (String, String)), Scale> = BTreeMap::new();
    let mut sums: HashMap<((String, String), &'static str, &'a str), Sum> = HashMap::new();
    for scale in pupils.into_iter().flatten() {
        for line in &scale.lines {
            for point in &line.points {
                let key = (scale.code.clone(), line.informant.code(), point.round.as_str());
                let sum = sums.entry(key).or_insert((point.on, 0.0, 0));
                *sum = (sum.0.min(point.on), sum.1 + point.score, sum.2 + 1);
            }
        }
        let mean = means.entry((scale.domain.clone(), scale.code.clone())).or_insert_with(|| Scale {
            lines: Vec::new(),
            doubted_by: None,
            ..scale.clone()
        });
        for line in &scale.lines {
            if mean.lines.iter().all(|known| known.informant != line.informant) {
                mean.lines.push(Line {
                    informant: line.informant,
                    unit: line.unit,
                    points: Vec::new(),
                    expected: None,
                    standing: None,
                    unsaid: None,
                });
            }
        }
    }
    for ((code, informant, round), (on, sum, n)) in sums {
        let line = means.values_mut().find(|scale| scale.code == code).and_then(|scale| {
            let mut lines = scale.lines.iter_mut();
            lines.find(|line| line.informant.code() == informant)
        });
        if let Some(line) = line.filter(|_| n >= FEWEST) {
            line.points.push(Point { round: round.to_owned(), on, score: sum / n as f64, n });
        }
    }
    let mut scales: Vec<Scale> = means.into_values().collect();
    for scale in &mut scales {
        scale.lines.retain(|line| !line.points.is_empty());
        scale.lines.sort_by_key(|line| line.informant);
        for line in &mut scale.lines {
            line.points.sort_by_key(|point| point.on);
        }
    }
    scales.retain(|scale| !scale.lines.is_empty());
    scales
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::informant::Informant;
    use crate::evidence::score_type::ScoreType;

    fn pupil(score: f64, rounds: &[&str]) -> Vec<Scale> {
        let points = rounds.iter().map(|round| Point {
            round: (*round).to_owned(),
            on: round.parse().unwrap(),
            score,
            n: 1,
        });
        vec![Scale {
            code: ("eigen".into(), "welbevinden".into()),
            domain: "stemming".into(),
            instrument: "Eigen".into(),
            name: "Welbevinden".into(),
            min: 0.0,
            max: 40.0,
            high_is_good: true,
            band: None,
            lines: vec![Line {
                informant: Informant::Teacher,
                unit: ScoreType::Raw,
                points: points.collect(),
                expected: None,
                standing: None,
                unsaid: None,
            }],
            doubted_by: None,
        }]
    }

    #[test]
    fn a_mean_needs_eight_scores() {
        let mut pupils: HashMap<i64, Vec<Scale>> =
            (0..8_i32).map(|i| (i64::from(i), pupil(f64::from(i), &["2025-11-10"]))).collect();
        pupils.insert(8, pupil(3.5, &["2025-05-12"]));
        let means = means(pupils.values());
        let points = &means[0].lines[0].points;
        assert_eq!(points.len(), 1, "one score in May is no mean");
        assert_eq!((points[0].score, points[0].n), (3.5, 8));
    }
}
