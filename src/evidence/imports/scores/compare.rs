//! Scores set aside beside each other and beside what is stored: one score per pupil, series and round; new, changed or
//! unchanged. Block by block, and part by part of the pupils: what is in memory at once is one block, a bit for each score,
//! and the scores stored earlier of a part. Of a large file the blocks are gone through once for each part.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::lines::{Line, Lists, Seat, Spot, lost};
use super::store;
use super::stored::{Stored, stored};
use crate::evidence::files::Refusal;
use crate::evidence::imports::counts::Counts;
use crate::evidence::imports::known::Known;
use crate::evidence::imports::stage::Staging;
use crate::ground::{Message, Result};

/// After so many pupils with more scores in a round a sign of life is given.
const STAY: usize = 10_000;

/// The difference that the scores of a file make.
pub struct Comparison<'a, 's> {
    staging: &'a Staging<'a, 's>,
    lists: &'a Lists,
    known: &'a Known,
    /// The part: pupils by place, and what is stored of them.
    part: Range<usize>,
    stored: Stored,
    changed: HashSet<u32>,
    rounds: BTreeSet<u32>,
    /// Scores by place.
    places: Vec<usize>,
    counts: &'a mut Counts,
}

impl<'a, 's> Comparison<'a, 's> {
    /// Scores set aside, and nothing compared yet.
    pub fn new(
        staging: &'a Staging<'a, 's>,
        lists: &'a Lists,
        known: &'a Known,
        counts: &'a mut Counts,
    ) -> Self {
        let (places, part, stored) = (vec![0; lists.places.len()], 0..0, Stored::default());
        let (changed, rounds) = (HashSet::new(), BTreeSet::new());
        Self { staging, lists, known, part, stored, changed, rounds, places, counts }
    }

    /// Compares the blocks; what changes nothing is only counted, and goes. Gives the rows that contradict each other.
    pub fn run(mut self, blocks: i32) -> Result<Vec<Refusal>> {
        let doubled = self.doubled(blocks)?;
        let (mut refused, mut settled) = (Vec::new(), blocks);
        while self.part.end < self.lists.pupils.len() {
            let (stored, until) = stored(self.staging, self.lists, self.part.end)?;
            (self.stored, self.part) = (stored, self.part.end..until);
            let twins = self.pass(blocks, &doubled)?;
            if !twins.is_empty() {
                refused.extend(self.settle(twins, settled)?);
                settled += 1;
            }
        }
        self.counts.changed_pupils = self.changed.len();
        let label = |at: &u32| self.lists.labels.get_index(*at as usize).cloned();
        self.counts.rounds =
            self.rounds.iter().filter_map(label).collect::<BTreeSet<_>>().into_iter().collect();
        for (place, count) in self.lists.places.iter().zip(&self.places).filter(|(_, count)| **count > 0) {
            if let Some(name) = &place.name {
                *self.counts.groups.entry(name.clone()).or_default() += count;
            }
        }
        Ok(refused)
    }

    /// Compares what the blocks hold of the part; gives the scores of pupils with more of them.
    fn pass(&mut self, blocks: i32, doubled: &HashSet<Seat>) -> Result<HashMap<Seat, Vec<Line>>> {
        let mut twins: HashMap<Seat, Vec<Line>> = HashMap::new();
        for at in 0..blocks {
            let lines = self.block(at)?;
            let (count, mut kept, mut replaces) = (lines.len(), Vec::with_capacity(lines.len()), false);
            for mut line in lines {
                if !self.part.contains(&(line.pupil as usize)) {
                    kept.push(line);
                } else if self.judge(&mut line, doubled, &mut twins)? {
                    replaces |= line.replaces;
                    kept.push(line);
                }
            }
            if kept.len() < count || replaces {
                self.put(at, &kept)?;
            }
        }
        Ok(twins)
    }

    /// Pupils with more than one score in a round.
    fn doubled(&self, blocks: i32) -> Result<HashSet<Seat>> {
        let mut met: HashMap<Spot, Vec<u64>> = HashMap::new();
        let mut doubled = HashSet::new();
        for at in 0..blocks {
            self.staging.stay()?;
            for line in self.block(at)? {
                let spot = self.lists.series_and_round(line.slot)?;
                let bits = met.entry(spot).or_default();
                let (word, bit) = ((line.pupil / 64) as usize, 1_u64 << (line.pupil % 64));
                if bits.len() <= word {
                    bits.resize(word + 1, 0);
                }
                let bits = bits.get_mut(word).ok_or_else(lost)?;
                if *bits & bit != 0 {
                    doubled.insert((spot, line.pupil));
                }
                *bits |= bit;
            }
        }
        Ok(doubled)
    }

    /// Whether a line stays where it is; one of a pupil with more of them goes to its twins.
    fn judge(
        &mut self,
        line: &mut Line,
        doubled: &HashSet<Seat>,
        twins: &mut HashMap<Seat, Vec<Line>>,
    ) -> Result<bool> {
        let seat = (self.lists.series_and_round(line.slot)?, line.pupil);
        if doubled.contains(&seat) {
            twins.entry(seat).or_default().push(*line);
            return Ok(false);
        }
        self.compare(line, seat)
    }

    /// Counts a score, and says whether it does something.
    #[expect(clippy::float_cmp, reason = "a stored score comes back bit by bit; nothing is computed")]
    fn compare(&mut self, line: &mut Line, seat: Seat) -> Result<bool> {
        let (date, place) = (self.lists.date(line.slot)?, self.lists.place(line.place)?);
        self.rounds.insert(seat.0.1);
        if let Some(count) = self.places.get_mut(line.place as usize) {
            *count += 1;
        }
        let counts = &mut *self.counts;
        counts.last_day = counts.last_day.max(Some(date));
        let Some(was) = self.stored.at(seat) else {
            counts.new += 1;
            return Ok(true);
        };
        let same_rater = place.rater.as_ref().is_none_or(|rater| rater == self.stored.rater(was));
        if was.date == date && was.value == line.value && same_rater {
            counts.unchanged += 1;
            return Ok(false);
        }
        counts.changed += 1;
        self.changed.insert(line.pupil);
        line.replaces = true;
        Ok(true)
    }

    /// One pupil twice in a round: equal rows count once, others are all refused.
    #[expect(clippy::float_cmp, reason = "the same text gives the same number; nothing is computed")]
    fn settle(&mut self, twins: HashMap<Seat, Vec<Line>>, block: i32) -> Result<Vec<Refusal>> {
        let (mut kept, mut refused) = (Vec::new(), Vec::new());
        let numbers = self.known.numbers();
        for (at, (seat, lines)) in twins.into_iter().enumerate() {
            if at % STAY == 0 {
                self.staging.stay()?;
            }
            let Some((first, others)) = lines.split_first() else { continue };
            let date = self.lists.date(first.slot)?;
            let mut same = true;
            for other in others {
                same &= other.value == first.value
                    && other.place == first.place
                    && self.lists.date(other.slot)? == date;
            }
            if same {
                self.counts.unchanged += others.len();
                let mut line = *first;
                if self.compare(&mut line, seat)? {
                    kept.push(line);
                }
                continue;
            }
            for line in &lines {
                let other = lines.iter().find(|other| other.row != line.row || other.line != line.line);
                refused.push(self.contradiction(
                    &numbers,
                    seat,
                    line,
                    other.map_or(line.line, |other| other.line),
                )?);
            }
        }
        kept.sort_unstable_by_key(|line| line.row);
        if !kept.is_empty() {
            self.put(block, &kept)?;
        }
        Ok(refused)
    }

    fn contradiction(
        &self,
        numbers: &HashMap<i64, &str>,
        (spot, pupil): Seat,
        line: &Line,
        other: u32,
    ) -> Result<Refusal> {
        let (series, round) = self.lists.named(spot)?;
        let reason = Message::new("row-twice-in-round")
            .with("scale", series.scale.as_str())
            .with("round", round)
            .with("line", other);
        let place = (line.row as usize, line.line as usize);
        let value = (*numbers.get(&self.lists.key(pupil)?).ok_or_else(lost)?).to_owned();
        Ok(Refusal::at(place, "leerlingnummer", value, reason))
    }

    fn block(&self, at: i32) -> Result<Vec<Line>> {
        self.staging.door.read(|conn| store::block(conn, &self.staging.import.id, at))
    }

    fn put(&self, at: i32, lines: &[Line]) -> Result<()> {
        self.staging.set_aside(|conn| store::put_block(conn, &self.staging.import.id, at, lines))
    }
}
