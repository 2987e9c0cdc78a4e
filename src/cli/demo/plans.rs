//! Plans of the demo: for the first pupils a coordinator has in the list, one that runs and one that is being drawn up.

use chrono::NaiveDateTime;

use super::cast;
use crate::care::plans::draft::{self, Content, For};
use crate::care::plans::start;
use crate::care::triage::list::{self, Filter};
use crate::door::State;
use crate::ground::{Conn, Error, PupilId, Result, Role, Scope};
use crate::school::accounts::store as accounts;

/// What the two are about.
const PLANS: [(&str, &str, bool); 2] = [
    ("Doet weer mee in de kring en in de pauze.", "rots-en-water", true),
    ("Zegt zelf wanneer iets niet lukt.", "", false),
];

/// Makes the plans, by the same use cases as a person would.
pub(super) fn make(state: &State) -> Result<()> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let coordinator = cast::logins().find(|person| person.role == Role::Coordinator);
    let Some(coordinator) = coordinator else { return Ok(()) };
    state.db.write_blocking(|conn| {
        let account = accounts::by_email(conn, coordinator.email)?.ok_or(Error::NotFound("account"))?;
        let scope = accounts::scope(conn, &account.id, today)?;
        let rows = list::list(conn, &scope, &Filter::default())?.rows;
        let signals =
            rows.into_iter().filter_map(|row| Some((row.pupil?, row.parts.first()?.domain.clone())));
        for ((pupil, domain), plan) in signals.zip(PLANS) {
            one(conn, &scope, now, state, pupil, domain, plan)?;
        }
        Ok(())
    })
}

fn one(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    state: &State,
    pupil: PupilId,
    domain: String,
    (goal, intervention, begins): (&str, &str, bool),
) -> Result<()> {
    let plan = draft::begin(conn, scope, now, For::Pupil(pupil))?;
    let content = Content {
        domains: vec![domain],
        goal: goal.to_owned(),
        intervention: intervention.to_owned(),
        own_approach: "Elke week een kort gesprek met de mentor.".to_owned(),
        starts_on: plan.starts_on,
        evaluate_on: plan.evaluate_on,
        no_conversation: "Het gesprek met leerling en ouders staat voor morgen.".to_owned(),
        ..Content::default()
    };
    draft::keep(conn, scope, now, &state.instruments, &state.interventions, &plan.id, content)?;
    if begins { start::start(conn, scope, now, &plan.id) } else { Ok(()) }
}
