//! One small world through the whole run, every figure of which can be followed by hand.

use chrono::{Months, NaiveDate};

use super::near;
use crate::{
    analytics::{Analysis, Assessed, ScoreLine, ScoreTable, SeriesKey, Span, normal, shrink},
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
                    rater: None,
                    origin: 0,
                });
            }
        }
    }
    table
}

fn analysed(table: ScoreTable) -> Analysis {
    Analysis::new(table, &Catalogue::shipped().unwrap()).unwrap().0
}

/// What was assessed in each round.
fn rounds(analysis: &Analysis, span: Span) -> Vec<Assessed<'_>> {
    analysis.rounds(span).into_iter().map(|as_of| analysis.assess(as_of).unwrap()).collect()
}

#[test]
fn the_run_sees_the_pupil_who_fell_and_replay_ends_where_the_last_round_does() {
    let analysis = analysed(world());
    let (replay, last) = (rounds(&analysis, Span::Replay), rounds(&analysis, Span::Last));
    // Two scales and the level of the list, by date and not by label.
    assert_eq!(analysis.layout.series.len(), 3);
    assert_eq!(analysis.layout.label(0, 0), "a");
    assert_eq!((replay.len(), last.len()), (4, 2));
    assert!(replay.iter().all(|round| round.assessments().len() == 20 * 3));
    assert_eq!(replay[2].assessments(), last[0].assessments());
    assert_eq!(replay[3].assessments(), last[1].assessments());
    let now = &last[1];
    let fallen = now.assessments().into_iter().max_by(|a, b| a.trend.partial_cmp(&b.trend).unwrap()).unwrap();
    assert_eq!((fallen.pupil, fallen.round, fallen.rounds_used), (3, 3, 4));
    assert!(fallen.trend.unwrap() > 3.0 && fallen.z > 1.5);
    let own = now.assessments().into_iter().find(|row| row.pupil == 3 && row.series == 0).unwrap();
    let expected = now.expected_score(&own).unwrap();
    assert!(expected.low <= expected.score && expected.score <= expected.high);
}

#[test]
fn z_is_the_mid_percentile_of_the_pool_so_far() {
    let analysis = analysed(world());
    let first = analysis.assess(analysis.rounds(Span::Replay)[0]).unwrap();
    let rows: Vec<_> = first.assessments().into_iter().filter(|row| row.series == 0).collect();
    assert_eq!((rows.len(), first.pool(0)), (20, 20));
    for row in &rows {
        let below = rows.iter().filter(|other| other.score < row.score).count();
        let equal = rows.iter().filter(|other| (other.score - row.score).abs() < 1e-9).count();
        let share = (below as f64 + equal as f64 / 2.0) / 20.0;
        near(f64::from(row.z), -normal::z_of_share(share), 1e-6);
        assert!(row.expected.is_none() && row.trend.is_none());
    }
}

#[test]
fn groups_count_their_pupils_and_their_matched_change() {
    let analysis = analysed(world());
    let mut assessed = analysis.last();
    shrink(&mut assessed.groups);
    // Two scales, then the level of the list.
    assert_eq!(assessed.groups.len(), 6);
    for unit in &assessed.groups {
        assert_eq!((unit.n, unit.known, unit.matched, unit.absent), (10, 10, 10, 0));
        let rows = assessed
            .assessments()
            .into_iter()
            .filter(|row| (row.series, row.group) == (unit.series, unit.group));
        let shifts: Vec<f64> = rows
            .map(|row| row.expected.unwrap())
            .map(|expected| f64::from(expected.surprise) * f64::from(expected.variance).sqrt())
            .collect();
        near(unit.shift.unwrap(), shifts.iter().sum::<f64>() / 10.0, 1e-9);
        assert!(unit.shrunken_mean.is_some());
    }
    let school = assessed.schools.last().unwrap();
    assert_eq!((school.n, school.year_changes.len()), (20, 2));
}

#[test]
fn equal_rows_count_once_and_rows_that_contradict_each_other_both_go() {
    let mut table = world();
    let line = |pupil: i64, score: f64, origin: u32| ScoreLine {
        school: 0,
        group: Some(0),
        year: None,
        rater: None,
        pupil,
        series: 0,
        round: 3,
        date: NaiveDate::from_ymd_opt(2024, 10, 1).unwrap(),
        score,
        birth_date: None,
        sex: None,
        origin,
    };
    table.push(&line(50, 20.0, 7));
    table.push(&line(50, 20.0, 8));
    table.push(&line(51, 20.0, 9));
    table.push(&line(51, 21.0, 10));
    let (analysis, settled) = Analysis::new(table, &Catalogue::shipped().unwrap()).unwrap();
    assert_eq!((settled.repeated, analysis.size().0), (1, 20 * 4 * 2 + 1));
    let told: Vec<_> = settled.contradictions.iter().map(|one| (one.origin, one.other, one.pupil)).collect();
    assert_eq!(told, [(9, 10, 51), (10, 9, 51)]);
}
