//! Drawing a plan up: begun for a pupil, a group or the school, or by a decision on a signal; everything can still change
//! until it begins (`start`).

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::model::{Plan, Watched};
use super::state::State;
use super::{owner, quiet, scale, store};
use crate::care::catalogue::Interventions;
use crate::evidence::instruments::{Catalogue, Domain};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PlanId, PupilId, Result, SchoolId, Scope};
use crate::school::store as people;
use crate::signals::model::{Level, Signal};

/// When a plan is looked back on, as a draft proposes it: most programmes take some twelve weeks.
pub const PROPOSED: Days = Days::new(84);

/// Whom a plan is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum For {
    /// A pupil.
    Pupil(PupilId),
    /// A group.
    Group(GroupId),
    /// The school.
    School(SchoolId),
}

/// What stands in a draft.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Its domains.
    pub domains: Vec<String>,
    /// The goal, in words.
    pub goal: String,
    /// The scale on which it is watched.
    pub watched: Option<Watched>,
    /// The code of the intervention; empty for an approach of one's own.
    pub intervention: String,
    /// The approach in words.
    pub own_approach: String,
    /// What was agreed with the samenwerkingsverband.
    pub arrangement: String,
    /// Who answers for it; none leaves it as it is.
    pub owner: Option<AccountId>,
    /// The first day.
    pub starts_on: Option<NaiveDate>,
    /// The day to look back.
    pub evaluate_on: Option<NaiveDate>,
    /// Why nobody was spoken with.
    pub no_conversation: String,
    /// Whether it is for the coordinator alone; a mentor cannot change that.
    pub restricted: bool,
}

/// Begins a draft: the mentor for own pupils and groups, the coordinator for all of the school and for the school.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for a plan of the school by others.
pub fn begin(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, whom: For) -> Result<Plan> {
    let (plan, why) = match whom {
        For::Pupil(id) => {
            let (pupil, why) = people::pupil(conn, scope, &id)?;
            let plan = Plan { pupil_id: Some(pupil.id), ..blank(scope, now, pupil.school_id, Level::Pupil) };
            (plan, why.word())
        }
        For::Group(id) => {
            let (group, why) = people::group_for(conn, scope, &id)?;
            let plan = Plan { group_id: Some(group.id), ..blank(scope, now, group.school_id, Level::Group) };
            (plan, why.word())
        }
        For::School(id) => {
            if !scope.schools().contains(&id) {
                return Err(Error::NotFound("school"));
            }
            scope.must(Role::Coordinator, &id)?;
            (blank(scope, now, id, Level::School), Role::Coordinator.as_str().to_owned())
        }
    };
    store::insert(conn, &plan)?;
    audit::record(
        conn,
        now,
        &Entry::by(scope, "begin-plan", "plan", &plan.id).at(scope, &plan.school_id).because(why),
    )?;
    Ok(plan)
}

fn blank(scope: &Scope, now: NaiveDateTime, school_id: SchoolId, level: Level) -> Plan {
    Plan {
        id: PlanId::fresh(),
        school_id,
        level,
        pupil_id: None,
        group_id: None,
        restricted: false,
        state: State::Draft,
        goal: String::new(),
        instrument: None,
        informant: None,
        scale: None,
        intervention: String::new(),
        intervention_date: None,
        own_approach: String::new(),
        arrangement: String::new(),
        owner_id: scope.account.clone(),
        starts_on: Some(scope.today),
        evaluate_on: scope.today.checked_add_days(PROPOSED),
        no_conversation: String::new(),
        outcome: None,
        outcome_note: String::new(),
        account_id: scope.account.clone(),
        created_at: now,
        changed_at: now,
    }
}

/// The plan behind the decision *plan* on a signal: the one it is under already, or a draft for its domain alone. Gives
/// until when the signal is quiet; whoever decides moves it.
///
/// # Errors
/// `Conflict` for a critical answer, which no plan keeps quiet.
pub fn of_signal(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    signal: &Signal,
    no_conversation: &str,
) -> Result<NaiveDate> {
    if signal.is_critical() {
        return Err(Error::Conflict(Message::new("plan-not-for-critical")));
    }
    let under = store::open_over(conn, &signal.id)?;
    if let Some(on) = under.as_ref().and_then(|plan| plan.evaluate_on.filter(|_| plan.state.is_under_way())) {
        return Ok(quiet::until(on));
    }
    if under.is_none() {
        let plan = Plan {
            pupil_id: signal.pupil_id.clone().filter(|_| signal.level == Level::Pupil),
            group_id: signal.group_id.clone().filter(|_| signal.level == Level::Group),
            restricted: signal.restricted,
            no_conversation: no_conversation.to_owned(),
            ..blank(scope, now, signal.school_id.clone(), signal.level)
        };
        store::insert(conn, &plan)?;
        store::set_domains(conn, &plan.id, std::slice::from_ref(&signal.domain))?;
        store::link(conn, &plan.id, &signal.id)?;
        let entry = Entry::by(scope, "begin-plan", "plan", &plan.id).at(scope, &plan.school_id);
        audit::record(conn, now, &entry.because("coordinator"))?;
    }
    Ok(quiet::until(scope.today))
}

/// Keeps what was typed so far.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` once it has begun, `Refused` for what cannot be chosen.
pub fn keep(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    instruments: &Catalogue,
    interventions: &Interventions,
    id: &PlanId,
    content: Content,
) -> Result<()> {
    let refuse = |key: &'static str| Error::Refused(Message::new(key));
    let mut plan = store::plan(conn, scope, id)?;
    if plan.state != State::Draft {
        return Err(Error::Conflict(Message::new("plan-begun-already")));
    }
    let mut domains = content.domains;
    domains.sort();
    domains.dedup();
    if domains.iter().any(|code| !code.is_empty() && Domain::from_code(code).is_none()) {
        return Err(refuse("plan-domain-unknown"));
    }
    let known = interventions.get(&content.intervention);
    if !content.intervention.is_empty() && known.is_none() {
        return Err(refuse("plan-intervention-unknown"));
    }
    let coordinates = scope.has_at(Role::Coordinator, &plan.school_id);
    let now_watched = plan.watched();
    let watched = match content.watched {
        Some(wanted) => Some(scale::allowed(conn, scope, instruments, &plan, &wanted)?),
        // A mentor does not see a scale that the coordinator chose, and does not undo it by not choosing.
        None => now_watched.filter(|one| !coordinates && scale::is_for_the_coordinator(instruments, one)),
    };
    if coordinates {
        plan.restricted = content.restricted;
    }
    plan.owner_id = content.owner.unwrap_or(plan.owner_id);
    if !owner::owners(conn, &plan, scope.today)?.iter().any(|(id, _)| *id == plan.owner_id) {
        return Err(refuse("plan-owner-unknown"));
    }
    (plan.instrument, plan.informant, plan.scale) = match watched {
        Some(one) => (Some(one.instrument), Some(one.informant), Some(one.scale)),
        None => (None, None, None),
    };
    plan.intervention_date = known.map(|one| one.date());
    plan.intervention = content.intervention;
    content.goal.trim().clone_into(&mut plan.goal);
    content.own_approach.trim().clone_into(&mut plan.own_approach);
    content.arrangement.trim().clone_into(&mut plan.arrangement);
    plan.starts_on = content.starts_on;
    plan.evaluate_on = content.evaluate_on;
    content.no_conversation.trim().clone_into(&mut plan.no_conversation);
    plan.changed_at = now;
    store::save(conn, &plan, State::Draft)?;
    store::set_domains(conn, id, &domains)?;
    audit::record(conn, now, &Entry::by(scope, "keep-plan", "plan", id).at(scope, &plan.school_id))
}
