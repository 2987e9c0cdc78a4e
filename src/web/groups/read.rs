//! All that the page of a group needs, read in one go.

use std::collections::HashMap;

use crate::evidence::conversations::{self};
use crate::evidence::instruments::Catalogue;
use crate::evidence::observations::{self};
use crate::ground::audit::Entry;
use crate::ground::scope::Why;
use crate::ground::{Conn, GroupId, Result, Scope};
use crate::insight::series::{self, Scale};
use crate::school::{Group, Pupil, store as people};
use crate::web::told::Told;

/// What is known of a group.
pub(super) struct Known {
    pub(super) group: Group,
    pub(super) why: Why,
    pub(super) mentors: Vec<String>,
    pub(super) pupils: Vec<Pupil>,
    pub(super) scales: HashMap<i64, Vec<Scale>>,
    pub(super) told: Told,
}

pub(super) fn read(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    id: &GroupId,
) -> Result<(Known, Entry)> {
    let (group, why) = people::group_for(conn, scope, id)?;
    let mentors = people::mentors(conn, &group.id, scope.today)?;
    let pupils = people::pupils_of_group(conn, scope, &group.id)?;
    let scales = series::of_pupils(conn, scope, catalogue, &pupils)?;
    let observations = observations::about_group(conn, &group)?;
    let conversations = conversations::about_group(conn, &group)?;
    let told = Told::read(conn, scope, &group.id.0, observations, conversations, None)?;
    let entry = Entry::by(scope, "view-group", "group", &group.id).because(why.word());
    let known = Known {
        group,
        why,
        mentors: mentors.into_iter().map(|(_, name)| name).collect(),
        pupils,
        scales,
        told,
    };
    Ok((known, entry))
}
