//! The scales a goal may be watched on, to choose from: of a pupil those it was measured on, of a group or school those of
//! which there are scores.

use std::collections::BTreeSet;

use crate::care::plans::model::Plan;
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
    let mut found = BTreeSet::new();
    if let Some(id) = &plan.pupil_id {
        let (pupil, _) = people::pupil(conn, scope, id)?;
        let own = series::of_pupils(conn, scope, instruments, std::slice::from_ref(&pupil))?;
        for scale in own.into_values().flatten() {
            let (instrument, code) = &scale.code;
            for line in &scale.lines {
                found.insert(Choosable {
                    instrument: scale.instrument.clone(),
                    scale: scale.name.clone(),
                    informant: line.informant,
                    value: format!("{instrument}/{}/{code}", line.informant.code()),
                });
            }
        }
        return Ok(found.into_iter().collect());
    }
    let coordinates = scope.has_at(Role::Coordinator, &plan.school_id);
    for series in results::series_keys(conn)?.into_keys() {
        let Some(instrument) = instruments.get(&series.instrument) else { continue };
        let Some(scale) = instrument.scale(&series.scale) else { continue };
        if scale.audience == Audience::Mentor || coordinates {
            found.insert(Choosable {
                instrument: instrument.name.clone(),
                scale: scale.name.clone(),
                informant: series.informant,
                value: format!("{}/{}/{}", series.instrument, series.informant.code(), series.scale),
            });
        }
    }
    Ok(found.into_iter().collect())
}
