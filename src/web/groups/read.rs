//! All that the page of a group needs, read in one go.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::analytics::{sociogram::Measurement, standing::Standing};
use crate::evidence::conversations::{self};
use crate::evidence::instruments::Catalogue;
use crate::evidence::objections::{self, Objection};
use crate::evidence::observations::{self};
use crate::ground::audit::Entry;
use crate::ground::scope::Why;
use crate::ground::{Conn, GroupId, PupilId, Result, Scope};
use crate::insight::series::{self, Scale};
use crate::insight::totals::{self, Outcome};
use crate::school::{Group, Pupil, store as people};
use crate::signals::finding::Rule;
use crate::signals::ruleset::Ruleset;
use crate::signals::silence_store::{self, Kept};
use crate::signals::sociogram_store;
use crate::web::plans::Beside;
use crate::web::told::Told;

/// What is known of a group.
pub(super) struct Known {
    pub(super) group: Group,
    pub(super) why: Why,
    pub(super) mentors: Vec<String>,
    pub(super) pupils: Vec<Pupil>,
    /// Those of whom it is the home group: in a cluster no figure is given, so that no pupil counts twice.
    pub(super) scales: HashMap<i64, Vec<Scale>>,
    /// Whether it is a cluster for all of them.
    pub(super) cluster: bool,
    /// Which of its pupils are left out of which list, by list.
    pub(super) left_out: Vec<Objection>,
    /// Outcomes that came in without pupils.
    pub(super) outcomes: Vec<Outcome>,
    pub(super) plans: Beside,
    pub(super) told: Told,
    /// The rules of its school.
    pub(super) ruleset: Ruleset,
    /// What the rules could not say of it.
    pub(super) silences: Vec<Kept>,
    /// Its last sociogram.
    pub(super) sociogram: Option<Measurement>,
}

impl Known {
    /// The lists on which the group as a whole is judged, with who filled them in: measured twice, and nothing said that keeps
    /// the rule silent.
    pub(super) fn may_move(&self) -> BTreeSet<(&str, &str)> {
        let silent = self.silences.iter().filter(|one| one.rule == Rule::GroupShift);
        let silent: HashSet<_> =
            silent.map(|one| (one.instrument.as_str(), one.informant.as_str())).collect();
        let lists = self.scales.values().flatten().flat_map(|scale| {
            let twice = scale.lines.iter().filter(|line| line.points.len() > 1);
            twice.map(|line| (scale.code.0.as_str(), line.informant.code()))
        });
        lists.filter(|list| !silent.contains(list)).collect()
    }

    /// Whether anybody's list says of a pupil that a domain asks attention: then it is no strength of the pupil's.
    pub(super) fn worries(&self, pupil: &Pupil, domain: &str) -> bool {
        let scales = self.scales.get(&pupil.key).into_iter().flatten().filter(|scale| scale.domain == domain);
        scales.flat_map(|scale| &scale.lines).filter_map(|line| line.standing).any(Standing::is_concern)
    }
}

pub(super) fn read(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    (id, smallest): (&GroupId, u32),
) -> Result<(Known, Entry)> {
    let (group, why) = people::group_for(conn, scope, id)?;
    let mentors = people::mentors(conn, &group.id, scope.today)?;
    let pupils = people::pupils_of_group(conn, scope, &group.id)?;
    let cluster = people::clusters_among(conn, std::slice::from_ref(&group.id))?.contains(&group.id);
    let home = people::at_home_in(conn, std::slice::from_ref(&group.id), scope.today)?;
    let at_home: Vec<Pupil> = pupils.iter().filter(|pupil| home.contains(&pupil.id)).cloned().collect();
    let scales = series::of_pupils(conn, scope, catalogue, &at_home)?;
    let ids: Vec<PupilId> = at_home.iter().map(|pupil| pupil.id.clone()).collect();
    let left_out = objections::of_pupils(conn, &ids)?;
    let of_group = (&group.school_id, &group.id);
    let outcomes = totals::of_group(conn, scope, catalogue, of_group, smallest)?;
    let observations = observations::about_group(conn, &group)?;
    let conversations = conversations::about_group(conn, &group)?;
    let plans = Beside::read(conn, scope, &group.id.0)?;
    let told = Told::read(conn, scope, &group.id.0, observations, conversations, plans.movers())?;
    let silences = silence_store::of_groups(conn, std::slice::from_ref(&group.id))?;
    let school = people::school(conn, &group.school_id)?;
    let ruleset = Ruleset::of_school(conn, &school)?;
    let sociogram = sociogram_store::last_of_group(conn, &group)?;
    let entry = Entry::by(scope, "view-group", "group", &group.id).because_of(&why);
    let known = Known {
        group,
        why,
        mentors: mentors.into_iter().map(|(_, name)| name).collect(),
        pupils,
        scales,
        cluster,
        left_out,
        outcomes,
        plans,
        told,
        ruleset,
        silences,
        sociogram,
    };
    Ok((known, entry))
}
