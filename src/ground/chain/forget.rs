//! Forgetting by the rules: whole lines after their term, or their words alone. The seals stay, with hashes that without
//! their salt tell nothing, and a line says how many went: so the chain still holds, and nothing goes in silence.

use chrono::NaiveDateTime;

use super::{Chain, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Result, ids};

/// How much of a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// All of it.
    Lines,
    /// The reason and the detail; who, when and what stay.
    Words,
}

impl What {
    /// The word before the number in the line that says so.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Words => "words",
        }
    }
}

/// Forgets lines of the log, or their words, and says so in it: how many, by the system, and no more. Call it in one
/// transaction with what made them go. Lines that say so themselves are not to be forgotten.
///
/// # Errors
/// When the database refuses.
pub fn forget_from_log(conn: &mut Conn, now: NaiveDateTime, what: What, lines: &[String]) -> Result<()> {
    let id = ids::fresh();
    let said = forget(conn, Chain::Log, what, lines, &id)?;
    let entry = Entry::of("system", "forget-lines", "log", "").detail(said);
    audit::record_as(conn, &id, now, &entry)
}

/// The same for either chain, where the caller says so in a line of its own, under the id `said_in` and with the text that
/// this gives as its detail.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, chain: Chain, what: What, lines: &[String], said_in: &str) -> Result<String> {
    let mut sealed = 0;
    for some in lines.chunks(500) {
        sealed += store::take_away(conn, chain, what, some, said_in)?;
    }
    Ok(format!("{}={sealed}", what.word()))
}
