//! What the tests stand on: both databases, the real service on a free port, a mail server, a browser.
//! Everything started here ends with the test process, however that ends.

pub mod browser;
pub mod cast;
pub mod database;
mod hands;
mod judge;
pub mod mail;
pub mod on_files;
pub mod people;
pub mod postgres;
pub mod process;
mod rosters;
pub mod server;

use std::path::PathBuf;

/// The folder of the checkout whose tests run. Asked when they run: what was compiled may come from another checkout,
/// of which only the target folder was kept.
#[expect(clippy::disallowed_methods, reason = "where the tests stand is no setting of the program")]
pub fn checkout() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

pub use self::browser::Browser;
pub use self::database::Database;
pub(crate) use self::database::both_databases;
pub use self::mail::MailServer;
pub use self::server::{App, client};
