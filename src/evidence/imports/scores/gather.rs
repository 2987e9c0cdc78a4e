//! A file of scores, row by row: whose score it is, and which number stands for each part of it. What cannot be taken is
//! kept with its cells, to be handed back.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::lines::{Line, Lists, Slot, Told, number};
use super::places::Place;
use crate::evidence::files::rounds::season;
use crate::evidence::files::row::Row;
use crate::evidence::files::{Refusal, ScoreRow, Series};
use crate::evidence::imports::aliases::Aliases;
use crate::evidence::imports::consents::Consents;
use crate::evidence::imports::file::same_school;
use crate::evidence::imports::known::Known;
use crate::evidence::imports::model::PupilRow;
use crate::ground::{Error, Message, Result};

/// A refused row, with its cells as they came.
pub type Back = (Refusal, Vec<String>);

/// What a file is read against, and what has been read of it.
pub struct Gather<'a> {
    school: &'a str,
    known: &'a Known,
    aliases: &'a Aliases,
    consents: &'a Consents<'a>,
    pupils: HashMap<&'a str, (u32, &'a PupilRow)>,
    /// What the scores point to.
    pub lists: Lists,
    /// How many scores each slot has.
    pub counts: Vec<u32>,
    /// The label of a day without one.
    seasons: FxHashMap<NaiveDate, u32>,
    /// By pupil, the place in `Lists::told`.
    told: FxHashMap<u32, usize>,
    /// The last place: rows that follow each other mostly share it.
    last: Option<(Where, u32)>,
    /// The scores since they were last taken away.
    pub lines: Vec<Line>,
    /// The same of refused rows.
    pub refused: Vec<Back>,
    /// Numbers of pupils that the school does not know.
    pub unknown: BTreeSet<String>,
}

/// What a place is found by: the pupil, the day, the group and who filled in, as the file has them.
type Where = (u32, NaiveDate, Option<String>, Option<String>);

impl<'a> Gather<'a> {
    /// For a file of the school with this BRIN.
    pub fn new(
        school: &'a str,
        known: &'a Known,
        aliases: &'a Aliases,
        consents: &'a Consents<'a>,
    ) -> Result<Self> {
        let mut lists = Lists::default();
        let mut pupils = HashMap::new();
        for (name, pupil) in &known.pupils {
            let at = u32::try_from(lists.pupils.len()).map_err(Error::internal)?;
            lists.pupils.push(pupil.key);
            pupils.insert(name.as_str(), (at, pupil));
        }
        Ok(Self {
            school,
            known,
            aliases,
            consents,
            pupils,
            lists,
            counts: Vec::new(),
            seasons: FxHashMap::default(),
            told: FxHashMap::default(),
            last: None,
            lines: Vec::new(),
            refused: Vec::new(),
            unknown: BTreeSet::new(),
        })
    }

    /// Takes a score of a row in, or why there is none. Refused whole: a row of another school.
    pub fn take(&mut self, from: &Row<'_>, read: Result<ScoreRow, Refusal>) -> Result<()> {
        let line = match read {
            Ok(row) => {
                same_school(row.line, row.school.as_deref(), self.school)?;
                self.line(row)?
            }
            Err(refusal) => Err(refusal),
        };
        match line {
            Ok(line) => self.lines.push(line),
            Err(refusal) => self.refused.push((refusal, from.kept())),
        }
        Ok(())
    }

    fn line(&mut self, mut row: ScoreRow) -> Result<Result<Line, Refusal>> {
        self.aliases.in_score(&mut row);
        if let Some(without) = self.consents.refuse(&row.instrument, &row.pupil, (row.row, row.line)) {
            return Ok(Err(without));
        }
        let Some(&(pupil, known)) = self.pupils.get(row.pupil.as_str()) else {
            let reason = Message::new("row-pupil-unknown").with("pupil", row.pupil.as_str());
            let refusal = Refusal::at((row.row, row.line), "leerlingnummer", row.pupil.as_str(), reason);
            self.unknown.insert(row.pupil);
            return Ok(Err(refusal));
        };
        if row.developmental.is_some() && row.birth_date.is_none() {
            let born = known.birth_date.ok_or_else(|| Message::new("row-needs-birth-date"));
            if let Err(reason) = born.and_then(|born| row.take_age(born)) {
                return Ok(Err(Refusal::at((row.row, row.line), "score", row.score.to_string(), reason)));
            }
        }
        let place = self.place(pupil, known, &mut row)?;
        let ScoreRow {
            instrument, version, informant, scale, score_type, round, date, birth_date, sex, ..
        } = row;
        let series = Series { instrument, version, informant, scale, score_type };
        let series = number(&mut self.lists.series, series)?;
        let label = match (round, self.seasons.get(&date)) {
            (Some(round), _) => number(&mut self.lists.labels, round)?,
            (None, Some(label)) => *label,
            (None, None) => {
                let label = number(&mut self.lists.labels, season(date))?;
                *self.seasons.entry(date).or_insert(label)
            }
        };
        let slot = number(&mut self.lists.slots, Slot { series, label, date })?;
        self.counts.resize(self.lists.slots.len(), 0);
        if let Some(count) = self.counts.get_mut(slot as usize) {
            *count += 1;
        }
        let birth_date = birth_date.filter(|_| known.birth_date.is_none());
        let sex = sex.filter(|_| known.sex.is_none());
        if birth_date.is_some() || sex.is_some() {
            self.tell(Told { pupil, birth_date, sex });
        }
        let short = |number: usize| u32::try_from(number).map_err(Error::internal);
        let (at, line) = (short(row.row)?, short(row.line)?);
        Ok(Ok(Line { row: at, line, pupil, slot, place, value: row.score, replaces: false }))
    }

    /// Keeps what a row tells of its pupil, where no row before it did.
    fn tell(&mut self, more: Told) {
        let next = self.lists.told.len();
        let at = *self.told.entry(more.pupil).or_insert(next);
        match self.lists.told.get_mut(at) {
            Some(told) => {
                told.birth_date = told.birth_date.or(more.birth_date);
                told.sex = told.sex.take().or(more.sex);
            }
            None => self.lists.told.push(more),
        }
    }

    fn place(&mut self, pupil: u32, known: &PupilRow, row: &mut ScoreRow) -> Result<u32> {
        let now = (pupil, row.date, row.group.take(), row.rater.take());
        if let Some((then, place)) = &self.last
            && *then == now
        {
            return Ok(*place);
        }
        let found = Place::of(self.known, known, row.date, now.2.clone(), now.3.clone());
        let place = number(&mut self.lists.places, found)?;
        self.last = Some((now, place));
        Ok(place)
    }
}
