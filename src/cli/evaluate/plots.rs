//! The plots of the report, as SVG: detection against load, and calibration by fifths. Drawn by hand, so that the same
//! marks give the same bytes.

use super::marks::Marks;

/// The plane of a detection plot: width, height, and the load at its right edge.
const PLANE: (f64, f64, f64) = (420.0, 260.0, 12.0);
/// Where the plane begins: left, top.
const AT: (f64, f64) = (52.0, 34.0);
/// Detectors drawn as lines: name, colour, dashes.
const LINES: [(&str, &str, &str); 4] = [
    ("trend", "#0072b2", ""),
    ("best known", "#000000", "6 3"),
    ("raw score", "#cc79a7", "2 3"),
    ("raw change", "#e69f00", "8 3 2 3"),
];

/// Share found within one round against new false pupils, of a world where something happens.
pub(super) fn detection(marks: &Marks) -> String {
    let (width, height, most) = PLANE;
    let x = |load: f64| AT.0 + load / most * width;
    let y = |share: f64| AT.1 + height - share / 100.0 * height;
    let mut inside = text(AT.0, 18.0, "start", &format!("{}: found within one round (%)", marks.world));
    for share in [0.0, 20.0, 40.0, 60.0, 80.0, 100.0] {
        inside += &rule(x(0.0), y(share), x(most), y(share));
        inside += &text(x(0.0) - 6.0, y(share) + 4.0, "end", &format!("{share}"));
    }
    for load in [0.0, 3.0, 6.0, 9.0, 12.0] {
        inside += &rule(x(load), y(0.0), x(load), y(100.0));
        inside += &text(x(load), y(0.0) + 16.0, "middle", &format!("{load}"));
    }
    let under = AT.1 + height + 34.0;
    inside += &text(x(most / 2.0), under, "middle", "new false pupils per 100 per round");
    let mut legend = AT.1 + 10.0;
    let beside = AT.0 + width + 26.0;
    for (name, colour, dashes) in LINES {
        let Some(found) = marks.detectors.iter().find(|one| one.name == name) else { continue };
        let points: Vec<String> = found
            .curve
            .iter()
            .filter(|(load, _)| *load <= most)
            .filter_map(|(load, share)| Some(format!("{:.1},{:.1}", x(*load), y((*share)?))))
            .collect();
        inside += &line(&points.join(" "), colour, dashes);
        let sample = format!("{beside:.1},{:.1} {:.1},{:.1}", legend - 4.0, beside + 26.0, legend - 4.0);
        inside += &line(&sample, colour, dashes);
        inside += &text(beside + 32.0, legend, "start", name);
        legend += 18.0;
    }
    for (signals, mark) in marks.signals.iter().zip(["A", "B", "c", "d", "e", "f"]) {
        let [_, Some(share), _] = signals.found else { continue };
        let beyond = if signals.load > most { format!(" (at {:.0})", signals.load) } else { String::new() };
        let (cx, cy) = (x(signals.load.min(most)), y(share));
        inside += &spot(cx, cy);
        inside += &text(cx, cy + 4.0, "middle", mark);
        inside += &text(beside, legend, "start", &format!("{mark}  {}{beyond}", signals.name));
        legend += 18.0;
    }
    svg(AT.0 + width + 240.0, under + 12.0, &format!("Detection against load in {}", marks.world), &inside)
}

/// Share of surprises above 1.645 by fifth of the score before, a panel for each world; 5 % is even.
pub(super) fn calibration(all: &[Marks]) -> String {
    let (panel, tall, columns, most) = (150.0, 110.0, 5, 8.0);
    let mut inside = String::new();
    let mut bottom: f64 = 0.0;
    for (at, marks) in all.iter().enumerate() {
        let (column, row) = (at % columns, at / columns);
        let (left, top) = (30.0 + column as f64 * (panel + 16.0), 30.0 + row as f64 * (tall + 44.0));
        let floor = top + tall;
        bottom = bottom.max(floor + 24.0);
        inside += &text(left, top - 8.0, "start", marks.world);
        for (fifth, share) in marks.calibration.surprise_by_quintile.iter().enumerate() {
            let Some(share) = *share else { continue };
            let high = share.min(most) / most * tall;
            let x = left + fifth as f64 * panel / 5.0;
            inside += &bar(x + 3.0, floor - high, panel / 5.0 - 6.0, high);
            inside += &text(x + panel / 10.0, floor + 14.0, "middle", &format!("{share:.1}"));
        }
        let even = floor - 5.0 / most * tall;
        inside += &line(&format!("{left:.1},{even:.1} {:.1},{even:.1}", left + panel), "#d55e00", "4 3");
        inside += &rule(left, floor, left + panel, floor);
    }
    let width = 30.0 + columns as f64 * (panel + 16.0);
    svg(width, bottom, "Surprises above 1.645 by fifth of the score before", &inside)
}

fn svg(width: f64, height: f64, title: &str, inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>{title}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{inside}</svg>\n"
    )
}

fn text(x: f64, y: f64, anchor: &str, what: &str) -> String {
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"#222\">{what}</text>\n")
}

fn rule(x1: f64, y1: f64, x2: f64, y2: f64) -> String {
    format!("<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"#ddd\"/>\n")
}

fn line(points: &str, colour: &str, dashes: &str) -> String {
    format!(
        "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>\n"
    )
}

fn spot(x: f64, y: f64) -> String {
    format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"8\" fill=\"#fff\" stroke=\"#333\"/>\n")
}

fn bar(x: f64, y: f64, wide: f64, high: f64) -> String {
    format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"#0072b2\"/>\n")
}
