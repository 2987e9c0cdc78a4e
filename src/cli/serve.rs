//! `baken serve`: the screens, the API and the background work in one process, or split.

use std::net::TcpListener;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::door::State;
use crate::evidence::imports;
use crate::ground::{Config, Error, Result};
use crate::notifications::mailer::Mailer;
use crate::{serve, worker};

/// Serves until it is stopped.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Only the background work.
    #[arg(long, conflicts_with = "web_only")]
    worker_only: bool,
    /// Only screens and API.
    #[arg(long)]
    web_only: bool,
}

/// Runs the command.
pub fn run(args: &Args, config: Config) -> Result<ExitCode> {
    let state = super::state(config)?;
    if !state.db.is_current()? {
        return Err(Error::internal("the database is older than this program: run `baken migrate` first"));
    }
    // What imports left behind that died in the middle: nothing of it was visible.
    let now = state.clock.now();
    state.db.write_blocking(|conn| imports::sweep(conn, now))?;
    // Before anything listens: a mail address that cannot be read must not leave a service that never mails.
    let mailer = if args.web_only { None } else { Some(Mailer::new(&state.config)?) };
    let listener = if args.worker_only {
        None
    } else {
        let address = &state.config.http_address;
        let listener = TcpListener::bind(address)
            .map_err(|e| Error::internal(format!("cannot listen at {address}: {e}")))?;
        eprintln!("Baken serves {}", state.config.public_url);
        Some(listener)
    };
    until_stopped(state, listener, mailer)?;
    Ok(ExitCode::SUCCESS)
}

/// Serves on the listener, and works with the mailer, until the process is told to stop.
pub fn until_stopped(state: State, listener: Option<TcpListener>, mailer: Option<Mailer>) -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new("warn,baken=info"))
        .with_writer(std::io::stderr)
        .init();
    actix_web::rt::System::new().block_on(async move {
        let work = mailer.map(|mailer| actix_web::rt::spawn(worker::run(state.clone(), mailer)));
        match listener {
            Some(listener) => serve::server(state, listener, 2)?.await.map_err(Error::internal)?,
            None => tokio::signal::ctrl_c().await.map_err(Error::internal)?,
        }
        if let Some(work) = work {
            work.abort();
        }
        Ok(())
    })
}
