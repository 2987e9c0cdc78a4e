//! The mark that the coordinator asked for the signals of the starting picture.

use diesel::prelude::*;

use crate::ground::db::schema::schools;
use crate::ground::{Conn, Error, Message, Result, SchoolId};

/// Notes that the coordinator asked for the signals of the starting picture.
///
/// # Errors
/// `Conflict` when it was asked for before.
pub fn ask_starting_picture(conn: &mut Conn, now: chrono::NaiveDateTime, school: &SchoolId) -> Result<()> {
    let asked = diesel::update(schools::table.find(school))
        .filter(schools::starting_picture_asked_at.is_null())
        .set(schools::starting_picture_asked_at.eq(now))
        .execute(conn)?;
    if asked == 0 {
        return Err(Error::Conflict(Message::new("starting-picture-asked")));
    }
    Ok(())
}
