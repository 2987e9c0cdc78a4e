//! Tests of the chart of a page.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn one(high_is_good: bool) -> Series {
    Series {
        w: Words::default(),
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
    let shapes: Vec<String> = (0..3).map(crate::web::charts::key).collect();
    assert!(shapes[0].contains("circle") && shapes[1].contains("rect"));
    assert!(shapes[2].contains("l5 9"));
    // So does what was expected of each.
    let mut of = one(true);
    of.lines.iter_mut().for_each(|line| line.style = 0);
    assert!(series(&of).contains(r#"<circle class="hollow""#));
    assert!(series(&one(true)).contains(r#"<rect class="hollow""#));
}
