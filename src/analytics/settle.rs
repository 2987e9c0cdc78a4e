//! The rows in the order the analysis reads them: by series, pupil and round, one score for each. Two rows that say
//! the same count once; two that contradict each other both go.

use rayon::prelude::*;

use super::{
    pupil_rows::PupilRows,
    table::{Row, ScoreTable, number},
};

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
    /// Takes out the rows, sorted; numbers pupils by school and number, values by series and score, and keeps one row per
    /// pupil, series and round.
    pub(super) fn settle(&mut self) -> (Vec<PupilRows>, Settled) {
        let pupils = ranks(&mut self.pupils.all, |pupil| *pupil);
        let values = ranks(&mut self.values, |value| (value.series, Score(value.score)));
        let slots = ranks(&mut self.slots, |slot| (slot.series, slot.round, slot.day));
        let mut rows = std::mem::take(&mut self.rows);
        rows.resize_with(self.series.len(), Vec::new);
        let each: Vec<_> = rows
            .into_par_iter()
            .map(|mut rows| {
                for row in &mut rows {
                    row.pupil = at(&pupils, row.pupil);
                    row.value = at(&values, row.value);
                    row.slot = at(&slots, row.slot);
                }
                by_pupil(&mut rows, pupils.len());
                let gone = self.without_twins(&mut rows);
                (PupilRows::of_sorted(rows, pupils.len()), gone)
            })
            .collect();
        let (mut settled, mut kept) = (Settled::default(), Vec::with_capacity(each.len()));
        for (rows, (of_series, gone)) in each {
            kept.push(rows);
            settled.repeated += of_series.repeated;
            settled.contradictions.extend(of_series.contradictions);
            for slot in gone {
                if let Some(slot) = self.slots.get_mut(slot as usize) {
                    slot.count -= 1;
                }
            }
        }
        settled.contradictions.sort_unstable_by_key(|one| one.origin);
        (kept, settled)
    }

    /// Takes out of the rows of a series what there is twice; gives the slots of what went.
    fn without_twins(&self, rows: &mut Vec<Row>) -> (Settled, Vec<u32>) {
        let key = |row: &Row| self.slots.get(row.slot as usize).map(|slot| (row.pupil, slot.round));
        let mut settled = Settled::default();
        let same = rows.chunk_by(|a, b| a.pupil == b.pupil && key(a) == key(b));
        let twins: Vec<Row> =
            same.filter(|same| same.len() > 1).flat_map(|same| self.judge(same, &mut settled)).collect();
        let mut gone = twins.iter().peekable();
        let is =
            |a: &Row, b: &Row| (a.pupil, a.slot, a.value, a.origin) == (b.pupil, b.slot, b.value, b.origin);
        if !twins.is_empty() {
            rows.retain(|row| gone.next_if(|gone| is(gone, row)).is_none());
        }
        (settled, twins.into_iter().map(|row| row.slot).collect())
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

/// Puts rows in order of pupil, by counting, and each pupil's rows in order of slot. Equal ones stay in order of origin.
fn by_pupil(rows: &mut Vec<Row>, pupils: usize) {
    let mut next = vec![0_u32; pupils + 1];
    for row in &*rows {
        if let Some(count) = next.get_mut(row.pupil as usize + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut next {
        total += *start;
        *start = total;
    }
    let mut sorted = rows.clone();
    for row in &*rows {
        if let Some(start) = next.get_mut(row.pupil as usize) {
            if let Some(place) = sorted.get_mut(*start as usize) {
                *place = *row;
            }
            *start += 1;
        }
    }
    for own in sorted.chunk_by_mut(|a, b| a.pupil == b.pupil) {
        own.sort_by_key(|row| row.slot);
    }
    *rows = sorted;
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
