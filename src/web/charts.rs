//! Charts as SVG text: data in, picture out. They stand in grey print and in the dark: colours come from
//! the stylesheet's classes, and marks and dashes say the same as they do. High is always good.
//! Here stands what the pictures share; `spark` is the small one of a row, `series` the one of a page, `circle` that of a
//! sociogram.

use self::text::escape;

mod circle;
mod series;
mod spark;
mod text;

pub use self::text::figure;

pub use circle::circle;
pub use series::{At, Bar, Line, Series, series};
pub use spark::{Spark, spark};

/// Adds to the picture.
macro_rules! put {
    ($svg:expr, $($arg:tt)*) => { $svg.push_str(&format!($($arg)*)) };
}
use put;

/// A rectangle of the picture and the scores it stands for.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    min: f64,
    max: f64,
    high_is_good: bool,
}

impl Frame {
    fn y(&self, score: f64) -> f64 {
        let range = (self.max - self.min).max(f64::EPSILON);
        let share = ((score - self.min) / range).clamp(0.0, 1.0);
        let up = if self.high_is_good { share } else { 1.0 - share };
        self.bottom - up * (self.bottom - self.top)
    }

    /// The place of a share (0–1) of the width.
    fn x(&self, share: f64) -> f64 {
        self.left + share * (self.right - self.left)
    }
}

fn path(svg: &mut String, places: &[(f64, f64)]) {
    if places.len() < 2 {
        return;
    }
    svg.push_str(r#"<path class="path" d=""#);
    for (i, (x, y)) in places.iter().enumerate() {
        put!(svg, "{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' });
    }
    svg.push_str(r#""/>"#);
}

/// A circle, a square or a triangle.
fn mark(svg: &mut String, class: &str, style: usize, x: f64, y: f64) {
    match style {
        0 => put!(svg, r#"<circle class="{class}" cx="{x:.1}" cy="{y:.1}" r="4.5"/>"#),
        1 => {
            put!(
                svg,
                r#"<rect class="{class}" x="{:.1}" y="{:.1}" width="8" height="8"/>"#,
                x - 4.0,
                y - 4.0
            );
        }
        _ => put!(svg, r#"<path class="{class}" d="M{x:.1} {:.1}l5 9h-10z"/>"#, y - 6.0),
    }
}

/// The mark and dash of a style, for the legend.
#[must_use]
pub fn key(style: usize) -> String {
    let mut svg = format!(
        r#"<svg class="chart" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><g class="s{style}"><path class="path" d="M0 7H34"/>"#
    );
    mark(&mut svg, "mark", style, 17.0, 7.0);
    svg.push_str("</g></svg>");
    svg
}

fn open(class: &str, width: usize, height: usize, name: &str) -> String {
    format!(
        r#"<svg class="{class}" viewBox="0 0 {width} {height}" role="img" aria-label="{}">"#,
        escape(name)
    )
}
