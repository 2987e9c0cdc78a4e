//! The tables as the program knows them are the tables there are, on both databases, also after going back and forth.

use std::collections::BTreeMap;

use baken::ground::Db;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::support::both_databases;

const SCHEMA: &str = include_str!("../../../src/ground/db/schema.rs");

/// The columns of each table, by the name of the table.
type Tables = BTreeMap<String, Vec<String>>;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The tables as `schema.rs` says them.
fn as_written() -> Tables {
    let mut tables = Tables::new();
    for block in SCHEMA.split("diesel::table! {").skip(1) {
        let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty());
        let name = lines.next().and_then(|head| head.split(' ').next());
        let columns = lines
            .take_while(|line| *line != "}")
            .filter_map(|line| line.split_once(" -> "))
            .map(|(column, _)| column.trim_start_matches("r#").to_owned());
        tables.insert(name.expect("a name").to_owned(), sorted(columns.collect()));
    }
    tables
}

/// The same tables as the database has them.
fn as_built(db: &Db, url: &str, names: impl Iterator<Item = String>) -> Tables {
    names
        .map(|table| {
            let ask = if url.starts_with("sqlite") {
                format!("SELECT name FROM pragma_table_info('{table}')")
            } else {
                format!(
                    "SELECT column_name::text AS name FROM information_schema.columns \
                     WHERE table_schema = current_schema() AND table_name = '{table}'"
                )
            };
            let found: Vec<Column> = db
                .read_blocking(|conn| Ok(diesel::sql_query(ask).load(conn)?))
                .expect("its columns");
            let columns = found.into_iter().map(|column| column.name).collect();
            (table, sorted(columns))
        })
        .collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

both_databases! {
    fn the_schema_is_what_the_migrations_build(database: &Database) {
        let written = as_written();
        assert!(written.len() >= 30 && written["audit"].contains(&"reason".to_owned()), "{written:?}");
        let built = |db: &Db| as_built(db, &database.url, written.keys().cloned());
        assert_eq!(built(&database.db), written);

        database.db.revert_all().unwrap();
        assert!(built(&database.db).values().all(Vec::is_empty), "nothing is left");
        assert!(database.db.migrate().unwrap() > 0);
        assert_eq!(built(&database.db), written);
    }
}
