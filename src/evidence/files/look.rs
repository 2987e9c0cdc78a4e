//! A look at a list that cannot be read yet: the names of its columns, its first rows, and what the cells of each column
//! show of dates and numbers. A column that may not be read is named, and nothing of it is shown.

use csv::StringRecord;

use self::forms::Cells;
pub use self::forms::{Dates, Marks, dates_in, marks_in};
use super::{
    header::Header,
    kind::Kind,
    names::{is_forbidden, key},
    sheet,
    source::Source,
};
use crate::ground::{Error, Message, Result};

mod forms;
#[cfg(test)]
mod tests;

/// How many rows are shown.
pub const SHOWN: usize = 8;

/// The longest piece of a cell that is shown, in characters.
const CELL: usize = 40;

/// A list as it lies there.
#[derive(Debug, Clone)]
pub struct Look {
    /// The header.
    pub header: Header,
    /// The columns, in their order.
    pub columns: Vec<Column>,
    /// How many rows there are.
    pub rows: usize,
}

/// A column of it.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name as the file writes it.
    pub name: String,
    /// Whether, and if not why, it can be pointed at.
    pub state: State,
    /// The first cells; none of a column that may not be read.
    pub first: Vec<String>,
    /// What its cells show.
    pub(super) cells: Cells,
}

/// Whether a column can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It can.
    Free,
    /// Baken may not have it.
    Forbidden,
    /// It has no name to know it by next time.
    Nameless,
    /// A column before it has the same name.
    Twice,
}

impl Look {
    /// Looks at a list. Refused: what is no list, and one without rows.
    pub fn at(source: &Source<'_>) -> Result<Self> {
        let text = source.list().ok_or_else(|| Error::Refused(Message::new("file-kind-unknown")))?;
        let empty = || Error::Refused(Message::new("file-header-only"));
        let (delimiter, top) = sheet::tops(text)
            .max_by_key(|(delimiter, top)| {
                let best = top.iter().map(|line| (line.recognised().min(2), line.width())).max();
                (best, *delimiter == ';')
            })
            .ok_or_else(empty)?;
        let at = header_line(&top);
        let header = top.get(at).cloned().ok_or_else(empty)?;
        header.check_width()?;
        // Of two lines with names either may say that a column is forbidden.
        let named = || top.iter().take(at + 2);
        let forbidden = |place: usize| named().any(|line| is_forbidden(&key(line.name(place))));
        let mut columns: Vec<Column> = Vec::new();
        for place in 0..header.width() {
            let name = header.name(place).to_owned();
            let state = match () {
                () if forbidden(place) => State::Forbidden,
                () if key(&name).is_empty() => State::Nameless,
                () if columns.iter().any(|column| key(&column.name) == key(&name)) => State::Twice,
                () => State::Free,
            };
            columns.push(Column { name, state, first: Vec::new(), cells: Cells::default() });
        }
        let mut look = Self { header, columns, rows: 0 };
        let records = sheet::reader(text, delimiter).into_records().skip(at + 1);
        records.map_while(std::result::Result::ok).for_each(|row| look.take(&row));
        if look.rows == 0 { Err(empty()) } else { Ok(look) }
    }

    fn take(&mut self, row: &StringRecord) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.rows += 1;
        // Where the cells do not fit the names nothing tells which cell is which.
        let forbids = self.columns.iter().any(|column| column.state == State::Forbidden);
        let unsure = forbids && row.len() != self.columns.len();
        for (place, column) in self.columns.iter_mut().enumerate() {
            let cell = row.get(place).unwrap_or_default().trim();
            let cell = if unsure || column.state == State::Forbidden { "" } else { cell };
            if self.rows <= SHOWN {
                column.first.push(shown(cell));
            }
            column.cells.take(cell);
        }
    }

    /// What the header says by itself that the file holds.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.header.kind()
    }

    /// The place of a column that can be pointed at, by its name.
    #[must_use]
    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.header.place_of(name).filter(|at| self.is_free(*at))
    }

    /// Whether a column can be pointed at.
    #[must_use]
    pub fn is_free(&self, at: usize) -> bool {
        self.columns.get(at).is_some_and(|column| column.state == State::Free)
    }
}

/// Which of the first lines names the columns: one with names that are known, else the first that is about as full as the
/// fullest; what stands above are titles.
fn header_line(top: &[Header]) -> usize {
    let known = top.iter().map(Header::recognised).max().unwrap_or_default();
    if known >= 2 {
        return top.iter().position(|line| line.recognised() == known).unwrap_or_default();
    }
    let filled = |line: &Header| (0..line.width()).filter(|at| !line.name(*at).is_empty()).count();
    let most = top.iter().map(filled).max().unwrap_or_default();
    top.iter().position(|line| filled(line) * 5 >= most * 4).unwrap_or_default()
}

fn shown(cell: &str) -> String {
    let mut short: String = cell.chars().take(CELL).collect();
    if short.len() < cell.len() {
        short.push('…');
    }
    short.replace(['\n', '\r'], " ")
}
