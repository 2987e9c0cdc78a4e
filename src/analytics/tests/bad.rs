//! What bad input gets: a figure or a reason, never a panic, never a silent nought.

mod over_time;

use chrono::{Days, NaiveDate};

use crate::{
    analytics::{Analysis, Assessment, ScoreLine, ScoreTable, SeriesKey, Settled, Span, shrink},
    evidence::{
        informant::Informant,
        instruments::{Catalogue, parse},
        score_type::ScoreType,
    },
};

const LIST: &str = r#"
code = "proef"
name = "Proef"
version = "2"
source = "verzonnen"
date = 2026-01-01
licence = "vrij"
scale = [
  { code = "een", name = "Een", domain = "gedrag", min = 0, max = 40, high_is = "concern" },
  { code = "twee", name = "Twee", domain = "stemming", min = 0, max = 40, high_is = "concern" },
]
norm = [
  { scale = "twee", informant = "leerkracht", ages = [4, 6], points = [[0, 1.0], [20, 50.0], [40, 99.0]], source = "verzonnen", date = 2026-01-01 },
  { scale = "twee", informant = "leerkracht", ages = [9, 12], points = [[0, 1.0], [10, 50.0], [40, 99.0]], source = "verzonnen", date = 2026-01-01 },
]
"#;

/// A score of a pupil on a series in a round.
fn line(pupil: i64, series: u32, round: u32, score: f64) -> ScoreLine {
    ScoreLine {
        school: 0,
        group: Some(0),
        year: None,
        rater: None,
        pupil,
        series,
        round,
        date: NaiveDate::from_ymd_opt(2023, 10, 1).unwrap() + Days::new(u64::from(round) * 183),
        score,
        birth_date: None,
        sex: None,
        origin: 0,
    }
}

/// The teacher's series: `een` of version 2, `een` of version 1, `twee` of version 2; as many as have rows.
fn table(rounds: u32, lines: impl IntoIterator<Item = ScoreLine>) -> ScoreTable {
    let lines: Vec<ScoreLine> = lines.into_iter().collect();
    let used = lines.iter().map(|line| line.series + 1).max().unwrap_or(1);
    named(used, rounds, &lines)
}

/// The same with so many series named, whether they have rows or not.
fn named(series: u32, rounds: u32, lines: &[ScoreLine]) -> ScoreTable {
    let keys = [("2", "een"), ("1", "een"), ("2", "twee")].map(|(version, scale)| SeriesKey {
        instrument: "proef".to_owned(),
        version: version.to_owned(),
        informant: Informant::Teacher,
        scale: scale.to_owned(),
        score_type: ScoreType::Raw,
    });
    let keys = keys.into_iter().take(series as usize).collect();
    let mut table = ScoreTable::new(keys, (0..rounds).map(|at| format!("meting {at}")).collect());
    for line in lines {
        table.push(line);
    }
    table
}

fn settled(table: ScoreTable) -> (Analysis, Settled) {
    let mut catalogue = Catalogue::default();
    catalogue.add(parse::instrument("proef.toml", LIST).unwrap());
    Analysis::new(table, &catalogue).unwrap()
}

/// The analysis, after every round was asked of it, and every expected score.
fn analysed(table: ScoreTable) -> Analysis {
    let analysis = settled(table).0;
    for as_of in analysis.rounds(Span::Replay).into_iter().chain(analysis.rounds(Span::Last)) {
        let assessed = analysis.assess(as_of).unwrap();
        for row in assessed.assessments() {
            assert!(assessed.expected_score(&row).is_none_or(|e| e.score.is_finite()), "{row:?}");
        }
    }
    analysis
}

/// Thirty pupils with a fixed spread.
fn spread(pupil: i64, round: u32) -> f64 {
    f64::from(u32::try_from(pupil * 7).unwrap() % 31 + (u32::try_from(pupil).unwrap() + round) % 4)
}

#[test]
fn all_scores_equal_say_that_nobody_stands_out() {
    let same = (0..30).flat_map(|pupil| (0..3).map(move |round| line(pupil, 0, round, 12.0)));
    let analysis = analysed(table(3, same));
    let assessed = analysis.last();
    assert_eq!(assessed.assessments().len(), 30);
    for row in &assessed.assessments() {
        assert!(row.z.abs() < 1e-9 && row.trend.unwrap().abs() < 1e-9);
        assert!(row.level_probability.unwrap() < 0.5);
        let expected = assessed.expected_score(row).unwrap();
        assert!(
            [expected.low, expected.score, expected.high].iter().all(|score| (score - 12.0).abs() < 1e-9)
        );
    }
    let group = &assessed.groups[0];
    assert!(group.shift.unwrap().abs() < 1e-9 && (group.mean - 12.0).abs() < 1e-9);
}

#[test]
fn one_pupil_in_one_round_has_a_level_and_no_expectation() {
    let analysis = analysed(table(1, [line(1, 0, 0, 40.0)]));
    let assessed = analysis.last();
    let row = &assessed.assessments()[0];
    assert!(row.expected.is_none() && row.trend.is_none() && row.slope.is_none());
    assert!(row.z.abs() < 1e-9 && row.level_probability.is_some());
    assert!(assessed.groups[0].shift.is_none() && assessed.groups[0].shrunken_mean.is_none());
    // One pupil, many rounds.
    let rounds = (0..8).map(|round| line(1, 0, round, f64::from(round * 5)));
    let analysis = analysed(table(8, rounds));
    assert!(analysis.last().assessments()[0].slope.unwrap() > 0.0);
}

#[test]
fn a_table_without_rows_gives_none() {
    let analysis = analysed(table(3, []));
    assert!(analysis.last().assessments().is_empty() && analysis.size() == (0, 0));
}

#[test]
fn a_scale_that_nobody_filled_in_leaves_the_other_alone() {
    // The series of `twee` is named and has no rows.
    let analysis = analysed(table(2, (0..30).flat_map(|p| (0..2).map(move |r| line(p, 0, r, spread(p, r))))));
    let assessed = analysis.last();
    let of = |series: u32| assessed.assessments().iter().filter(|row| row.series == series).count();
    assert_eq!((of(0), of(2), assessed.pool(2)), (30, 0, 0));
    assert!(assessed.assessments().iter().all(|row| row.z.is_finite()));
}

#[test]
fn who_grows_out_of_the_norms_or_into_them_is_measured_by_one_yardstick() {
    // Twelve of seven years old, whom no norm fits; three always score 20 and turn nine before the last round.
    let born = |pupil: i64| NaiveDate::from_ymd_opt(if pupil < 3 { 2015 } else { 2016 }, 9, 1);
    let score = |pupil: i64, round| if pupil < 3 { 20.0 } else { spread(pupil, round) };
    let lines = (0..15).flat_map(|pupil| (0..3).map(move |round| (pupil, round)));
    let lines = lines.map(|(pupil, round)| ScoreLine {
        birth_date: born(pupil),
        ..line(pupil, 2, round, score(pupil, round))
    });
    let analysis = analysed(table(3, lines));
    let assessed = analysis.last();
    for row in assessed.assessments().iter().filter(|row| row.pupil < 3 && row.series == 2) {
        assert!(row.norm.is_none(), "by the pool, all of it");
        let expected = assessed.expected_score(row).unwrap();
        assert!(expected.low <= 20.0 && 20.0 <= expected.high, "{expected:?}");
        assert!(row.expected.unwrap().surprise.abs() < 0.7, "{row:?}");
    }
}

#[test]
fn a_norm_table_with_holes_falls_back_on_the_pool_and_says_so() {
    // Norms for 4 to 6 and for 9 to 12: who is 7 or 8, or has no known age, is judged by the pool.
    let born = |years: i32| NaiveDate::from_ymd_opt(2023 - years, 1, 1);
    let after = NaiveDate::from_ymd_opt(2030, 1, 1);
    let ages = [born(5), born(7), born(10), None, after];
    let lines = (0..).zip(ages).map(|(at, birth_date)| ScoreLine { birth_date, ..line(at, 2, 0, 20.0) });
    let analysis = analysed(table(1, lines));
    let rows: Vec<Assessment> =
        analysis.last().assessments().into_iter().filter(|row| row.series == 2).collect();
    let norms: Vec<Option<u32>> = rows.iter().map(|row| row.norm).collect();
    assert_eq!(norms, [Some(0), None, Some(1), None, None]);
    assert!(rows.iter().all(|row| row.z.is_finite()));
    assert!(rows[0].z.abs() < 1e-6 && rows[2].z > 0.7);
}

#[test]
fn a_group_without_spread_among_others_has_a_mean_and_a_shift() {
    let lines = (0..60).flat_map(|p| {
        let flat = p < 30;
        (0..2).map(move |r| ScoreLine {
            group: Some(u32::from(flat)),
            ..line(p, 0, r, if flat { 15.0 } else { spread(p, r) })
        })
    });
    let analysis = analysed(table(2, lines));
    let mut assessed = analysis.last();
    shrink(&mut assessed.groups);
    for unit in &assessed.groups {
        assert!(unit.shift.is_some_and(f64::is_finite) && unit.shrunken_mean.is_some_and(f64::is_finite));
    }
    assert!((assessed.groups[1].mean - 15.0).abs() < 1e-9);
}

#[test]
fn what_is_not_a_number_panics_nowhere_and_leaves_other_series_alone() {
    let strange = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0];
    let lines = |odd: bool| {
        (0..30_i64).flat_map(move |p| {
            (0..3).flat_map(move |r| {
                let place = usize::try_from(p).unwrap();
                let score = strange.get(place).copied().filter(|_| odd && r == 1);
                [line(p, 0, r, score.unwrap_or_else(|| spread(p, r))), line(p, 2, r, spread(p, r + 1))]
            })
        })
    };
    let (odd, plain) = (analysed(table(3, lines(true))), analysed(table(3, lines(false))));
    let z = |analysis: &Analysis| -> Vec<f32> {
        analysis.last().assessments().iter().filter(|row| row.series == 2).map(|row| row.z).collect()
    };
    assert_eq!(z(&odd), z(&plain));
}

#[test]
fn twenty_thousand_pupils_in_one_group_are_judged_as_one_group() {
    let lines = (0..20_000).flat_map(|p| (0..2).map(move |r| line(p, 0, r, spread(p, r))));
    let analysis = settled(table(2, lines)).0;
    let assessed = analysis.last();
    assert_eq!(
        assessed.groups.iter().map(|unit| (unit.n, unit.matched)).collect::<Vec<_>>(),
        [(20_000, 20_000)]
    );
    assert!(assessed.groups[0].shift.unwrap().abs() < 0.1);
}
