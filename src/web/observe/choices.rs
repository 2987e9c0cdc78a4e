//! Whom an observation can be about.

use std::collections::HashSet;

use super::form::ObservationForm;
use crate::ground::audit::Entry;
use crate::ground::{Conn, GroupId, PupilId, Result, Scope};
use crate::school::accounts::store as drafts;
use crate::school::{Pupil, store as people};

/// Whom it can be about.
pub(super) struct Choices {
    pub(super) subject: String,
    pub(super) recent: Vec<Pupil>,
    pub(super) others: Vec<Pupil>,
}

/// Whom it can be about: the one chosen, the first of own groups as buttons, the rest in a list.
pub(super) fn choices(conn: &mut Conn, scope: &Scope, form: &ObservationForm) -> Result<(Choices, Entry)> {
    let mut own: Vec<Pupil> = Vec::new();
    for (group, _) in &scope.groups {
        own.extend(people::pupils_of_group(conn, scope, group)?);
    }
    // Who is tied to a home group and a cluster has some pupils by both.
    let mut met = HashSet::new();
    own.retain(|pupil| met.insert(pupil.id.clone()));
    let subject = if form.groep.is_empty() {
        let chosen = PupilId(form.leerling.clone());
        let found = people::pupils_by_id(conn, scope, &[chosen])?;
        found.first().map(Pupil::full_name).unwrap_or_default()
    } else {
        people::group_for(conn, scope, &GroupId(form.groep.clone()))?.0.name
    };
    let last = drafts::draft(conn, &scope.account, "observed")?.unwrap_or_default();
    let last: Vec<&str> = last.split(' ').collect();
    own.sort_by_key(|pupil| {
        let at = last.iter().position(|id| *id == pupil.id.0);
        (at.unwrap_or(usize::MAX), pupil.first_name.clone())
    });
    let others = own.split_off(own.len().min(5));
    let entry = Entry::by(scope, "list-pupils", "pupils", "").because(scope.capacity());
    let choices = Choices { subject, recent: own, others };
    Ok((choices, entry))
}
