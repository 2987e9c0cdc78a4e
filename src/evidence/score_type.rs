//! In what unit a score was given: raw, or already normed by the publisher. Which reference is used is
//! the work of `analytics`.

use serde::{Deserialize, Serialize};

/// The unit of a score. Scores of different types never stand in one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum ScoreType {
    /// Points on the scale itself, from its minimum to its maximum.
    #[default]
    #[serde(rename = "ruw")]
    Raw,
    /// Percentile, 0 to 100.
    #[serde(rename = "percentiel")]
    Percentile,
    /// T-score: mean 50, standard deviation 10; 0 to 100.
    #[serde(rename = "T-score")]
    TScore,
    /// Stanine, 1 to 9.
    #[serde(rename = "stanine")]
    Stanine,
    /// Level A to E; A is the favourable end (25, 25, 25, 15 and 10 % of pupils).
    #[serde(rename = "AE")]
    LetterAE,
    /// Level I to V; I is the favourable end (20 % each).
    #[serde(rename = "IV")]
    RomanIV,
    /// Quartile, 1 (lowest) to 4.
    #[serde(rename = "kwartiel")]
    Quartile,
}

impl ScoreType {
    /// All of them, in the order shown to people.
    pub const ALL: [Self; 7] = [
        Self::Raw,
        Self::Percentile,
        Self::TScore,
        Self::Stanine,
        Self::LetterAE,
        Self::RomanIV,
        Self::Quartile,
    ];

    /// The word as files and the database write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raw => "ruw",
            Self::Percentile => "percentiel",
            Self::TScore => "T-score",
            Self::Stanine => "stanine",
            Self::LetterAE => "AE",
            Self::RomanIV => "IV",
            Self::Quartile => "kwartiel",
        }
    }

    /// Reads the word in any case; an empty one means raw.
    #[must_use]
    pub fn from_code(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        match word.as_str() {
            "" | "ruw" | "raw" => Some(Self::Raw),
            "percentiel" | "percentile" => Some(Self::Percentile),
            "t-score" | "t" | "tscore" => Some(Self::TScore),
            "stanine" => Some(Self::Stanine),
            "ae" | "a-e" => Some(Self::LetterAE),
            "iv" | "i-v" => Some(Self::RomanIV),
            "kwartiel" | "quartile" => Some(Self::Quartile),
            _ => None,
        }
    }

    /// The lowest and the highest value of this type; none for raw, where the scale decides.
    #[must_use]
    pub const fn range(self) -> Option<(f64, f64)> {
        match self {
            Self::Raw => None,
            Self::Percentile | Self::TScore => Some((0.0, 100.0)),
            Self::Stanine => Some((1.0, 9.0)),
            Self::LetterAE | Self::RomanIV => Some((1.0, 5.0)),
            Self::Quartile => Some((1.0, 4.0)),
        }
    }

    /// The share of pupils (in per cent) at each value of a unit of few bands, from its lowest value up; none for units
    /// that are no bands. `high_is_concern`: the favourable end of A–E and I–V then is the lowest value (`level`).
    #[must_use]
    pub fn shares(self, high_is_concern: bool) -> Option<&'static [f64]> {
        match self {
            Self::Stanine => Some(&[4.0, 7.0, 12.0, 17.0, 20.0, 17.0, 12.0, 7.0, 4.0]),
            Self::LetterAE if high_is_concern => Some(&[25.0, 25.0, 25.0, 15.0, 10.0]),
            Self::LetterAE => Some(&[10.0, 15.0, 25.0, 25.0, 25.0]),
            Self::RomanIV => Some(&[20.0; 5]),
            Self::Quartile => Some(&[25.0; 4]),
            Self::Raw | Self::Percentile | Self::TScore => None,
        }
    }

    /// Whether it is fine enough to tell a change: who goes from one of four or five broad bands to the next may have
    /// moved a hair's breadth, or a long way.
    #[must_use]
    pub const fn carries_change(self) -> bool {
        !matches!(self, Self::LetterAE | Self::RomanIV | Self::Quartile)
    }

    /// Whether it can tell the least favourable fifth from the rest: a border between bands must lie there.
    #[must_use]
    pub const fn carries_fifth(self) -> bool {
        !matches!(self, Self::LetterAE | Self::Quartile)
    }

    /// The number of a level written as a letter or a Roman numeral, in the scale's own direction.
    ///
    /// A and I are the favourable end by convention. So that a figure always points the way its scale does,
    /// the favourable end becomes 5 where high is a strength and 1 where high is a concern.
    /// None: not a level of this type.
    #[must_use]
    pub fn level(self, word: &str, high_is_concern: bool) -> Option<f64> {
        let word = word.trim().to_uppercase();
        let from_best = match (self, word.as_str()) {
            (Self::LetterAE, "A") | (Self::RomanIV, "I") => 1.0,
            (Self::LetterAE, "B") | (Self::RomanIV, "II") => 2.0,
            (Self::LetterAE, "C") | (Self::RomanIV, "III") => 3.0,
            (Self::LetterAE, "D") | (Self::RomanIV, "IV") => 4.0,
            (Self::LetterAE, "E") | (Self::RomanIV, "V") => 5.0,
            (Self::Quartile, "I") => return Some(1.0),
            (Self::Quartile, "II") => return Some(2.0),
            (Self::Quartile, "III") => return Some(3.0),
            (Self::Quartile, "IV") => return Some(4.0),
            _ => return None,
        };
        Some(if high_is_concern { from_best } else { 6.0 - from_best })
    }

    /// The level as people write it, the other way round (`level`); none for a unit that is written as a number, and for
    /// what is no level, such as a mean.
    #[must_use]
    pub fn written(self, score: f64, high_is_concern: bool) -> Option<&'static str> {
        let words = match self {
            Self::LetterAE => ["A", "B", "C", "D", "E"],
            Self::RomanIV => ["I", "II", "III", "IV", "V"],
            _ => return None,
        };
        let from_best = if high_is_concern { score } else { 6.0 - score };
        let level = (1_u8..).zip(words).find(|(at, _)| (f64::from(*at) - from_best).abs() < 1e-9);
        level.map(|(_, word)| word)
    }
}

#[cfg(test)]
mod tests {
    use super::ScoreType;

    #[test]
    fn levels_point_the_way_their_scale_does() {
        assert_eq!(ScoreType::LetterAE.level("a", false), Some(5.0));
        assert_eq!(ScoreType::LetterAE.level("A", true), Some(1.0));
        assert_eq!(ScoreType::RomanIV.level("V", false), Some(1.0));
        assert_eq!(ScoreType::Quartile.level("IV", true), Some(4.0));
        assert_eq!(ScoreType::LetterAE.level("F", false), None);
    }

    #[test]
    fn a_level_is_written_as_it_was_read() {
        for (unit, words) in [
            (ScoreType::LetterAE, ["A", "B", "C", "D", "E"]),
            (ScoreType::RomanIV, ["I", "II", "III", "IV", "V"]),
        ] {
            for (word, high_is_concern) in words.into_iter().flat_map(|word| [(word, true), (word, false)]) {
                let score = unit.level(word, high_is_concern).unwrap();
                assert_eq!(unit.written(score, high_is_concern), Some(word));
            }
        }
        assert_eq!(ScoreType::LetterAE.written(2.5, true), None);
        assert_eq!(ScoreType::Quartile.written(2.0, true), None);
    }

    #[test]
    fn every_type_reads_its_own_word() {
        for kind in ScoreType::ALL {
            assert_eq!(ScoreType::from_code(kind.code()), Some(kind));
        }
        assert_eq!(ScoreType::from_code("T score"), Some(ScoreType::TScore));
        assert_eq!(ScoreType::from_code("zoiets"), None);
    }
}
