//! An informant's line: its path, its marks, and what was expected of the last score.

use super::Line;
use super::axis::Days;
use crate::web::charts::{Frame, mark, path, put};

/// A line; its marks stand a little `aside` of the others', its expectation beside its last mark.
pub(super) fn draw(svg: &mut String, frame: &Frame, days: &Days, line: &Line, (aside, beside): (f64, f64)) {
    put!(svg, r#"<g class="s{}">"#, line.style);
    let places: Vec<(f64, f64)> =
        line.scores.iter().map(|at| (frame.x(days.share(at.on)) + aside, frame.y(at.score))).collect();
    path(svg, &places);
    if let (Some((x, _)), Some((middle, low, high))) = (places.last(), line.expected) {
        let x = x - aside + beside;
        let (a, b) = (frame.y(low), frame.y(high));
        put!(
            svg,
            r#"<path class="interval" d="M{0:.1} {a:.1}V{b:.1}M{1:.1} {a:.1}h6M{1:.1} {b:.1}h6"/>"#,
            x,
            x - 3.0
        );
        mark(svg, "hollow", line.style, x, frame.y(middle));
    }
    for (x, y) in places {
        mark(svg, "mark", line.style, x, y);
    }
    svg.push_str("</g>");
}
