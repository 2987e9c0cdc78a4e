//! Sealing what was written since: in batches, by the worker, so that no reading waits for it. Two workers follow one
//! another, since each batch is one writing transaction.

use super::Chain;
use super::link::Link;
use super::store;
use crate::ground::secret::token;
use crate::ground::{Conn, Result};

/// How many lines are sealed in one transaction.
pub const BATCH: i64 = 200;

/// Whether a line of either chain waits for its seal.
///
/// # Errors
/// When the database refuses.
pub fn waits(conn: &mut Conn) -> Result<bool> {
    Ok(!store::unsealed(conn, Chain::Log, 1)?.is_empty()
        || !store::unsealed(conn, Chain::Meldcode, 1)?.is_empty())
}

/// Seals the next batch of lines of each chain; gives how many. In a writing transaction.
///
/// # Errors
/// When the database refuses.
pub fn seal(conn: &mut Conn) -> Result<usize> {
    let mut sealed = 0;
    for chain in Chain::ALL {
        let mut lines = store::unsealed(conn, *chain, BATCH)?;
        sealed += lines.len();
        // A line whose mark was taken off has its seal already, and keeps that: `verify` holds the two together.
        let known = store::sealed_among(conn, *chain, &lines)?;
        for (id, seq) in &known {
            store::mark(conn, *chain, id, *seq)?;
        }
        lines.retain(|line| !known.iter().any(|(id, _)| *id == line.id));
        let (mut seq, mut before) = store::last(conn, *chain)?.unwrap_or_default();
        let mut links = Vec::new();
        for line in &lines {
            seq += 1;
            let link = Link::new(*chain, seq, &before, line, (token()?, token()?));
            before.clone_from(&link.seal);
            links.push(link);
            store::mark(conn, *chain, &line.id, seq)?;
        }
        store::insert(conn, &links)?;
    }
    Ok(sealed)
}
