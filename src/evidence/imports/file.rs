//! A file, read as its kind, with the lists in it that rest on explicit consent.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::upload::{Upload, kind_in};
use crate::evidence::files::{
    self, AttendanceRow, Catalogue, ItemRow, Kind, Parsed, Ratings, RosterRow, ScoreRow, Source, TotalRow,
};
use crate::ground::{Error, Message, Result};

/// A file, read.
pub(super) enum File {
    /// Pupils.
    Roster(Parsed<RosterRow>),
    /// Scores, and the lists among them that rest on explicit consent.
    Scores(Parsed<ScoreRow>, BTreeSet<String>),
    /// What pupils say of each other.
    Sociogram(Ratings),
    /// Answers to items, with the lists among them that rest on explicit consent.
    Items(Parsed<ItemRow>, BTreeSet<String>),
    /// Absence, counted.
    Attendance(Parsed<AttendanceRow>),
    /// Totals of lists that tell of no pupil.
    Totals(Parsed<TotalRow>),
}

impl File {
    /// Reads a file as its kind.
    pub(super) fn read(
        upload: &Upload,
        source: &Source<'_>,
        catalogue: &dyn Catalogue,
        today: NaiveDate,
    ) -> Result<Self> {
        let kind = match upload.kind {
            Some(kind) => kind,
            None => kind_in(source, &upload.layout)?,
        };
        match kind {
            Kind::Roster => {
                let parsed = files::read_roster_of(source, &upload.layout, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, &row.school));
                same_school(schools, &upload.school)?;
                Ok(Self::Roster(parsed))
            }
            Kind::Items => {
                let parsed = files::read_items(&upload.bytes, catalogue, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, &row.school));
                same_school(schools, &upload.school)?;
                let named = parsed.rows.iter().map(|row| row.instrument.as_str());
                let on_consent = on_consent(catalogue, named);
                Ok(Self::Items(parsed, on_consent))
            }
            Kind::Scores => {
                let parsed = files::read_scores_of(source, &upload.layout, catalogue, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, &row.school));
                same_school(schools, &upload.school)?;
                let named = parsed.rows.iter().map(|row| row.instrument.as_str());
                let on_consent = on_consent(catalogue, named);
                Ok(Self::Scores(parsed, on_consent))
            }
            Kind::Attendance => {
                let parsed = files::read_attendance(source, &upload.layout, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, &row.school));
                same_school(schools, &upload.school)?;
                Ok(Self::Attendance(parsed))
            }
            Kind::Totals => {
                let parsed = files::read_totals(source, &upload.layout, catalogue, today)?;
                let schools = parsed.rows.iter().map(|row| (row.line, &row.school));
                same_school(schools, &upload.school)?;
                Ok(Self::Totals(parsed))
            }
            Kind::Sociogram => files::read_ratings(&upload.bytes, upload.points, today).map(Self::Sociogram),
        }
    }

    /// How many rows can be read, and how many cannot.
    pub(super) fn rows(&self) -> (usize, usize) {
        match self {
            Self::Roster(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Scores(parsed, _) => (parsed.rows.len(), parsed.refused.len()),
            Self::Items(parsed, _) => (parsed.rows.len(), parsed.refused.len()),
            Self::Totals(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Attendance(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Sociogram(ratings) => (ratings.data_rows - ratings.refused.len(), ratings.refused.len()),
        }
    }

    /// What it holds.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Roster(_) => Kind::Roster,
            Self::Scores(..) => Kind::Scores,
            Self::Sociogram(_) => Kind::Sociogram,
            Self::Items(..) => Kind::Items,
            Self::Attendance(_) => Kind::Attendance,
            Self::Totals(_) => Kind::Totals,
        }
    }
}

/// One row of another school refuses the whole file: two schools of one board never mix.
fn same_school<'a>(rows: impl Iterator<Item = (usize, &'a Option<String>)>, school: &str) -> Result<()> {
    for (line, named) in rows {
        if let Some(found) = named.as_ref().filter(|found| !found.eq_ignore_ascii_case(school)) {
            return Err(Error::Refused(
                Message::new("file-other-school")
                    .with("found", found.as_str())
                    .with("school", school)
                    .with("line", line),
            ));
        }
    }
    Ok(())
}

/// The lists that may only be kept with explicit consent.
fn on_consent<'a>(catalogue: &dyn Catalogue, named: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let named: BTreeSet<&str> = named.collect();
    named.into_iter().filter(|one| catalogue.needs_consent(one)).map(ToOwned::to_owned).collect()
}
