//! The columns of a file of ratings, and reading one row of it.

use chrono::NaiveDate;

use super::{Opinion, RatingRow};
use crate::evidence::files::{cells::past_date, header::Header, number, parsed::Refusal, row::Row};
use crate::ground::{Message, Result};

/// Where each column stands.
pub(super) struct Columns {
    group: usize,
    date: usize,
    rater: usize,
    rated: usize,
    opinion: usize,
}

/// The columns that a refusal may name, as the file writes them.
pub(super) struct Names {
    pub(super) rated: String,
    pub(super) opinion: String,
}

impl Columns {
    pub(super) fn find(header: &mut Header) -> Result<Self> {
        Ok(Self {
            group: header.need("groep", "group")?,
            date: header.need("afnamedatum", "date")?,
            rater: header.need("beoordelaar", "rater")?,
            rated: header.need("beoordeelde", "rated")?,
            opinion: header.need("oordeel", "rating")?,
        })
    }

    pub(super) fn names(&self, header: &Header) -> Names {
        let name = |at| header.name(at).to_owned();
        Names { rated: name(self.rated), opinion: name(self.opinion) }
    }

    pub(super) fn read(&self, row: &Row<'_>, today: NaiveDate) -> Result<RatingRow, Refusal> {
        row.check_width()?;
        let date = past_date(row, self.date, row.need(self.date)?, today)?;
        let (rater, rated) = (row.need(self.rater)?, row.need(self.rated)?);
        if rater == rated {
            return Err(row.refuse(self.rated, Message::new("row-rating-of-oneself")));
        }
        let opinion = opinion(row.need(self.opinion)?)
            .ok_or_else(|| row.refuse(self.opinion, Message::new("row-rating-form")))?;
        Ok(RatingRow {
            row: row.number,
            line: row.line,
            group: row.need(self.group)?.to_owned(),
            date,
            rater: rater.to_owned(),
            rated: rated.to_owned(),
            opinion,
        })
    }
}

/// A whole number of points, or a choice; whether the scale goes so far is seen later.
fn opinion(cell: &str) -> Option<Opinion> {
    match cell {
        "+" => Some(Opinion::Liked),
        // Word processors and spreadsheets make longer signs of a minus.
        "-" | "–" | "−" => Some(Opinion::Disliked),
        _ => {
            let (number, _) = number::parse(cell)?;
            (1..=u8::MAX)
                .find(|points| (f64::from(*points) - number).abs() < f64::EPSILON)
                .map(Opinion::Rated)
        }
    }
}
