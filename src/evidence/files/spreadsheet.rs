//! What spreadsheets do to cells: `3-4` becomes a date, a long number is cut to `1,23E+11`, totals stand below. Said in
//! the refusal, because the cell itself does not look wrong to whoever made it.

use super::{dates, number};

/// Names of months as spreadsheets shorten them, Dutch and English.
const MONTHS: &[&str] = &[
    "jan", "feb", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec",
];

/// What stands in the first cell of a line below the pupils.
const TOTALS: &[&str] = &[
    "totaal",
    "totalen",
    "eindtotaal",
    "subtotaal",
    "gemiddelde",
    "gemiddeld",
    "aantal",
    "total",
    "average",
    "count",
];

/// Whether a cell is a date: `5-3-2026`, `5-mrt`, `mrt-26`.
pub(super) fn is_date(cell: &str) -> bool {
    let digits = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &str| MONTHS.contains(&part.trim_end_matches('.').to_lowercase().as_str());
    let short = cell
        .split_once(['-', ' '])
        .is_some_and(|(one, other)| (digits(one) && month(other)) || (month(one) && digits(other)));
    short || dates::parse(cell).is_some()
}

/// Whether a cell is a number that a spreadsheet has shortened: `1,23457E+11`.
pub(super) fn is_shortened_number(cell: &str) -> bool {
    let Some((number, power)) = cell.split_once(['E', 'e']) else {
        return false;
    };
    let power = power.strip_prefix('+');
    power.is_some_and(|power| !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit()))
        && number::parse(number).is_some()
}

/// Whether a cell opens a line of totals.
pub(super) fn is_total(cell: &str) -> bool {
    let first = cell.split([' ', ':', '(']).next().unwrap_or_default().to_lowercase();
    TOTALS.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_made_is_told_from_what_a_school_writes() {
        for cell in ["5-3-2026", "5-mrt", "1-dec", "mrt-26", "5 jun", "2026-03-05"] {
            assert!(is_date(cell), "{cell}");
        }
        for cell in ["5-6", "5/6", "Groep 5", "mei", "12-3", "5A", "juf-mei", "1234"] {
            assert!(!is_date(cell), "{cell}");
        }
        assert!(is_shortened_number("1,23457E+11") && is_shortened_number("1E+05"));
        assert!(!is_shortened_number("12E4") && !is_shortened_number("E+1") && !is_shortened_number("1234"));
        assert!(is_total("Totaal") && is_total("Gemiddelde score:") && is_total("Totaal: 25"));
        assert!(!is_total("T001") && !is_total("totaal1"));
    }
}
