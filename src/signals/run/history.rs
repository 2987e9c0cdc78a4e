//! The scores behind a finding, oldest first: for the small chart that is kept with it.

use chrono::NaiveDate;

use crate::analytics::Analysis;
use crate::signals::finding::Finding;
use crate::signals::kept::Point;

/// The day of the pupil's own score that a finding is about, since the round may lie elsewhere at other schools; of whom
/// the list misses, that of the round.
pub(super) fn day(finding: &Finding, analysis: &Analysis) -> Option<NaiveDate> {
    if let Ok(day) = finding.round.parse() {
        // That of a sociogram is its round.
        return Some(day);
    }
    let series = analysis.layout.scale_of(finding.series, &finding.scale)?;
    let round = analysis.layout.rounds(finding.series).get(finding.round_at as usize)?;
    let own = analysis.history(series, finding.school, finding.pupil?).find(|(of, ..)| *of == round.label);
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
    NaiveDate::from_epoch_days(own.map_or(round.median_day as i32, |(_, day, _)| day))
}

/// The series behind a finding, oldest first: the pupil's scores, or the mean over the pupils who are in the
/// group (or school) in the finding's round, followed back.
pub(super) fn history(finding: &Finding, analysis: &Analysis) -> Vec<Point> {
    let Some(series) = analysis.layout.scale_of(finding.series, &finding.scale) else {
        return Vec::new();
    };
    let pupils: Vec<i64> = match finding.pupil {
        Some(pupil) => vec![pupil],
        None => analysis.members(series, finding.round_at, finding.school, (finding.group, finding.year)),
    };
    let mut rounds: Vec<(u32, i32, f64, u32)> = Vec::new();
    for pupil in pupils {
        for (round, day, score) in analysis.history(series, finding.school, pupil) {
            match rounds.iter_mut().find(|(known, ..)| *known == round) {
                Some((_, _, sum, n)) => {
                    *sum += score;
                    *n += 1;
                }
                None => rounds.push((round, day, score, 1)),
            }
        }
    }
    rounds.sort_by_key(|(_, day, ..)| *day);
    rounds
        .into_iter()
        .filter_map(|(round, _, sum, n)| {
            let label = analysis.layout.labels.get(round as usize)?;
            Some(Point { round: label.clone(), score: sum / f64::from(n) })
        })
        .collect()
}
