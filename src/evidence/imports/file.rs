//! A file, read as its kind; of scores only the beginning, because they may be many.

use chrono::NaiveDate;

use super::upload::{Upload, kind_in};
use crate::evidence::files::{
    self, AttendanceRow, Catalogue, ItemRow, Kind, Parsed, Ratings, RosterRow, ScoreFile, Source, TotalRow,
};
use crate::ground::{Error, Message, Result};

/// A file, read.
pub(super) enum File<'a> {
    /// Pupils.
    Roster(Parsed<RosterRow>),
    /// Scores.
    Scores(Box<ScoreFile<'a>>),
    /// What pupils say of each other.
    Sociogram(Ratings),
    /// Answers to items.
    Items(Parsed<ItemRow>),
    /// Absence, counted.
    Attendance(Parsed<AttendanceRow>),
    /// Totals of lists that tell of no pupil.
    Totals(Parsed<TotalRow>),
}

impl<'a> File<'a> {
    /// Reads a file as its kind. `source`: of the same file.
    pub(super) fn read(
        upload: &'a Upload,
        source: &Source<'_>,
        catalogue: &'a dyn Catalogue,
        today: NaiveDate,
    ) -> Result<Self> {
        let kind = match upload.kind {
            Some(kind) => kind,
            None => kind_in(source, &upload.layout)?,
        };
        Ok(match kind {
            Kind::Roster => {
                let parsed = files::read_roster_of(source, &upload.layout, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, row.school.as_deref()));
                of_this_school(schools, &upload.school)?;
                Self::Roster(parsed)
            }
            Kind::Items => {
                let parsed = files::read_items(&upload.bytes.all()?, catalogue, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, row.school.as_deref()));
                of_this_school(schools, &upload.school)?;
                Self::Items(parsed)
            }
            Kind::Scores => {
                let file = ScoreFile::open(&upload.bytes, &upload.layout, catalogue, today)?;
                Self::Scores(Box::new(file))
            }
            Kind::Attendance => {
                let parsed = files::read_attendance(source, &upload.layout, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, row.school.as_deref()));
                of_this_school(schools, &upload.school)?;
                Self::Attendance(parsed)
            }
            Kind::Totals => {
                let parsed = files::read_totals(source, &upload.layout, catalogue, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, row.school.as_deref()));
                of_this_school(schools, &upload.school)?;
                Self::Totals(parsed)
            }
            Kind::Sociogram => {
                Self::Sociogram(files::read_ratings(&upload.bytes.all()?, upload.points, today)?)
            }
        })
    }

    /// How many rows can be read, and how many cannot. Refused whole: a row of another school than this one.
    pub(super) fn rows(self, school: &str) -> Result<(usize, usize)> {
        Ok(match self {
            Self::Roster(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Items(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Attendance(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Totals(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Sociogram(ratings) => (ratings.data_rows - ratings.refused.len(), ratings.refused.len()),
            Self::Scores(mut file) => {
                let (mut good, mut refused) = (0, 0);
                while file.next(&mut |_, read| match read {
                    Ok(row) => {
                        good += 1;
                        same_school(row.line, row.school.as_deref(), school)
                    }
                    Err(_refusal) => {
                        refused += 1;
                        Ok(())
                    }
                })? {}
                (good, refused)
            }
        })
    }

    /// What it holds.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Roster(_) => Kind::Roster,
            Self::Scores(_) => Kind::Scores,
            Self::Sociogram(_) => Kind::Sociogram,
            Self::Items(_) => Kind::Items,
            Self::Attendance(_) => Kind::Attendance,
            Self::Totals(_) => Kind::Totals,
        }
    }
}

/// One row of another school refuses the whole file: two schools of one board never mix.
pub(super) fn same_school(line: usize, named: Option<&str>, school: &str) -> Result<()> {
    let Some(found) = named.filter(|found| !found.eq_ignore_ascii_case(school)) else { return Ok(()) };
    let message = Message::new("file-other-school").with("found", found).with("school", school);
    Err(Error::Refused(message.with("line", line)))
}

fn of_this_school<'r>(mut rows: impl Iterator<Item = (usize, Option<&'r str>)>, school: &str) -> Result<()> {
    rows.try_for_each(|(line, named)| same_school(line, named, school))
}
