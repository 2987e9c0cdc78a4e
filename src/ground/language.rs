//! The languages of the screens. Their words: `words`.

/// The languages of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch, the language of the product.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The language's code, as in HTML's `lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// What there is in both languages, in this one.
    #[must_use]
    pub fn either<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }

    /// The language with this code; Dutch for any other.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        if code.to_ascii_lowercase().starts_with("en") { Self::English } else { Self::Dutch }
    }
}
