//! A file, read as its kind, with the rows that may not be taken refused.

use chrono::NaiveDate;

use super::upload::{Upload, kind_in};
use crate::evidence::files::{self, Catalogue, Kind, Parsed, Refusal, RosterRow, ScoreRow, Source};
use crate::ground::{Error, Message, Result};

/// A file, read.
pub(super) enum File {
    /// Pupils.
    Roster(Parsed<RosterRow>),
    /// Scores.
    Scores(Parsed<ScoreRow>),
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
            Kind::Items => Err(Error::Refused(Message::new("items-no-agreement"))),
            Kind::Scores => {
                let mut parsed = files::read_scores_of(source, &upload.layout, catalogue, today)?;
                refuse_without_consent(&mut parsed, catalogue);
                let schools = parsed.rows.iter().map(|row| (row.line, &row.school));
                same_school(schools, &upload.school)?;
                Ok(Self::Scores(parsed))
            }
        }
    }

    /// How many rows can be read, and how many cannot.
    pub(super) fn rows(&self) -> (usize, usize) {
        match self {
            Self::Roster(parsed) => (parsed.rows.len(), parsed.refused.len()),
            Self::Scores(parsed) => (parsed.rows.len(), parsed.refused.len()),
        }
    }

    /// What it holds.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Roster(_) => Kind::Roster,
            Self::Scores(_) => Kind::Scores,
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

/// Health data on the ground of consent: no consent is recorded for imports, so these rows are refused.
fn refuse_without_consent(parsed: &mut Parsed<ScoreRow>, catalogue: &dyn Catalogue) {
    let rows = std::mem::take(&mut parsed.rows);
    for row in rows {
        if catalogue.needs_consent(&row.instrument) {
            parsed.refused.push(Refusal {
                row: row.row,
                line: row.line,
                column: "instrument".to_owned(),
                value: row.instrument.clone(),
                reason: Message::new("row-needs-consent").with("instrument", row.instrument),
            });
        } else {
            parsed.rows.push(row);
        }
    }
}
