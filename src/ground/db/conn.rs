//! The connection type: an enum over both databases on which diesel's queries run unchanged.
use diesel::prelude::*;

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// The embedded default.
    Sqlite(SqliteConnection),
    /// The server.
    Postgres(PgConnection),
}
