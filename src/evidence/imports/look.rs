//! Looking at imports: only those who may bring in at the school, and what is outside is not there.

use super::{actor::Actor, model::Import, store};
use crate::ground::{Conn, Error, ImportId, Result, SchoolId};

/// How many imports a list shows.
const LISTED: i64 = 50;

/// An import that this person may see.
pub fn opened(conn: &mut Conn, actor: Actor<'_>, id: &ImportId) -> Result<Import> {
    let import = store::import(conn, id)?;
    let allowed = actor.may_import(&import.school_id);
    allowed.map(|()| import).map_err(|_forbidden| Error::NotFound("import"))
}

/// The latest imports of a school, newest first.
pub fn latest(conn: &mut Conn, actor: Actor<'_>, school: &SchoolId) -> Result<Vec<Import>> {
    actor.may_import(school)?;
    store::of_school(conn, school, LISTED)
}
