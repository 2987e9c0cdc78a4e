//! The database: one connection type for SQLite and PostgreSQL, and the three doors to it.
//! `read` looks, `write` is one transaction, `read_audited` looks and leaves a line in the log.
//! What is asked of the database stands in the `store.rs` of each domain.

pub mod bulk;
mod conn;
pub mod counter;
pub mod schema;

use std::time::Duration;

use chrono::NaiveDateTime;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::{self, CustomizeConnection, ManageConnection, Pool, R2D2Connection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

pub use self::conn::Conn;
use super::{Error, Result, audit};

/// The lock that every writing transaction takes on PostgreSQL; any number will do.
const WRITING: i64 = 1;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

type Transactions = <Conn as Connection>::TransactionManager;

/// Opens connections by the address's scheme: guessing would make a mistyped path a new database.
#[derive(Debug, Clone)]
struct Manager {
    url: String,
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
struct Prepare;

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

    /// [`Db::read_blocking`] off the async thread.
    ///
    /// # Errors
    /// As there.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let db = self.clone();
        off_thread(move || db.read_blocking(work)).await
    }

    /// [`Db::write_blocking`] off the async thread.
    ///
    /// # Errors
    /// As there.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let db = self.clone();
        off_thread(move || db.write_blocking(work)).await
    }

    /// Looks at what must leave a line in the log. The line is a small write after the read, so that the
    /// write lock is not held across it; without the line nothing is shown.
    ///
    /// # Errors
    /// What `work` says, or that the line could not be written.
    pub async fn read_audited<T, F>(&self, now: NaiveDateTime, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<(T, audit::Entry)> + Send + 'static,
    {
        let db = self.clone();
        off_thread(move || {
            let (value, entry) = db.read_blocking(work)?;
            db.write_blocking(|conn| audit::record(conn, now, &entry))?;
            Ok(value)
        })
        .await
    }

    /// Brings the schema up to date; returns how many migrations ran.
    ///
    /// # Errors
    /// When a migration fails.
    pub fn migrate(&self) -> Result<usize> {
        self.read_blocking(|conn| {
            conn.run_pending_migrations(MIGRATIONS).map(|ran| ran.len()).map_err(Error::internal)
        })
    }

    /// Whether the schema is the one this program was built for.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub fn is_current(&self) -> Result<bool> {
        self.read_blocking(|conn| {
            conn.has_pending_migration(MIGRATIONS).map(|pending| !pending).map_err(Error::internal)
        })
    }

    /// Takes all migrations back: for tests of the migrations.
    ///
    /// # Errors
    /// When one cannot be reverted.
    pub fn revert_all(&self) -> Result<()> {
        self.read_blocking(|conn| {
            conn.revert_all_migrations(MIGRATIONS).map(|_reverted| ()).map_err(Error::internal)
        })
    }
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}
