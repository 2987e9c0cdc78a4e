//! `baken signal`: computes and raises signals from the database.

use std::process::ExitCode;

use clap::Args as ClapArgs;

use super::setting;
use crate::ground::audit::Entry;
use crate::ground::{Clock, Config, Error, Result};
use crate::school::store;
use crate::signals::run::{self, Order};

/// Computes and raises signals of a school.
///
/// Example: baken signal --school 99ZZ --dry-run
#[derive(Debug, ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The school's BRIN.
    #[arg(long)]
    school: String,
    /// Another ruleset than the school's own.
    #[arg(long)]
    ruleset: Option<String>,
    /// Also raise what the starting picture holds about pupils: asked for once, by the coordinator.
    #[arg(long)]
    starting_picture: bool,
    /// Only say what would be raised.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(args: &Args, config: &Config) -> Result<ExitCode> {
    let db = setting::open(config)?;
    let school = db
        .read_blocking(|conn| store::school_by_brin(conn, &args.school))?
        .ok_or(Error::NotFound("school"))?;
    let asked = Entry::of("cli", "ask-starting-picture", "school", &school.id);
    let order = Order {
        school: school.id,
        ruleset: args.ruleset.clone(),
        starting_picture: args.starting_picture.then_some(asked),
        dry_run: args.dry_run,
    };
    let clock = Clock::Real;
    let ran = run::run(&db, &setting::catalogue()?, config.mentor_days, clock.now(), clock.today(), &order)?;
    let [pupil, group, school] = ran.raised;
    println!(
        "{}",
        serde_json::json!({
            "findings": ran.findings,
            "raised": {"pupil": pupil, "group": group, "school": school},
            "joined": ran.joined,
            "reopened": ran.reopened,
            "withheld": ran.withheld,
            "dry_run": args.dry_run,
        })
    );
    if let Some(on) = ran.waits_until {
        eprintln!(
            "the school is closed: nothing new is raised before {on}, the first school day; then it is done by itself"
        );
    }
    if ran.withheld > 0 {
        eprintln!(
            "{} findings on pupils belong to the starting picture and wait until they are asked for \
             (--starting-picture)",
            ran.withheld
        );
    }
    Ok(ExitCode::SUCCESS)
}
