//! A round's label in words: its season and year. The round of a sociogram is its day.

use chrono::NaiveDate;

use crate::evidence::files::rounds;

/// The half-year of a round that is a day; any other label as it is.
pub(in crate::signals) fn half_year(label: &str) -> String {
    label.parse::<NaiveDate>().map_or_else(|_| label.to_owned(), rounds::season)
}

/// `2025-2026 najaar` as its season and year (`najaar`, `2025`), a day as such; any other label as it is.
pub(in crate::signals) fn in_words(label: &str) -> (&'static str, &str) {
    let known = label.split_once(' ').and_then(|(years, season)| {
        let (first, second) = years.split_once('-')?;
        let (season, year) = match season {
            "najaar" => ("najaar", first),
            "voorjaar" => ("voorjaar", second),
            _ => return None,
        };
        year.parse::<u16>().ok().map(|_| (season, year))
    });
    let day = || label.parse::<NaiveDate>().ok().map(|_| ("day", label));
    known.or_else(day).unwrap_or(("label", label))
}

#[cfg(test)]
mod tests {
    use super::{half_year, in_words};

    #[test]
    fn rounds_in_words() {
        assert_eq!(in_words("2025-2026 najaar"), ("najaar", "2025"));
        assert_eq!(in_words("2025-2026 voorjaar"), ("voorjaar", "2026"));
        assert_eq!(in_words("2026-03-02"), ("day", "2026-03-02"));
        assert_eq!(
            (half_year("2026-03-02").as_str(), half_year("meting 3").as_str()),
            ("2025-2026 voorjaar", "meting 3")
        );
        assert_eq!(in_words("meting 3"), ("label", "meting 3"));
    }
}
