//! Reading one row of a file of scores, for one column with scores.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::columns::Columns;
use crate::evidence::files::cells::{
    informant, past_date, past_date_if_any, unknown_instrument, unknown_scale,
};
use crate::evidence::files::{
    number::{self, Decimal},
    parsed::Refusal,
    row::Row,
    score::{Catalogue, Scale, ScoreRow, Unknown},
};
use crate::{
    evidence::score_type::ScoreType,
    ground::{error::Result, message::Message},
};

/// Why a row on a list that tells of schools and groups alone is refused.
pub(super) const TOTALS_ONLY: &str = "row-totals-only";

/// The highest developmental age, in months: older than any pupil.
const OLDEST: f64 = 300.0;

pub(super) struct Reader<'a> {
    pub(super) columns: Columns,
    pub(super) catalogue: &'a dyn Catalogue,
    pub(super) today: NaiveDate,
    /// Scales found before, by the two names as the file writes them.
    pub(super) scales: HashMap<(String, String), Result<Scale, Unknown>>,
    pub(super) decimal: Option<Decimal>,
}

impl Reader<'_> {
    pub(super) fn read(&mut self, row: &Row<'_>) -> Result<ScoreRow, Refusal> {
        row.check_width()?;
        let at = &self.columns;
        let text = |at| Ok(row.cell(at)?.map(ToOwned::to_owned));
        let pupil = row.pupil_number(at.pupil)?.to_owned();
        let date = past_date(row, at.date, row.need(at.date)?, self.today)?;
        let birth_date = past_date_if_any(row, at.birth_date, date)?;
        let informant = informant(row, at.informant)?;
        let (school, group) = (text(at.school)?, text(at.group)?);
        let (round, rater, version) = (text(at.round)?, text(at.rater)?, text(at.version)?);
        let sex = row.cell(at.sex)?.and_then(|cell| row.sex(cell));
        let scale = self.scale(row)?;
        let score_type = self.score_type(row, &scale)?;
        let score = self.score(row, &scale, score_type)?;
        let mut score = ScoreRow {
            row: row.number,
            line: row.line,
            school,
            pupil,
            date,
            instrument: scale.instrument,
            version: version.unwrap_or(scale.version),
            informant,
            scale: scale.code,
            score,
            score_type,
            group,
            birth_date,
            sex,
            round,
            rater,
            developmental: scale.developmental_age.then_some((scale.min, scale.max)),
        };
        if let Some(born) = birth_date {
            score.take_age(born).map_err(|reason| row.refuse(self.columns.score, reason))?;
        }
        Ok(score)
    }

    /// The unit: the file's, else the first that the list comes in.
    fn score_type(&self, row: &Row<'_>, scale: &Scale) -> Result<ScoreType, Refusal> {
        let place = self.columns.score_type.unwrap_or(self.columns.score);
        let refuse = |key, known: &[ScoreType]| {
            let known: Vec<_> = known.iter().map(|unit| unit.code()).collect();
            let reason = Message::new(key).with("known", known.join(", "));
            Err(row.refuse(place, reason.with("instrument", scale.instrument.as_str())))
        };
        let Some(word) = row.cell(self.columns.score_type)? else {
            return Ok(scale.score_types.first().copied().unwrap_or_default());
        };
        match ScoreType::from_code(word) {
            None => refuse("row-score-type-unknown", &ScoreType::ALL),
            Some(unit) if scale.takes(unit) => Ok(unit),
            Some(_) => refuse("row-score-type-not-here", &scale.score_types),
        }
    }

    pub(super) fn scale(&mut self, row: &Row<'_>) -> Result<Scale, Refusal> {
        let (instrument, scale) = (row.need(self.columns.instrument)?, row.need(self.columns.scale)?);
        let key = (instrument.to_owned(), scale.to_owned());
        let found = self.scales.entry(key).or_insert_with(|| self.catalogue.scale(instrument, scale));
        if found.as_ref().is_ok_and(|scale| scale.totals_only) {
            let reason = Message::new(TOTALS_ONLY).with("instrument", instrument);
            return Err(row.refuse(self.columns.instrument, reason));
        }
        found.clone().map_err(|unknown| match unknown {
            Unknown::Instrument(known) => {
                unknown_instrument(row, self.columns.instrument, instrument, &known)
            }
            Unknown::Scale(known) => unknown_scale(row, self.columns.scale, (instrument, scale), &known),
        })
    }

    pub(super) fn score(&mut self, row: &Row<'_>, scale: &Scale, unit: ScoreType) -> Result<f64, Refusal> {
        let at = self.columns.score;
        let cell = row.need(at)?;
        if let Some(level) = unit.level(cell, scale.high_is_concern) {
            return Ok(level);
        }
        let letters = matches!(unit, ScoreType::LetterAE | ScoreType::RomanIV);
        let (score, mark) = match number::parse(cell) {
            Some(number) if !letters => number,
            _ if letters => {
                let reason = Message::new("row-score-not-level").with("type", unit.code());
                return Err(row.refuse(at, reason));
            }
            _ => {
                row.no_date(at, cell)?;
                return Err(row.refuse(at, Message::new("row-score-not-number")));
            }
        };
        if mark.is_some() && row.header.decimal.is_some_and(|only| mark != Some(only)) {
            return Err(row.refuse(at, Message::new("row-score-decimal")));
        }
        let (min, max) = match unit.range() {
            Some(range) => range,
            None if scale.developmental_age => (0.0, OLDEST),
            None => (scale.min, scale.max),
        };
        if score < min || score > max {
            let reason = Message::new("row-score-outside")
                .with("scale", scale.code.as_str())
                .with("type", unit.code())
                .with("min", min)
                .with("max", max);
            return Err(row.refuse(at, reason));
        }
        self.decimal = self.decimal.or(mark);
        Ok(score)
    }
}
