//! Figures and names as the text of a picture.

use crate::ground::Words;

/// A score without decimals it does not have, as the language writes it.
#[must_use]
pub fn figure(w: Words, score: f64) -> String {
    // Adding zero turns −0 into 0.
    let tenths = (score * 10.0).round() / 10.0 + 0.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { w.decimal(&format!("{tenths:.1}")) }
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::figure;
    use crate::ground::{Language, Words};

    #[test]
    fn figures_keep_at_most_one_decimal_as_the_language_writes_it() {
        let dutch = |score| figure(Words(Language::Dutch), score);
        assert_eq!((dutch(12.0), dutch(12.54), dutch(-0.0)), ("12".into(), "12,5".into(), "0".into()));
        assert_eq!(figure(Words(Language::English), 12.54), "12.5");
    }
}
