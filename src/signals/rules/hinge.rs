//! What would have changed a finding. Where one score decides, that score: the rule's statistic is led back to its
//! threshold by what it rises with z, and z to a score by the reference. Everything else is said in words, by rule.

use super::say::written;
use super::scene::Verdict;
use crate::analytics::{Assessed, Assessment, Under, normal};
use crate::evidence::instruments::Direction;
use crate::evidence::score_type::ScoreType;
use crate::ground::Message;
use crate::signals::finding::Rule;

/// A probability nearer to 1 than this does not say how far out a score lies.
const FARTHEST: f64 = 1e-5;

/// What would have changed a finding on a pupil.
pub(super) fn of_pupil(
    assessed: &Assessed<'_>,
    verdict: &Verdict,
    judged: &Assessment,
    high_is: Direction,
) -> Message {
    let Some(z) = z_of_threshold(assessed, verdict, judged).filter(|_| !is_list(assessed, judged)) else {
        let key = (verdict.rule == Rule::UnexpectedDecline).then(|| of_scale(assessed, judged)).flatten();
        return key.map_or_else(|| other(verdict.rule), Message::new);
    };
    let side = match high_is {
        Direction::Strength => "higher",
        Direction::Concern => "lower",
    };
    let unit = assessed.layout().series(judged.series).map_or(ScoreType::Raw, |series| series.key.score_type);
    let word = |score: f64| written(unit, high_is == Direction::Concern, score, score);
    match assessed.score_under(judged, z) {
        Under::Score(score) => Message::new("hinge-score").with("score", word(score)).word("side", side),
        Under::None => Message::new("hinge-no-score"),
        Under::CannotTell => Message::new("hinge-small-pool").with("n", assessed.pool(judged.series)),
    }
}

/// What a decline on one scale by itself hangs on; none of a whole list.
fn of_scale(assessed: &Assessed<'_>, judged: &Assessment) -> Option<&'static str> {
    let is_part = assessed.layout().series(judged.series).is_some_and(crate::analytics::Series::is_part);
    if judged.own_gain.is_some() {
        Some("hinge-in-group")
    } else {
        (is_part && !judged.of_whole_list).then_some("hinge-of-scale")
    }
}

/// What a decline of a whole list hangs on where one score is all that was given of it: a total alone.
pub(super) fn of_one(hinge: Message) -> Message {
    if hinge == other(Rule::UnexpectedDecline) { Message::new("hinge-of-scale") } else { hinge }
}

/// In words, where no one score decides.
pub(in crate::signals) fn other(rule: Rule) -> Message {
    Message::new("hinge").word("rule", rule.as_str())
}

fn is_list(assessed: &Assessed<'_>, row: &Assessment) -> bool {
    assessed.layout().series(row.series).is_none_or(crate::analytics::Series::is_list)
}

/// The z at which the statistic would have been at its threshold; none where more than this score decides.
fn z_of_threshold(assessed: &Assessed<'_>, verdict: &Verdict, row: &Assessment) -> Option<f64> {
    let back = |over: f64, per_z: f32| (per_z > 0.0).then(|| f64::from(row.z) - over / f64::from(per_z));
    match verdict.rule {
        Rule::Persistent => Some(verdict.threshold),
        Rule::Level => {
            let far = |share: f64| (share < 1.0 - FARTHEST).then(|| normal::z_above(1.0 - share));
            back(far(verdict.statistic)? - far(verdict.threshold)?, row.level_per_z?)
        }
        // In a group that moved, what the group shares has a part in it.
        Rule::UnexpectedDecline if row.trend.map(f64::from) == Some(verdict.statistic) => {
            assessed.z_at_trend(row, verdict.threshold)
        }
        _ => None,
    }
}
