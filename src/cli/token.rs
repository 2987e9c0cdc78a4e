//! `baken token issue`: an API token for an account, without its password.

use std::process::ExitCode;

use clap::Subcommand;

use super::setting;
use crate::ground::audit::{self, Entry};
use crate::ground::secret::Secret;
use crate::ground::{Clock, Config, Error, Result};
use crate::school::accounts::store;
use crate::school::accounts::tokens::{self, Purpose};

/// What to do with tokens.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prints a token of a quarter of an hour: `baken token issue --email a.visser@school.example`
    Issue {
        /// The e-mail address of the account.
        #[arg(long)]
        email: String,
    },
}

/// Runs the command.
pub fn run(command: &Command, config: &Config) -> Result<ExitCode> {
    let Command::Issue { email } = command;
    let db = setting::open(config)?;
    let secret = Secret::new(config.secret.clone())?;
    let now = Clock::Real.now();
    let (token, ends) = db.write_blocking(|conn| {
        let account = store::by_email(conn, email)?
            .filter(|account| account.disabled_at.is_none())
            .ok_or(Error::NotFound("account"))?;
        let issued = tokens::issue(&secret, Purpose::Api, &account.id, now)?;
        audit::record(conn, now, &Entry::of("cli", "issue-token", "account", &account.id))?;
        Ok(issued)
    })?;
    eprintln!("ends {}", ends.and_utc().to_rfc3339());
    println!("{token}");
    Ok(ExitCode::SUCCESS)
}
