//! Through which connection an import works: short transactions of its own, or one that is open already and will be rolled
//! back, for a rehearsal.

use std::cell::RefCell;

use crate::ground::{Conn, Db, Result};

/// The way to the database.
pub enum Doorway<'a> {
    /// Each step a transaction of its own.
    Own(&'a Db),
    /// All steps within one.
    Within(RefCell<&'a mut Conn>),
}

impl Doorway<'_> {
    /// Looks.
    pub fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        match self {
            Self::Own(db) => db.read_blocking(work),
            Self::Within(conn) => work(&mut conn.borrow_mut()),
        }
    }

    /// Changes.
    pub fn write<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        match self {
            Self::Own(db) => db.write_blocking(work),
            Self::Within(conn) => work(&mut conn.borrow_mut()),
        }
    }
}
