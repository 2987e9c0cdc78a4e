//! What a seal is made of. Pure.

use diesel::prelude::*;

use super::Chain;
use crate::ground::db::schema::seals;
use crate::ground::secret::hash;

/// A line of either log, as text: what happened, and the words with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its id.
    pub(super) id: String,
    /// When, who, what, to what.
    pub(super) what: Vec<String>,
    /// Reason and detail.
    pub(super) words: Vec<String>,
}

/// A seal, as a row.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = seals, treat_none_as_default_value = false)]
pub(super) struct Link {
    /// Which chain.
    pub(super) chain: Chain,
    /// The place in it, from one.
    pub(super) seq: i64,
    /// The line.
    pub(super) line_id: String,
    /// Without it the hash cannot be guessed at: it goes with the line.
    pub(super) line_salt: Option<String>,
    /// Of what the line says happened.
    pub(super) line_hash: String,
    /// Goes with the words.
    pub(super) words_salt: Option<String>,
    /// Of the words.
    pub(super) words_hash: String,
    /// The line that says that this one was forgotten.
    pub(super) line_gone_by: Option<String>,
    /// The line that says that its words were.
    pub(super) words_gone_by: Option<String>,
    /// Over the seal before it and all of the above that never goes.
    pub(super) seal: String,
}

impl Link {
    /// The next of a chain, over a line.
    pub(super) fn new(chain: Chain, seq: i64, before: &str, line: &Line, salts: (String, String)) -> Self {
        let mut link = Self {
            chain,
            seq,
            line_id: line.id.clone(),
            line_hash: salted(&salts.0, &line.what),
            line_salt: Some(salts.0),
            words_hash: salted(&salts.1, &line.words),
            words_salt: Some(salts.1),
            line_gone_by: None,
            words_gone_by: None,
            seal: String::new(),
        };
        link.seal = link.sealed(before);
        link
    }

    /// The seal that belongs here, after another.
    pub(super) fn sealed(&self, before: &str) -> String {
        let seq = self.seq.to_string();
        let parts = [
            before,
            self.chain.as_str(),
            seq.as_str(),
            self.line_id.as_str(),
            self.line_hash.as_str(),
            self.words_hash.as_str(),
        ];
        hash(parts.join("\n"))
    }
}

/// The hash of some parts under a salt; no two lists of parts are written alike.
pub(super) fn salted(salt: &str, parts: &[String]) -> String {
    let lengths = parts.iter().fold(salt.to_owned(), |text, part| format!("{text}\n{}:{part}", part.len()));
    hash(lengths)
}
