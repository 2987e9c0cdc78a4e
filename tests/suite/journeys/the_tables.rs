//! The tables as the program knows them are the tables there are, columns and types alike, on both databases, also
//! after going back and forth.

use std::collections::BTreeMap;

use baken::ground::Db;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::support::both_databases;

const SCHEMA: &str = include_str!("../../../src/ground/db/schema.rs");

/// The columns of each table with their types, by the name of the table.
type Tables = BTreeMap<String, Vec<String>>;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    may_be_empty: String,
}

impl Column {
    /// As `schema.rs` writes it.
    fn written(&self) -> String {
        let kind = match self.kind.to_lowercase().as_str() {
            "text" => "Text",
            "bigint" => "BigInt",
            "integer" => "Integer",
            "double precision" => "Double",
            "date" => "Date",
            "timestamp" | "timestamp without time zone" => "Timestamp",
            "boolean" => "Bool",
            "bytea" => "Binary",
            other => panic!("a type that schema.rs has no word for: {other}"),
        };
        match self.may_be_empty.as_str() {
            "YES" => format!("{} Nullable<{kind}>", self.name),
            _ => format!("{} {kind}", self.name),
        }
    }
}

/// The tables as `schema.rs` says them.
fn as_written() -> Tables {
    let mut tables = Tables::new();
    for block in SCHEMA.split("diesel::table! {").skip(1) {
        let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty());
        let name = lines.next().and_then(|head| head.split(' ').next());
        let columns = lines.take_while(|line| *line != "}").filter_map(|line| line.split_once(" -> ")).map(
            |(column, kind)| format!("{} {}", column.trim_start_matches("r#"), kind.trim_end_matches(',')),
        );
        tables.insert(name.expect("a name").to_owned(), sorted(columns.collect()));
    }
    tables
}

/// The same tables as the database has them.
fn as_built(db: &Db, url: &str, names: impl Iterator<Item = String>) -> Tables {
    names
        .map(|table| {
            let ask = if url.starts_with("sqlite") {
                format!(
                    "SELECT name, type AS kind, CASE WHEN \"notnull\" = 0 AND pk = 0 THEN 'YES' ELSE 'NO' END \
                     AS may_be_empty FROM pragma_table_info('{table}')"
                )
            } else {
                format!(
                    "SELECT column_name::text AS name, data_type::text AS kind, is_nullable::text AS may_be_empty \
                     FROM information_schema.columns \
                     WHERE table_schema = current_schema() AND table_name = '{table}'"
                )
            };
            let found: Vec<Column> = db
                .read_blocking(|conn| Ok(diesel::sql_query(ask).load(conn)?))
                .expect("its columns");
            let columns = found.iter().map(Column::written).collect();
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
        assert!(written.len() >= 30 && written["audit"].contains(&"account_id Nullable<Text>".to_owned()), "{written:?}");
        let built = |db: &Db| as_built(db, &database.url, written.keys().cloned());
        assert_eq!(built(&database.db), written);

        database.db.revert_all().unwrap();
        assert!(built(&database.db).values().all(Vec::is_empty), "nothing is left");
        assert!(database.db.migrate().unwrap() > 0);
        assert_eq!(built(&database.db), written);
    }
}
