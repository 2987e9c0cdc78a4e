//! Whole numbers for what is many: a block of numbers from a row of `counters`, taken under its lock.
//! Autoincrement differs between the databases; this does not.

use diesel::prelude::*;

use super::schema::counters;
use crate::ground::{Conn, Result};

/// Takes `count` numbers from the counter `name` (`pupil`, `series`, `round`); returns the first.
///
/// # Errors
/// When the database refuses, or there is no such counter.
pub fn take(conn: &mut Conn, name: &str, count: i64) -> Result<i64> {
    let next: i64 = diesel::update(counters::table.find(name))
        .set(counters::next.eq(counters::next + count))
        .returning(counters::next)
        .get_result(conn)?;
    Ok(next - count)
}
