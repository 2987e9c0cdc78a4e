//! `baken import`: brings files in from the command line, and takes an import back.
//! The work itself is `evidence::imports`'; here stands taking back; the order of files and the waiting: `bring_in`.
//! The words: `told`.

mod bring_in;
mod files;
mod told;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args as ClapArgs;
use serde_json::json;

use super::setting;
use crate::evidence::files::Profiles;
use crate::evidence::imports::{self, Actor};
use crate::evidence::instruments::Catalogue;
use crate::ground::{Clock, Config, Db, Error, ImportId, Result, Words};

/// Brings in rosters, scores, sociograms and counts of absence, or takes an import back.
///
/// Examples:
///   baken import leerlingen.csv scores.csv --school 99ZZ
///   baken import EDEX.XML scores.zip --school 99ZZ
///   baken import scores breed.csv --school 99ZZ --profile eigen-breed --given afnamedatum=2026-03-02
///   baken import scores najaar.csv --school 99ZZ --dry-run --json
///   baken import sociogram oordelen.csv --school 99ZZ --points 5
///   baken import roster leerlingen.csv --school 99ZZ --next-year
///   baken import attendance verzuim.csv --school 99ZZ
///   baken import undo 0193…
#[derive(Debug, ClapArgs)]
#[command(verbatim_doc_comment)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Args {
    /// `roster`, `scores`, `sociogram` or `attendance` (else told from the header), then files, folders and zips; or `undo` and
    /// the import's ID.
    #[arg(required = true, value_name = "KIND|FILE")]
    what: Vec<String>,
    /// The school's BRIN; a school not yet known is made.
    #[arg(long)]
    school: Option<String>,
    /// The sector of a school that has to be made.
    #[arg(long, default_value = "po", value_parser = ["po", "sbo", "so", "vo", "vso", "mbo"])]
    sector: String,
    /// How many points the ratings of a sociogram have; without it the ratings must tell.
    #[arg(long, value_parser = ["3", "5", "7", "9"])]
    points: Option<String>,
    /// Read the files by this mapping profile; else the profile that a file's headers ask for.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// What holds for every row of scores and stands in no column, such as `--given informant=ouder`.
    #[arg(long, value_name = "NAME=VALUE")]
    given: Vec<String>,
    /// The roster is of the school year to come: it counts from 1 August.
    #[arg(long)]
    next_year: bool,
    /// Store all rows or none.
    #[arg(long)]
    strict: bool,
    /// Only show what would happen.
    #[arg(long)]
    dry_run: bool,
    /// Store even when much would change or is missing.
    #[arg(long)]
    accept_changes: bool,
    /// Write the refused rows here, with a column that says why.
    #[arg(long, value_name = "OUT.csv")]
    errors: Option<PathBuf>,
    /// Print the outcome as JSON, one line a file.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(args: &Args, config: &Config) -> Result<ExitCode> {
    let db = setting::open(config)?;
    if !db.is_current()? {
        return Err(Error::internal("the database is older than this program: run `baken migrate` first"));
    }
    let catalogue = setting::catalogue()?;
    let profiles = setting::profiles()?;
    let command = Command { args, db, clock: Clock::Real, catalogue, profiles, words: Words::default() };
    match args.what.split_first() {
        Some((word, [id])) if word == "undo" => command.undo(&ImportId::from(id.as_str())),
        _ => command.bring_in(),
    }
}

struct Command<'a> {
    args: &'a Args,
    db: Db,
    clock: Clock,
    catalogue: Catalogue,
    profiles: Profiles,
    words: Words,
}

impl Command<'_> {
    pub(super) fn undo(&self, id: &ImportId) -> Result<ExitCode> {
        let now = self.clock.now();
        self.db.write_blocking(|conn| imports::undo(conn, now, Actor::Cli, id))?;
        if self.args.json {
            println!("{}", json!({"import": id, "undone": true}));
        } else {
            println!("{}", self.words.t1("import-told-undone", "import", id.0.as_str()));
        }
        Ok(ExitCode::SUCCESS)
    }
}
