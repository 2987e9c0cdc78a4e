//! `baken analyse`: the computation on files alone, no database. Reads scores, assesses them, and writes what the
//! contract names: signals, assessments, groups, schools and the run, the same bytes for the same input.

mod names;
mod output;
mod people;
mod read;
pub(super) mod tell;

use std::{
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};

use self::names::Collector;
use self::read::Read;
use super::{setting, written};
use crate::{
    analytics::{Analysis, Span, in_pool},
    evidence::{files::stream::Encoding, instruments::Catalogue},
    ground::{Clock, Error, Message, Result, Words},
    signals::{fresh, ruleset::Ruleset},
};

/// How many refused rows are shown one by one.
pub(super) const SHOWN: usize = 20;

/// Assesses score files without a database.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: baken analyse scores.csv --instrument eigen.toml --ruleset streng --out uitkomst"
)]
pub struct Args {
    /// Files with scores, one row per pupil and scale.
    #[arg(required = true, value_name = "SCORES.csv")]
    scores: Vec<PathBuf>,
    /// An instrument file; it replaces a shipped instrument with the same code. May be given more than once.
    #[arg(long = "instrument", value_name = "FILE.toml")]
    instruments: Vec<PathBuf>,
    /// Which thresholds: standaard, streng, or a file.
    #[arg(long, default_value = "standaard", value_name = "NAME|FILE.toml")]
    ruleset: String,
    /// Norms for boys and for girls go before those for all.
    #[arg(long)]
    norms_by_sex: bool,
    /// Every round, each with only what was known then; without it, the last round.
    #[arg(long)]
    replay: bool,
    /// The folder for the results; it is made where it does not exist. A name that a spreadsheet would take for a formula
    /// has an apostrophe in front there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args, clock: &Clock) -> Result<ExitCode> {
    let started = Instant::now();
    let ruleset = PathBuf::from(&args.ruleset);
    let inputs = || args.scores.iter().chain(&args.instruments).chain([&ruleset]);
    written::must_be_folder(&args.out)?;
    for name in output::FILES.iter().filter(|_| args.out.exists()) {
        written::must_be_free(&args.out.join(name), inputs())?;
    }
    let ruleset = Ruleset::find(&args.ruleset)?;
    let catalogue = setting::catalogue()?.with_files(&args.instruments)?;
    let steps = progress();
    let files = read_all(&args.scores, &catalogue, clock.today())?;
    steps.inc(1);
    in_pool(|| outcome(args, (&ruleset, &catalogue), files, &steps, started))
}

/// Assesses what was read and writes what came of it.
fn outcome(
    args: &Args,
    (ruleset, catalogue): (&Ruleset, &Catalogue),
    files: Files,
    steps: &ProgressBar,
    started: Instant,
) -> Result<ExitCode> {
    let read = started.elapsed();
    let Files { collector, before: files, mut refused } = files;
    let (mut table, names) = collector.finish();
    table.by_sex = args.norms_by_sex;
    let (analysis, settled) = Analysis::new(table, catalogue)?;
    refused += settled.contradictions.len();
    tell::different(&files, &names.different);
    tell::apart(&names);
    tell::twins(&files, &settled, &analysis, &names);
    tell::totals(&analysis, &names);
    let (scores, pupils) = analysis.size();
    if scores == 0 {
        return Err(Error::Refused(Message::new("analysis-no-rows")));
    }
    steps.inc(1);
    let span = if args.replay { Span::Replay } else { Span::Last };
    let ordered = started.elapsed();
    let mut outcome = output::Outcome::open(&args.out, &analysis.layout, &names)?;
    let (mut silent, mut other_hands) = (output::Silent::default(), tell::OtherHands::default());
    let found = fresh::findings(&analysis, ruleset, span, fresh::Troubled::default(), |assessed| {
        silent.take(assessed, ruleset);
        other_hands.take(assessed);
        outcome.take(assessed);
    })?;
    steps.inc(1);
    let run = output::Run {
        pupils,
        scores,
        refused,
        ruleset: &ruleset.name,
        references: output::references(&analysis),
        silent: silent.told(&analysis.layout),
    };
    outcome.write(&found, &run)?;
    steps.finish_and_clear();
    other_hands.tell(&analysis);
    let took = Message::new("analysis-took")
        .with("read", seconds(read))
        .with("ordered", seconds(ordered.saturating_sub(read)))
        .with("assessed", seconds(started.elapsed().saturating_sub(ordered)))
        .with("all", seconds(started.elapsed()));
    eprintln!("{}", Words::default().say(&took));
    // The system takes everything back at once in a moment; giving it back piece by piece would take longer.
    std::mem::forget((found, analysis, names));
    Ok(ExitCode::SUCCESS)
}

/// What all files hold.
struct Files {
    collector: Collector,
    /// Their names, and how many lines come before each.
    before: Vec<(String, u32)>,
    /// How many rows were refused.
    refused: usize,
}

/// Reads all files.
fn read_all(paths: &[PathBuf], catalogue: &Catalogue, today: NaiveDate) -> Result<Files> {
    let mut encodings = vec![Encoding::Utf8; paths.len()];
    'again: loop {
        let (mut collector, mut files, mut reads) = (Collector::default(), Vec::new(), Vec::new());
        let (mut refused, mut before) = (0, 0);
        for (path, encoding) in paths.iter().zip(&mut encodings) {
            let read = match read::read(path, *encoding, (catalogue, today), &mut collector, before, SHOWN) {
                Ok(Some(read)) => read,
                Ok(None) => {
                    *encoding = Encoding::Windows1252;
                    continue 'again;
                }
                Err(cause) => {
                    tell_all(&files, &reads);
                    return Err(cause);
                }
            };
            files.push((path.display().to_string(), before));
            refused += read.count;
            before += read.lines;
            reads.push(read);
        }
        tell_all(&files, &reads);
        return Ok(Files { collector, before: files, refused });
    }
}

fn tell_all(files: &[(String, u32)], reads: &[Read]) {
    for ((name, _), read) in files.iter().zip(reads) {
        tell::refused(name, &read.refused, read.count);
    }
}

/// Seconds with two decimals.
fn seconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 100.0).round() / 100.0
}

/// A bar over the four steps; nothing where stderr is no terminal.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:20} {elapsed}");
    let bar = ProgressBar::new(4);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
