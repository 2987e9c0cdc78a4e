//! Where pupils stand around a circle so that who chose each other are near: then islands and who stands alone are seen. How
//! it is drawn is for a chart.

/// More rounds of exchanges than a group of any size needs; the first without gain is the last.
const ROUNDS: usize = 100;

/// The place of each of so many pupils, by these ties: the pupils of one island follow each other, and two change places as
/// long as that makes the ties shorter together. The same ties give the same places.
pub(super) fn around(pupils: usize, ties: &[(usize, usize)]) -> Vec<usize> {
    let mut tied = vec![Vec::new(); pupils];
    for (a, b) in ties {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(own) = tied.get_mut(*from) {
                own.push(*to);
            }
        }
    }
    let mut places = vec![0; pupils];
    for (place, pupil) in islands(&tied).into_iter().enumerate() {
        if let Some(slot) = places.get_mut(pupil) {
            *slot = place;
        }
    }
    let apart = |a: usize, b: usize| a.abs_diff(b).min(pupils - a.abs_diff(b));
    for _ in 0..ROUNDS {
        let mut gained = false;
        for a in 0..pupils {
            for b in 0..a {
                let length = |places: &[usize]| -> usize {
                    let own = |pupil: usize| {
                        let to = tied.get(pupil).into_iter().flatten().filter_map(|to| places.get(*to));
                        let from = places.get(pupil).copied().unwrap_or_default();
                        to.map(|to| apart(from, *to)).sum::<usize>()
                    };
                    own(a) + own(b)
                };
                let before = length(&places);
                places.swap(a, b);
                if length(&places) < before {
                    gained = true;
                } else {
                    places.swap(a, b);
                }
            }
        }
        if !gained {
            break;
        }
    }
    places
}

/// The pupils, island by island, each from its first pupil on.
fn islands(tied: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(tied.len());
    let mut seen = vec![false; tied.len()];
    for first in 0..tied.len() {
        let mut waiting = vec![first];
        while let Some(pupil) = waiting.pop() {
            let Some(seen) = seen.get_mut(pupil).filter(|seen| !**seen) else { continue };
            *seen = true;
            order.push(pupil);
            waiting.extend(tied.get(pupil).into_iter().flatten().rev());
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn who_chose_each_other_stand_near() {
        // Given two islands of four, whose pupils are mixed in the list, and two who stand alone
        let ties = [(0, 2), (2, 4), (4, 6), (6, 0), (1, 3), (3, 5), (5, 7)];
        let places = around(10, &ties);
        // Then everybody has a place of his own,
        let mut all = places.clone();
        all.sort_unstable();
        assert_eq!(all, (0..10).collect::<Vec<_>>());
        // the ring is as short as a ring of four can be, and the row has no gap.
        let apart = |(a, b): (usize, usize)| {
            let (a, b) = (places[a], places[b]);
            a.abs_diff(b).min(10 - a.abs_diff(b))
        };
        assert_eq!(ties[..4].iter().map(|tie| apart(*tie)).sum::<usize>(), 6);
        assert_eq!(ties[4..].iter().map(|tie| apart(*tie)).sum::<usize>(), 3);
        assert_eq!(places, around(10, &ties));
    }

    #[test]
    fn nobody_and_no_ties() {
        assert_eq!(around(0, &[]), [0; 0]);
        assert_eq!(around(3, &[]), [0, 1, 2]);
    }
}
