//! SSrat (Maassen & Landsheer 1998): a total of ratings is rare when at most α of all ways in which the raters could
//! have dealt out their own ratings comes so far. Of each rating r with middle m: sympathy S = max(0, r − m), antipathy
//! A = max(0, m − r), preference P = r, impact I = S + A; E is what was to be expected.
//!
//! popular: P rarely high, S > E, A < E · rejected: P rarely low, S < E, A > E · neglected: I rarely low, S < E, A < E ·
//! controversial: I rarely high, S > E, A > E · average: the rest.

use std::cmp::Ordering::{Greater, Less};

use super::group::Group;
use super::status::{Figures, Judged, Status};
use super::sums::Sums;
use super::{SLACK, beside, without_spread};
use crate::ground::Message;

/// The status of each pupil of the group, in its order.
pub(super) fn judge(group: &Group, alpha: f64) -> Vec<Judged> {
    let liking = |points| group.liking(points);
    let disliking = |points| group.disliking(points);
    let whole = |points| points;
    let noticing = |points| group.liking(points) + group.disliking(points);
    let (sympathy, antipathy) = (Sums::new(group, &liking), Sums::new(group, &disliking));
    let (preference, impact) = (Sums::new(group, &whole), Sums::new(group, &noticing));
    let rare = |tail: f64| tail <= alpha + SLACK;
    let pupil = |j| {
        let raters = group.received_by(j).count();
        if raters == 0 {
            return Judged::unrated();
        }
        let (liked, disliked) = (sympathy.received(j), antipathy.received(j));
        let prefers = preference.tails(j);
        let figures = Figures {
            sympathy: Some(liked.total),
            antipathy: Some(disliked.total),
            preference: Some(preference.received(j).total),
            impact: Some(impact.received(j).total),
            rarity: Some(prefers.low),
        };
        let status = || {
            if let Some(note) = without_spread(liked.variance, disliked.variance) {
                return Err(note);
            }
            let notices = impact.tails(j);
            if ![prefers.lowest, prefers.highest, notices.lowest, notices.highest].into_iter().any(rare) {
                return Err(Message::new("sociogram-note-few"));
            }
            let sides = (beside(liked.total, liked.expected), beside(disliked.total, disliked.expected));
            Ok(match sides {
                (Greater, Less) if rare(prefers.high) => Status::Popular,
                (Less, Greater) if rare(prefers.low) => Status::Rejected,
                (Less, Less) if rare(notices.low) => Status::Neglected,
                (Greater, Greater) if rare(notices.high) => Status::Controversial,
                _ => Status::Average,
            })
        };
        Judged { raters: Some(raters), figures, status: status() }
    };
    (0..group.size()).map(pupil).collect()
}
