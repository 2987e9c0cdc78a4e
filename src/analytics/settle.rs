//! The rows in the order the analysis reads them: by series, pupil and round, one score for each. Two rows that say
//! the same count once; two that contradict each other both go.

use rayon::prelude::*;

use super::table::{Row, ScoreTable, number};

/// Two rows that give one pupil different scores in one round; both are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// Where the row came from.
    pub origin: u32,
    /// Where the row came from that says something else.
    pub other: u32,
    /// The series.
    pub series: u32,
    /// The round.
    pub round: u32,
    /// The pupil's number.
    pub pupil: i64,
}

/// What settling took out.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// How many rows said what another row had said.
    pub repeated: usize,
    /// The rows that contradict each other, by origin.
    pub contradictions: Vec<Contradiction>,
}

impl ScoreTable {
    /// Sorts the rows, numbers pupils by school and number, values by series and score, and keeps one row per pupil,
    /// series and round.
    pub fn settle(&mut self) -> Settled {
        let pupils = ranks(&mut self.pupils.all, |pupil| *pupil);
        let values = ranks(&mut self.values, |value| (value.series, Score(value.score)));
        let slots = ranks(&mut self.slots, |slot| (slot.series, slot.round, slot.day));
        for row in &mut self.rows {
            row.pupil = at(&pupils, row.pupil);
            row.value = at(&values, row.value);
            row.slot = at(&slots, row.slot);
        }
        self.by_series();
        let slots = &self.slots;
        let key = |row: &Row| {
            let slot = slots.get(row.slot as usize);
            slot.map(|slot| (slot.series, row.pupil, slot.round))
        };
        let mut settled = Settled::default();
        let twins: Vec<Row> = self
            .rows
            .chunk_by(|a, b| key(a) == key(b))
            .filter(|same| same.len() > 1)
            .flat_map(|same| self.judge(same, &mut settled))
            .collect();
        settled.contradictions.sort_unstable_by_key(|one| one.origin);
        for gone in &twins {
            if let Some(slot) = self.slots.get_mut(gone.slot as usize) {
                slot.count -= 1;
            }
        }
        if !twins.is_empty() {
            let mut gone = twins.iter().peekable();
            let is = |a: &Row, b: &Row| {
                (a.pupil, a.slot, a.value, a.origin) == (b.pupil, b.slot, b.value, b.origin)
            };
            self.rows.retain(|row| gone.next_if(|gone| is(gone, row)).is_none());
        }
        settled
    }

    /// Puts the rows in order of series, then of pupil and slot: slots are in order of round by now.
    fn by_series(&mut self) {
        let series: Vec<u32> = self.slots.iter().map(|slot| slot.series).collect();
        let of = |row: &Row| at(&series, row.slot) as usize;
        let mut next = vec![0_usize; self.series.len() + 1];
        for row in &self.rows {
            if let Some(count) = next.get_mut(of(row) + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for start in &mut next {
            total += *start;
            *start = total;
        }
        let ends = next.get(1..).unwrap_or_default().to_vec();
        let Some(first) = self.rows.first().copied() else { return };
        let mut sorted = vec![first; self.rows.len()];
        for row in &self.rows {
            if let Some(place) = next.get_mut(of(row)) {
                if let Some(slot) = sorted.get_mut(*place) {
                    *slot = *row;
                }
                *place += 1;
            }
        }
        self.rows = sorted;
        let mut rest = self.rows.as_mut_slice();
        let mut pieces = Vec::with_capacity(ends.len());
        let mut from = 0;
        for end in ends {
            let (piece, after) = std::mem::take(&mut rest).split_at_mut(end - from);
            pieces.push(piece);
            (rest, from) = (after, end);
        }
        pieces.into_par_iter().for_each(|piece| {
            piece.sort_unstable_by_key(|row| (u64::from(row.pupil) << 32 | u64::from(row.slot), row.origin));
        });
    }

    /// The rows to take out of several on one pupil, series and round.
    fn judge(&self, same: &[Row], settled: &mut Settled) -> Vec<Row> {
        let Some((first, others)) = same.split_first() else {
            return Vec::new();
        };
        if others.iter().all(|other| (other.slot, other.value) == (first.slot, first.value)) {
            settled.repeated += others.len();
            return others.to_vec();
        }
        let slot = self.slots.get(first.slot as usize);
        for (place, row) in same.iter().enumerate() {
            let other = if place == 0 { others.first() } else { Some(first) };
            settled.contradictions.push(Contradiction {
                origin: row.origin,
                other: other.map_or(row.origin, |other| other.origin),
                series: slot.map_or(0, |slot| slot.series),
                round: slot.map_or(0, |slot| slot.round),
                pupil: self.pupils.all.get(row.pupil as usize).map_or(0, |(_, pupil)| *pupil),
            });
        }
        same.to_vec()
    }
}

/// A score that can be put in order.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Score(f64);

impl Eq for Score {}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Sorts things and tells for each its new place.
fn ranks<T: Copy, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) -> Vec<u32> {
    let mut order: Vec<(u32, T)> = (0..).zip(things.iter().copied()).collect();
    order.sort_by_key(|(_, thing)| key(thing));
    let mut ranks = vec![0; things.len()];
    for ((place, slot), (was, thing)) in things.iter_mut().enumerate().zip(order) {
        *slot = thing;
        if let Some(rank) = ranks.get_mut(was as usize) {
            *rank = number(place);
        }
    }
    ranks
}

fn at(ranks: &[u32], place: u32) -> u32 {
    ranks.get(place as usize).copied().unwrap_or(u32::MAX)
}
