//! The small chart of a row: a shape and a last point, no axis.

use super::{Frame, open, path, put};

/// The small chart of a row: its shape and its last point, on the whole scale.
#[derive(Debug, Clone)]
pub struct Spark<'a> {
    /// The scores, oldest first.
    pub scores: &'a [f64],
    /// The lowest score the scale can give.
    pub min: f64,
    /// The highest score the scale can give.
    pub max: f64,
    /// Whether a high score is good; if not, the picture is turned over.
    pub high_is_good: bool,
    /// What the picture says, in a sentence.
    pub name: &'a str,
}

/// The small chart of a row.
#[must_use]
pub fn spark(of: &Spark<'_>) -> String {
    let frame = Frame {
        left: 6.0,
        right: 162.0,
        top: 6.0,
        bottom: 46.0,
        min: of.min,
        max: of.max,
        high_is_good: of.high_is_good,
    };
    let steps = of.scores.len().saturating_sub(1).max(1) as f64;
    let places: Vec<(f64, f64)> = of
        .scores
        .iter()
        .enumerate()
        .map(|(i, score)| {
            let share = if of.scores.len() == 1 { 1.0 } else { i as f64 / steps };
            (frame.x(share), frame.y(*score))
        })
        .collect();
    let mut svg = open("sparkline", 168, 52, of.name);
    put!(svg, r#"<path class="scale" d="M2 {:.1}H166M2 {:.1}H166"/>"#, frame.top, frame.bottom);
    path(&mut svg, &places);
    if let Some(((x, y), earlier)) = places.split_last() {
        for (x, y) in earlier {
            put!(svg, r#"<circle class="hollow" cx="{x:.1}" cy="{y:.1}" r="2.5"/>"#);
        }
        put!(svg, r#"<circle class="mark" cx="{x:.1}" cy="{y:.1}" r="5"/>"#);
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_point_of_a_small_chart_is_marked() {
        let svg = spark(&Spark {
            scores: &[20.0, 20.0, 0.0],
            min: 0.0,
            max: 40.0,
            high_is_good: true,
            name: "daalt",
        });
        assert_eq!(svg.matches(r#"class="mark""#).count(), 1);
        assert!(svg.contains(r#"class="mark" cx="162.0" cy="46.0""#), "{svg}");
        let empty = spark(&Spark { scores: &[], min: 0.0, max: 1.0, high_is_good: true, name: "" });
        assert!(!empty.contains("NaN") && !empty.contains("mark"));
    }
}
