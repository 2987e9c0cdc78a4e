//! All that a pupil's page needs, read in one go.

use std::collections::HashMap;

use crate::care::referrals::model::{Referral, Step};
use crate::care::referrals::readers::Reads;
use crate::care::referrals::store as referrals;
use crate::evidence::conversations::{self};
use crate::evidence::instruments::Catalogue;
use crate::evidence::list_consents::{self, ListConsent};
use crate::evidence::objections::{self, Objection};
use crate::evidence::observations::{self};
use crate::evidence::preparations::{self, Preparation};
use crate::ground::audit::Entry;
use crate::ground::scope::Why;
use crate::ground::{Conn, PupilId, ReferralId, Result, Scope};
use crate::insight::absence::{self, Absence};
use crate::insight::series::{self, Scale};
use crate::school::wishes::{self, Wish};
use crate::school::{Group, Pupil, store as people};
use crate::web::plans::Beside;
use crate::web::told::Told;

/// What is known of a pupil.
pub(super) struct Known {
    pub pupil: Pupil,
    pub why: Why,
    pub groups: Vec<Group>,
    pub clusters: Vec<Group>,
    pub mentors: Vec<String>,
    pub scales: Vec<Scale>,
    /// Absence as the school counted it.
    pub absence: Absence,
    /// Each with the partner's name and its steps, oldest first.
    pub referrals: Vec<(Referral, String, Vec<Step>)>,
    pub plans: Beside,
    /// Lists to which parents object.
    pub objections: Vec<Objection>,
    /// Those that they took back.
    pub taken_back: Vec<Objection>,
    /// Consents with lists on health.
    pub consents: Vec<ListConsent>,
    /// The wish that parents do not know, while it stands.
    pub wish: Option<Wish>,
    pub told: Told,
    /// What was prepared for conversations, newest first.
    pub prepared: Vec<Preparation>,
}

/// Reads a pupil, with the line for the log.
pub(super) fn pupil(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    id: &PupilId,
) -> Result<(Known, Entry)> {
    let (pupil, why) = people::pupil(conn, scope, id)?;
    let groups = people::groups_of_pupil(conn, &pupil.id, scope.today)?;
    let clusters = people::clusters_of_pupil(conn, &pupil.id, scope.today)?;
    let mut mentors = Vec::new();
    for group in &groups {
        let named = people::mentors(conn, &group.id, scope.today)?;
        mentors.extend(named.into_iter().map(|(_, name)| name));
    }
    let scales = series::of_pupils(conn, scope, catalogue, std::slice::from_ref(&pupil))?
        .remove(&pupil.key)
        .unwrap_or_default();
    let observations = observations::about_pupil(conn, &pupil)?;
    let conversations = conversations::about_pupil(conn, &pupil.id)?;
    let referrals = referrals_of(conn, &pupil, Reads::of(&why))?;
    let plans = Beside::read(conn, scope, &pupil.id.0)?;
    let steps = referrals.iter().flat_map(|(_, _, steps)| steps);
    let prepared = preparations::about_pupil(conn, &pupil)?;
    let others = steps.filter_map(|step| step.account_id.clone()).chain(plans.movers());
    let others = others.chain(prepared.iter().map(|list| list.account_id.clone()));
    let objections = objections::ever_of_pupil(conn, &pupil.id)?;
    let others = others.chain(objections.iter().map(|one| one.account_id.clone()));
    let told = Told::read(conn, scope, &pupil.id.0, observations, conversations, others)?;
    let (objections, taken_back) = objections.into_iter().partition(|one| one.ended_at.is_none());
    let entry = Entry::by(scope, "view-pupil", "pupil", &pupil.id).because_of(&why);
    let consents = list_consents::of_pupil(conn, &pupil.id)?;
    let absence = absence::of_pupil(conn, scope, &pupil)?;
    let wish = wishes::open(conn, &pupil.id)?;
    let known = Known {
        pupil,
        why,
        groups,
        clusters,
        mentors,
        scales,
        absence,
        referrals,
        plans,
        objections,
        taken_back,
        consents,
        wish,
        told,
        prepared,
    };
    Ok((known, entry))
}

fn referrals_of(conn: &mut Conn, pupil: &Pupil, reads: Reads) -> Result<Vec<(Referral, String, Vec<Step>)>> {
    if reads == Reads::Nothing {
        return Ok(Vec::new());
    }
    let found = referrals::of_pupil(conn, pupil)?;
    let (ids, partners): (Vec<_>, Vec<_>) =
        found.iter().map(|one| (one.id.clone(), one.partner_id.clone())).unzip();
    let names = referrals::partner_names(conn, &partners)?;
    let mut steps: HashMap<ReferralId, Vec<Step>> = HashMap::new();
    for step in referrals::steps(conn, &ids)?.iter().filter_map(|step| reads.step(step)) {
        steps.entry(step.referral_id.clone()).or_default().push(step);
    }
    let read = |one: Referral| {
        let partner = names.get(&one.partner_id).cloned().unwrap_or_default();
        let own = steps.remove(&one.id).unwrap_or_default();
        (one, partner, own)
    };
    Ok(found.into_iter().map(read).collect())
}
