//! All that is asked of the database about prepared lists. Callers hold the pupil by their scope.

use diesel::prelude::*;

use super::Preparation;
use crate::evidence::conversations::Conversation;
use crate::ground::db::schema::preparations;
use crate::ground::{Conn, Result};
use crate::school::Pupil;

pub(super) fn insert(conn: &mut Conn, preparation: &Preparation) -> Result<()> {
    diesel::insert_into(preparations::table).values(preparation).execute(conn)?;
    Ok(())
}

/// The prepared lists about a pupil, newest first.
///
/// # Errors
/// When the database refuses.
pub fn about_pupil(conn: &mut Conn, pupil: &Pupil) -> Result<Vec<Preparation>> {
    Ok(preparations::table
        .filter(preparations::pupil_id.eq(&pupil.id))
        .order((preparations::filled_on.desc(), preparations::id.desc()))
        .select(Preparation::as_select())
        .load(conn)?)
}

/// Ties the lists that wait to the conversation they were for.
///
/// # Errors
/// When the database refuses.
pub fn were_for(conn: &mut Conn, pupil: &Pupil, held: &Conversation) -> Result<()> {
    diesel::update(preparations::table)
        .filter(preparations::pupil_id.eq(&pupil.id))
        .filter(preparations::conversation_id.is_null())
        .filter(preparations::filled_on.le(held.held_on))
        .set(preparations::conversation_id.eq(&held.id))
        .execute(conn)?;
    Ok(())
}
