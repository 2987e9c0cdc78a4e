//! Counts of absence: a row per pupil and period. Reads and checks each cell; whether the pupil exists and whether periods
//! overlap is the work of `imports`. Columns that may say why a pupil was absent are not read (`Header::drop_reasons`).

use chrono::NaiveDate;

use super::{
    cells::{number_if_any, past_date},
    header::Header,
    kind::Kind,
    layout::Layout,
    parsed::{Parsed, Refusal},
    reading,
    row::Row,
    source::Source,
};
use crate::ground::calendar::Calendar;
use crate::ground::clock::school_year;
use crate::ground::{Error, Message, Result};

#[cfg(test)]
mod tests;

/// More hours than any school day has, lessons counted as hours.
const HOURS_A_DAY: u32 = 10;

/// What was counted of a pupil over a period, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct AttendanceRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The school as the file names it.
    pub school: Option<String>,
    /// The pupil's number at the school, as text.
    pub pupil: String,
    /// The first day that was counted.
    pub starts_on: NaiveDate,
    /// The last one; in the same school year.
    pub ends_on: NaiveDate,
    /// Hours ill; none: not counted.
    pub hours_ill: Option<f64>,
    /// How often reported ill.
    pub times_ill: Option<i32>,
    /// Hours absent without leave.
    pub hours_unauthorised: Option<f64>,
    /// How often late.
    pub times_late: Option<i32>,
}

/// Reads a file of absence by a layout. `today` is the day of the school: nothing was counted after it. Refused whole: what
/// is no text, lacks the pupil, the period or every count, or holds no row.
pub fn read_attendance(
    source: &Source<'_>,
    layout: &Layout,
    today: NaiveDate,
) -> Result<Parsed<AttendanceRow>> {
    let mut sheet = source.sheet(layout)?;
    let columns = Columns::find(&mut sheet.header)?;
    reading::read(sheet, Kind::Attendance, source.encoding, |row| vec![columns.read(row, today)])
}

/// Where each column stands.
struct Columns {
    pupil: usize,
    from: usize,
    until: usize,
    school: Option<usize>,
    hours_ill: Option<usize>,
    times_ill: Option<usize>,
    hours_unauthorised: Option<usize>,
    times_late: Option<usize>,
}

impl Columns {
    fn find(header: &mut Header) -> Result<Self> {
        let columns = Self {
            pupil: header.need("leerlingnummer", "pupil")?,
            from: header.need("van", "from")?,
            until: header.need("tot_en_met", "until")?,
            school: header.find("school", "school")?,
            hours_ill: header.find("uren_ziek", "hours_ill")?,
            times_ill: header.find("keren_ziek", "times_ill")?,
            hours_unauthorised: header.find("uren_ongeoorloofd", "hours_unauthorised")?,
            times_late: header.find("keren_te_laat", "times_late")?,
        };
        if columns.counts().iter().all(Option::is_none) {
            return Err(Error::Refused(Message::new("attendance-no-counts").with("found", header.shown())));
        }
        Ok(columns)
    }

    const fn counts(&self) -> [Option<usize>; 4] {
        [self.hours_ill, self.times_ill, self.hours_unauthorised, self.times_late]
    }

    fn read(&self, row: &Row<'_>, today: NaiveDate) -> Result<AttendanceRow, Refusal> {
        row.check_width()?;
        let pupil = row.pupil_number(self.pupil)?.to_owned();
        let starts_on = past_date(row, self.from, row.need(self.from)?, today)?;
        let ends_on = past_date(row, self.until, row.need(self.until)?, today)?;
        if ends_on < starts_on {
            return Err(row.refuse(self.until, Message::new("row-period-turned")));
        }
        if school_year(starts_on) != school_year(ends_on) {
            return Err(row.refuse(self.until, Message::new("row-period-two-years")));
        }
        let days = starts_on.iter_days().take_while(|day| *day <= ends_on);
        let days = u32::try_from(days.filter(|day| Calendar::is_weekday(*day)).count()).unwrap_or(u32::MAX);
        let hours = |at| most(row, at, days, days.saturating_mul(HOURS_A_DAY));
        let (hours_ill, hours_unauthorised) = (hours(self.hours_ill)?, hours(self.hours_unauthorised)?);
        let both = hours_ill.unwrap_or_default() + hours_unauthorised.unwrap_or_default();
        if let Some(at) = self.hours_unauthorised.filter(|_| both > f64::from(days * HOURS_A_DAY)) {
            return Err(row.refuse(at, outside(days, days * HOURS_A_DAY)));
        }
        // Nobody is reported ill twice a day; late one can be for every lesson.
        let times_ill = whole(row, self.times_ill, most(row, self.times_ill, days, days)?)?;
        let times_late = whole(row, self.times_late, hours(self.times_late)?)?;
        if (hours_ill.is_none() && hours_unauthorised.is_none())
            && times_ill.is_none()
            && times_late.is_none()
        {
            let at = self.counts().into_iter().flatten().next().unwrap_or(self.pupil);
            return Err(row.refuse(at, Message::new("row-no-counts")));
        }
        Ok(AttendanceRow {
            row: row.number,
            line: row.line,
            school: row.cell(self.school)?.map(ToOwned::to_owned),
            pupil,
            starts_on,
            ends_on,
            hours_ill,
            times_ill,
            hours_unauthorised,
            times_late,
        })
    }
}

/// The count in a cell, from nought to `most` in a period of so many weekdays; none where nothing was counted.
fn most(row: &Row<'_>, at: Option<usize>, days: u32, most: u32) -> Result<Option<f64>, Refusal> {
    let Some((at, count)) = number_if_any(row, at, "row-count-not-number")? else { return Ok(None) };
    if count < 0.0 {
        return Err(row.refuse(at, Message::new("row-count-negative")));
    }
    if count > f64::from(most) {
        return Err(row.refuse(at, outside(days, most)));
    }
    Ok(Some(count))
}

fn outside(days: u32, most: u32) -> Message {
    Message::new("row-count-outside").with("days", days).with("most", most)
}

/// The count as a whole number.
#[expect(clippy::cast_possible_truncation, reason = "whole, and at most the days of a school year times ten")]
fn whole(row: &Row<'_>, at: Option<usize>, count: Option<f64>) -> Result<Option<i32>, Refusal> {
    match (at, count) {
        (Some(at), Some(count)) if count.fract() != 0.0 => {
            Err(row.refuse(at, Message::new("row-count-not-whole")))
        }
        (_, count) => Ok(count.map(|count| count as i32)),
    }
}
