//! `baken audit verify`: whether a line of the log was changed, taken out, put in or cut off since it was sealed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;

use super::{setting, written::Output};
use crate::ground::chain::{self, Chain, Checked, Flaw};
use crate::ground::{Config, Conn, Error, Result};

/// What to do with the log.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Looks at every line of the log, and apart at those about the meldcode: status 0 when all stand as they were sealed, 1
    /// when one does not; each is named.
    Verify {
        /// A file outside the database that holds the last seals. Where it is there, they must still be in the chains: so
        /// an end that was cut off shows. When all is well it gets the last seals of now.
        #[arg(long)]
        seal: Option<PathBuf>,
    },
}

/// Runs the command.
pub fn run(command: &Command, config: &Config) -> Result<ExitCode> {
    let Command::Verify { seal } = command;
    let db = setting::open(config)?;
    let (mut well, mut last) = (true, Vec::new());
    for one in Chain::ALL {
        let kept = seal.as_deref().map_or(Ok(None), |file| kept(file, *one))?;
        let (checked, stands) = db.read_at_once_blocking(|conn| look(conn, *one, kept.as_deref()))?;
        for fault in &checked.faults {
            println!("{one} {} {}", word(fault.flaw), fault.line);
        }
        if !stands {
            println!("{one} cut-off: the seal that was kept is not in the chain any more");
        }
        well &= stands && checked.faults.is_empty();
        last.extend(checked.last.map(|seal| format!("{one} {seal}\n")));
    }
    if !well {
        return Ok(ExitCode::from(1));
    }
    eprintln!("every line stands as it was sealed");
    if let Some(file) = seal {
        let mut out = Output::open(file)?;
        out.write_all(last.concat().as_bytes()).map_err(|cause| out.failed(&cause))?;
        out.keep()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The chain, and whether it holds the seal that was kept.
fn look(conn: &mut Conn, one: Chain, kept: Option<&str>) -> Result<(Checked, bool)> {
    let stands = kept.map_or(Ok(true), |seal| chain::holds(conn, one, seal))?;
    Ok((chain::verify(conn, one)?, stands))
}

/// The seal of a chain that was kept in a file; none where there is no such file yet.
fn kept(file: &Path, one: Chain) -> Result<Option<String>> {
    if !file.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file).map_err(Error::internal)?;
    let of_chain = text.lines().find_map(|line| line.strip_prefix(one.as_str())?.strip_prefix(' '));
    Ok(of_chain.map(|seal| seal.trim().to_owned()))
}

const fn word(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Missing => "missing",
        Flaw::Altered => "altered",
        Flaw::Added => "added",
        Flaw::Broken => "broken",
    }
}
