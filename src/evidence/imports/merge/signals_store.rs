//! What merging asks of and writes to signals: no more of a signal than what a merge changes.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ground::db::schema::{signal_evidence, signals};
use crate::ground::{Conn, PupilId, Result};

/// What a merge may change in a signal.
#[derive(Debug, Clone, Queryable, Selectable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = signals, treat_none_as_null = true)]
pub struct Held {
    /// Its id.
    pub id: String,
    /// The pupil, as the list has it.
    pub subject: String,
    /// The pupil.
    pub pupil_id: Option<PupilId>,
    /// The domain; may be empty.
    pub domain: String,
    /// `A`, `B` or `C`.
    pub severity: String,
    /// Whether a person's concern is among the evidence.
    pub human: bool,
    /// Whether it is for the coordinator alone.
    pub restricted: bool,
    /// Where it stands, by the word of the database.
    pub state: String,
    /// When it last moved or got evidence.
    pub changed_at: NaiveDateTime,
}

/// The signals about a pupil.
pub fn about(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Held>> {
    Ok(signals::table
        .filter(signals::subject.eq(&pupil.0))
        .order(signals::id)
        .select(Held::as_select())
        .load(conn)?)
}

/// Writes what a merge changed.
pub fn save(conn: &mut Conn, held: &Held) -> Result<()> {
    diesel::update(signals::table.find(&held.id)).set(held).execute(conn)?;
    Ok(())
}

/// The evidence of a signal, by id.
pub fn evidence_of(conn: &mut Conn, signal: &str) -> Result<Vec<String>> {
    Ok(signal_evidence::table
        .filter(signal_evidence::signal_id.eq(signal))
        .order(signal_evidence::id)
        .select(signal_evidence::id)
        .load(conn)?)
}

/// Lets a piece of evidence hang on a signal.
pub fn hang(conn: &mut Conn, evidence: &str, on: &str) -> Result<()> {
    let row = signal_evidence::table.find(evidence);
    diesel::update(row).set(signal_evidence::signal_id.eq(on)).execute(conn)?;
    Ok(())
}
