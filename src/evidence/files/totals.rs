//! Totals of a school or a group on lists that tell of no pupil: a row per group, day and scale. Reads and checks each cell;
//! whether the group exists is the work of `imports`. A file with a column of pupils is refused whole.

use chrono::NaiveDate;

use super::{
    cells::{number_if_any, past_date, unknown_instrument, unknown_scale},
    header::Header,
    kind::Kind,
    layout::Layout,
    number,
    parsed::{Parsed, Refusal},
    reading,
    row::Row,
    score::{Catalogue, Scale, Unknown},
    source::Source,
};
use crate::ground::{Error, Message, Result};

#[cfg(test)]
mod tests;

/// More pupils than any school has.
const MOST_PUPILS: f64 = 20_000.0;

/// One outcome, checked: it has a mean, a share, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The school as the file names it.
    pub school: Option<String>,
    /// The group's name; none: the whole school.
    pub group: Option<String>,
    /// The day of the measurement.
    pub date: NaiveDate,
    /// The instrument's code, as the catalogue writes it.
    pub instrument: String,
    /// The scale's code, as the catalogue writes it.
    pub scale: String,
    /// The mean score, within the range of the scale.
    pub mean: Option<f64>,
    /// A share of the pupils, 0 to 100.
    pub percentage: Option<f64>,
    /// How many pupils it is of.
    pub pupils: i32,
}

/// Reads a file of totals by a layout. `today` is the day of the school. Refused whole: what is no text, lacks a column,
/// holds no row, or has a column of pupils.
pub fn read_totals(
    source: &Source<'_>,
    layout: &Layout,
    catalogue: &dyn Catalogue,
    today: NaiveDate,
) -> Result<Parsed<TotalRow>> {
    let mut sheet = source.sheet(layout)?;
    let columns = Columns::find(&mut sheet.header)?;
    reading::read(sheet, Kind::Totals, source.encoding, |row| vec![columns.read(row, catalogue, today)])
}

/// Where each column stands.
struct Columns {
    date: usize,
    instrument: usize,
    scale: usize,
    pupils: usize,
    school: Option<usize>,
    group: Option<usize>,
    mean: Option<usize>,
    percentage: Option<usize>,
}

impl Columns {
    fn find(header: &mut Header) -> Result<Self> {
        if let Some(at) = header.find("leerlingnummer", "pupil")? {
            return Err(Error::Refused(Message::new("totals-of-pupils").with("column", header.name(at))));
        }
        let columns = Self {
            date: header.need("afnamedatum", "date")?,
            instrument: header.need("instrument", "instrument")?,
            scale: header.need("schaal", "scale")?,
            pupils: header.need("aantal", "count")?,
            school: header.find("school", "school")?,
            group: header.find("groep", "group")?,
            mean: header.find("gemiddelde", "mean")?,
            percentage: header.find("percentage", "percent")?,
        };
        if columns.mean.or(columns.percentage).is_none() {
            header.need("gemiddelde", "mean")?;
        }
        Ok(columns)
    }

    fn read(&self, row: &Row<'_>, catalogue: &dyn Catalogue, today: NaiveDate) -> Result<TotalRow, Refusal> {
        row.check_width()?;
        let date = past_date(row, self.date, row.need(self.date)?, today)?;
        let scale = self.scale(row, catalogue)?;
        let mean = figure(row, self.mean, (scale.min, scale.max))?;
        let percentage = figure(row, self.percentage, (0.0, 100.0))?;
        if mean.or(percentage).is_none() {
            let at = self.mean.or(self.percentage).unwrap_or(self.scale);
            return Err(row.refuse(at, Message::new("row-no-total")));
        }
        Ok(TotalRow {
            row: row.number,
            line: row.line,
            school: row.cell(self.school)?.map(ToOwned::to_owned),
            group: row.filled(self.group)?.map(ToOwned::to_owned),
            date,
            instrument: scale.instrument,
            scale: scale.code,
            mean,
            percentage,
            pupils: self.pupils(row)?,
        })
    }

    /// The scale; only lists that tell of no pupil have totals of their own.
    fn scale(&self, row: &Row<'_>, catalogue: &dyn Catalogue) -> Result<Scale, Refusal> {
        let (instrument, code) = (row.need(self.instrument)?, row.need(self.scale)?);
        match catalogue.scale(instrument, code) {
            Ok(scale) if scale.totals_only => Ok(scale),
            Ok(_) => {
                let reason = Message::new("row-totals-not-here").with("instrument", instrument);
                Err(row.refuse(self.instrument, reason))
            }
            Err(Unknown::Instrument(known)) => {
                Err(unknown_instrument(row, self.instrument, instrument, &known))
            }
            Err(Unknown::Scale(known)) => Err(unknown_scale(row, self.scale, (instrument, code), &known)),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "whole, and at most the pupils of a school")]
    fn pupils(&self, row: &Row<'_>) -> Result<i32, Refusal> {
        let read = number::parse(row.need(self.pupils)?).map(|(count, _)| count);
        let count = read.filter(|count| count.fract() == 0.0 && (1.0..=MOST_PUPILS).contains(count));
        let count = count.ok_or_else(|| row.refuse(self.pupils, Message::new("row-total-pupils")))?;
        Ok(count as i32)
    }
}

/// The figure in a cell, within a range; none where there is none.
fn figure(row: &Row<'_>, at: Option<usize>, (min, max): (f64, f64)) -> Result<Option<f64>, Refusal> {
    let Some((at, figure)) = number_if_any(row, at, "row-score-not-number")? else { return Ok(None) };
    if !(min..=max).contains(&figure) {
        let reason = Message::new("row-total-outside").with("min", min).with("max", max);
        return Err(row.refuse(at, reason));
    }
    Ok(Some(figure))
}
