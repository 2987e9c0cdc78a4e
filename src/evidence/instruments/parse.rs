//! From the text of an instrument file to an `Instrument`, or a sentence that says what is wrong with it.
//! An unknown key is an error: a typing mistake in a norm must not pass in silence.

use super::definition::{Direction, Instrument, Norm, Scale};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

/// Reads one instrument; `file` is the name that a refusal gives.
pub fn instrument(file: &str, text: &str) -> Result<Instrument> {
    let refuse = |message: Message| Error::Refused(message.with("file", file));
    let read: Instrument = toml::from_str(text).map_err(|cause| {
        refuse(Message::new("instrument-unreadable").with("problem", cause.to_string()))
    })?;
    match problem(&read) {
        None => Ok(read),
        Some(message) => Err(refuse(message)),
    }
}

/// The first thing wrong with an instrument whose keys are all known.
fn problem(instrument: &Instrument) -> Option<Message> {
    if instrument.code.trim().is_empty() || instrument.version.trim().is_empty() {
        return Some(Message::new("instrument-no-code"));
    }
    if instrument.scales.is_empty() {
        return Some(Message::new("instrument-no-scales"));
    }
    let s = instrument.stability;
    let shares = [s.lasting, s.state, s.decay, s.error];
    if shares.iter().any(|share| !(0.0..=1.0).contains(share))
        || (s.lasting + s.state + s.error - 1.0).abs() > 1e-6
        || s.lasting + s.state <= 0.0
        || s.error <= 0.0
    {
        return Some(Message::new("instrument-stability"));
    }
    let scales = instrument.scales.iter().enumerate();
    let wrong_scale = scales.into_iter().find_map(|(at, scale)| {
        scale_problem(instrument, at, scale).map(|m| m.with("scale", &scale.code))
    });
    wrong_scale
        .or_else(|| {
            instrument.norms.iter().find_map(|norm| {
                norm_problem(instrument, norm).map(|m| m.with("scale", &norm.scale))
            })
        })
        .or_else(|| {
            let lost = instrument
                .items
                .iter()
                .find(|item| instrument.scale(&item.scale).is_none())?;
            Some(Message::new("instrument-item").with("item", &lost.code))
        })
        .or_else(|| {
            let share = instrument.scoring.minimum_answered;
            (!(0.0..=1.0).contains(&share)).then(|| Message::new("instrument-scoring"))
        })
}

fn scale_problem(instrument: &Instrument, at: usize, scale: &Scale) -> Option<Message> {
    let earlier = instrument.scales.iter().take(at);
    if scale.code.trim().is_empty() {
        return Some(Message::new("instrument-no-code"));
    }
    if earlier
        .into_iter()
        .any(|other| other.code.eq_ignore_ascii_case(&scale.code))
    {
        return Some(Message::new("instrument-scale-twice"));
    }
    if !(scale.min < scale.max && scale.min.is_finite() && scale.max.is_finite()) {
        return Some(Message::new("instrument-range"));
    }
    let lost = scale
        .sum_of
        .iter()
        .find(|part| part.eq_ignore_ascii_case(&scale.code) || instrument.scale(part).is_none())?;
    Some(Message::new("instrument-sum").with("part", lost))
}

fn norm_problem(instrument: &Instrument, norm: &Norm) -> Option<Message> {
    let Some(scale) = instrument.scale(&norm.scale) else {
        return Some(Message::new("instrument-norm-scale"));
    };
    if norm.ages.is_some_and(|[from, to]| from > to) {
        return Some(Message::new("instrument-norm-ages"));
    }
    if norm.reliability.is_some_and(|r| !(r > 0.0 && r < 1.0)) {
        return Some(Message::new("instrument-reliability"));
    }
    let in_order = match (norm.mean, norm.sd, norm.p80, norm.p90, &norm.points) {
        (Some(mean), Some(sd), Some(p80), Some(p90), None) => {
            // Read with high as worse, whatever the scale's direction.
            let worse = |score: f64| match scale.high_is {
                Direction::Concern => score,
                Direction::Strength => -score,
            };
            let knots = [mean, p80, p90].map(worse);
            sd > 0.0
                && [mean, p80, p90]
                    .into_iter()
                    .all(|score| scale.allows(score))
                && knots.is_sorted()
                && worse(mean) < worse(p80)
        }
        (None, None, None, None, Some(points)) => {
            points.len() >= 2
                && points.is_sorted_by(|[a, p], [b, q]| a < b && p <= q)
                && points
                    .iter()
                    .all(|[score, share]| scale.allows(*score) && (0.0..=100.0).contains(share))
        }
        _ => return Some(Message::new("instrument-norm-form")),
    };
    (!in_order).then(|| Message::new("instrument-norm-order"))
}
