//! The plain roster: a row per pupil. Reads and checks each cell; what is new or changed is decided in `imports`.

use std::collections::HashMap;

use chrono::NaiveDate;
use csv::StringRecord;
use serde::{Deserialize, Serialize};

use super::{
    header::{Header, Kind},
    parsed::{Parsed, Recognised, Refusal},
    row::Row,
    scores::past_date,
    sheet::Sheet,
    text,
};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

/// One pupil of a roster, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The pupil's number at the school, as text.
    pub number: String,
    /// First name as used every day.
    pub first_name: String,
    /// What stands between first and last name, such as `van 't`.
    pub infix: String,
    /// Last name without the infix.
    pub last_name: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// The group's name.
    pub group: String,
    /// Year level as the school writes it.
    pub year: Option<String>,
    /// The mentor's e-mail address, in small letters.
    pub mentor: Option<String>,
    /// The school as the file names it.
    pub school: Option<String>,
}

impl RosterRow {
    /// Whether two rows say the same, wherever they stand.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let placed = Self { row: self.row, line: self.line, ..other.clone() };
        *self == placed
    }
}

/// Reads a plain roster. Refused whole: what is no text, lacks a column, or holds no row.
pub fn read_roster(bytes: &[u8], today: NaiveDate) -> Result<Parsed<RosterRow>> {
    let (text, encoding) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let columns = Columns::find(&mut sheet.header)?;
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut cells = StringRecord::new();
    while let Some(row) = sheet.next_row(&mut cells)? {
        match columns.read(&row, today) {
            Ok(pupil) => rows.push(pupil),
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
        recognised: Recognised { kind: Kind::Roster, delimiter: sheet.delimiter, encoding, decimal: None },
    })
}

/// One pupil, one row: rows that say the same count once, rows that differ are all refused.
/// Gives the rows that stand, the refusals, and how many rows said what another had said.
#[must_use]
pub fn settle_roster(rows: Vec<RosterRow>) -> (Vec<RosterRow>, Vec<Refusal>, usize) {
    let mut by_number: HashMap<&str, Vec<&RosterRow>> = HashMap::new();
    for row in &rows {
        by_number.entry(&row.number).or_default().push(row);
    }
    let (mut refused, mut repeated) = (Vec::new(), 0);
    let mut out = std::collections::HashSet::new();
    for same in by_number.values().filter(|same| same.len() > 1) {
        let Some((first, others)) = same.split_first() else {
            continue;
        };
        if others.iter().all(|other| other.says_the_same(first)) {
            repeated += others.len();
            out.extend(others.iter().map(|other| other.row));
            continue;
        }
        for row in same {
            let other = same.iter().find(|other| other.row != row.row);
            out.insert(row.row);
            refused.push(Refusal {
                row: row.row,
                line: row.line,
                column: "leerlingnummer".to_owned(),
                value: row.number.clone(),
                reason: Message::new("row-pupil-twice")
                    .with("line", other.map_or(row.line, |other| other.line)),
            });
        }
    }
    refused.sort_by_key(|refusal| refusal.row);
    let rows = rows.into_iter().filter(|row| !out.contains(&row.row)).collect();
    (rows, refused, repeated)
}

/// Where each column stands.
struct Columns {
    number: usize,
    first_name: usize,
    infix: Option<usize>,
    last_name: usize,
    birth_date: Option<usize>,
    group: usize,
    year: Option<usize>,
    mentor: Option<usize>,
    school: Option<usize>,
}

impl Columns {
    fn find(header: &mut Header) -> Result<Self> {
        Ok(Self {
            number: header.need("leerlingnummer", "pupil")?,
            first_name: header.need("roepnaam", "first_name")?,
            infix: header.find("tussenvoegsel", "infix")?,
            last_name: header.need("achternaam", "last_name")?,
            birth_date: header.find("geboortedatum", "birth_date")?,
            group: header.need("groep", "group")?,
            year: header.find("leerjaar", "year")?,
            mentor: header.find("mentor", "mentor")?,
            school: header.find("school", "school")?,
        })
    }

    fn read(&self, row: &Row<'_>, today: NaiveDate) -> Result<RosterRow, Refusal> {
        row.check_width()?;
        let text = |at| Ok(row.cell(at)?.map(ToOwned::to_owned));
        let birth_date = match (self.birth_date, row.cell(self.birth_date)?) {
            (Some(at), Some(cell)) => Some(past_date(row, at, cell, today)?),
            _ => None,
        };
        let mentor = match (self.mentor, row.cell(self.mentor)?) {
            (Some(at), Some(cell)) if !is_mail(cell) => {
                return Err(row.refuse(at, Message::new("row-mentor-no-mail")));
            }
            (_, cell) => cell.map(str::to_lowercase),
        };
        Ok(RosterRow {
            row: row.number,
            line: row.line,
            number: row.need(self.number)?.to_owned(),
            first_name: row.need(self.first_name)?.to_owned(),
            infix: text(self.infix)?.unwrap_or_default(),
            last_name: row.need(self.last_name)?.to_owned(),
            birth_date,
            group: row.need(self.group)?.to_owned(),
            year: text(self.year)?,
            mentor,
            school: text(self.school)?,
        })
    }
}

/// Whether a cell looks like one e-mail address; a name or a staff code does not.
fn is_mail(cell: &str) -> bool {
    let parts = cell.split_once('@');
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', ',', ';']);
    parts.is_some_and(|(name, host)| plain(name) && plain(host))
}
