//! `baken user add|list|disable|tie|untie`: accounts from the command line, for the first one above all. Ties: `tie`.

use std::process::ExitCode;

use clap::Subcommand;

use super::setting;
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Clock, Config, Error, Message, Result};
use crate::school::accounts::manage::{self, NewAccount};
use crate::school::{accounts, store};

mod tie;

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes an account; the password is read from standard input.
    Add {
        /// The e-mail address to log in with.
        #[arg(long)]
        email: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// A role; may be given more than once.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        /// The school (BRIN) the roles are for; only `admin` goes without: it is for the whole board.
        #[arg(long)]
        school: Option<String>,
    },
    /// Lists the accounts with their roles.
    List,
    /// Shuts an account.
    Disable {
        /// The e-mail address.
        #[arg(long)]
        email: String,
    },
    /// Ties a person to a group or a pupil, from a day to a day.
    Tie(tie::TieArgs),
    /// Ends a tie.
    Untie(tie::UntieArgs),
}

/// Runs the command.
pub fn run(command: &Command, config: &Config) -> Result<ExitCode> {
    let db = setting::open(config)?;
    let clock = Clock::Real;
    let now = clock.now();
    match command {
        Command::Add { email, name, roles, school } => {
            let mut password = String::new();
            eprintln!("password:");
            std::io::stdin().read_line(&mut password).map_err(Error::internal)?;
            db.write_blocking(|conn| {
                let school = match school {
                    Some(brin) => {
                        Some(store::school_by_brin(conn, brin)?.ok_or(Error::NotFound("school"))?.id)
                    }
                    None => None,
                };
                let roles = roles
                    .iter()
                    .map(|word| {
                        Role::from_word(word).map(|role| (role, school.clone())).ok_or_else(|| {
                            Error::Refused(Message::new("account-unknown-role").with("value", word))
                        })
                    })
                    .collect::<Result<Vec<_>>>()?;
                let new = NewAccount { email, name, password: password.trim_end(), roles: &roles };
                manage::add(conn, now, &Entry::of("cli", "add-account", "account", ""), &new)
            })?;
        }
        Command::List => {
            for (account, roles) in db.read_blocking(accounts::store::all)? {
                let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
                let shut = if account.disabled_at.is_some() { "disabled" } else { "" };
                println!("{};{};{};{shut}", account.email, account.name, roles.join(","));
            }
        }
        Command::Disable { email } => {
            let by = Entry::of("cli", "disable-account", "account", "");
            db.write_blocking(|conn| manage::disable(conn, now, &by, email))?;
        }
        Command::Tie(args) => db.write_blocking(|conn| tie::tie(conn, &clock, args))?,
        Command::Untie(args) => db.write_blocking(|conn| tie::untie(conn, &clock, args))?,
    }
    Ok(ExitCode::SUCCESS)
}
