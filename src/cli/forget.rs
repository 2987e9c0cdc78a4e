//! `baken forget`: forgetting on time by hand, or only rehearsed. The worker does the same by itself.

use std::process::ExitCode;

use clap::Args as ClapArgs;
use serde_json::json;

use super::setting;
use crate::care::forget::{self, agree};
use crate::ground::{Clock, Config, Error, Result};
use crate::school::store;

/// Forgets what is due: signals on which nothing was done, and files of pupils who left years ago. Prints counts without names.
///
/// Examples:
///   baken forget --school 99ZZ --rehearse
///   baken forget --school 99ZZ --do
#[derive(Debug, ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The school's BRIN.
    #[arg(long)]
    school: String,
    /// Only count what would go: it is done and taken back.
    #[arg(long, required_unless_present = "does", conflicts_with = "does")]
    rehearse: bool,
    /// Do it; refused until somebody has accepted the rehearsal on the page of the school.
    #[arg(long = "do")]
    does: bool,
}

/// Runs the command.
pub fn run(args: &Args, config: &Config, clock: &Clock) -> Result<ExitCode> {
    let db = setting::open(config)?;
    let school = db
        .read_blocking(|conn| store::school_by_brin(conn, &args.school))?
        .ok_or(Error::NotFound("school"))?;
    let (now, today, smallest) = (clock.now(), clock.today(), config.smallest_group);
    let work = |conn: &mut _| forget::forget(conn, now, today, &school.id, smallest);
    let report = if args.does {
        db.write_blocking(|conn| {
            agree::must_be_accepted(conn, &school.id)?;
            work(conn)
        })?
    } else {
        db.rehearse_blocking(work)?
    };
    println!("{}", json!({"done": args.does, "counts": report.rounded(smallest).counts}));
    Ok(ExitCode::SUCCESS)
}
