//! The scores in the order the analysis reads them: forms by list, pupil and round, one score for each scale. What is there
//! twice: `twins`.

use std::{mem::take, ops::Range};

use rayon::prelude::*;

use super::{
    forms::{self, Forms, Head},
    layout::Layout,
    surprise::PIECE,
    table::{ReadForm, ReadScore, ScoreTable, Value, number},
    twins::{Settled, twins},
};

/// What a value is on: its series, the list of that, and the place of the scale in the list.
#[derive(Debug, Clone, Copy)]
struct On {
    series: u32,
    list: u32,
    scale: u32,
}

/// What was read, by pupil.
pub(super) struct Reading<'a> {
    pub table: &'a ScoreTable,
    /// By value: what it is on.
    of_value: Vec<On>,
    forms: Vec<ReadForm>,
    scores: Vec<ReadScore>,
    /// The forms of each pupil by rank, as they were read, and where they begin; one more at the end.
    order: Vec<u32>,
    starts: Vec<u32>,
}

/// What a form says on one list in one round.
pub(super) struct Part {
    list: u32,
    pub head: Head,
    /// Which of the scores that were read.
    pub scores: Range<usize>,
}

/// The forms of some pupils, by list.
struct Piece {
    lists: Vec<forms::Piece>,
    settled: Settled,
}

impl ScoreTable {
    /// Takes out the scores, sorted, by list; numbers pupils by school and number, values by series and score, and keeps one
    /// score per pupil, series and round.
    pub(super) fn settle(&mut self, layout: &Layout) -> (Vec<Forms>, Settled) {
        self.close();
        self.tell_ages_apart();
        let pupils = ranks(&mut self.pupils.all, |pupil| *pupil);
        let values = ranks(&mut self.values, |value| (value.series, Score(value.score)));
        let (mut forms, mut scores) = (take(&mut self.forms), take(&mut self.scores));
        for form in &mut forms {
            form.pupil = at(&pupils, form.pupil);
        }
        scores.par_iter_mut().for_each(|score| score.value = at(&values, score.value));
        let (order, starts) = by_pupil(&forms, pupils.len());
        let on = |value: &Value| {
            let series = layout.series(value.series);
            let (list, scale) = series.map_or((u32::MAX, u32::MAX), |series| (series.list, series.column));
            On { series: value.series, list, scale }
        };
        let of_value = self.values.iter().map(on).collect();
        let reading = Reading { table: self, of_value, forms, scores, order, starts };
        let mut scales: Vec<Vec<Range<usize>>> =
            layout.lists().into_iter().map(|(scales, _)| vec![0..0; scales]).collect();
        for (series, values) in layout.series.iter().zip(stretches(&reading.table.values, layout)) {
            let list = scales.get_mut(series.list as usize);
            if let Some(slot) = list.and_then(|scales| scales.get_mut(series.column as usize)) {
                *slot = values;
            }
        }
        let ranks: Vec<u32> = (0..number(pupils.len())).collect();
        let pieces: Vec<Piece> = ranks.par_chunks(PIECE).map(|ranks| reading.piece(&scales, ranks)).collect();
        drop(reading);
        let mut settled = Settled::default();
        let mut lists: Vec<Forms> = scales.iter().map(|_| Forms::default()).collect();
        for piece in pieces {
            settled.add(piece.settled);
            for (list, more) in lists.iter_mut().zip(piece.lists) {
                list.0.push(more);
            }
        }
        settled.contradictions.sort_unstable_by_key(|one| one.origin);
        (lists, settled)
    }
}

impl Reading<'_> {
    /// A score with what it is on.
    fn on(&self, at: usize) -> Option<(On, ReadScore)> {
        let score = *self.scores.get(at)?;
        Some((*self.of_value.get(score.value as usize)?, score))
    }

    /// A score with its series.
    pub fn score(&self, at: usize) -> Option<(u32, ReadScore)> {
        self.on(at).map(|(on, score)| (on.series, score))
    }

    /// The forms of these pupils; `scales`: those of each list, with their values.
    fn piece(&self, scales: &[Vec<Range<usize>>], ranks: &[u32]) -> Piece {
        let lists = scales.iter().map(|scales| forms::Piece::new(scales)).collect();
        let mut piece = Piece { lists, settled: Settled::default() };
        let on_scale = |at: usize| self.on(at).map(|(on, score)| (on.scale, score.value));
        // In which of the rounds gone through a scale was met last.
        let mut met = vec![0_u32; scales.iter().map(Vec::len).max().unwrap_or_default()];
        let (mut parts, mut rounds) = (Vec::new(), 0);
        for rank in ranks {
            parts.clear();
            self.add_parts(*rank, &mut parts);
            parts.sort_by_key(|part| (part.list, part.head.round, part.head.day, part.head.place));
            for round in parts.chunk_by(|a, b| (a.list, a.head.round) == (b.list, b.head.round)) {
                rounds += 1;
                let mut is_twice = false;
                for (scale, _) in round.iter().flat_map(|part| part.scores.clone()).filter_map(on_scale) {
                    if let Some(met) = met.get_mut(scale as usize) {
                        is_twice |= *met == rounds;
                        *met = rounds;
                    }
                }
                let gone = if is_twice { twins(self, *rank, round, &mut piece.settled) } else { Vec::new() };
                let Some(list) = round.first().and_then(|part| piece.lists.get_mut(part.list as usize))
                else {
                    continue;
                };
                for form in round.chunk_by(|a, b| a.head == b.head) {
                    let scores = form.iter().flat_map(|part| part.scores.clone());
                    let kept = scores.filter(|at| !gone.contains(at));
                    let mut kept = kept.filter_map(on_scale).peekable();
                    if let Some(part) = form.first().filter(|_| kept.peek().is_some()) {
                        list.push(part.head, kept);
                    }
                }
            }
            piece.lists.iter_mut().for_each(forms::Piece::end_pupil);
        }
        piece.lists.iter_mut().for_each(forms::Piece::close);
        piece
    }

    /// What the forms of a pupil say, by list and round.
    fn add_parts(&self, rank: u32, parts: &mut Vec<Part>) {
        let start = |at: u32| self.starts.get(at as usize).map_or(0, |start| *start as usize);
        for form in self.order.get(start(rank)..start(rank + 1)).unwrap_or_default() {
            let next =
                self.forms.get(*form as usize + 1).map_or(self.scores.len(), |next| next.first as usize);
            let Some(form) = self.forms.get(*form as usize) else { continue };
            let Some((label, day)) = self.table.days.all.get(form.day as usize).copied() else { continue };
            let from = parts.len();
            for at in form.first as usize..next {
                let Some((On { series, list, .. }, _)) = self.on(at) else { continue };
                let head = Head { round: self.table.round(series, label), day, place: form.place };
                match parts.get_mut(from..).and_then(<[Part]>::last_mut) {
                    Some(last) if last.list == list && last.head == head && last.scores.end == at => {
                        last.scores.end = at + 1;
                    }
                    _ => parts.push(Part { list, head, scores: at..at + 1 }),
                }
            }
        }
    }
}

/// The stretch of each series in values that are sorted by it.
pub(super) fn stretches(values: &[Value], layout: &Layout) -> Vec<Range<usize>> {
    let mut from = 0;
    let stretch = |at: usize| {
        let rest = values.get(from..).unwrap_or_default();
        let range = from..from + rest.partition_point(|value| value.series as usize <= at);
        from = range.end;
        range
    };
    (0..layout.series.len()).map(stretch).collect()
}

/// Forms in order of pupil, by counting; those of one pupil stay in their order. And where each pupil begins.
fn by_pupil(forms: &[ReadForm], pupils: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; pupils + 1];
    for form in forms {
        if let Some(count) = starts.get_mut(form.pupil as usize + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let (mut next, mut order) = (starts.clone(), vec![0; forms.len()]);
    for (at, form) in (0..).zip(forms) {
        if let Some(place) = next.get_mut(form.pupil as usize) {
            if let Some(slot) = order.get_mut(*place as usize) {
                *slot = at;
            }
            *place += 1;
        }
    }
    (order, starts)
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
