//! From the text of an instrument file to an `Instrument`, or a sentence that says what is wrong with it.
//! An unknown key is an error: a typing mistake in a norm must not pass in silence.

use super::bands::{Bands, Cut};
use super::definition::Instrument;
use super::norm::Norm;
use super::scale::{Direction, Scale};
use super::scoring::Item;
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

/// The most scales of a list that may raise signals: which of them a pupil has is one bit each.
const MOST: usize = 64;

/// The most scales of a list at all: more are columns of something else, and each is worked out for every pupil.
const MOST_AT_ALL: usize = 256;

/// The furthest that a score or an answer lies from nought: beyond it figures lose what sets them apart.
const FURTHEST: f64 = 1e6;

/// Reads one instrument; `file` is the name that a refusal gives.
pub fn instrument(file: &str, text: &str) -> Result<Instrument> {
    let read: Instrument = toml::from_str(text).map_err(|cause| {
        let message =
            Message::new("instrument-unreadable").with("file", file).with("problem", cause.to_string());
        Error::Refused(message)
    })?;
    let problem = whole_problem(file, &read)
        .or_else(|| {
            let mut scales = read.scales.iter().enumerate();
            scales.find_map(|(at, scale)| scale_problem(file, &read, at, scale))
        })
        .or_else(|| read.norms.iter().find_map(|norm| norm_problem(file, &read, norm)))
        .or_else(|| read.bands.iter().find_map(|bands| bands_problem(file, &read, bands)))
        .or_else(|| {
            let mut items = read.items.iter().enumerate();
            items.find_map(|(at, item)| item_problem(file, &read, at, item))
        });
    match problem {
        None => Ok(read),
        Some(message) => Err(Error::Refused(message)),
    }
}

/// What is wrong with the list as a whole.
fn whole_problem(file: &str, instrument: &Instrument) -> Option<Message> {
    if instrument.code.trim().is_empty() || instrument.version.trim().is_empty() {
        return Some(Message::new("instrument-no-code").with("file", file));
    }
    if instrument.scales.is_empty() {
        return Some(Message::new("instrument-no-scales").with("file", file));
    }
    let judged = instrument.signal_scales().count();
    if judged > MOST {
        let message = Message::new("instrument-too-many-scales").with("file", file);
        return Some(message.with("n", judged).with("most", MOST));
    }
    if instrument.scales.len() > MOST_AT_ALL {
        let message = Message::new("instrument-too-many-scales-at-all").with("file", file);
        return Some(message.with("n", instrument.scales.len()).with("most", MOST_AT_ALL));
    }
    let s = instrument.stability;
    let shares = [s.lasting, s.state, s.decay, s.error];
    if shares.iter().any(|share| !(0.0..=1.0).contains(share))
        || (s.lasting + s.state + s.error - 1.0).abs() > 1e-6
        || s.lasting + s.state <= 0.0
        || s.error <= 0.0
    {
        return Some(Message::new("instrument-stability").with("file", file));
    }
    let share = instrument.scoring.minimum_answered;
    let in_order =
        instrument.scoring.answers.is_none_or(|[low, high]| low < high && within(low) && within(high));
    (!in_order || !(0.0..=1.0).contains(&share))
        .then(|| Message::new("instrument-scoring").with("file", file))
}

/// What is wrong with a scale; `at` is its place, so that only one of two namesakes is told.
fn scale_problem(file: &str, instrument: &Instrument, at: usize, scale: &Scale) -> Option<Message> {
    let code = &scale.code;
    let mut earlier = instrument.scales.iter().take(at);
    if code.trim().is_empty() {
        return Some(Message::new("instrument-no-code").with("file", file));
    }
    if earlier.any(|other| other.code.eq_ignore_ascii_case(code)) {
        return Some(Message::new("instrument-scale-twice").with("file", file).with("scale", code));
    }
    if !(scale.min < scale.max && within(scale.min) && within(scale.max)) {
        return Some(Message::new("instrument-range").with("file", file).with("scale", code));
    }
    let lost =
        scale.sum_of.iter().find(|part| part.eq_ignore_ascii_case(code) || instrument.scale(part).is_none());
    if let Some(lost) = lost {
        let message =
            Message::new("instrument-sum").with("file", file).with("scale", code).with("part", lost);
        return Some(message);
    }
    total_problem(file, instrument, scale)
}

/// What is wrong with a sum of scales, whose parts are there.
fn total_problem(file: &str, instrument: &Instrument, total: &Scale) -> Option<Message> {
    let parts: Vec<&Scale> = total.sum_of.iter().filter_map(|part| instrument.scale(part)).collect();
    let say = |key: &'static str| Message::new(key).with("file", file).with("scale", &total.code);
    let twice = |at: usize, one: &Scale| parts.iter().take(at).any(|other| other.code == one.code);
    for (at, part) in parts.iter().enumerate() {
        let key = if twice(at, part) {
            "instrument-sum-twice"
        } else if part.is_total() {
            "instrument-sum-of-sums"
        } else if part.high_is != total.high_is {
            "instrument-sum-direction"
        } else {
            continue;
        };
        return Some(say(key).with("part", &part.code));
    }
    let (low, high) = parts.iter().fold((0.0, 0.0), |(low, high), part| (low + part.min, high + part.max));
    // Others may give as total what is no plain sum; ours, of items, is one.
    let is_ours = !parts.is_empty() && parts.iter().all(|part| instrument.answers(part).is_some());
    let fits = !is_ours || (total.allows(low) && total.allows(high));
    (!fits).then(|| say("instrument-sum-range").with("low", low).with("high", high))
}

/// Whether a score or an answer is a number that can be reckoned with.
fn within(figure: f64) -> bool {
    figure.abs() <= FURTHEST
}

/// What is wrong with a system of bands.
fn bands_problem(file: &str, instrument: &Instrument, bands: &Bands) -> Option<Message> {
    let in_order = |cut: &Cut| {
        let scale = instrument.scale(&cut.scale)?;
        let towards_concern = |a: &f64, b: &f64| match scale.high_is {
            Direction::Concern => a <= b,
            Direction::Strength => a >= b,
        };
        let whole = cut.from.len() + 1 == bands.labels.len();
        (whole && cut.from.is_sorted_by(towards_concern)).then_some(())
    };
    let wrong = bands.cuts.iter().find(|cut| in_order(cut).is_none())?;
    Some(
        Message::new("instrument-bands")
            .with("file", file)
            .with("system", &bands.system)
            .with("scale", &wrong.scale),
    )
}

/// What is wrong with an item; `at` is its place, so that only one of two namesakes is told.
fn item_problem(file: &str, instrument: &Instrument, at: usize, item: &Item) -> Option<Message> {
    let say = |key| Some(Message::new(key).with("file", file).with("item", &item.code));
    let mut earlier = instrument.items.iter().take(at);
    if instrument.scale(&item.scale).is_none() {
        return say("instrument-item");
    }
    if item.code.trim().is_empty() || earlier.any(|other| other.code.eq_ignore_ascii_case(&item.code)) {
        return say("instrument-item-twice");
    }
    let answers = instrument.scale(&item.scale).and_then(|scale| instrument.answers(scale));
    let out_of_reach = |from: f64| !answers.is_some_and(|[low, high]| (low..=high).contains(&from));
    if item.critical_from.is_some_and(out_of_reach) {
        return say("instrument-critical");
    }
    None
}

/// What is wrong with a norm.
fn norm_problem(file: &str, instrument: &Instrument, norm: &Norm) -> Option<Message> {
    let code = &norm.scale;
    let Some(scale) = instrument.scale(code) else {
        return Some(Message::new("instrument-norm-scale").with("file", file).with("scale", code));
    };
    if norm.ages.is_some_and(|[from, to]| from > to) {
        return Some(Message::new("instrument-norm-ages").with("file", file).with("scale", code));
    }
    if norm.reliability.is_some_and(|r| !(r > 0.0 && r < 1.0)) {
        return Some(Message::new("instrument-reliability").with("file", file).with("scale", code));
    }
    match in_order(scale, norm) {
        None => Some(Message::new("instrument-norm-form").with("file", file).with("scale", code)),
        Some(false) => Some(Message::new("instrument-norm-order").with("file", file).with("scale", code)),
        Some(true) => None,
    }
}

/// Whether the norm's points rise and lie within the scale; none where they have neither of the two forms.
fn in_order(scale: &Scale, norm: &Norm) -> Option<bool> {
    match (norm.mean, norm.sd, &norm.points) {
        (Some(mean), Some(sd), None) => {
            // Read with high as worse, whatever the scale's direction.
            let worse = |score: f64| match scale.high_is {
                Direction::Concern => score,
                Direction::Strength => -score,
            };
            let cuts: Vec<f64> = norm.p80.into_iter().chain(norm.p90).collect();
            let rising = cuts.iter().map(|cut| worse(*cut)).is_sorted()
                && cuts.first().is_none_or(|cut| worse(mean) < worse(*cut));
            Some(
                sd > 0.0
                    && within(sd)
                    && rising
                    && scale.allows(mean)
                    && cuts.into_iter().all(|cut| scale.allows(cut)),
            )
        }
        (None, None, Some(points)) if norm.p80.is_none() && norm.p90.is_none() => {
            let rising = points.is_sorted_by(|[a, p], [b, q]| a < b && p <= q);
            let within = |[score, share]: &[f64; 2]| scale.allows(*score) && (0.0..=100.0).contains(share);
            Some(points.len() >= 2 && rising && points.iter().all(within))
        }
        _ => None,
    }
}
