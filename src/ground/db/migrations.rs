//! The schema: bringing it up to date, and asking whether it is. The migrations stand in `migrations/`.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Db;
use crate::ground::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

impl Db {
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
