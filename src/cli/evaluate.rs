//! `baken evaluate`: simulates pupils with known events, runs the real engine on them, and tells how many pupils are
//! found, how soon, and at how many false alarms; beside it what schools do today and the best method known. The same
//! world, number of pupils and seed give the same figures. What they mean: docs/evaluation.md, which this command writes.

mod best_known;
mod calibration;
mod checks;
mod groups;
mod marks;
mod measure;
mod others;
mod peers;
mod people;
mod plots;
mod report;
mod run;
mod simulate;
mod terminal;
#[cfg(test)]
mod tests;
mod worlds;

use std::{path::PathBuf, process::ExitCode};

use clap::builder::PossibleValuesParser;
use indicatif::{ProgressBar, ProgressStyle};

use self::marks::{Engine, Marks};
use self::simulate::Simulated;
use self::worlds::{WORLDS, World};
use crate::ground::{Error, Result};
use crate::signals::ruleset::Ruleset;

/// The rulesets that are compared.
const RULESETS: [&str; 2] = ["standaard", "streng"];

/// Simulates pupils with known events and tells what the signals make of them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: baken evaluate --world smooth --pupils 50000 --seed 1 --seed 2")]
pub struct Args {
    /// Only this world; may be given more than once. Without it, all.
    #[arg(long = "world", value_name = "NAME", value_parser = PossibleValuesParser::new(WORLDS.iter().map(|w| w.name)))]
    worlds: Vec<String>,
    /// Pupils of each world.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(100..))]
    pupils: u32,
    /// Seed of the simulation; given more than once, the seeds are taken together.
    #[arg(long = "seed", value_name = "N", default_value = "1")]
    seeds: Vec<u32>,
    /// One JSON object per world, a line each.
    #[arg(long)]
    json: bool,
    /// Writes the report to this file, and its plots in a folder beside it with the same name.
    #[arg(long, value_name = "FILE.md")]
    report: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode> {
    let wanted: Vec<&World> = WORLDS
        .iter()
        .filter(|w| args.worlds.is_empty() || args.worlds.iter().any(|name| name == w.name))
        .collect();
    let seeds: Vec<u64> = args.seeds.iter().map(|seed| u64::from(*seed)).collect();
    let rulesets = RULESETS.iter().map(|name| Ruleset::find(name)).collect::<Result<Vec<_>>>()?;
    let bar = progress(wanted.len() * seeds.len() * (rulesets.len() + 1));
    let mut all = Vec::new();
    for world in wanted {
        bar.set_message(world.name);
        let marks = evaluate(world, args.pupils as usize, &seeds, &rulesets, || bar.inc(1))?;
        let text = if args.json {
            serde_json::to_string(&marks).map_err(Error::internal)? + "\n"
        } else {
            terminal::table(&marks)
        };
        bar.suspend(|| print!("{text}"));
        all.push(marks);
    }
    bar.finish_and_clear();
    if let Some(file) = &args.report {
        report::write(file, &all)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Lives a world once for each seed, and measures them together.
fn evaluate(
    world: &World,
    pupils: usize,
    seeds: &[u64],
    rulesets: &[Ruleset],
    step: impl Fn(),
) -> Result<Marks> {
    let (mut lived, mut watched, mut found, mut alone) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for seed in seeds {
        let simulated = Simulated::live(world, pupils, *seed);
        step();
        let (seen, sought) = run::run(&simulated, rulesets, &step)?;
        if let Some(first) = rulesets.first().filter(|_| world.sinks > 0.0) {
            alone.push(run::without_groups(&simulated, first)?);
        }
        lived.push(simulated);
        watched.push(seen);
        found.push(sought);
    }
    let engine = Engine { watched: &watched, sought: &found, alone: &alone };
    Ok(Marks::of(world, seeds, &lived, &engine))
}

/// A bar over all steps; nothing where stderr is no terminal.
fn progress(steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:20} {elapsed} {msg}");
    let bar = ProgressBar::new(steps as u64);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
