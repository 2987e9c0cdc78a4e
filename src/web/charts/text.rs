//! Figures and names as the text of a picture.

/// A score without decimals it does not have.
#[must_use]
pub fn figure(score: f64) -> String {
    // Adding zero turns −0 into 0.
    let tenths = (score * 10.0).round() / 10.0 + 0.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}").replace('.', ",") }
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_keep_at_most_one_decimal_with_a_comma() {
        assert_eq!(figure(12.0), "12");
        assert_eq!(figure(12.54), "12,5");
        assert_eq!(figure(-0.0), "0");
    }
}
