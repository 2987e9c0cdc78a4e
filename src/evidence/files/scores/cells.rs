//! A line of a big file cut into cells, and each cell as one number: two cells say the same when their numbers are equal.
//! So a cell that was met before costs a look at a number, not at a text.

use std::ops::Range;

use csv::StringRecord;
use memchr::{memchr, memchr_iter, memchr2_iter};
use rustc_hash::FxHashMap;

/// The longest cell that fits in a number as it stands, in bytes.
const SHORT: usize = 15;

/// Marks the number of a longer cell; no short one is that long.
const LONG: u128 = 0xFF << 120;

/// A cell as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Key(u128);

impl Key {
    /// The number of a score that no cell says as it is.
    pub fn of_score(score: f64) -> Self {
        Self(u128::from(score.to_bits()))
    }
}

/// Where the cells of a row stand in a text.
pub(super) struct Cells<'a> {
    pub text: &'a str,
    pub at: &'a [Range<usize>],
    /// Whether the text is as it stands in the file, with what divides the cells.
    pub divided: bool,
}

impl<'a> Cells<'a> {
    /// The cell at a place.
    pub fn get(&self, at: usize) -> &'a str {
        self.at.get(at).and_then(|range| self.text.get(range.clone())).unwrap_or_default()
    }

    /// What stands before, between and after two cells; none where that does not tell which cells those are.
    pub fn around(&self, one: usize, other: usize) -> Option<[&'a str; 3]> {
        let (first, second) = (self.at.get(one.min(other))?, self.at.get(one.max(other))?);
        let (start, end) = (self.at.first()?.start, self.at.last()?.end);
        let parts = [start..first.start, first.end..second.start, second.end..end];
        let [before, between, after] = parts.map(|range| self.text.get(range));
        Some([before?, between?, after?]).filter(|_| self.divided)
    }

    /// Whether nothing stands in any of them.
    pub fn is_blank(&self) -> bool {
        (0..self.at.len()).all(|at| self.get(at).trim().is_empty())
    }

    /// The cells as a record.
    pub fn record(&self) -> StringRecord {
        (0..self.at.len()).map(|at| self.get(at)).collect()
    }
}

/// Numbers for cells.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Cells that are too long to stand in a number.
    long: FxHashMap<Box<str>, u128>,
}

impl Keys {
    /// The number of the cell at a place; of none, that of an empty one.
    pub fn of(&mut self, cells: &Cells<'_>, at: Option<usize>) -> Key {
        let Some(range) = at.and_then(|at| cells.at.get(at)).cloned() else { return Key::default() };
        let length = range.len();
        if length > SHORT {
            let next = self.long.len() as u128;
            let cell = cells.text.get(range).unwrap_or_default();
            let number = self.long.get(cell).copied();
            return Key(LONG | number.unwrap_or_else(|| *self.long.entry(cell.into()).or_insert(next)));
        }
        let bytes = cells.text.as_bytes();
        let word = bytes.get(range.start..=range.start + SHORT).and_then(|word| word.try_into().ok());
        let word = word.map_or_else(
            || {
                bytes
                    .get(range)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .fold(0, |word, byte| word << 8 | u128::from(*byte))
            },
            |word| u128::from_le_bytes(word) & !(u128::MAX << (8 * length)),
        );
        Key(word | (length as u128) << 120)
    }
}

/// Whether every line of a text is a row of its own: no quotation marks, and no line ends but `\n` and `\r\n`.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = |at: usize| bytes.get(at + 1) == Some(&b'\n');
    memchr(b'"', bytes).is_none() && memchr_iter(b'\r', bytes).all(ends)
}

/// Cuts a plain text into lines and cells: gives for each line where its cells stand; an empty one has none. The last
/// line may lack its end.
pub(super) fn each_line(text: &str, delimiter: char, mut take: impl FnMut(&[Range<usize>])) {
    let bytes = text.as_bytes();
    let mut cells: Vec<Range<usize>> = Vec::new();
    let (mut line, mut cell) = (0, 0);
    let mut end = |cells: &mut Vec<Range<usize>>, line: usize, cell: usize, at: usize| {
        let at = if at > cell && bytes.get(at - 1) == Some(&b'\r') { at - 1 } else { at };
        if at > line {
            cells.push(cell..at);
        }
        take(cells);
        cells.clear();
    };
    for at in memchr2_iter(u8::try_from(delimiter).unwrap_or(b';'), b'\n', bytes) {
        if bytes.get(at) == Some(&b'\n') {
            end(&mut cells, line, cell, at);
            line = at + 1;
        } else {
            cells.push(cell..at);
        }
        cell = at + 1;
    }
    if line < bytes.len() {
        end(&mut cells, line, cell, bytes.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Vec<&str>> {
        let mut lines = Vec::new();
        each_line(text, ';', |at| lines.push(at.iter().map(|range| &text[range.clone()]).collect()));
        lines
    }

    #[test]
    fn lines_are_cut_as_a_csv_reader_cuts_them() {
        for text in ["a;b\n1;2\n", "a;b\r\n1;\r\n\r\n;2", ";;\n\na", "", "\n", "één;twee\ndrie"] {
            assert!(is_plain(text));
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(b';')
                .from_reader(text.as_bytes());
            let records: Vec<StringRecord> = reader.records().map(Result::unwrap).collect();
            let wanted: Vec<Vec<&str>> = records.iter().map(|record| record.iter().collect()).collect();
            let found: Vec<Vec<&str>> = lines(text).into_iter().filter(|cells| !cells.is_empty()).collect();
            assert_eq!(found, wanted, "{text:?}");
        }
        assert!(!is_plain("a;\"b\"") && !is_plain("a\rb\n"));
    }

    #[test]
    fn a_cell_has_one_number_wherever_it_stands() {
        let text =
            "0012;012;0012;een lange naam van iemand;nog zo een lange naam;een lange naam van iemand;\u{e9}";
        let mut ranges = Vec::new();
        each_line(text, ';', |at| ranges = at.to_vec());
        let cells = Cells { text, at: &ranges, divided: true };
        let mut keys = Keys::default();
        let all: Vec<Key> = (0..8).map(|at| keys.of(&cells, Some(at))).collect();
        assert_eq!((all[0], all[3]), (all[2], all[5]));
        assert!(all[0] != all[1] && all[3] != all[4] && all[6] != all[7]);
        assert_eq!(all[7], keys.of(&cells, None));
    }
}
