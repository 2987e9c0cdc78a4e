//! A change from one round to the next, in words.

use crate::ground::Message;
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
            .with("mean", signed(change.mean))
            .with("low", signed(change.low))
            .with("high", signed(change.high))
            .with("n", change.n),
    )
}

fn signed(points: f64) -> String {
    let figure = figure(points);
    match figure.strip_prefix('-') {
        Some(rest) => format!("−{rest}"),
        None if figure == "0" => figure,
        None => format!("+{figure}"),
    }
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn a_change_carries_its_sign() {
        assert_eq!(signed(1.24), "+1,2");
        assert_eq!(signed(-0.5), "−0,5");
        assert_eq!(signed(0.01), "0");
    }
}
