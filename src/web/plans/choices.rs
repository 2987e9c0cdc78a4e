//! The scales a goal may be watched on, to choose from: of a pupil those it was measured on, of a group or school those of
//! which there are scores.

use std::collections::BTreeSet;

use crate::care::plans::model::Plan;
use crate::evidence::files::Series;
use crate::evidence::informant::Informant;
use crate::evidence::instruments::{Audience, Catalogue};
use crate::evidence::results::store as results;
use crate::ground::scope::Role;
use crate::ground::{Conn, Result, Scope};
use crate::insight::series;
use crate::school::store as people;

/// A scale to choose.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choosable {
    /// The list's name.
    pub instrument: String,
    /// The scale's name.
    pub scale: String,
    /// Who fills it in.
    pub informant: Informant,
    /// List, informant and scale as codes, joined by `/`.
    pub value: String,
}

pub(super) fn scales(
    conn: &mut Conn,
    scope: &Scope,
    instruments: &Catalogue,
    plan: &Plan,
) -> Result<Vec<Choosable>> {
    let choosable: BTreeSet<Choosable> = if let Some(id) = &plan.pupil_id {
        let (pupil, _) = people::pupil(conn, scope, id)?;
        let own = series::measured(conn, scope, instruments, &pupil)?;
        own.iter().map(|series| Choosable::of(instruments, series)).collect()
    } else {
        let coordinates = scope.has_at(Role::Coordinator, &plan.school_id);
        let all = results::series_keys(conn)?.into_keys().filter(|series| {
            let scale = instruments.get(&series.instrument).and_then(|one| one.scale(&series.scale));
            scale.is_some_and(|scale| scale.audience == Audience::Mentor || coordinates)
        });
        all.map(|series| Choosable::of(instruments, &series)).collect()
    };
    Ok(choosable.into_iter().collect())
}

impl Choosable {
    fn of(instruments: &Catalogue, series: &Series) -> Self {
        let instrument = instruments.get(&series.instrument);
        let scale = instrument.and_then(|one| one.scale(&series.scale));
        Self {
            instrument: instrument.map_or_else(|| series.instrument.clone(), |one| one.name.clone()),
            scale: scale.map_or_else(|| series.scale.clone(), |one| one.name.clone()),
            informant: series.informant,
            value: format!("{}/{}/{}", series.instrument, series.informant.code(), series.scale),
        }
    }
}
