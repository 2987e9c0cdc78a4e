//! The picture of a sociogram: pupils around a circle, and a line between two who chose each other. No name: who chose whom
//! is nobody's to read.

use std::f64::consts::TAU;

use super::{open, put};

/// Half the width, and the radius on which pupils stand.
const MIDDLE: f64 = 150.0;
const RADIUS: f64 = 138.0;

/// So many pupils with these ties between their places. `name`: what the picture says, in a sentence.
#[must_use]
pub fn circle(pupils: usize, ties: &[(usize, usize)], name: &str) -> String {
    let at = |place: usize| {
        let turn = TAU * place as f64 / pupils.max(1) as f64;
        (MIDDLE + RADIUS * turn.sin(), MIDDLE - RADIUS * turn.cos())
    };
    let mut svg = open("chart circle", 300, 300, name);
    svg.push_str(r#"<g class="s0">"#);
    for ((x, y), (to_x, to_y)) in ties.iter().map(|(from, to)| (at(*from), at(*to))) {
        put!(svg, r#"<path class="tie" d="M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}"/>"#);
    }
    for (x, y) in (0..pupils).map(at) {
        put!(svg, r#"<circle class="mark" cx="{x:.1}" cy="{y:.1}" r="6"/>"#);
    }
    svg.push_str("</g></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::circle;

    #[test]
    fn a_mark_for_each_pupil_and_a_line_for_each_tie() {
        let svg = circle(4, &[(0, 2), (0, 1)], "4 leerlingen & 2 paren");
        assert_eq!(svg.matches("<circle").count(), 4);
        assert!(svg.contains("M150.0 12.0L150.0 288.0") && svg.contains("M150.0 12.0L288.0 150.0"), "{svg}");
        assert!(svg.contains("4 leerlingen &amp; 2 paren") && !svg.contains("NaN"), "{svg}");
        assert!(!circle(0, &[], "").contains("NaN"));
    }
}
