//! All that the page of the school needs, read in one go.

use crate::evidence::instruments::Catalogue;
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, Result, SchoolId, Scope};
use crate::insight::care_figures::{self, CareFigures};
use crate::insight::disclosure::Reader;
use crate::insight::load::{self, Load};
use crate::insight::school::{self, Figures};
use crate::insight::totals::{self, Outcome};
use crate::school::{Group, School, store as people};
use crate::signals::silence_store::{self, Kept};
use crate::web::plans::Beside;
use crate::web::told::Told;

pub(super) struct Known {
    pub(super) school: School,
    pub(super) others: Vec<School>,
    pub(super) figures: Vec<Figures>,
    pub(super) groups: Vec<Group>,
    /// Outcomes that came in without pupils.
    pub(super) outcomes: Vec<Outcome>,
    pub(super) load: Load,
    pub(super) care: CareFigures,
    /// Plans for the school itself, for its coordinator.
    pub(super) plans: Beside,
    pub(super) reader: Reader,
    pub(super) smallest: u32,
    /// What was raised on the school itself.
    pub(super) told: Told,
    /// What the rules could not say of it.
    pub(super) silences: Vec<Kept>,
}

pub(super) fn read(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    wanted: &str,
    smallest: u32,
) -> Result<(Known, Entry)> {
    let mut own = scope.schools_as(Role::Coordinator);
    own.extend(scope.schools_as(Role::Leader));
    let others: Vec<School> =
        people::schools_of(conn, scope)?.into_iter().filter(|school| own.contains(&school.id)).collect();
    let school = others
        .iter()
        .find(|school| wanted.is_empty() || school.id == SchoolId(wanted.to_owned()))
        .cloned()
        .ok_or(Error::NotFound("school"))?;
    let reader = Reader::of(scope, &school.id, smallest);
    let figures = school::figures(conn, scope, catalogue, &school.id, reader)?;
    let outcomes = totals::of_school(conn, scope, catalogue, &school.id, smallest)?;
    let ids: Vec<GroupId> = figures
        .iter()
        .flat_map(|one| one.groups.iter().map(|(id, _)| id.clone()))
        .chain(outcomes.iter().filter_map(|one| one.group.clone()))
        .collect();
    let groups = people::groups_by_id(conn, &ids)?;
    let load = load::of_school(conn, scope, &school.id, reader)?;
    let care = care_figures::of_school(conn, scope, &school.id, reader)?;
    let plans = Beside::read(conn, scope, &school.id.0)?;
    let entry = Entry::by(scope, "view-school", "school", &school.id).at(scope, &school.id);
    let told = Told::read(conn, scope, &school.id.0, Vec::new(), Vec::new(), None)?;
    let silences = silence_store::of_schools(conn, std::slice::from_ref(&school.id))?;
    let known = Known {
        school,
        others,
        figures,
        groups,
        outcomes,
        load,
        care,
        plans,
        reader,
        smallest,
        told,
        silences,
    };
    Ok((known, entry))
}
