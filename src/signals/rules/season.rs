//! A round's label in words: its season and year.

/// `2025-2026 najaar` as its season and year (`najaar`, `2025`); any other label as it is.
pub(in crate::signals) fn in_words(label: &str) -> (&str, &str) {
    let known = label.split_once(' ').and_then(|(years, season)| {
        let (first, second) = years.split_once('-')?;
        let year = match season {
            "najaar" => first,
            "voorjaar" => second,
            _ => return None,
        };
        year.parse::<u16>().ok().map(|_| (season, year))
    });
    known.unwrap_or(("label", label))
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn rounds_in_words() {
        assert_eq!(in_words("2025-2026 najaar"), ("najaar", "2025"));
        assert_eq!(in_words("2025-2026 voorjaar"), ("voorjaar", "2026"));
        assert_eq!(in_words("meting 3"), ("label", "meting 3"));
    }
}
