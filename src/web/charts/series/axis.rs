//! The axes of the chart: the whole scale upwards, the rounds along the bottom.

use chrono::NaiveDate;

use super::Series;
use crate::web::charts::{Frame, escape, figure, put};

/// From the first to the last day of the picture.
pub(super) struct Days {
    pub(super) first: NaiveDate,
    pub(super) length: f64,
}

impl Days {
    pub(super) fn of(series: &Series) -> Self {
        let all = || {
            let scores = series.lines.iter().flat_map(|l| l.scores.iter().map(|s| s.on));
            let bars = series.bars.iter().flat_map(|b| [b.from, b.to.unwrap_or(series.today)]);
            scores.chain(bars).chain(series.rounds.iter().map(|r| r.0))
        };
        let first = all().min().unwrap_or(series.today);
        let last = all().max().unwrap_or(series.today);
        Self { first, length: ((last - first).num_days() as f64).max(1.0) }
    }

    pub(super) fn share(&self, on: NaiveDate) -> f64 {
        ((on - self.first).num_days() as f64 / self.length).clamp(0.0, 1.0)
    }
}

pub(super) fn axis(svg: &mut String, frame: &Frame, of: &Series, days: &Days) {
    put!(
        svg,
        r#"<path class="axis" d="M{0} {1}V{2}H{3}"/>"#,
        frame.left - 6.0,
        frame.top,
        frame.bottom,
        frame.right + 30.0
    );
    for score in [of.min, f64::midpoint(of.min, of.max), of.max] {
        put!(
            svg,
            r#"<text x="{}" y="{:.1}" text-anchor="end">{}</text>"#,
            frame.left - 12.0,
            frame.y(score) + 4.0,
            figure(of.w, score)
        );
    }
    let mut free_from = f64::MIN;
    for (on, label) in &of.rounds {
        let x = frame.x(days.share(*on));
        // Labels that would touch are left out; the table names every round.
        if x < free_from {
            continue;
        }
        free_from = x + 46.0;
        put!(svg, r#"<path class="axis" d="M{x:.1} {}v4"/>"#, frame.bottom);
        for (row, part) in label.split(' ').enumerate() {
            put!(
                svg,
                r#"<text x="{x:.1}" y="{}" text-anchor="middle">{}</text>"#,
                frame.bottom + 18.0 + row as f64 * 14.0,
                escape(part)
            );
        }
    }
}
