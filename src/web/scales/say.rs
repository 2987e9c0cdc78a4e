//! Who filled a scale in, its two words and its round, as people say them.

use crate::analytics::standing::Standing;
use crate::evidence::informant::Informant;
use crate::ground::{Message, Words};

/// Who filled it in, as people say it.
#[must_use]
pub fn informant(w: Words, who: Informant) -> String {
    w.t1("informant", "who", who.code())
}

/// The two words.
#[must_use]
pub fn words(w: Words, standing: Standing) -> String {
    w.say(
        &Message::new("standing")
            .with("level", standing.level.as_str())
            .with("change", standing.change.as_str()),
    )
}

/// A round's label as people say it: `2025-2026 voorjaar` is `voorjaar 2026`.
#[must_use]
pub fn round(w: Words, label: &str) -> String {
    let parts = label.split_once(' ').and_then(|(years, season)| {
        let (first, second) = years.split_once('-')?;
        match season {
            "najaar" => Some((season, first)),
            "voorjaar" => Some((season, second)),
            _ => None,
        }
    });
    match parts {
        Some((season, year)) => format!("{} {year}", w.t1("season", "season", season)),
        None => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Language;

    #[test]
    fn a_round_is_said_by_season_and_year() {
        let w = Words(Language::Dutch);
        assert_eq!(round(w, "2025-2026 najaar"), "najaar 2025");
        assert_eq!(round(w, "2025-2026 voorjaar"), "voorjaar 2026");
        assert_eq!(round(w, "meting 3"), "meting 3");
    }
}
