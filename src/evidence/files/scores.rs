//! Scores in the long form: a row per pupil, scale and day. Reads and checks each cell; whether the pupil
//! exists, and which round the row falls in, are decided later (`rounds`, `imports`).

use std::collections::HashMap;

use chrono::NaiveDate;
use csv::StringRecord;

use super::{
    dates,
    header::{Header, Kind},
    number::{self, Decimal},
    parsed::{Parsed, Recognised, Refusal},
    row::Row,
    score::{Catalogue, Scale, ScoreRow, Unknown},
    sheet::Sheet,
    text,
};
use crate::{
    evidence::{informant::Informant, score_type::ScoreType},
    ground::{
        error::{Error, Result},
        message::Message,
    },
};

/// Reads a file of scores. `today` is the day of the school: a later date is a mistake.
/// Refused whole: what is no text, lacks a column, or holds no row.
pub fn read_scores(bytes: &[u8], catalogue: &dyn Catalogue, today: NaiveDate) -> Result<Parsed<ScoreRow>> {
    let (text, encoding) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let mut reader = Reader {
        columns: Columns::find(&mut sheet.header)?,
        catalogue,
        today,
        scales: HashMap::new(),
        decimal: None,
    };
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut cells = StringRecord::new();
    while let Some(row) = sheet.next_row(&mut cells)? {
        match reader.read(&row) {
            Ok(score) => rows.push(score),
            Err(refusal) => refused.push(refusal),
        }
    }
    if rows.is_empty() && refused.is_empty() {
        return Err(Error::Refused(Message::new("file-header-only")));
    }
    Ok(Parsed {
        rows,
        refused,
        dropped_columns: sheet.header.dropped_columns(),
        ignored_columns: sheet.header.ignored_columns(),
        recognised: Recognised {
            kind: Kind::Scores,
            delimiter: sheet.delimiter,
            encoding,
            decimal: reader.decimal,
        },
    })
}

/// Where each column stands.
struct Columns {
    pupil: usize,
    date: usize,
    instrument: usize,
    informant: usize,
    scale: usize,
    score: usize,
    school: Option<usize>,
    group: Option<usize>,
    birth_date: Option<usize>,
    sex: Option<usize>,
    version: Option<usize>,
    round: Option<usize>,
    score_type: Option<usize>,
    rater: Option<usize>,
}

impl Columns {
    fn find(header: &mut Header) -> Result<Self> {
        Ok(Self {
            pupil: header.need("leerlingnummer", "pupil")?,
            date: header.need("afnamedatum", "date")?,
            instrument: header.need("instrument", "instrument")?,
            informant: header.need("informant", "informant")?,
            scale: header.need("schaal", "scale")?,
            score: header.need("score", "score")?,
            school: header.find("school", "school")?,
            group: header.find("groep", "group")?,
            birth_date: header.find("geboortedatum", "birth_date")?,
            sex: header.find("geslacht", "sex")?,
            version: header.find("versie", "version")?,
            round: header.find("meetmoment", "round")?,
            score_type: header.find("score_type", "score_type")?,
            rater: header.find("invuller", "rater")?,
        })
    }
}

struct Reader<'a> {
    columns: Columns,
    catalogue: &'a dyn Catalogue,
    today: NaiveDate,
    /// Scales found before, by the two names as the file writes them.
    scales: HashMap<(String, String), Result<Scale, Unknown>>,
    decimal: Option<Decimal>,
}

impl Reader<'_> {
    fn read(&mut self, row: &Row<'_>) -> Result<ScoreRow, Refusal> {
        row.check_width()?;
        let at = &self.columns;
        let text = |at| Ok(row.cell(at)?.map(ToOwned::to_owned));
        let pupil = row.need(at.pupil)?.to_owned();
        let date = past_date(row, at.date, row.need(at.date)?, self.today)?;
        let birth_date = match (at.birth_date, row.cell(at.birth_date)?) {
            (Some(place), Some(cell)) => Some(past_date(row, place, cell, date)?),
            _ => None,
        };
        let informant = Informant::from_code(row.need(at.informant)?)
            .ok_or_else(|| row.refuse(at.informant, Message::new("row-informant-unknown")))?;
        let (school, group) = (text(at.school)?, text(at.group)?);
        let (round, rater, version) = (text(at.round)?, text(at.rater)?, text(at.version)?);
        let sex = row.cell(at.sex)?.and_then(sex);
        let score_type = ScoreType::from_code(row.cell(at.score_type)?.unwrap_or_default());
        let score_type = score_type.ok_or_else(|| {
            let place = at.score_type.unwrap_or(at.score);
            let known = ScoreType::ALL.map(ScoreType::code).join(", ");
            row.refuse(place, Message::new("row-score-type-unknown").with("known", known))
        })?;
        let scale = self.scale(row)?;
        let score = self.score(row, &scale, score_type)?;
        Ok(ScoreRow {
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
        })
    }

    fn scale(&mut self, row: &Row<'_>) -> Result<Scale, Refusal> {
        let (instrument, scale) = (row.need(self.columns.instrument)?, row.need(self.columns.scale)?);
        let key = (instrument.to_owned(), scale.to_owned());
        let found = self.scales.entry(key).or_insert_with(|| self.catalogue.scale(instrument, scale));
        found.clone().map_err(|unknown| match unknown {
            Unknown::Instrument(known) => row.refuse(
                self.columns.instrument,
                Message::new("row-instrument-unknown")
                    .with("instrument", instrument)
                    .with("known", known.join(", ")),
            ),
            Unknown::Scale(known) => row.refuse(
                self.columns.scale,
                Message::new("row-scale-unknown")
                    .with("instrument", instrument)
                    .with("scale", scale)
                    .with("known", known.join(", ")),
            ),
        })
    }

    fn score(&mut self, row: &Row<'_>, scale: &Scale, unit: ScoreType) -> Result<f64, Refusal> {
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
            _ => return Err(row.refuse(at, Message::new("row-score-not-number"))),
        };
        let (min, max) = unit.range().unwrap_or((scale.min, scale.max));
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

/// The date in a cell, at the latest `last`.
pub(super) fn past_date(row: &Row<'_>, at: usize, cell: &str, last: NaiveDate) -> Result<NaiveDate, Refusal> {
    let date = dates::parse(cell).ok_or_else(|| row.refuse(at, Message::new("row-date-form")))?;
    if date > last {
        let reason = Message::new("row-date-future").with("last", last.to_string());
        return Err(row.refuse(at, reason));
    }
    Ok(date)
}

/// `m` or `f`; other words, and the codes that mean different things in different standards, say nothing.
fn sex(word: &str) -> Option<String> {
    match word.to_lowercase().as_str() {
        "m" | "man" | "jongen" | "j" | "male" | "boy" => Some("m".to_owned()),
        "v" | "vrouw" | "meisje" | "f" | "female" | "girl" => Some("f".to_owned()),
        _ => None,
    }
}
