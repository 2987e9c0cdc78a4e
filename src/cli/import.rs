//! `baken import`: brings files in from the command line, and takes an import back.
//! The work itself is `evidence::imports`'; here stand the order of files and the waiting. The words: `told`.

mod told;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args as ClapArgs;
use serde_json::json;

use super::setting;
use crate::evidence::files::Kind;
use crate::evidence::imports::{self, Actor, Consent, Counts, Report, Upload, counts, kind_of, refused_file};
use crate::evidence::instruments::Catalogue;
use crate::ground::{Clock, Config, Db, Error, ImportId, Message, Result, Words};

/// Brings in rosters and scores, or takes an import back.
///
/// Examples:
///   baken import leerlingen.csv scores.csv --school 99ZZ
///   baken import scores najaar.csv --school 99ZZ --dry-run --json
///   baken import undo 0193…
#[derive(Debug, ClapArgs)]
#[command(verbatim_doc_comment)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Args {
    /// `roster` or `scores` (else told from the header), then the files; or `undo` and the import's ID.
    #[arg(required = true, value_name = "KIND|FILE")]
    what: Vec<String>,
    /// The school's BRIN; a school not yet known is made.
    #[arg(long)]
    school: Option<String>,
    /// The sector of a school that has to be made.
    #[arg(long, default_value = "po", value_parser = ["po", "sbo", "so", "vo", "vso", "mbo"])]
    sector: String,
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

/// How often, and how long each time, a busy school is tried again: a minute in all.
const TRIES: u32 = 300;
const PAUSE: Duration = Duration::from_millis(200);

/// Runs the command.
pub fn run(args: &Args, config: &Config) -> Result<ExitCode> {
    let db = setting::open(config)?;
    if !db.is_current()? {
        return Err(Error::internal("the database is older than this program: run `baken migrate` first"));
    }
    let catalogue = setting::catalogue()?;
    let command = Command { args, db, clock: Clock::Real, catalogue, words: Words::default() };
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
    words: Words,
}

/// What became of one file.
enum Outcome {
    Done,
    Refused,
    Braked,
}

impl Command<'_> {
    fn bring_in(&self) -> Result<ExitCode> {
        let mut uploads = self.uploads()?;
        uploads.sort_by_key(|upload| upload.kind != Some(Kind::Roster));
        // With several files the first must not be stored when a later one cannot be read at all.
        for upload in uploads.iter().filter(|_| uploads.len() > 1) {
            if let Err(error) = imports::check(upload, &self.catalogue, self.clock.today()) {
                return self.refused_whole(upload, error);
            }
        }
        for (at, upload) in uploads.iter().enumerate() {
            // "Nothing stored" is said only while that is so: what came before this file stands.
            let stands = at > 0 && !self.args.dry_run;
            match self.one(upload, at) {
                Ok(Outcome::Done) => {}
                Ok(Outcome::Refused | Outcome::Braked) if stands => return Ok(ExitCode::from(1)),
                Ok(Outcome::Refused) => return Ok(ExitCode::from(2)),
                Ok(Outcome::Braked) => return Ok(ExitCode::from(4)),
                Err(error) if stands => {
                    eprintln!("baken: {}", super::told(&error));
                    self.refused_whole(upload, error).ok();
                    return Ok(ExitCode::from(1));
                }
                Err(error) => return self.refused_whole(upload, error),
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The files named, read, each with its kind.
    fn uploads(&self) -> Result<Vec<Upload>> {
        let school = self.args.school.clone();
        let school = school.ok_or_else(|| Error::Refused(Message::new("import-which-school")))?;
        let (kind, files) = match self.args.what.split_first() {
            Some((word, rest)) if !rest.is_empty() && Kind::from_code(word).is_some() => {
                (Kind::from_code(word), rest)
            }
            Some((word, rest))
                if !rest.is_empty() && ["sociogram", "attendance"].contains(&word.as_str()) =>
            {
                let message = Message::new("import-kind-not-taken").with("kind", word.as_str());
                return Err(Error::Refused(message));
            }
            _ => (None, self.args.what.as_slice()),
        };
        let upload = |file: &String| {
            let path = Path::new(file);
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let mut upload = Upload {
                school: school.clone(),
                sector: Some(self.args.sector.clone()),
                kind,
                file_name: name.unwrap_or_default(),
                bytes: Vec::new(),
            };
            if let Ok(bytes) = std::fs::read(path) {
                upload.bytes = bytes;
            } else {
                let message = Message::new("import-file-unreadable").with("file", file.as_str());
                self.refused_whole(&upload, Error::Refused(message))?;
            }
            if kind.is_none() {
                match kind_of(&upload.bytes) {
                    Ok(kind) => upload.kind = Some(kind),
                    Err(error) => {
                        self.refused_whole(&upload, error)?;
                    }
                }
            }
            Ok(upload)
        };
        files.iter().map(upload).collect()
    }

    fn one(&self, upload: &Upload, at: usize) -> Result<Outcome> {
        let mut tries = 0;
        loop {
            match self.try_one(upload, at) {
                Err(Error::Conflict(message)) if passes(&message) && tries < TRIES => {
                    tries += 1;
                    std::thread::sleep(PAUSE);
                }
                other => return other,
            }
        }
    }

    fn try_one(&self, upload: &Upload, at: usize) -> Result<Outcome> {
        let bar = told::bar();
        let id = imports::stage(
            &self.db,
            &self.clock,
            Actor::Cli,
            &self.catalogue,
            upload,
            &mut |done, total| {
                bar.set_length(total as u64);
                bar.set_position(done as u64);
            },
        )?;
        bar.finish_and_clear();
        let (mut report, counts, errors) = self.db.read_blocking(|conn| {
            let import = imports::store::import(conn, &id)?;
            let errors = refused_file(conn, &id, self.words)?;
            Ok((Report::of(conn, &id, self.words)?, counts(&import)?, errors))
        })?;
        self.write_errors(errors, at)?;
        let verdict = self.verdict(&counts, report.brake.is_some());
        let stores = !self.args.dry_run && matches!(verdict, Outcome::Done);
        if stores {
            let (now, today) = (self.clock.now(), self.clock.today());
            let consent = Consent { all_or_nothing: self.args.strict, changes: self.args.accept_changes };
            let accepted =
                self.db.write_blocking(|conn| imports::accept(conn, now, today, Actor::Cli, &id, consent));
            if let Err(error) = accepted {
                self.db.write_blocking(|conn| imports::forget(conn, &id))?;
                return Err(error);
            }
            report.stored = true;
        } else {
            self.db.write_blocking(|conn| imports::forget(conn, &id))?;
            report.import = None;
        }
        self.tell(upload, &report)?;
        Ok(if self.args.dry_run { Outcome::Done } else { verdict })
    }

    /// What the counts allow under these options.
    fn verdict(&self, counts: &Counts, braked: bool) -> Outcome {
        if counts.good() == 0 || (self.args.strict && counts.refused > 0) {
            Outcome::Refused
        } else if braked && !self.args.accept_changes {
            Outcome::Braked
        } else {
            Outcome::Done
        }
    }

    fn undo(&self, id: &ImportId) -> Result<ExitCode> {
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

/// Whether a conflict passes by itself: another import is under way, or came in between.
fn passes(message: &Message) -> bool {
    ["import-busy", "import-overtaken"].contains(&message.key.as_ref())
}
