//! What the demo says: on stderr what was raised against what was put in, on stdout address and logins.

use std::io::Write as _;

use serde_json::json;

use super::truth::Truth;
use super::{cast, outcome};
use crate::door::State;
use crate::ground::{Error, Result, Role};
use crate::school::accounts;

/// Says on stderr what was raised against what was put in.
pub(super) fn report(state: &State, truth: &Truth) -> Result<()> {
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
pub(super) fn tell(url: &str, state: &State, as_json: bool) -> Result<()> {
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
