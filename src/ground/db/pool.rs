//! Opening connections: by the address's scheme, each prepared before its first query. The doors: `db`.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::{self, CustomizeConnection, ManageConnection, R2D2Connection};

use super::Conn;
use crate::ground::Result;

/// Opens connections by the address's scheme: guessing would make a mistyped path a new database.
#[derive(Debug, Clone)]
pub(super) struct Manager {
    pub(super) url: String,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Conn, r2d2::Error> {
        let opened = if let Some(path) = self.url.strip_prefix("sqlite://") {
            SqliteConnection::establish(path).map(Conn::Sqlite)
        } else {
            PgConnection::establish(&self.url).map(Conn::Postgres)
        };
        opened.map_err(r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), r2d2::Error> {
        conn.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

/// What every SQLite connection needs before its first query.
#[derive(Debug)]
pub(super) struct Prepare;

impl CustomizeConnection<Conn, r2d2::Error> for Prepare {
    fn on_acquire(&self, conn: &mut Conn) -> Result<(), r2d2::Error> {
        if let Conn::Sqlite(sqlite) = conn {
            sqlite
                .batch_execute(
                    "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; \
                     PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
                )
                .map_err(r2d2::Error::QueryError)?;
        }
        Ok(())
    }
}
