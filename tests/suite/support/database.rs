//! A migrated database of its own for each test, on SQLite or PostgreSQL; `both_databases!` runs a test on both.

use std::sync::LazyLock;

use baken::ground::Db;
use tempfile::TempDir;

use super::postgres;

/// The database of one test; gone when it is dropped.
#[derive(Debug)]
pub struct Database {
    /// The pool under test.
    pub db: Db,
    /// Its address, for a second process.
    pub url: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// Removed with the folder.
    Sqlite {
        _folder: TempDir,
    },
    Postgres {
        name: String,
    },
}

/// What every file on SQLite begins as: migrated once.
static MIGRATED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("migrated.db");
    let db = Db::open(&format!("sqlite://{}", file.display()), 1).expect("the template opens");
    db.migrate().expect("the migrations run on SQLite");
    drop(db);
    std::fs::read(&file).expect("the template is read")
});

impl Database {
    /// A fresh SQLite file.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let file = folder.path().join("baken.db");
        std::fs::write(&file, &*MIGRATED).expect("the template is copied");
        let url = format!("sqlite://{}", file.display());
        Self { db: Db::open(&url, 4).expect("the copy opens"), url, place: Place::Sqlite { _folder: folder } }
    }

    /// A fresh PostgreSQL database.
    pub fn postgres() -> Self {
        let (name, url) = postgres::fresh_database();
        Self { db: Db::open(&url, 4).expect("the copy opens"), url, place: Place::Postgres { name } }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Postgres { name } = &self.place {
            postgres::drop_database(name);
        }
    }
}

/// Each function becomes two tests, `name::sqlite` and `name::postgres`, with a database of its own:
///
/// ```text
/// both_databases! {
///     fn a_school_is_made_once(database: &Database) { … }
///     async fn the_list_asks_for_a_login(database: Database) { … }
/// }
/// ```
macro_rules! both_databases {
    () => {};
    ($(#[$doc:meta])* fn $name:ident($database:ident: &Database) $body:block $($rest:tt)*) => {
        $(#[$doc])*
        fn $name($database: &$crate::support::Database) $body
        mod $name {
            #[test]
            fn sqlite() {
                super::$name(&$crate::support::Database::sqlite());
            }
            #[test]
            fn postgres() {
                super::$name(&$crate::support::Database::postgres());
            }
        }
        $crate::support::both_databases! { $($rest)* }
    };
    ($(#[$doc:meta])* async fn $name:ident($database:ident: Database) $body:block $($rest:tt)*) => {
        $(#[$doc])*
        async fn $name($database: $crate::support::Database) $body
        mod $name {
            #[tokio::test]
            async fn sqlite() {
                super::$name($crate::support::Database::sqlite()).await;
            }
            #[tokio::test]
            async fn postgres() {
                super::$name($crate::support::Database::postgres()).await;
            }
        }
        $crate::support::both_databases! { $($rest)* }
    };
}
pub(crate) use both_databases;
