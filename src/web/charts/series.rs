//! The chart of a page: all rounds on the whole scale, the band of the norm, and what was done as bars under the axis.
//! The axes stand in `axis`, an informant's line in `line`.

use chrono::NaiveDate;

use self::axis::{Days, axis};
use self::line::draw;
use super::{Frame, escape, open, put};
use crate::ground::Words;

mod axis;
mod line;
#[cfg(test)]
mod tests;

/// A score on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// The day.
    pub on: NaiveDate,
    /// The score.
    pub score: f64,
}

/// What one informant filled in over time.
#[derive(Debug, Clone)]
pub struct Line {
    /// Which mark and dash: 0 the teacher, 1 the pupil, 2 a parent.
    pub style: usize,
    /// The scores, oldest first.
    pub scores: Vec<At>,
    /// What was expected of the last score, with its 90 % interval: (expected, low, high).
    pub expected: Option<(f64, f64, f64)>,
}

/// A time in which something was done: a plan, a referral.
#[derive(Debug, Clone)]
pub struct Bar {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it lasts.
    pub to: Option<NaiveDate>,
    /// What it was.
    pub name: String,
}

/// The series of a pupil or a group on one scale.
#[derive(Debug, Clone)]
pub struct Series {
    /// What the picture says, in a sentence.
    pub name: String,
    /// The words it is in.
    pub w: Words,
    /// The lowest score the scale can give.
    pub min: f64,
    /// The highest score the scale can give.
    pub max: f64,
    /// Whether a high score is good; if not, the picture is turned over.
    pub high_is_good: bool,
    /// A line for each informant.
    pub lines: Vec<Line>,
    /// Between these two scores most pupils are.
    pub band: Option<(f64, f64)>,
    /// The rounds under the axis: day and up to two short lines of text.
    pub rounds: Vec<(NaiveDate, String)>,
    /// What was done, as bars under the axis.
    pub bars: Vec<Bar>,
    /// The last day of the axis for what still lasts.
    pub today: NaiveDate,
}

/// The series on the whole scale, with everything that gives it meaning.
#[must_use]
pub fn series(of: &Series) -> String {
    let frame = Frame {
        left: 34.0,
        right: 370.0,
        top: 12.0,
        bottom: 172.0,
        min: of.min,
        max: of.max,
        high_is_good: of.high_is_good,
    };
    let days = Days::of(of);
    let mut svg = open("chart", 400, 212 + 20 * of.bars.len(), &of.name);
    if let Some((low, high)) = of.band {
        let (a, b) = (frame.y(low), frame.y(high));
        put!(
            svg,
            r#"<rect class="band" x="{}" y="{:.1}" width="{}" height="{:.1}"/>"#,
            frame.left - 6.0,
            a.min(b),
            frame.right - frame.left + 36.0,
            (a - b).abs()
        );
    }
    axis(&mut svg, &frame, of, &days);
    for (i, line) in of.lines.iter().enumerate() {
        let aside = (i as f64 - (of.lines.len() as f64 - 1.0) / 2.0) * 3.0;
        draw(&mut svg, &frame, &days, line, (aside, 9.0 + i as f64 * 9.0));
    }
    for (i, bar) in of.bars.iter().enumerate() {
        let y = 214.0 + i as f64 * 20.0;
        let from = frame.x(days.share(bar.from));
        let to = frame.x(days.share(bar.to.unwrap_or(of.today))).max(from + 4.0);
        let end = if from > 200.0 { (to, "end") } else { (from, "start") };
        put!(
            svg,
            r#"<rect class="bar" x="{from:.1}" y="{y}" width="{:.1}" height="4"/><text x="{:.1}" y="{}" text-anchor="{}">{}</text>"#,
            to - from,
            end.0,
            y + 15.0,
            end.1,
            escape(&bar.name)
        );
    }
    svg.push_str("</svg>");
    svg
}
