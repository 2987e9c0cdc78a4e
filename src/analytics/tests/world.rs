//! One small world through the whole run, every figure of which can be followed by hand.

use chrono::{Months, NaiveDate};

use super::near;
use crate::{
    analytics::{ScoreLine, ScoreTable, SeriesKey, Span, normal, run},
    evidence::{informant::Informant, instruments::Catalogue, score_type::ScoreType},
};

/// Twenty pupils in two groups, four half-yearly rounds of two scales of the school's own list; pupil 3 falls in the
/// last round. Scores are a fixed spread, so that every figure can be followed by hand.
fn world() -> ScoreTable {
    let series = ["welbevinden", "contact"].map(|scale| SeriesKey {
        instrument: "eigen".to_owned(),
        version: "1".to_owned(),
        informant: Informant::Teacher,
        scale: scale.to_owned(),
        score_type: ScoreType::Raw,
    });
    let rounds = ["d", "c", "b", "a"].map(ToOwned::to_owned);
    let mut table = ScoreTable::new(series.to_vec(), rounds.to_vec());
    let start = NaiveDate::from_ymd_opt(2024, 10, 1).unwrap();
    for pupil in 0..20_u32 {
        for round in 0..4_u32 {
            for series in 0..2_u32 {
                let fell = round == 3 && pupil == 3;
                let base = 20 + (pupil * 7 + series * 3) % 13;
                let score = if fell { 4 } else { base + (pupil + round) % 3 };
                table.push(&ScoreLine {
                    school: 0,
                    group: Some(pupil % 2),
                    year: None,
                    pupil: i64::from(pupil),
                    series,
                    round: 3 - round,
                    date: start + Months::new(6 * round),
                    score: f64::from(score),
                    birth_date: None,
                    sex: None,
                });
            }
        }
    }
    table
}

#[test]
fn the_run_sees_the_pupil_who_fell_and_replay_ends_where_the_last_round_does() {
    let catalogue = Catalogue::shipped().unwrap();
    let replay = run(&world(), &catalogue, Span::Replay).unwrap();
    let last = run(&world(), &catalogue, Span::Last).unwrap();
    // Two scales and the level of the list, by date and not by label.
    assert_eq!(replay.layout.series.len(), 3);
    assert_eq!(replay.layout.label(0, 0), "a");
    assert_eq!(replay.assessments.len(), 20 * 4 * 3);
    assert_eq!(last.assessments.len(), 20 * 2 * 3);
    let of_last_two = |round: u32| round >= 2;
    let tail: Vec<_> = replay.assessments.iter().filter(|row| of_last_two(row.round)).collect();
    assert!(tail.iter().copied().eq(&last.assessments));
    let fallen = tail.iter().max_by(|a, b| a.trend.partial_cmp(&b.trend).unwrap()).unwrap();
    assert_eq!((fallen.pupil, fallen.round, fallen.rounds_used), (3, 3, 4));
    assert!(fallen.trend.unwrap() > 3.0 && fallen.z > 1.5);
    let expected = fallen.expected.unwrap();
    assert!(expected.low <= expected.score && expected.score <= expected.high);
}

#[test]
fn z_is_the_mid_percentile_of_the_pool_so_far() {
    let table = world();
    let replay = run(&table, &Catalogue::shipped().unwrap(), Span::Replay).unwrap();
    let first: Vec<_> = replay.assessments.iter().filter(|row| row.series == 0 && row.round == 0).collect();
    assert_eq!(first.len(), 20);
    for row in &first {
        let below = first.iter().filter(|other| other.score < row.score).count();
        let equal = first.iter().filter(|other| (other.score - row.score).abs() < 1e-9).count();
        let share = (below as f64 + equal as f64 / 2.0) / 20.0;
        near(row.z, -normal::z_of_share(share), 1e-12);
        assert!(row.expected.is_none() && row.trend.is_none() && row.pool == 20);
    }
}

#[test]
fn groups_count_their_pupils_and_their_matched_change() {
    let assessed = run(&world(), &Catalogue::shipped().unwrap(), Span::Last).unwrap();
    let groups: Vec<_> = assessed.groups.iter().filter(|unit| unit.round == 3).collect();
    assert_eq!(groups.len(), 4);
    for unit in groups {
        assert_eq!((unit.n, unit.known, unit.matched, unit.absent), (10, 10, 10, 0));
        let rows = assessed
            .assessments
            .iter()
            .filter(|row| (row.series, row.round, row.group) == (unit.series, 3, unit.group));
        let shifts: Vec<f64> = rows
            .map(|row| row.expected.unwrap())
            .map(|expected| expected.surprise * expected.variance.sqrt())
            .collect();
        near(unit.shift.unwrap(), shifts.iter().sum::<f64>() / 10.0, 1e-12);
        assert!(unit.shrunken_mean.is_some());
    }
    let school = assessed.schools.last().unwrap();
    assert_eq!((school.n, school.year_changes.len()), (20, 2));
}
