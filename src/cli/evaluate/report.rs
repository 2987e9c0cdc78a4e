//! The report: `docs/evaluation.md` with its plots. Every figure in it is filled in from the marks.

use std::path::Path;

use super::checks::{Check, ahead, checks, detector, points};
use super::marks::{Marks, Signals};
use super::plots;
use super::terminal::{figure, found};
use super::worlds::WORLDS;
use crate::ground::{Error, Result};

/// What stands above the figures.
const OPENING: &str = include_str!("report_opening.md");
/// What stands below them.
const CLOSING: &str = include_str!("report_closing.md");

/// Writes the report and, in a folder of its name, its plots.
pub(super) fn write(file: &Path, all: &[Marks]) -> Result<()> {
    let folder = file.with_extension("");
    std::fs::create_dir_all(&folder).map_err(Error::internal)?;
    let save = |name: &str, text: &str| std::fs::write(folder.join(name), text).map_err(Error::internal);
    for marks in all.iter().filter(|marks| happens(marks)) {
        save(&format!("{}.svg", marks.world), &plots::detection(marks))?;
    }
    save("calibration.svg", &plots::calibration(all))?;
    let beside = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    std::fs::write(file, text(all, &beside, &file.display().to_string())).map_err(Error::internal)
}

/// Whether something happens in a world.
fn happens(marks: &Marks) -> bool {
    ahead(marks).is_some()
}

/// The report; `folder`: where its plots are; `file`: where it is itself.
fn text(all: &[Marks], folder: &str, file: &str) -> String {
    let seeds = all.first().map_or(&[][..], |marks| &marks.seeds);
    let seeds: Vec<String> = seeds.iter().map(|seed| format!("--seed {seed}")).collect();
    let pupils = all.first().map_or(0, |marks| marks.pupils);
    let some = all.len() < WORLDS.len();
    let worlds = all.iter().filter(|_| some).map(|one| format!("--world {}", one.world));
    let more = worlds.chain([format!("--pupils {pupils}")]).chain(seeds).collect::<Vec<_>>().join(" ");
    let command = format!("baken evaluate {more} --report {file}");
    let checks = checks(all);
    let plots: Vec<String> = all
        .iter()
        .filter(|marks| happens(marks))
        .map(|marks| format!("![Detection against load in {0}]({folder}/{0}.svg)\n", marks.world))
        .collect();
    [
        OPENING.replace("{command}", &command),
        table(&["world", "what happens in it"], all, |marks| vec![marks.world.to_owned(), marks.about.to_owned()]),
        "## What holds and what does not\n".to_owned(),
        verdict(&checks),
        table(&["goal", "measured", "holds"], &checks, |check| {
            let holds = if check.holds { "yes" } else { "**no**" };
            vec![check.goal.clone(), check.measured.clone(), holds.to_owned()]
        }),
        "## By `trend`, at 3 false alarms per 100 pupils per round\n\nShare (%) of the pupils with an event found within \
         0 / 1 / 2 rounds of its onset. For scale: what a simulation made beforehand gave for the best known \
         method in worlds of these names, which differ in detail; *all-of-five* there by the total alone.\n"
            .to_owned(),
        certainty(all),
        trend(all),
        plots.concat(),
        "## By the signals\n\nNew findings A or B on pupils: false ones per 100 pupils per round (rounds 3 to 6; before \
         that the starting picture, rounds 1 and 2), the share (%) of the pupils with an event found within 0 / 1 / 2 rounds, \
         how many rounds after it those who are found are, and what share (%) of the findings is of a pupil with an event.\n"
            .to_owned(),
        signals(all),
        "### Rule by rule, in *standaard*\n".to_owned(),
        rules(all),
        "### What else is said where nothing happens\n\nNotes (C), and all on groups and schools, by *standaard*: new ones per 100 \
         pupils, groups or schools per round (rounds 3 to 6). Rules that are not named said nothing, or these worlds have \
         nothing for them: no sociogram, no question to be read at once, no scale of safety.\n"
            .to_owned(),
        others(all),
        "## Whether false alarms fall evenly\n".to_owned(),
        format!("![Surprises above 1.645 by fifth of the score before]({folder}/calibration.svg)\n"),
        evenness(all),
        "### Beside other methods\n\nNew false pupils per 100 per round by fifth of the pupil's mean z in the round before; then \
         the highest over the lowest by fifth, size of the group, year level and sex.\n"
            .to_owned(),
        beside(all),
        "## Groups that sink\n\nIn percent; for *standaard*.\n".to_owned(),
        groups(all),
        CLOSING.to_owned(),
    ]
    .join("\n")
}

/// What another simulation found by the best known method, at the same load.
const FOR_SCALE: [(&str, [Option<f64>; 3]); 6] = [
    ("smooth", [Some(58.0), Some(71.0), Some(77.0)]),
    ("floor", [Some(52.0), Some(66.0), Some(70.0)]),
    ("raters", [Some(59.0), Some(71.0), Some(76.0)]),
    ("missing", [Some(50.0), Some(66.0), Some(71.0)]),
    ("one-of-five", [Some(38.0), Some(50.0), Some(55.0)]),
    ("all-of-five", [Some(56.0), Some(70.0), Some(76.0)]),
];

/// In a sentence, how many goals were reached and which were not.
fn verdict(checks: &[Check]) -> String {
    let held = checks.iter().filter(|check| check.holds).count();
    let missed: Vec<String> =
        checks.iter().filter(|check| !check.holds).map(|check| format!("- {}\n", check.goal)).collect();
    if missed.is_empty() {
        return format!("All {held} goals were reached.\n");
    }
    format!("{held} of {} goals were reached. Not reached:\n\n{}", checks.len(), missed.concat())
}

/// How far chance alone moves a share of half of the pupils with an event, in points.
fn certainty(all: &[Marks]) -> String {
    let Some(events) = all.iter().map(|marks| marks.events).filter(|events| *events > 0).min() else {
        return String::new();
    };
    let error = 50.0 / (events as f64).sqrt();
    format!(
        "In each of these worlds at least {events} pupils have an event: a share near 50 % has a standard error of \
         {error:.1} points, and that of a difference on the same pupils is smaller.\n"
    )
}

/// A table with a row for each thing.
fn table<T>(head: &[&str], rows: &[T], cells: impl Fn(&T) -> Vec<String>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(ToString::to_string).collect();
    let rule = vec!["---".to_owned(); head.len()];
    line(&head) + &line(&rule) + &rows.iter().map(|row| line(&cells(row))).collect::<String>()
}

fn trend(all: &[Marks]) -> String {
    let worlds: Vec<&Marks> = all.iter().filter(|marks| happens(marks)).collect();
    let head = [
        "world",
        "`trend`",
        "best known",
        "difference",
        "its scales alone",
        "its total alone",
        "raw score",
        "raw change",
        "threshold of `trend`",
        "for scale",
    ];
    table(&head, &worlds, |marks| {
        let of = |name: &str| detector(marks, name).map_or_else(String::new, |one| found(&one.found));
        let threshold = detector(marks, "trend").map(|one| one.threshold);
        let ahead = ahead(marks).map_or_else(String::new, |ahead| points(&ahead));
        vec![
            marks.world.to_owned(),
            of("trend"),
            of("best known"),
            ahead,
            of("best known, scales"),
            of("best known, total"),
            of("raw score"),
            of("raw change"),
            figure(threshold),
            FOR_SCALE
                .iter()
                .find(|(world, _)| *world == marks.world)
                .map_or_else(String::new, |(_, of)| found(of)),
        ]
    })
}

fn signals(all: &[Marks]) -> String {
    let rows: Vec<(&Marks, &Signals)> =
        all.iter().flat_map(|marks| marks.signals.iter().map(move |one| (marks, one))).collect();
    let head = [
        "world",
        "signals",
        "false",
        "heaviest round",
        "rounds 1, 2",
        "found",
        "rounds after",
        "right (%)",
        "gone next round (%)",
    ];
    table(&head, &rows, |(marks, one)| {
        vec![
            marks.world.to_owned(),
            one.name.clone(),
            format!("{:.2}", one.load),
            format!("{:.2}", one.highest_load),
            one.starting.iter().map(|load| format!("{load:.2}")).collect::<Vec<_>>().join(", "),
            found(&one.found),
            figure(one.delay),
            figure(one.right),
            figure(one.gone_next_round),
        ]
    })
}

fn rules(all: &[Marks]) -> String {
    let first = all.iter().filter_map(|marks| Some((marks.world, marks.signals.first()?)));
    let rows: Vec<_> = first
        .flat_map(|(world, signals)| signals.rules.iter().map(move |(rule, marks)| (world, *rule, *marks)))
        .collect();
    table(&["world", "rule", "false", "found"], &rows, |(world, rule, (load, within))| {
        vec![(*world).to_owned(), format!("`{rule}`"), format!("{load:.2}"), found(within)]
    })
}

fn others(all: &[Marks]) -> String {
    let first = all.iter().filter_map(|marks| Some((marks.world, marks.signals.first()?)));
    let rows: Vec<_> =
        first.flat_map(|(world, signals)| signals.others.iter().map(move |one| (world, one))).collect();
    table(&["world", "rule", "about", "as", "per 100"], &rows, |(world, one)| {
        let severity = if one.is_note { "note" } else { "signal" };
        vec![
            (*world).to_owned(),
            format!("`{}`", one.rule.as_str()),
            one.about.as_str().to_owned(),
            severity.to_owned(),
            format!("{:.2}", one.per_100),
        ]
    })
}

fn evenness(all: &[Marks]) -> String {
    let head = [
        "world",
        "fifths, best to worst (%)",
        "highest over lowest",
        "by group size",
        "by year level",
        "by sex",
        "worst 5 % of groups (by chance)",
    ];
    table(&head, all, |marks| {
        let even = &marks.calibration;
        let fifths: Vec<String> = even.surprise_by_quintile.iter().map(|share| figure(*share)).collect();
        let by = |shares: &super::calibration::Shares| {
            let shares: Vec<String> =
                shares.iter().map(|(name, x)| format!("{name}: {}", figure(*x))).collect();
            shares.join(", ")
        };
        let worst = (figure(even.worst_groups), figure(even.worst_groups_by_chance));
        vec![
            marks.world.to_owned(),
            fifths.join(" / "),
            figure(even.highest_over_lowest),
            by(&even.by_group_size),
            by(&even.by_year),
            by(&even.by_sex),
            format!("{} ({})", worst.0, worst.1),
        ]
    })
}

fn beside(all: &[Marks]) -> String {
    let rows: Vec<_> =
        all.iter().flat_map(|marks| marks.evenness.iter().map(move |one| (marks.world, one))).collect();
    let head = [
        "world",
        "method",
        "fifths, best to worst (%)",
        "fifths",
        "size",
        "year",
        "sex",
        "worst 5 % of groups (by chance)",
        "gone next round (%)",
    ];
    table(&head, &rows, |(world, one)| {
        let fifths: Vec<String> = one.by_quintile.iter().map(|share| figure(*share)).collect();
        vec![
            (*world).to_owned(),
            one.name.clone(),
            fifths.join(" / "),
            figure(one.quintiles),
            figure(one.group_size),
            figure(one.year),
            figure(one.sex),
            format!("{} ({})", figure(one.worst_groups.0), figure(one.worst_groups.1)),
            figure(one.gone_next_round),
        ]
    })
}

fn groups(all: &[Marks]) -> String {
    let rows: Vec<_> =
        all.iter().filter_map(|marks| Some((marks.world, marks.signals.first()?.groups.as_ref()?))).collect();
    let head = [
        "world",
        "found at once",
        "of groups as they were",
        "of groups mixed anew",
        "within one round, of those that stay as they are",
        "false per 100 groups per round",
        "of groups as they were",
        "by fifth of what their pupils were, the worst last",
        "pupils found in groups that sank",
        "in other groups",
        "the same two, nothing known of groups",
    ];
    table(&head, &rows, |(world, groups)| {
        let of_groups = [
            groups.at_once,
            groups.at_once_same_groups,
            groups.at_once_mixed,
            groups.within_one,
            groups.false_per_100,
            groups.false_same_groups,
        ];
        let fifths: Vec<String> = groups.false_by_fifth.iter().copied().map(figure).collect();
        let of_pupils = [groups.pupils_where_sank, groups.pupils_elsewhere].map(figure);
        let (sank, elsewhere) = groups.without_groups;
        let without = format!("{} and {}", figure(sank), figure(elsewhere));
        let cells = std::iter::once((*world).to_owned()).chain(of_groups.map(figure));
        cells.chain([fifths.join(" / ")]).chain(of_pupils).chain([without]).collect()
    })
}
