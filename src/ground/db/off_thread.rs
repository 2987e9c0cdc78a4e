//! The three doors for async code: the same work, off the async thread.

use chrono::NaiveDateTime;

use super::{Conn, Db};
use crate::ground::{Error, Result, audit};

impl Db {
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

    /// [`Db::rehearse_blocking`] off the async thread.
    ///
    /// # Errors
    /// As there.
    pub async fn rehearse<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let db = self.clone();
        off_thread(move || db.rehearse_blocking(work)).await
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
        self.read_audited_each(now, move |conn| {
            let (value, entry) = work(conn)?;
            Ok((value, vec![entry]))
        })
        .await
    }

    /// The same for what shows several subjects at length, a pack for a meeting for instance: a line for each.
    ///
    /// # Errors
    /// As there.
    pub async fn read_audited_each<T, F>(&self, now: NaiveDateTime, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<(T, Vec<audit::Entry>)> + Send + 'static,
    {
        let db = self.clone();
        off_thread(move || {
            let (value, entries) = db.read_blocking(work)?;
            db.write_blocking(|conn| entries.iter().try_for_each(|entry| audit::record(conn, now, entry)))?;
            Ok(value)
        })
        .await
    }
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}
