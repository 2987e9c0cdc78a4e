//! The forms of a list once they are settled: by pupil and round, each with a score for some of the list's scales. What
//! several scales share (round, day, place) stands once. `Rows` looks at the scores of one scale.

use std::{collections::BTreeMap, ops::Range};

use super::{
    column::{Column, in_order},
    surprise::PIECE,
    table::number,
};

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

/// The forms of a list: those of so many pupils (`PIECE`), of the next so many, and so on.
#[derive(Debug, Default)]
pub(super) struct Forms(pub Vec<Piece>);

/// The forms of some pupils who follow each other by rank.
#[derive(Debug)]
pub(super) struct Piece {
    /// For each of the pupils, where the forms begin; one more at the end.
    starts: Vec<u32>,
    heads: Vec<Head>,
    /// By scale, for each form the score.
    scales: Vec<Column>,
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

impl Piece {
    /// Of a list whose scales have these values, with nothing in it.
    pub fn new(scales: &[Range<usize>]) -> Self {
        Self { starts: vec![0], heads: Vec::new(), scales: scales.iter().map(Column::new).collect() }
    }

    /// Adds a form of the pupil at hand: scores by scale.
    pub fn push(&mut self, head: Head, scores: impl Iterator<Item = (u32, u32)>) {
        self.heads.push(head);
        self.scales.iter_mut().for_each(Column::push);
        for (scale, value) in scores {
            if let Some(column) = self.scales.get_mut(scale as usize) {
                column.set_last(value);
            }
        }
    }

    /// What comes next is of the next pupil.
    pub fn end_pupil(&mut self) {
        self.starts.push(number(self.heads.len()));
    }

    /// Nothing more comes: gives back the room for it.
    pub fn close(&mut self) {
        self.heads.shrink_to_fit();
        self.scales.iter_mut().for_each(Column::close);
    }

    /// Which of the forms are those of a pupil, by place among these.
    fn range(&self, at: usize) -> Range<usize> {
        let start = |at: usize| self.starts.get(at).map_or(self.heads.len(), |start| *start as usize);
        start(at)..start(at + 1)
    }

    /// These forms with what they say on a scale.
    fn on_scale(&self, scale: u32, range: Range<usize>) -> OnScale<'_> {
        let heads = self.heads.get(range.clone()).unwrap_or_default();
        OnScale { heads, first: range.start, column: self.scales.get(scale as usize) }
    }

    /// How many scores each form has.
    fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0_u32; self.heads.len()];
        for column in &self.scales {
            for (at, count) in counts.iter_mut().enumerate() {
                *count += u32::from(column.get(at).is_some());
            }
        }
        counts
    }

    /// Gives each round its place in its cycle, by label, and puts the forms of each pupil in the order of these.
    pub fn set_rounds(&mut self, place: impl Fn(u32) -> u32) {
        for head in &mut self.heads {
            head.round = place(head.round);
        }
        for at in 0..self.starts.len().saturating_sub(1) {
            let range = self.range(at);
            let Some(heads) = self.heads.get_mut(range.clone()) else { continue };
            if heads.is_sorted_by_key(|head| head.round) {
                continue;
            }
            let mut order: Vec<usize> = (0..heads.len()).collect();
            order.sort_by_key(|at| heads.get(*at).map(|head| head.round));
            in_order(heads, &order);
            for column in &mut self.scales {
                column.put(range.clone(), &order);
            }
        }
    }
}

/// Some forms, with what they say on a scale.
#[derive(Debug, Clone, Copy, Default)]
struct OnScale<'a> {
    heads: &'a [Head],
    /// Where the first of them stands in the column.
    first: usize,
    column: Option<&'a Column>,
}

impl<'a> OnScale<'a> {
    /// What one of them says, where it does.
    fn row(self, at: usize) -> Option<PupilRow> {
        let Head { round, day, place } = *self.heads.get(at)?;
        Some(PupilRow { round, day, value: self.column?.get(self.first + at)?, place })
    }

    fn rows(self) -> impl DoubleEndedIterator<Item = PupilRow> + Clone + 'a {
        (0..self.heads.len()).filter_map(move |at| self.row(at))
    }
}

impl Forms {
    /// How many scores each day of each round has: (round, day).
    pub fn days(&self) -> BTreeMap<(u32, i32), u32> {
        let mut days = BTreeMap::new();
        for piece in &self.0 {
            let each: Vec<_> = piece.heads.iter().zip(piece.counts()).collect();
            for same in each.chunk_by(|(a, _), (b, _)| (a.round, a.day) == (b.round, b.day)) {
                if let Some((head, _)) = same.first() {
                    *days.entry((head.round, head.day)).or_default() +=
                        same.iter().map(|(_, count)| count).sum::<u32>();
                }
            }
        }
        days
    }

    /// How many scores.
    pub fn scores(&self) -> usize {
        self.0.iter().flat_map(Piece::counts).map(|count| count as usize).sum()
    }

    /// Whether any form has no score on a scale, by its place in the list.
    pub fn lacks(&self, scale: u32) -> bool {
        let lacks = |piece: &Piece| {
            let column = piece.scales.get(scale as usize);
            (0..piece.heads.len()).any(|at| column.is_none_or(|column| column.get(at).is_none()))
        };
        self.0.iter().any(lacks)
    }

    /// The rounds of a pupil's forms by rank, oldest first.
    pub fn rounds(&self, pupil: u32) -> impl Iterator<Item = u32> + '_ {
        let (piece, at) = place(&self.0, pupil);
        let heads = piece.and_then(|piece| piece.heads.get(piece.range(at))).unwrap_or_default();
        heads.iter().map(|head| head.round)
    }

    /// When and where each pupil's forms were filled in, by rank; also of who has none.
    pub fn heads(&self) -> impl Iterator<Item = (u32, &[Head])> + '_ {
        let pupils = self.0.iter().flat_map(|piece| {
            let own = 0..piece.starts.len().saturating_sub(1);
            own.map(|at| piece.heads.get(piece.range(at)).unwrap_or_default())
        });
        (0..).zip(pupils)
    }

    /// The scores of a scale, by its place in the list.
    pub fn rows(&self, scale: u32) -> Rows<'_> {
        Rows { pieces: &self.0, scale }
    }
}

/// Where a pupil stands: the piece, and the place in it.
fn place(pieces: &[Piece], pupil: u32) -> (Option<&Piece>, usize) {
    let pupil = pupil as usize;
    (pieces.get(pupil / PIECE), pupil % PIECE)
}

/// The scores of one scale.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rows<'a> {
    pieces: &'a [Piece],
    scale: u32,
}

impl<'a> Rows<'a> {
    /// Those of a pupil by rank, oldest first.
    pub fn of(self, pupil: u32) -> impl DoubleEndedIterator<Item = PupilRow> + Clone + 'a {
        self.own(pupil).rows()
    }

    /// That of a pupil by rank in a round.
    pub fn at(self, pupil: u32, round: u32) -> Option<PupilRow> {
        let own = self.own(pupil);
        // The last is mostly the one.
        (0..own.heads.len()).rev().filter_map(|at| own.row(at)).find(|row| row.round == round)
    }

    /// The forms of a pupil by rank.
    fn own(self, pupil: u32) -> OnScale<'a> {
        let (piece, at) = place(self.pieces, pupil);
        piece.map_or_else(OnScale::default, |piece| piece.on_scale(self.scale, piece.range(at)))
    }

    /// Each pupil by rank, with the scores of each; also who has none.
    pub fn each(
        self,
    ) -> impl Iterator<Item = (u32, impl DoubleEndedIterator<Item = PupilRow> + Clone + 'a)> + 'a {
        let pupils = self.pieces.iter().flat_map(move |piece| {
            let own = 0..piece.starts.len().saturating_sub(1);
            own.map(move |at| piece.on_scale(self.scale, piece.range(at)).rows())
        });
        (0..).zip(pupils)
    }

    /// All of them.
    pub fn all(self) -> impl Iterator<Item = PupilRow> + 'a {
        self.pieces.iter().flat_map(move |piece| piece.on_scale(self.scale, 0..piece.heads.len()).rows())
    }
}
