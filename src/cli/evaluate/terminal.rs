//! The marks of a world as a table for a terminal.

use std::fmt::Write;

use super::marks::{Marks, Signals};

/// The table of one world.
pub(super) fn table(marks: &Marks) -> String {
    let mut text = String::new();
    let seeds: Vec<String> = marks.seeds.iter().map(ToString::to_string).collect();
    let head =
        format!("{} — {}; {} pupils, seed {}", marks.world, marks.about, marks.pupils, seeds.join(", "));
    line(&mut text, &head);
    row(&mut text, ["  at 3 false per 100 per round", "threshold", "false", "found within 0/1/2 rounds"]);
    for one in &marks.detectors {
        let cells = [
            format!("    {}", one.name),
            format!("{:.2}", one.threshold),
            figure(one.false_per_100),
            found(&one.found),
        ];
        row(&mut text, cells.each_ref().map(String::as_str));
    }
    row(&mut text, ["  new pupils found, rounds 3-6", "highest", "false", "found within 0/1/2 rounds"]);
    for one in &marks.signals {
        let cells = [
            format!("    {}", one.name),
            format!("{:.2}", one.highest_load),
            format!("{:.2}", one.load),
            found(&one.found),
        ];
        row(&mut text, cells.each_ref().map(String::as_str));
        details(&mut text, one);
    }
    let even = &marks.calibration;
    let fifths: Vec<String> = even.surprise_by_quintile.iter().map(|share| figure(*share)).collect();
    let ratio = figure(even.highest_over_lowest);
    line(
        &mut text,
        &format!("  surprise > 1.645 by fifth of the score before: {} % ({ratio})", fifths.join(" ")),
    );
    for (name, shares) in
        [("group size", &even.by_group_size), ("year", &even.by_year), ("sex", &even.by_sex)]
    {
        let shares: Vec<String> =
            shares.iter().map(|(name, share)| format!("{name} {}", figure(*share))).collect();
        line(&mut text, &format!("  false by {name}: {}", shares.join(" · ")));
    }
    let (worst, chance) = (figure(even.worst_groups), figure(even.worst_groups_by_chance));
    line(&mut text, &format!("  false in the worst 5 % of groups: {worst}; by chance {chance}"));
    line(&mut text, "");
    text
}

/// What a ruleset has beyond others: its rules, groups, how long findings last.
fn details(text: &mut String, signals: &Signals) {
    for (rule, (load, within)) in &signals.rules {
        let cells = [format!("      {rule}"), String::new(), format!("{load:.2}"), found(within)];
        row(text, cells.each_ref().map(String::as_str));
    }
    if let Some(gone) = signals.gone_next_round {
        line(text, &format!("      no longer held in the next round: {gone:.1} %"));
    }
    if let Some(groups) = &signals.groups {
        let told = format!(
            "      groups that sank: {} % at once (same groups {}, mixed anew {}), {} % within 1; false per 100 {} (same groups {}); \
             pupils found there {}, elsewhere {}",
            figure(groups.at_once),
            figure(groups.at_once_same_groups),
            figure(groups.at_once_mixed),
            figure(groups.within_one),
            figure(groups.false_per_100),
            figure(groups.false_same_groups),
            figure(groups.pupils_where_sank),
            figure(groups.pupils_elsewhere),
        );
        line(text, &told);
    }
}

/// Three shares, or a dash where nothing happens.
pub(super) fn found(shares: &[Option<f64>]) -> String {
    if shares.iter().all(Option::is_none) {
        return "–".to_owned();
    }
    shares
        .iter()
        .map(|share| share.map_or("–".to_owned(), |x| format!("{x:.1}")))
        .collect::<Vec<_>>()
        .join(" / ")
}

/// A figure with two decimals, or a dash.
pub(super) fn figure(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |x| format!("{x:.2}"))
}

fn row(text: &mut String, [name, first, second, third]: [&str; 4]) {
    line(text, &format!("{name:<34}{first:>10}{second:>8}  {third}"));
}

fn line(text: &mut String, what: &str) {
    // Writing to a string cannot fail.
    writeln!(text, "{what}").unwrap_or_default();
}
