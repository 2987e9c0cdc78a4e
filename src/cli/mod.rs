//! The commands of `baken`, a file each. Data goes to stdout, all else to stderr.
//! Exit status: 0 done · 1 something failed, or stopped halfway · 2 refused, nothing stored · 4 stopped by the brake,
//! nothing stored.

pub mod analyse;
mod audit;
mod cells;
mod demo;
mod evaluate;
mod forget;
mod import;
mod rollover;
mod score;
mod serve;
mod setting;
mod signal;
mod sociogram;
mod token;
mod user;
mod written;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::ground::{Config, Error, Result, Words};

/// Signals for pupils' social-emotional development: few, true and explained.
#[derive(Debug, Parser)]
#[command(name = "baken", version)]
struct Cli {
    /// A file with settings; see config/default.toml.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// A fictitious board of three schools, ready to try: `baken demo --dir var/demo`
    Demo(demo::Args),
    /// Serves the screens, the API and the background work.
    Serve(serve::Args),
    /// Brings in rosters and scores: `baken import leerlingen.csv scores.csv --school 99ZZ`
    Import(import::Args),
    /// Changes the school year: `baken rollover --school 99ZZ --dry-run`
    Rollover(rollover::Args),
    /// Forgets what is due, or counts what would go: `baken forget --school 99ZZ --rehearse`
    Forget(forget::Args),
    /// Whether the log stands as it was sealed: `baken audit verify --seal /elsewhere/last-seal`
    #[command(subcommand)]
    Audit(audit::Command),
    /// Brings the database up to date.
    Migrate,
    /// Assesses score files without a database.
    Analyse(analyse::Args),
    /// Simulates pupils with known events and tells what the signals make of them.
    Evaluate(evaluate::Args),
    /// Makes scores of answers, by the key of the list: `baken score who5 antwoorden.csv --out scores.csv`
    Score(score::Args),
    /// Computes and raises signals from the database.
    Signal(signal::Args),
    /// How pupils of a group choose each other: `baken sociogram oordelen.csv --points 3 --out sociogram.csv`
    Sociogram(sociogram::Args),
    /// Tokens for the API: `baken token issue --email …`
    #[command(subcommand)]
    Token(token::Command),
    /// Accounts: `baken user add --email … --name … --role coordinator --school 99ZZ`
    #[command(subcommand)]
    User(user::Command),
}

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("baken: {}", told(&error));
            match error {
                Error::Refused(_) | Error::Conflict(_) | Error::NotFound(_) => ExitCode::from(2),
                _ => ExitCode::from(1),
            }
        }
    }
}

fn dispatch(cli: Cli) -> Result<ExitCode> {
    let config = setting::load(cli.config.as_deref())?;
    match cli.command {
        Command::Demo(args) => demo::run(&args, config),
        Command::Serve(args) => serve::run(&args, config),
        Command::Import(args) => import::run(&args, &config),
        Command::Rollover(args) => rollover::run(&args, &config, &crate::ground::Clock::Real),
        Command::Forget(args) => forget::run(&args, &config, &crate::ground::Clock::Real),
        Command::Audit(command) => audit::run(&command, &config),
        Command::Migrate => {
            let db = setting::open(&config)?;
            eprintln!("{} migrations ran", db.migrate()?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Analyse(args) => analyse::run(&args, &crate::ground::Clock::Real),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Score(args) => score::run(&args, &config, &crate::ground::Clock::Real),
        Command::Signal(args) => signal::run(&args, &config),
        Command::Sociogram(args) => sociogram::run(&args, &crate::ground::Clock::Real),
        Command::Token(command) => token::run(&command, &config),
        Command::User(command) => user::run(&command, &config),
    }
}

/// An error as the person at the terminal reads it: in Dutch, like all data of `baken`.
fn told(error: &Error) -> String {
    match error {
        Error::Refused(message) | Error::Conflict(message) | Error::Forbidden(message) => {
            Words::default().say(message)
        }
        Error::Internal(cause) => cause.clone(),
        other => other.to_string(),
    }
}

/// The state that commands and the service share.
fn state(config: Config) -> Result<crate::door::State> {
    Ok(crate::door::State {
        db: setting::open(&config)?,
        clock: crate::ground::Clock::Real,
        secret: crate::ground::secret::Secret::new(config.secret.clone())?,
        instruments: std::sync::Arc::new(setting::catalogue()?),
        interventions: std::sync::Arc::new(setting::interventions()?),
        profiles: std::sync::Arc::new(setting::profiles()?),
        config: std::sync::Arc::new(config),
    })
}
