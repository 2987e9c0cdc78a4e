//! `baken analyse`: the computation on files alone, no database. Reads scores, assesses them, and writes what the
//! contract names: signals, assessments, groups, schools and the run, the same bytes for the same input.

mod names;
mod output;

use std::{path::PathBuf, process::ExitCode, time::Instant};

use indicatif::{ProgressBar, ProgressStyle};

use self::names::Names;
use super::setting;
use crate::{
    analytics::{self, Span},
    evidence::{
        files::{self, ScoreRow},
        instruments::Catalogue,
    },
    ground::{Clock, Error, Message, Result, Words},
    signals::{fresh, ruleset::Ruleset},
};

/// How many refused rows are shown one by one.
const SHOWN: usize = 20;

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
    /// Every round, each with only what was known then; without it, the last round.
    #[arg(long)]
    replay: bool,
    /// The folder for the results; it is made where it does not exist.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args, clock: &Clock) -> Result<ExitCode> {
    let started = Instant::now();
    let ruleset = Ruleset::find(&args.ruleset)?;
    let mut catalogue = setting::catalogue()?;
    for file in &args.instruments {
        catalogue = catalogue.with_file(file)?;
    }
    let steps = progress();
    let (rows, mut refused) = read(&args.scores, &catalogue, clock)?;
    steps.inc(1);
    let settled = files::settle(rows, &files::rounds::KnownRounds::default());
    refused += settled.refused.len();
    tell("", &settled.refused);
    if settled.rows.is_empty() {
        return Err(Error::Refused(Message::new("analysis-no-rows")));
    }
    let (table, names) = Names::of(&settled.rows);
    let pupils = names::count_pupils(&settled.rows);
    drop(settled);
    steps.inc(1);
    let span = if args.replay { Span::Replay } else { Span::Last };
    let assessed = analytics::run(&table, &catalogue, span)?;
    steps.inc(1);
    let found = fresh::findings(&assessed, &ruleset, span);
    let run = output::Run { pupils, scores: table.len(), refused, ruleset: &ruleset.name };
    output::write(&args.out, &assessed, &names, &found, span, &run)?;
    steps.finish_and_clear();
    eprintln!("{:.1} s", started.elapsed().as_secs_f64());
    Ok(ExitCode::SUCCESS)
}

/// The rows of all files, and how many were refused; each refusal is told on stderr.
fn read(paths: &[PathBuf], catalogue: &Catalogue, clock: &Clock) -> Result<(Vec<ScoreRow>, usize)> {
    let (mut rows, mut refused) = (Vec::new(), 0);
    for path in paths {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|cause| {
            let problem = cause.to_string();
            let message = Message::new("analysis-no-file").with("file", &name).with("problem", problem);
            Error::Refused(message)
        })?;
        let parsed = files::read_scores(&bytes, catalogue, clock.today())?;
        refused += parsed.refused.len();
        tell(&name, &parsed.refused);
        rows.extend(parsed.rows);
    }
    Ok((rows, refused))
}

/// Says which rows were refused and why, the first ones one by one.
fn tell(file: &str, refused: &[files::Refusal]) {
    let words = Words::default();
    for refusal in refused.iter().take(SHOWN) {
        let reason = words.say(&refusal.reason);
        eprintln!("{file}:{}: {}: {reason}", refusal.line, refusal.column);
    }
    if refused.len() > SHOWN {
        let more = Message::new("analysis-more-refused").with("n", refused.len() - SHOWN);
        eprintln!("{file}: {}", words.say(&more));
    }
}

/// A bar over the four steps; nothing where stderr is no terminal.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:20} {elapsed}");
    let bar = ProgressBar::new(4);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
