//! The picture of a sociogram: pupils around a circle, and a line between two who chose each other. No name: who chose whom
//! is nobody's to read.

use std::f64::consts::TAU;

use super::{open, put};
use crate::analytics::sociogram::Around;

/// Half the width, and the radius on which pupils stand.
const MIDDLE: f64 = 150.0;
const RADIUS: f64 = 138.0;

/// The pupils and their ties; of whom nothing is known both ways is hollow. `name`: what the picture says, in a sentence.
#[must_use]
pub fn circle(of: &Around, name: &str) -> String {
    let at = |place: usize| {
        let turn = TAU * place as f64 / of.known.len().max(1) as f64;
        (MIDDLE + RADIUS * turn.sin(), MIDDLE - RADIUS * turn.cos())
    };
    let mut svg = open("chart circle", 300, 300, name);
    svg.push_str(r#"<g class="s0">"#);
    for ((x, y), (to_x, to_y)) in of.ties.iter().map(|(from, to)| (at(*from), at(*to))) {
        put!(svg, r#"<path class="tie" d="M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}"/>"#);
    }
    for (place, known) in of.known.iter().enumerate() {
        let ((x, y), class) = (at(place), if *known { "mark" } else { "hollow" });
        put!(svg, r#"<circle class="{class}" cx="{x:.1}" cy="{y:.1}" r="6"/>"#);
    }
    svg.push_str("</g></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::{Around, circle};

    #[test]
    fn a_mark_for_each_pupil_and_a_line_for_each_tie() {
        let of = Around { known: vec![true, true, true, false], ties: vec![(0, 2), (0, 1)] };
        let svg = circle(&of, "4 leerlingen & 2 paren");
        assert_eq!(svg.matches(r#"<circle class="mark""#).count(), 3);
        assert!(svg.contains(r#"<circle class="hollow" cx="12.0" cy="150.0""#), "{svg}");
        assert!(svg.contains("M150.0 12.0L150.0 288.0") && svg.contains("M150.0 12.0L288.0 150.0"), "{svg}");
        assert!(svg.contains("4 leerlingen &amp; 2 paren") && !svg.contains("NaN"), "{svg}");
        assert!(!circle(&Around { known: Vec::new(), ties: Vec::new() }, "").contains("NaN"));
    }
}
