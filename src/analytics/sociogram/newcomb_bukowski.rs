//! Newcomb & Bukowski (1983): a number of choices is rare when at most α of all ways in which the raters could have
//! dealt out theirs comes so far. A rating above the middle is a choice as liked (LM), one below as disliked (LL).
//! Where all raters choose equally many this is the binomial of the article; where not, each keeps an own share.
//!
//! popular: LM rarely many, LL fewer than expected · rejected: LL rarely many, LM fewer than expected · neglected:
//! LM + LL rarely few · controversial: one rarely many and the other more than expected · average: the rest.

use std::cmp::Ordering::{Greater, Less};

use super::group::Group;
use super::status::{Figures, Judged, Status};
use super::sums::Sums;
use super::{SLACK, beside, without_spread};
use crate::ground::Message;

/// The status of each pupil of the group, in its order.
pub(super) fn judge(group: &Group, alpha: f64) -> Vec<Judged> {
    let likes = |points| u8::from(group.liking(points) > 0);
    let dislikes = |points| u8::from(group.disliking(points) > 0);
    let chooses = |points| likes(points) + dislikes(points);
    let (most, least, both) =
        (Sums::new(group, &likes), Sums::new(group, &dislikes), Sums::new(group, &chooses));
    let rare = |tail: f64| tail <= alpha + SLACK;
    let pupil = |j| {
        let raters = group.received_by(j).count();
        if raters == 0 {
            return Judged::unrated();
        }
        let (liked, disliked) = (most.received(j), least.received(j));
        let figures = Figures {
            sympathy: Some(liked.total),
            antipathy: Some(disliked.total),
            preference: Some(liked.total - disliked.total),
            impact: Some(liked.total + disliked.total),
            rarity: None,
        };
        let status = || {
            if let Some(note) = without_spread(liked.variance, disliked.variance) {
                return Err(note);
            }
            let (many, many_not, few) = (most.tails(j), least.tails(j), both.tails(j));
            if ![many.highest, many_not.highest, few.lowest].into_iter().any(rare) {
                return Err(Message::new("sociogram-note-few"));
            }
            let (liking, disliking) =
                (beside(liked.total, liked.expected), beside(disliked.total, disliked.expected));
            Ok(match (rare(many.high), rare(many_not.high), rare(few.low)) {
                (true, _, _) if disliking == Less => Status::Popular,
                (_, true, _) if liking == Less => Status::Rejected,
                (_, _, true) => Status::Neglected,
                (true, _, _) if disliking == Greater => Status::Controversial,
                (_, true, _) if liking == Greater => Status::Controversial,
                _ => Status::Average,
            })
        };
        Judged { raters: Some(raters), figures, status: status() }
    };
    (0..group.size()).map(pupil).collect()
}
