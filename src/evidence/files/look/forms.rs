//! What the cells of columns show of how dates and numbers are written, and what they leave open: 31/12 can only be day
//! first, 3/4 can be both.

use std::sync::LazyLock;

use crate::evidence::files::{
    dates::{self, DateForm},
    number::{self, Decimal},
};

/// Forms of dates that a profile may name beside the usual ones, day first before month first.
static FORMS: LazyLock<Vec<DateForm>> = LazyLock::new(|| {
    let forms =
        ["dd/mm/jjjj", "mm/dd/jjjj", "jjjj/mm/dd", "dd.mm.jjjj", "mm.dd.jjjj", "mm-dd-jjjj", "jjjjmmdd"];
    forms.iter().filter_map(|form| DateForm::new(form)).collect()
});

/// The longest date: `2026-03-02T00:00:00`.
const LONGEST: usize = 19;

/// What the cells of a column show.
#[derive(Debug, Clone, Default)]
pub(in crate::evidence::files) struct Cells {
    filled: usize,
    /// How many are dates in a usual form.
    usual: usize,
    /// How many are dates, by form.
    forms: Vec<usize>,
    commas: usize,
    points: usize,
    /// How many numbers with a mark have three figures behind it: then the mark may be one of thousands.
    threes: usize,
}

/// How the dates of columns are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dates {
    /// There are none.
    None,
    /// As in every list.
    Usual,
    /// In this form alone.
    Only(DateForm),
    /// In any of these forms.
    Open(Vec<DateForm>),
}

/// What the numbers of columns say of the decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// They are read as they are.
    Clear,
    /// Both marks are met, or each mark may be one of thousands.
    Open,
}

impl Cells {
    pub(super) fn take(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        if cell.len() <= LONGEST && cell.starts_with(|sign: char| sign.is_ascii_digit()) {
            self.usual += usize::from(dates::parse(cell).is_some());
            self.forms.resize(FORMS.len(), 0);
            for (count, form) in self.forms.iter_mut().zip(FORMS.iter()) {
                *count += usize::from(form.parse(cell).is_some());
            }
        }
        if let Some((_, Some(mark))) = number::parse(cell) {
            *(if mark == Decimal::Comma { &mut self.commas } else { &mut self.points }) += 1;
            let behind = cell.rsplit([',', '.']).next().map_or(0, str::len);
            self.threes += usize::from(behind == 3);
        }
    }

    /// Whether most of the cells are dates.
    pub(super) fn are_dates(&self) -> bool {
        let most = self.forms.iter().max().copied().unwrap_or_default().max(self.usual);
        most > 0 && most * 2 >= self.filled
    }

    /// Whether there are numbers with a mark.
    pub(super) const fn has_marks(&self) -> bool {
        self.commas + self.points > 0
    }
}

/// How the dates in columns are written, taken together.
pub(super) fn dates_of<'a>(columns: impl Iterator<Item = &'a Cells>) -> Dates {
    let (mut usual, mut counts) = (0, vec![0; FORMS.len()]);
    for cells in columns {
        usual += cells.usual;
        counts.iter_mut().zip(&cells.forms).for_each(|(count, more)| *count += more);
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    if usual >= most {
        return if usual > 0 { Dates::Usual } else { Dates::None };
    }
    let fitting = FORMS.iter().zip(&counts).filter(|(_, count)| **count == most);
    let mut forms: Vec<DateForm> = fitting.map(|(form, _)| form.clone()).collect();
    if forms.len() > 1 { Dates::Open(forms) } else { forms.pop().map_or(Dates::None, Dates::Only) }
}

/// What the numbers in columns say of the mark, taken together.
pub(super) fn marks_of<'a>(columns: impl Iterator<Item = &'a Cells>) -> Marks {
    let add = |sum: (usize, usize, usize), cells: &Cells| {
        (sum.0 + cells.commas, sum.1 + cells.points, sum.2 + cells.threes)
    };
    let (commas, points, threes) = columns.fold((0, 0, 0), add);
    let both = commas > 0 && points > 0;
    if both || (threes > 0 && threes == commas + points) { Marks::Open } else { Marks::Clear }
}

/// How the dates are written in the columns at these places; without places, in those that look like dates.
#[must_use]
pub fn dates_in(look: &super::Look, places: Option<&[usize]>) -> Dates {
    let columns =
        look.columns.iter().enumerate().filter(|(at, column)| {
            places.map_or_else(|| column.cells.are_dates(), |places| places.contains(at))
        });
    dates_of(columns.map(|(_, column)| &column.cells))
}

/// What the numbers say of the mark in the columns at these places; without places, in all with a mark.
#[must_use]
pub fn marks_in(look: &super::Look, places: Option<&[usize]>) -> Marks {
    let columns =
        look.columns.iter().enumerate().filter(|(at, column)| {
            places.map_or_else(|| column.cells.has_marks(), |places| places.contains(at))
        });
    marks_of(columns.map(|(_, column)| &column.cells))
}
