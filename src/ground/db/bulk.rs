//! Many rows at once: COPY on PostgreSQL, a prepared insert repeated on SQLite.
//! For the few tables that grow with every import.

/// Inserts all rows of a slice into a table; an expression of type `QueryResult<usize>`.
///
/// The rows' type derives `Insertable` with `treat_none_as_default_value = false`.
macro_rules! insert_all {
    ($conn:expr, $table:expr, $rows:expr) => {
        match $conn {
            $crate::ground::db::Conn::Sqlite(c) => {
                let mut inserted = 0;
                // SQLite binds at most 32 766 values a statement.
                for chunk in $rows.chunks(500) {
                    inserted +=
                        ::diesel::RunQueryDsl::execute(::diesel::insert_into($table).values(chunk), c)?;
                }
                ::diesel::QueryResult::Ok(inserted)
            }
            $crate::ground::db::Conn::Postgres(c) => {
                ::diesel::ExecuteCopyFromDsl::execute(::diesel::copy_from($table).from_insertable($rows), c)
            }
        }
    };
}
pub(crate) use insert_all;
