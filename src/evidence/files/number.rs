//! Numbers as people write them: decimal point or decimal comma, never both.

use serde::{Deserialize, Serialize};

/// The decimal mark of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decimal {
    /// `12.5`
    Point,
    /// `12,5`
    Comma,
}

impl Decimal {
    /// The word as profiles write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }
}

/// Reads a plain number; the mark is none for a whole one. No exponents, no thousands, no `inf`.
#[must_use]
pub fn parse(cell: &str) -> Option<(f64, Option<Decimal>)> {
    let cell = cell.trim();
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let mark = match digits.find([',', '.']).map(|at| digits.as_bytes().get(at)) {
        Some(Some(b',')) => Some(Decimal::Comma),
        Some(_) => Some(Decimal::Point),
        None => None,
    };
    let (whole, rest) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(rest) {
        return None;
    }
    let number: f64 = cell.replacen(',', ".", 1).parse().ok()?;
    // `-0` means nothing to a person and would make two equal scores differ in text.
    Some((if number == 0.0 { 0.0 } else { number }, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comma_and_point_give_the_same_number() {
        assert_eq!(parse("12,5"), Some((12.5, Some(Decimal::Comma))));
        assert_eq!(parse(" 12.5 "), Some((12.5, Some(Decimal::Point))));
        assert_eq!(parse("-3"), Some((-3.0, None)));
        assert_eq!(parse("007"), Some((7.0, None)));
    }

    #[test]
    fn what_is_no_plain_number_is_none() {
        for cell in ["", "-", ".", "1.", ",5", "1.234,5", "1e3", "inf", "NaN", "twaalf", "=1+1", "12 5"] {
            assert_eq!(parse(cell), None, "{cell}");
        }
    }
}
