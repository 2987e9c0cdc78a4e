//! The scores behind a finding, oldest first: for the small chart that is kept with it.

use chrono::NaiveDate;

use crate::analytics::Assessed;
use crate::signals::finding::Finding;
use crate::signals::kept::Point;
use crate::signals::table_store::BoardTable;

/// The place in the table of the scale that a finding speaks of.
pub(super) fn series_at(finding: &Finding, assessed: &Assessed, table: &BoardTable) -> Option<u32> {
    let key = &assessed.layout.series(finding.series)?.key;
    let at = table.scores.series.iter().position(|one| {
        one.instrument == key.instrument
            && one.version == key.version
            && one.informant == key.informant
            && one.score_type == key.score_type
            && one.scale == finding.scale
    });
    u32::try_from(at?).ok()
}

/// Day, round and score of a pupil on a series, oldest first.
pub(super) fn scores_of(
    table: &BoardTable,
    series: u32,
    pupil: i64,
) -> impl Iterator<Item = (NaiveDate, u32, f64)> + '_ {
    let from = (series, pupil, NaiveDate::MIN);
    let to = (series, pupil, NaiveDate::MAX);
    let range = table.history.range(from..=to);
    range.map(|((_, _, date), (round, score))| (*date, *round, *score))
}

/// The series behind a finding, oldest first: the pupil's scores, or the mean over the pupils who are in the
/// group (or school) in the finding's round, followed back.
pub(super) fn history(finding: &Finding, assessed: &Assessed, table: &BoardTable) -> Vec<Point> {
    let Some(series) = series_at(finding, assessed, table) else {
        return Vec::new();
    };
    let pupils: Vec<i64> = match finding.pupil {
        Some(pupil) => vec![pupil],
        None => assessed
            .assessments
            .iter()
            .filter(|a| a.series == finding.series && a.round == finding.round_at)
            .filter(|a| a.school == finding.school)
            .filter(|a| finding.group.is_none() || a.group == finding.group)
            .map(|a| a.pupil)
            .collect(),
    };
    let mut rounds: Vec<(u32, NaiveDate, f64, u32)> = Vec::new();
    for pupil in pupils {
        for (date, round, score) in scores_of(table, series, pupil) {
            match rounds.iter_mut().find(|(known, ..)| *known == round) {
                Some((_, _, sum, n)) => {
                    *sum += score;
                    *n += 1;
                }
                None => rounds.push((round, date, score, 1)),
            }
        }
    }
    rounds.sort_by_key(|(_, date, ..)| *date);
    rounds
        .into_iter()
        .filter_map(|(round, _, sum, n)| {
            let label = table.scores.rounds.get(round as usize)?;
            Some(Point { round: label.clone(), score: sum / f64::from(n) })
        })
        .collect()
}
