//! Looking whether a chain holds: every seal over the one before it, every line under its seal, what went under a line
//! that says so.

use std::collections::{BTreeMap, HashMap};

use super::link::{Line, Link, salted};
use super::{Chain, What, store};
use crate::ground::{Conn, Result};

/// How many seals are looked at in one go.
const PAGE: i64 = 2000;

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It is not there, and no line says that it was forgotten.
    Missing,
    /// It does not say what it said when it was sealed.
    Altered,
    /// It was put in: it has no seal, or came back after it was forgotten.
    Added,
    /// Its seal does not follow from the one before: a seal was changed, or one before it taken out.
    Broken,
}

/// A line with which something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its id.
    pub line: String,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// What is wrong, in the order of the chain.
    pub faults: Vec<Fault>,
    /// The last seal: written down elsewhere, it shows later whether the end was cut off.
    pub last: Option<String>,
}

/// Whether a chain still holds a seal that was written down.
///
/// # Errors
/// When the database refuses.
pub fn holds(conn: &mut Conn, chain: Chain, seal: &str) -> Result<bool> {
    store::is_there(conn, chain, seal)
}

/// Looks at a whole chain.
///
/// # Errors
/// When the database refuses.
pub fn verify(conn: &mut Conn, chain: Chain) -> Result<Checked> {
    let mut found = Checked::default();
    let (mut seq, mut before) = (0, String::new());
    let mut gone: BTreeMap<(String, &'static str), Vec<String>> = BTreeMap::new();
    loop {
        let links = store::after(conn, chain, seq, PAGE)?;
        if links.is_empty() {
            break;
        }
        let ids: Vec<String> = links.iter().map(|link| link.line_id.clone()).collect();
        let lines: HashMap<String, Line> =
            store::lines(conn, chain, &ids)?.into_iter().map(|line| (line.id.clone(), line)).collect();
        for link in links {
            let flaw = if link.seq != seq + 1 || link.seal != link.sealed(&before) {
                Some(Flaw::Broken)
            } else {
                under_seal(&link, lines.get(&link.line_id))
            };
            (seq, before) = (link.seq, link.seal);
            found.faults.extend(flaw.map(|flaw| Fault { line: link.line_id.clone(), flaw }));
            for (said, what) in [(link.line_gone_by, What::Lines), (link.words_gone_by, What::Words)] {
                if let Some(said) = said {
                    gone.entry((said, what.word())).or_default().push(link.line_id.clone());
                }
            }
        }
    }
    for ((said, what), lines) in gone {
        let expected = format!("{what}={}", lines.len());
        let told = store::said(conn, &said)?.unwrap_or_default();
        if !told.split(' ').any(|part| part == expected) {
            found.faults.extend(lines.into_iter().map(|line| Fault { line, flaw: Flaw::Missing }));
        }
    }
    let added = store::marked_without_seal(conn, chain)?;
    found.faults.extend(added.into_iter().map(|line| Fault { line, flaw: Flaw::Added }));
    found.last = store::last(conn, chain)?.map(|(_, seal)| seal);
    Ok(found)
}

/// What is wrong between a seal and its line.
fn under_seal(link: &Link, line: Option<&Line>) -> Option<Flaw> {
    let Some(salt) = &link.line_salt else {
        return match (line, &link.line_gone_by) {
            (None, Some(_)) => None,
            (None, None) => Some(Flaw::Missing),
            (Some(_), _) => Some(Flaw::Added),
        };
    };
    let Some(line) = line else { return Some(Flaw::Missing) };
    let words_stand = match &link.words_salt {
        Some(salt) => salted(salt, &line.words) == link.words_hash,
        None => link.words_gone_by.is_some() && line.words.iter().all(String::is_empty),
    };
    (salted(salt, &line.what) != link.line_hash || !words_stand).then_some(Flaw::Altered)
}
