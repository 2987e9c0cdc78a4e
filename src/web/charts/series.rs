//! The chart of a page: all rounds on the whole scale, the band of the norm, what was expected, informants by mark,
//! and what was done as bars under the axis.

use chrono::NaiveDate;

use super::{Frame, escape, figure, mark, open, path, put};

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

/// From the first to the last day of the picture.
struct Days {
    first: NaiveDate,
    length: f64,
}

impl Days {
    fn of(series: &Series) -> Self {
        let all = || {
            let scores = series.lines.iter().flat_map(|l| l.scores.iter().map(|s| s.on));
            let bars = series.bars.iter().flat_map(|b| [b.from, b.to.unwrap_or(series.today)]);
            scores.chain(bars).chain(series.rounds.iter().map(|r| r.0))
        };
        let first = all().min().unwrap_or(series.today);
        let last = all().max().unwrap_or(series.today);
        Self { first, length: ((last - first).num_days() as f64).max(1.0) }
    }

    fn share(&self, on: NaiveDate) -> f64 {
        ((on - self.first).num_days() as f64 / self.length).clamp(0.0, 1.0)
    }
}

fn axis(svg: &mut String, frame: &Frame, of: &Series, days: &Days) {
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
            figure(score)
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

/// A line; its marks stand a little `aside` of the others', its expectation beside its last mark.
fn draw(svg: &mut String, frame: &Frame, days: &Days, line: &Line, (aside, beside): (f64, f64)) {
    put!(svg, r#"<g class="s{}">"#, line.style);
    let places: Vec<(f64, f64)> =
        line.scores.iter().map(|at| (frame.x(days.share(at.on)) + aside, frame.y(at.score))).collect();
    path(svg, &places);
    if let (Some((x, _)), Some((middle, low, high))) = (places.last(), line.expected) {
        let x = x - aside + beside;
        let (a, b) = (frame.y(low), frame.y(high));
        put!(
            svg,
            r#"<path class="interval" d="M{0:.1} {a:.1}V{b:.1}M{1:.1} {a:.1}h6M{1:.1} {b:.1}h6"/><circle class="hollow" cx="{0:.1}" cy="{2:.1}" r="4"/>"#,
            x,
            x - 3.0,
            frame.y(middle)
        );
    }
    for (x, y) in places {
        mark(svg, line.style, x, y);
    }
    svg.push_str("</g>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn one(high_is_good: bool) -> Series {
        Series {
            name: "Welbevinden van <Noor>".to_owned(),
            min: 0.0,
            max: 40.0,
            high_is_good,
            lines: vec![Line {
                style: 1,
                scores: vec![
                    At { on: day("2025-10-01"), score: 40.0 },
                    At { on: day("2026-03-01"), score: 10.0 },
                ],
                expected: Some((30.0, 20.0, 38.0)),
            }],
            band: Some((12.0, 32.0)),
            rounds: vec![(day("2025-10-01"), "najaar 2025".to_owned())],
            bars: vec![Bar { from: day("2026-02-01"), to: None, name: "SMW".to_owned() }],
            today: day("2026-04-01"),
        }
    }

    #[test]
    fn the_axis_is_the_whole_scale_and_high_is_good() {
        let svg = series(&one(true));
        // The best score stands at the top of the frame, the worst at its bottom.
        assert!(svg.contains("M32.5 12.0L") || svg.contains("M34.0 12.0L"), "{svg}");
        assert!(svg.contains(r#"y="16.0" text-anchor="end">40<"#), "{svg}");
        assert!(svg.contains(r#"y="176.0" text-anchor="end">0<"#), "{svg}");
    }

    #[test]
    fn a_scale_where_high_is_a_concern_is_turned_over() {
        let svg = series(&one(false));
        assert!(svg.contains(r#"y="16.0" text-anchor="end">0<"#), "{svg}");
        assert!(svg.contains(r#"y="176.0" text-anchor="end">40<"#), "{svg}");
    }

    #[test]
    fn the_picture_has_a_name_a_band_an_expectation_and_a_bar() {
        let svg = series(&one(true));
        assert!(svg.contains(r#"role="img" aria-label="Welbevinden van &lt;Noor&gt;""#));
        assert!(svg.contains(r#"class="band" x="28" y="44.0""#), "{svg}");
        assert!(svg.contains(r#"class="hollow""#) && svg.contains(r#"class="interval""#));
        assert!(svg.contains(r#"class="bar""#) && svg.contains(">SMW<"));
        assert!(!svg.contains("style="), "the security policy forbids it");
    }

    #[test]
    fn informants_differ_in_shape_too() {
        let shapes: Vec<String> = (0..3).map(super::super::key).collect();
        assert!(shapes[0].contains("circle") && shapes[1].contains("rect"));
        assert!(shapes[2].contains("l5 9"));
    }
}
