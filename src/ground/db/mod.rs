//! The database: one connection type for SQLite and PostgreSQL, and the three doors to it.
//! `read` looks, `write` is one transaction, `read_audited` looks and leaves a line in the log. What must be of one moment looks
//! by `read_at_once_blocking`.
//! What is asked of the database stands in the `store.rs` of each domain.

pub mod bulk;
mod conn;
pub mod counter;
mod migrations;
mod off_thread;
mod pool;
pub mod schema;

use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::Pool;

use self::pool::{Manager, Prepare};
use super::{Error, Result};

pub use self::conn::Conn;

/// The lock that every writing transaction takes on PostgreSQL; any number will do.
const WRITING: i64 = 1;

type Transactions = <Conn as Connection>::TransactionManager;

/// The pool. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Db")
    }
}

impl Db {
    /// Opens the database at `sqlite://PATH` or `postgres://…`.
    ///
    /// # Errors
    /// Another scheme, or a database that cannot be reached.
    pub fn open(url: &str, connections: u32) -> Result<Self> {
        let known = ["sqlite://", "postgres://", "postgresql://"];
        if !known.iter().any(|scheme| url.starts_with(scheme)) {
            return Err(Error::internal("the database address begins with sqlite:// or postgres://"));
        }
        if let Some(folder) =
            url.strip_prefix("sqlite://").and_then(|path| std::path::Path::new(path).parent())
        {
            std::fs::create_dir_all(folder).map_err(Error::internal)?;
        }
        let pool = Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(10))
            .connection_customizer(Box::new(Prepare))
            .build(Manager { url: url.to_owned() })
            .map_err(|_address_may_hold_a_password| Error::internal("the database cannot be reached"))?;
        Ok(Self { pool })
    }

    /// Looks, without a transaction. Blocks: from async code use [`Db::read`].
    ///
    /// # Errors
    /// What `work` says, or `Busy`.
    pub fn read_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut pooled = self.pool.get().map_err(|_timeout| Error::Busy)?;
        work(&mut pooled)
    }

    /// Looks, all of it at one moment: what others write meanwhile is not seen. Blocks.
    ///
    /// # Errors
    /// What `work` says, or `Busy`.
    pub fn read_at_once_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut pooled = self.pool.get().map_err(|_timeout| Error::Busy)?;
        let conn: &mut Conn = &mut pooled;
        match conn {
            Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction(c)?,
            // Its usual transaction sees at each query what was written before that query.
            Conn::Postgres(c) => AnsiTransactionManager::begin_transaction_sql(
                c,
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            )?,
        }
        let found = work(conn);
        Transactions::rollback_transaction(conn)?;
        found
    }

    /// Changes, in one transaction that holds the write lock from its start on SQLite
    /// (a deferred one that read first cannot be upgraded). Blocks: from async code use [`Db::write`].
    ///
    /// # Errors
    /// What `work` says (then nothing was stored), or `Busy`.
    pub fn write_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.in_transaction(work, Transactions::commit_transaction)
    }

    /// Does what [`Db::write_blocking`] would and takes it back: what would happen, to the letter.
    ///
    /// # Errors
    /// As there.
    pub fn rehearse_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.in_transaction(work, Transactions::rollback_transaction)
    }

    fn in_transaction<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T>,
        end: fn(&mut Conn) -> QueryResult<()>,
    ) -> Result<T> {
        let mut pooled = self.pool.get().map_err(|_timeout| Error::Busy)?;
        let conn: &mut Conn = &mut pooled;
        match conn {
            Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
            Conn::Postgres(c) => {
                AnsiTransactionManager::begin_transaction(c)?;
                // One board is one database: its writes follow one another, as SQLite's do. Without it two that read
                // before they write could both pass a check that only one of them meets.
                diesel::sql_query(format!("SELECT pg_advisory_xact_lock({WRITING})")).execute(c)?;
            }
        }
        match work(conn) {
            Ok(value) => {
                end(conn)?;
                Ok(value)
            }
            Err(error) => {
                Transactions::rollback_transaction(conn)?;
                Err(error)
            }
        }
    }
}
