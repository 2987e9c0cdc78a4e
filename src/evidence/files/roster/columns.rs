//! The columns of a roster, and reading one row of it.

use chrono::NaiveDate;

use super::RosterRow;
use crate::evidence::files::{cells::past_date_if_any, clusters, header::Header, parsed::Refusal, row::Row};
use crate::ground::{error::Result, message::Message};

/// Where each column stands.
pub(super) struct Columns {
    pub(super) number: usize,
    pub(super) first_name: usize,
    pub(super) infix: Option<usize>,
    pub(super) last_name: usize,
    pub(super) birth_date: Option<usize>,
    pub(super) sex: Option<usize>,
    pub(super) starts_on: Option<usize>,
    pub(super) ends_on: Option<usize>,
    pub(super) group: usize,
    pub(super) year: Option<usize>,
    pub(super) mentor: Option<usize>,
    pub(super) school: Option<usize>,
    pub(super) clusters: Option<usize>,
}

impl Columns {
    pub(super) fn find(header: &mut Header) -> Result<Self> {
        Ok(Self {
            number: header.need("leerlingnummer", "pupil")?,
            first_name: header.need("roepnaam", "first_name")?,
            infix: header.find("tussenvoegsel", "infix")?,
            last_name: header.need("achternaam", "last_name")?,
            birth_date: header.find("geboortedatum", "birth_date")?,
            sex: header.find("geslacht", "sex")?,
            starts_on: header.find("instroomdatum", "starts_on")?,
            ends_on: header.find("uitstroomdatum", "ends_on")?,
            group: header.need("groep", "group")?,
            year: header.find("leerjaar", "year")?,
            mentor: header.find("mentor", "mentor")?,
            school: header.find("school", "school")?,
            clusters: header.find("clusters", "clusters")?,
        })
    }

    pub(super) fn read(&self, row: &Row<'_>, today: NaiveDate) -> Result<RosterRow, Refusal> {
        row.check_width()?;
        let text = |at| Ok(row.filled(at)?.map(ToOwned::to_owned));
        let number = row.pupil_number(self.number)?.to_owned();
        let birth_date = past_date_if_any(row, self.birth_date, today)?;
        let mentor = match (self.mentor, row.filled(self.mentor)?) {
            (Some(at), Some(cell)) if !is_mail(cell) => {
                return Err(row.refuse(at, Message::new("row-mentor-no-mail")));
            }
            (_, cell) => cell.map(str::to_lowercase),
        };
        let (starts_on, ends_on) = (day(row, self.starts_on)?, day(row, self.ends_on)?);
        // Of a pupil who left, some systems give no group any more.
        let group = match row.cell(Some(self.group))? {
            None if ends_on.is_some_and(|last| last < today) => "",
            _ => row.no_date(self.group, row.need(self.group)?)?,
        };
        let last_name = match row.cell(Some(self.last_name))? {
            None if row.header.one_name => "",
            _ => row.need(self.last_name)?,
        };
        Ok(RosterRow {
            row: row.number,
            line: row.line,
            number,
            first_name: row.need(self.first_name)?.to_owned(),
            infix: text(self.infix)?.unwrap_or_default(),
            last_name: last_name.to_owned(),
            birth_date,
            sex: row.filled(self.sex)?.and_then(|cell| row.sex(cell)),
            starts_on,
            ends_on,
            group: group.to_owned(),
            year: text(self.year)?,
            mentor,
            school: text(self.school)?,
            clusters: self.clusters(row, group)?,
            earlier: Vec::new(),
        })
    }

    /// The clusters of a row; a home group is none. Without the column nothing is said of them.
    fn clusters(&self, row: &Row<'_>, home: &str) -> Result<Option<Vec<String>>, Refusal> {
        let Some(at) = self.clusters else { return Ok(None) };
        let names = clusters::names(row.filled(Some(at))?.unwrap_or_default());
        let beside = names.into_iter().filter(|name| *name != home);
        beside.map(|name| row.no_date(at, name).map(ToOwned::to_owned)).collect::<Result<_, _>>().map(Some)
    }
}

/// A date that may lie ahead.
fn day(row: &Row<'_>, at: Option<usize>) -> Result<Option<NaiveDate>, Refusal> {
    let Some((at, cell)) = at.zip(row.filled(at)?) else {
        return Ok(None);
    };
    row.date(cell).map(Some).ok_or_else(|| row.refuse(at, Message::new("row-date-form")))
}

/// Whether a cell looks like one e-mail address; a name or a staff code does not.
fn is_mail(cell: &str) -> bool {
    let parts = cell.split_once('@');
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', ',', ';']);
    parts.is_some_and(|(name, host)| plain(name) && plain(host))
}
