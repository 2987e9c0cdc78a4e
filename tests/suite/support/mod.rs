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

pub use self::browser::Browser;
pub use self::database::Database;
pub(crate) use self::database::both_databases;
pub use self::mail::MailServer;
pub use self::server::{App, client};
