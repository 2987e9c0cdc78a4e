//! `baken demo`: a fictitious board of three schools, ready to try, on SQLite in a folder, with mail to files.
//! Drawing it is pure (`world` and what it uses), `setup` brings it in, `outcome` says what came of it.

mod apart;
mod calendar;
mod cast;
mod choices;
mod class;
mod climate;
mod course;
mod folder;
mod in_hand;
mod informant;
mod meeting;
mod names;
mod outcome;
mod partners;
mod plan;
mod plans;
mod pupil;
mod scores;
mod setup;
mod told;
mod truth;
mod world;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use self::folder::{fresh_folder, kept_secret};
use self::told::{report, tell};
use super::serve;
use crate::door::State;
use crate::ground::{Config, Error, Result};
use crate::notifications::mailer::Mailer;
use crate::school::accounts;

/// The same board each time: the figures in the documentation are of this one.
const SEED: u64 = 2026;
/// Where the demo listens when nothing is asked; any free port if this one is taken.
const PORT: u16 = 8080;

/// A fictitious board, ready to try: `baken demo --port 8080 --dir var/demo`
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The port to listen at; 0 takes any that is free.
    #[arg(long)]
    port: Option<u16>,
    /// The folder for database, secret and mail; one that has a demo already is served as it is.
    #[arg(long)]
    dir: Option<PathBuf>,
    /// Prints one line of JSON with address and logins.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(args: &Args, config: Config) -> Result<ExitCode> {
    let dir = match &args.dir {
        Some(dir) => dir.clone(),
        None => fresh_folder(Path::new("var"))?,
    };
    std::fs::create_dir_all(&dir).map_err(|e| Error::internal(format!("{}: {e}", dir.display())))?;
    let listener = listen(args.port)?;
    let address = listener.local_addr().map_err(Error::internal)?;
    let url = format!("http://{address}");
    let state = state(config, &dir, &url)?;
    fill_once(&state, &dir)?;
    tell(&url, &state, args.json)?;
    let mailer = Mailer::new(&state.config)?;
    serve::until_stopped(state, Some(listener), Some(mailer))?;
    Ok(ExitCode::SUCCESS)
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let at = |port: u16| {
        TcpListener::bind(("127.0.0.1", port))
            .map_err(|e| Error::internal(format!("cannot listen at port {port}: {e}")))
    };
    match port {
        Some(port) => at(port),
        None => at(PORT).or_else(|_taken| at(0)),
    }
}

fn state(mut config: Config, dir: &Path, url: &str) -> Result<State> {
    url.clone_into(&mut config.public_url);
    config.database_url = format!("sqlite://{}", dir.join("baken.db").display());
    config.mail_dir = dir.join("mail").display().to_string();
    config.secret = kept_secret(&dir.join("secret"))?;
    let state = super::state(config)?;
    state.db.migrate()?;
    Ok(state)
}

/// Draws the board and brings it in, once for a folder.
fn fill_once(state: &State, dir: &Path) -> Result<()> {
    let done = dir.join("ready");
    if done.exists() {
        return Ok(());
    }
    if !state.db.read_blocking(accounts::store::all)?.is_empty() {
        return Err(Error::internal(format!(
            "{} holds a database that is no finished demo: give another folder with --dir",
            dir.display()
        )));
    }
    let world = world::draw(SEED, state.clock.today());
    setup::fill(state, &world)?;
    report(state, &world.truth)?;
    plans::make(state)?;
    std::fs::write(done, "").map_err(Error::internal)
}
