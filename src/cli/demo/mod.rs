//! `baken demo`: a fictitious board of three schools, ready to try, on SQLite in a folder, with mail to files.
//! Drawing it is pure (`world` and what it uses), `setup` brings it in, `outcome` says what came of it.

mod calendar;
mod cast;
mod names;
mod outcome;
mod plan;
mod scores;
mod setup;
mod truth;
mod world;

use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;
use serde_json::json;

use self::truth::Truth;
use super::serve;
use crate::door::State;
use crate::ground::{Config, Error, Result, Role, secret};
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

/// The first folder `demo-N` that is not there yet.
fn fresh_folder(under: &Path) -> Result<PathBuf> {
    (1..10_000)
        .map(|n| under.join(format!("demo-{n}")))
        .find(|folder| !folder.exists())
        .ok_or_else(|| Error::internal("too many demos under var/: give a folder with --dir"))
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

/// The secret of an earlier start in this folder, or a new one that only this user can read.
fn kept_secret(file: &Path) -> Result<String> {
    use std::os::unix::fs::OpenOptionsExt as _;
    if file.exists() {
        let kept = std::fs::read_to_string(file).map_err(Error::internal)?;
        return Ok(kept.trim().to_owned());
    }
    let secret = secret::token()?;
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut file| writeln!(file, "{secret}"))
        .map_err(Error::internal)?;
    Ok(secret)
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
    std::fs::write(done, "").map_err(Error::internal)
}

/// Says on stderr what was raised against what was put in.
fn report(state: &State, truth: &Truth) -> Result<()> {
    let today = state.clock.today();
    let Some(coordinator) = cast::logins().find(|person| person.role == Role::Coordinator) else {
        return Ok(());
    };
    let outcome = state.db.read_blocking(|conn| {
        let account =
            accounts::store::by_email(conn, coordinator.email)?.ok_or(Error::NotFound("account"))?;
        let scope = accounts::store::scope(conn, &account.id, today)?;
        outcome::compare(conn, &scope, truth)
    })?;
    eprintln!("{outcome}");
    Ok(())
}

/// Prints address and logins: the socket listens already, so whoever reads this is answered.
fn tell(url: &str, state: &State, as_json: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let written = if as_json {
        let logins: Vec<_> = cast::logins()
            .map(|p| json!({"role": p.role.as_str(), "email": p.email, "password": cast::PASSWORD}))
            .collect();
        writeln!(out, "{}", json!({"url": url, "logins": logins, "mail_dir": state.config.mail_dir}))
    } else {
        let lines: Vec<String> = cast::logins()
            .map(|p| format!("  {:<18} {:<30} {}", p.role.as_str(), p.email, cast::PASSWORD))
            .collect();
        let mail = &state.config.mail_dir;
        writeln!(out, "\nBaken: {url}\nMail:  {mail}\n\n{}\n\nCtrl-C stops.", lines.join("\n"))
    };
    written.and_then(|()| out.flush()).map_err(Error::internal)
}
