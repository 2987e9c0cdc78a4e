//! A change from one round to the next, in words.

use crate::ground::{Message, Words};
use crate::insight::school::Change;
use crate::web::charts::figure;
use crate::web::page::Page;

pub(super) fn change(page: &Page, change: Change) -> String {
    let way = if change.low > 0.0 {
        "better"
    } else if change.high < 0.0 {
        "worse"
    } else {
        "same"
    };
    page.say(
        &Message::new("school-change")
            .with("way", way)
            .with("mean", signed(page.w, change.mean))
            .with("low", signed(page.w, change.low))
            .with("high", signed(page.w, change.high))
            .with("n", change.n),
    )
}

fn signed(w: Words, points: f64) -> String {
    let figure = figure(w, points);
    match figure.strip_prefix('-') {
        Some(rest) => format!("−{rest}"),
        None if figure == "0" => figure,
        None => format!("+{figure}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, signed};

    #[test]
    fn a_change_carries_its_sign() {
        let signed = |points| signed(Words::default(), points);
        assert_eq!(signed(1.24), "+1,2");
        assert_eq!(signed(-0.5), "−0,5");
        assert_eq!(signed(0.01), "0");
    }
}
