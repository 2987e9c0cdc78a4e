//! The forms of a list once they are settled: by pupil and round, each with a score for some of the list's scales. What
//! several scales share (round, day, place) stands once. `Rows` looks at the scores of one scale.

use std::collections::BTreeMap;

use super::table::number;

/// What stands where a form says nothing of a scale.
const NONE: u32 = u32::MAX;

/// What the scores of a form share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// The round: its label until `set_rounds`, then its place in its cycle.
    pub round: u32,
    /// The day, since 1970.
    pub day: i32,
    /// Where and by whom it was filled in (place in the table).
    pub place: u32,
}

/// The forms of a list.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// For each pupil by rank, where the forms begin; one more at the end.
    starts: Vec<u32>,
    heads: Vec<Head>,
    /// By scale, for each form the score (place in the table's values).
    values: Vec<Vec<u32>>,
}

/// One score of a pupil.
#[derive(Debug, Clone, Copy)]
pub(super) struct PupilRow {
    /// The place of the round in its cycle.
    pub round: u32,
    /// The day, since 1970.
    pub day: i32,
    /// The score: numbers that the table gave out, as is the next.
    pub value: u32,
    /// Where and by whom.
    pub place: u32,
}

impl Forms {
    /// Of a list with so many scales, with nothing in it.
    pub fn new(scales: usize) -> Self {
        Self { starts: vec![0], heads: Vec::new(), values: vec![Vec::new(); scales] }
    }

    /// Adds a form of the pupil at hand: scores by scale.
    pub fn push(&mut self, head: Head, scores: impl Iterator<Item = (u32, u32)>) {
        self.heads.push(head);
        for values in &mut self.values {
            values.push(NONE);
        }
        for (scale, value) in scores {
            if let Some(slot) = self.values.get_mut(scale as usize).and_then(|values| values.last_mut()) {
                *slot = value;
            }
        }
    }

    /// What comes next is of the next pupil.
    pub fn end_pupil(&mut self) {
        self.starts.push(number(self.heads.len()));
    }

    /// The forms of pupils, and those of the pupils who follow them; of one list.
    pub fn joined(pieces: Vec<Self>, scales: usize) -> Self {
        let pupils = pieces.iter().map(|piece| piece.starts.len()).sum();
        let forms = pieces.iter().map(|piece| piece.heads.len()).sum();
        let mut all = Self::new(scales);
        all.starts.reserve_exact(pupils);
        all.heads.reserve_exact(forms);
        all.values.iter_mut().for_each(|values| values.reserve_exact(forms));
        for piece in pieces {
            let before = number(all.heads.len());
            all.starts.extend(piece.starts.into_iter().skip(1).map(|start| before + start));
            all.heads.extend(piece.heads);
            for (values, more) in all.values.iter_mut().zip(piece.values) {
                values.extend(more);
            }
        }
        all
    }

    /// How many scores each day of each round has: (round, day).
    pub fn days(&self) -> BTreeMap<(u32, i32), u32> {
        let mut counts = vec![0_u32; self.heads.len()];
        for values in &self.values {
            for (count, value) in counts.iter_mut().zip(values) {
                *count += u32::from(*value != NONE);
            }
        }
        let mut days = BTreeMap::new();
        let each = self.heads.iter().zip(counts).collect::<Vec<_>>();
        for same in each.chunk_by(|(a, _), (b, _)| (a.round, a.day) == (b.round, b.day)) {
            if let Some((head, _)) = same.first() {
                *days.entry((head.round, head.day)).or_default() +=
                    same.iter().map(|(_, count)| count).sum::<u32>();
            }
        }
        days
    }

    /// How many scores.
    pub fn scores(&self) -> usize {
        self.values.iter().flatten().filter(|value| **value != NONE).count()
    }

    /// Gives each round its place in its cycle, by label, and puts the forms of each pupil in the order of these.
    pub fn set_rounds(&mut self, place: impl Fn(u32) -> u32) {
        for head in &mut self.heads {
            head.round = place(head.round);
        }
        for pair in self.starts.windows(2) {
            let &[from, to] = pair else { continue };
            let range = from as usize..to as usize;
            let Some(heads) = self.heads.get_mut(range.clone()) else { continue };
            if heads.is_sorted_by_key(|head| head.round) {
                continue;
            }
            let was = heads.to_vec();
            let mut order: Vec<usize> = (0..was.len()).collect();
            order.sort_by_key(|at| was.get(*at).map(|head| head.round));
            in_order(heads, &was, &order);
            for values in &mut self.values {
                if let Some(values) = values.get_mut(range.clone()) {
                    let was = values.to_vec();
                    in_order(values, &was, &order);
                }
            }
        }
    }

    /// The rounds of a pupil's forms, oldest first.
    pub fn rounds(&self, pupil: u32) -> impl Iterator<Item = u32> + '_ {
        let start = |at: u32| self.starts.get(at as usize).map_or(0, |start| *start as usize);
        let heads = self.heads.get(start(pupil)..start(pupil.saturating_add(1))).unwrap_or_default();
        heads.iter().map(|head| head.round)
    }

    /// The scores of a scale, by its place in the list.
    pub fn rows(&self, scale: u32) -> Rows<'_> {
        let values = self.values.get(scale as usize).map_or(&[][..], Vec::as_slice);
        Rows { starts: &self.starts, heads: &self.heads, values }
    }
}

fn in_order<T: Copy>(slots: &mut [T], was: &[T], order: &[usize]) {
    for (slot, from) in slots.iter_mut().zip(order.iter().filter_map(|at| was.get(*at))) {
        *slot = *from;
    }
}

/// The scores of one scale.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rows<'a> {
    starts: &'a [u32],
    heads: &'a [Head],
    values: &'a [u32],
}

impl<'a> Rows<'a> {
    /// Those of a pupil by rank, oldest first.
    pub fn of(self, pupil: u32) -> impl DoubleEndedIterator<Item = PupilRow> + Clone + 'a {
        let start = |at: u32| self.starts.get(at as usize).map_or(0, |start| *start as usize);
        self.stretch(start(pupil)..start(pupil.saturating_add(1)).max(start(pupil)))
    }

    /// Each pupil by rank, with the scores of each; also who has none.
    pub fn each(
        self,
    ) -> impl Iterator<Item = (u32, impl DoubleEndedIterator<Item = PupilRow> + Clone + 'a)> + 'a {
        let pupils = self.starts.windows(2).zip(0..);
        pupils.map(move |(pair, pupil)| {
            let range = pair.first().zip(pair.last()).map_or(0..0, |(from, to)| *from as usize..*to as usize);
            (pupil, self.stretch(range))
        })
    }

    /// All of them.
    pub fn all(self) -> impl Iterator<Item = PupilRow> + 'a {
        self.stretch(0..self.values.len())
    }

    fn stretch(
        self,
        range: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = PupilRow> + Clone + 'a {
        let heads = self.heads.get(range.clone()).unwrap_or_default();
        let values = self.values.get(range).unwrap_or_default();
        heads.iter().zip(values).filter(|(_, value)| **value != NONE).map(|(head, value)| {
            let Head { round, day, place } = *head;
            PupilRow { round, day, value: *value, place }
        })
    }
}
