//! Coie & Dodge (1983): z-scores within the group (with n − 1) of the choices received as liked (LM) and as disliked
//! (LL), of preference SP = z(zLM − zLL) and of impact SI = z(zLM + zLL). A rating above the middle is a choice as liked,
//! one below as disliked; received choices are counted per rater, so that pupils with different numbers of raters compare.
//!
//! popular: SP > 1, zLM > 0, zLL < 0 · rejected: SP < −1, zLM < 0, zLL > 0 · neglected: SI < −1, both below 0 ·
//! controversial: SI > 1, both above 0 · average: the rest.

use super::group::Group;
use super::status::{Figures, Judged, Status};
use super::{SLACK, without_spread};
use crate::ground::Message;

/// The fewest pupils with raters among whom a z-score can pass 1; and the fewest raters, for of one or two each opinion
/// would be a status.
const FEWEST: usize = 3;

/// The status of each pupil of the group, in its order.
pub(super) fn judge(group: &Group) -> Vec<Judged> {
    let raters: Vec<usize> = (0..group.size()).map(|j| group.received_by(j).count()).collect();
    let rated: Vec<usize> = (0..group.size()).filter(|j| group.received_by(*j).next().is_some()).collect();
    let share = |chooses: &dyn Fn(u8) -> bool| -> Vec<f64> {
        let of = |j: &usize| {
            let (mut chosen, mut all) = (0_u32, 0_u32);
            for (_, points) in group.received_by(*j) {
                chosen += u32::from(chooses(points));
                all += 1;
            }
            f64::from(chosen) / f64::from(all)
        };
        rated.iter().map(of).collect()
    };
    let liked = standardised(&share(&|points| group.liking(points) > 0));
    let disliked = standardised(&share(&|points| group.disliking(points) > 0));
    let joined = |by: fn(f64, f64) -> f64| {
        let (liked, disliked) = (liked.as_ref()?, disliked.as_ref()?);
        standardised(&liked.iter().zip(disliked).map(|(one, other)| by(*one, *other)).collect::<Vec<_>>())
    };
    let preference = joined(|one, other| one - other);
    let impact = joined(|one, other| one + other);
    let judging = (0..group.size()).filter(|i| group.given_by(*i).next().is_some()).count();
    let pupil = |j: usize| {
        let Some(place) = rated.iter().position(|rated| *rated == j) else {
            return Judged::unrated();
        };
        let at = |scores: &Option<Vec<f64>>| scores.as_ref()?.get(place).copied();
        let figures = Figures {
            sympathy: at(&liked),
            antipathy: at(&disliked),
            preference: at(&preference),
            impact: at(&impact),
            rarity: None,
        };
        let raters = raters.get(j).copied().unwrap_or(0);
        Judged { raters: Some(raters), figures, status: status(rated.len().min(judging), &figures) }
    };
    (0..group.size()).map(pupil).collect()
}

/// `enough`: how many pupils were judged or judge, whichever are fewer.
fn status(enough: usize, figures: &Figures) -> Result<Status, Message> {
    if enough < FEWEST {
        return Err(Message::new("sociogram-note-few"));
    }
    let spread = |figure: Option<f64>| f64::from(u8::from(figure.is_some()));
    if let Some(note) = without_spread(spread(figures.sympathy), spread(figures.antipathy)) {
        return Err(note);
    }
    let above = |figure: Option<f64>, limit: f64| figure.is_some_and(|figure| figure > limit + SLACK);
    let below = |figure: Option<f64>, limit: f64| figure.is_some_and(|figure| figure < limit - SLACK);
    let (liked, disliked) = (figures.sympathy, figures.antipathy);
    let (preference, impact) = (figures.preference, figures.impact);
    Ok(if above(preference, 1.0) && above(liked, 0.0) && below(disliked, 0.0) {
        Status::Popular
    } else if below(preference, -1.0) && below(liked, 0.0) && above(disliked, 0.0) {
        Status::Rejected
    } else if below(impact, -1.0) && below(liked, 0.0) && below(disliked, 0.0) {
        Status::Neglected
    } else if above(impact, 1.0) && above(liked, 0.0) && above(disliked, 0.0) {
        Status::Controversial
    } else {
        Status::Average
    })
}

/// Values less their mean, by their standard deviation (n − 1); none where they do not differ.
fn standardised(values: &[f64]) -> Option<Vec<f64>> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sum: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let sd = (sum / (n - 1.0)).sqrt();
    (sd > SLACK).then(|| values.iter().map(|value| (value - mean) / sd).collect())
}
