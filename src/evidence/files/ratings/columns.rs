//! The columns of a file of ratings in its two forms, and reading one row of it.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Opinion, RatingRow};
use crate::evidence::files::header::{Column, Header};
use crate::evidence::files::{cells::past_date, parsed::Refusal, row::Row};
use crate::ground::{Error, Message, Result};

/// Where each column stands.
pub(super) struct Columns {
    group: usize,
    date: usize,
    rater: usize,
    form: Form,
}

/// How a file says who is judged.
enum Form {
    /// In a cell of its own: a row per pair.
    Long { rated: usize, opinion: usize },
    /// In the header: a column for each pupil who is judged, and columns under nobody's number.
    Matrix { pupils: Vec<usize>, unnamed: Vec<usize> },
}

/// The columns that a refusal may name, as the file writes them; in a matrix none, because its columns are pupils.
#[derive(Default)]
pub(super) struct Names {
    pub(super) rated: String,
    pub(super) opinion: String,
}

impl Columns {
    pub(super) fn find(header: &mut Header) -> Result<Self> {
        let (group, date) = (header.need("groep", "group")?, header.need("afnamedatum", "date")?);
        let rater = header.need("beoordelaar", "rater")?;
        let (rated, opinion) = (header.find("beoordeelde", "rated")?, header.find("oordeel", "rating")?);
        let (pupils, unnamed) = pupils(header);
        let form = if rated.is_none() && opinion.is_none() && !pupils.is_empty() {
            let mut seen = HashSet::new();
            if let Some(twice) = pupils.iter().find(|at| !seen.insert(header.name(**at))) {
                let message = Message::new("ratings-pupil-twice").with("pupil", header.name(*twice));
                return Err(Error::Refused(message));
            }
            Form::Matrix { pupils, unnamed }
        } else {
            Form::Long {
                rated: header.need("beoordeelde", "rated")?,
                opinion: header.need("oordeel", "rating")?,
            }
        };
        Ok(Self { group, date, rater, form })
    }

    pub(super) fn names(&self, header: &Header) -> Names {
        let name = |at: usize| header.name(at).to_owned();
        match self.form {
            Form::Long { rated, opinion } => Names { rated: name(rated), opinion: name(opinion) },
            Form::Matrix { .. } => Names::default(),
        }
    }

    /// The columns that were not read: what was read is who judges whom, or in a matrix pupils.
    pub(super) fn told(&self, header: &Header) -> Vec<Column> {
        let mut columns = header.columns();
        if let Form::Matrix { .. } = self.form {
            let known = (0..header.width()).filter(|at| header.is_known(*at));
            let known: Vec<&str> = known.map(|at| header.name(at)).collect();
            columns.retain(|column| column.is_forbidden || known.contains(&column.name.as_str()));
        }
        columns.retain(|column| column.read_as.is_none());
        columns
    }

    pub(super) fn read(&self, row: &Row<'_>, today: NaiveDate) -> Result<Vec<RatingRow>, Refusal> {
        row.check_width()?;
        let date = past_date(row, self.date, row.need(self.date)?, today)?;
        let rater = row.need(self.rater)?;
        let group = row.need(self.group)?;
        let one = |at: usize, rated: &str, cell: &str| {
            if rater == rated {
                return Err(row.refuse(at, Message::new("row-rating-of-oneself-here")));
            }
            let opinion = Opinion::read(cell);
            Ok(RatingRow {
                row: row.number,
                line: row.line,
                group: group.to_owned(),
                date,
                rater: rater.to_owned(),
                rated: rated.to_owned(),
                opinion: opinion.ok_or_else(|| row.refuse(at, Message::new("row-rating-form")))?,
            })
        };
        match &self.form {
            Form::Long { rated, opinion } => {
                let pupil = row.need(*rated)?;
                if rater == pupil {
                    return Err(row.refuse(*rated, Message::new("row-rating-of-oneself")));
                }
                Ok(vec![one(*opinion, pupil, row.need(*opinion)?)?])
            }
            Form::Matrix { pupils, unnamed } => {
                let mut given = Vec::new();
                for at in unnamed {
                    if row.cell(Some(*at))?.is_some() {
                        return Err(row.refuse(*at, Message::new("row-rating-of-nobody")));
                    }
                }
                for at in pupils {
                    let Some(cell) = row.cell(Some(*at))? else { continue };
                    given.push(one(*at, row.header.name(*at), cell)?);
                }
                Ok(given)
            }
        }
    }
}

/// The columns of a matrix: those with a name that is no other column's, and those without any. Such as may not be read are
/// left out.
fn pupils(header: &Header) -> (Vec<usize>, Vec<usize>) {
    let forbidden: Vec<usize> = header.forbidden().collect();
    let others = (0..header.width()).filter(|at| !header.is_known(*at) && !forbidden.contains(at));
    others.partition(|at| !header.name(*at).is_empty())
}
