//! Beginning a plan: for whom, and in which domains.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::say;
use crate::care::plans::draft::{self, Content, For};
use crate::care::plans::store;
use crate::care::triage::spoken;
use crate::door::{Person, State};
use crate::evidence::instruments::Domain;
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, Message, PupilId, Result, SchoolId, Scope};
use crate::school::store as people;
use crate::signals::model::{Severity, Signal};
use crate::signals::store as signals;
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

/// Whom a new plan is for.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct NewQuery {
    #[serde(default)]
    leerling: String,
    #[serde(default)]
    groep: String,
    #[serde(default)]
    school: String,
}

impl NewQuery {
    fn whom(&self) -> Result<For> {
        match (self.leerling.as_str(), self.groep.as_str(), self.school.as_str()) {
            (id, "", "") if !id.is_empty() => Ok(For::Pupil(PupilId(id.to_owned()))),
            ("", id, "") if !id.is_empty() => Ok(For::Group(GroupId(id.to_owned()))),
            ("", "", id) if !id.is_empty() => Ok(For::School(SchoolId(id.to_owned()))),
            _ => Err(Error::NotFound("plan")),
        }
    }
}

#[derive(Template)]
#[template(path = "plan_new.html")]
struct NewPage {
    page: Page,
    field: &'static str,
    id: String,
    name: String,
    href: String,
    /// Code, name, whether something is open there.
    domains: Vec<(&'static str, String, bool)>,
    /// What must happen before it begins.
    missing: Option<String>,
    /// Plans there are already: id and what they are about.
    open: Vec<(String, String)>,
}

/// What is known before a plan begins.
struct Known {
    name: String,
    signals: Vec<Signal>,
    missing: Option<Message>,
    open: Vec<(String, Vec<String>)>,
}

/// The page on which the domains are chosen.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<NewQuery>) -> Answer {
    let whom = query.whom()?;
    let (scope, asked) = (person.0.clone(), whom.clone());
    let known = state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &asked)).await?;
    let page = Page::of(&person).at("/plannen");
    let (field, id) = match &whom {
        For::Pupil(id) => ("leerling", id.0.clone()),
        For::Group(id) => ("groep", id.0.clone()),
        For::School(id) => ("school", id.0.clone()),
    };
    let has_open = |code: &str| known.signals.iter().any(|signal| signal.domain == code);
    page::html(&NewPage {
        field,
        name: match &whom {
            For::Group(_) => page.t1("group-name", "name", &known.name),
            _ => known.name.clone(),
        },
        href: match &whom {
            For::Pupil(id) => format!("/leerlingen/{id}"),
            For::Group(id) => format!("/groepen/{id}"),
            For::School(id) => format!("/school?school={id}"),
        },
        domains: Domain::ALL
            .iter()
            .map(|domain| (domain.code(), page.domain(domain.code()), has_open(domain.code())))
            .collect(),
        missing: known.missing.as_ref().map(|message| page.say(message)),
        open: known.open.iter().map(|(id, own)| (id.clone(), say::domains(page.w, Some(own)))).collect(),
        id,
        page,
    })
}

fn read(conn: &mut Conn, scope: &Scope, whom: &For) -> Result<(Known, Entry)> {
    let (name, subject, entry, asked) = match whom {
        For::Pupil(id) => {
            let (pupil, why) = people::pupil(conn, scope, id)?;
            let entry = Entry::by(scope, "view-pupil", "pupil", id).because_of(&why);
            (pupil.full_name(), id.0.clone(), entry, (Some(id), None))
        }
        For::Group(id) => {
            let (group, why) = people::group_for(conn, scope, id)?;
            let entry = Entry::by(scope, "view-group", "group", id).because_of(&why);
            (group.name, id.0.clone(), entry, (None, Some(id)))
        }
        For::School(id) => {
            let own = people::schools_of(conn, scope)?.into_iter().find(|school| school.id == *id);
            let school = own.ok_or(Error::NotFound("school"))?;
            scope.must(Role::Coordinator, id)?;
            (school.name, id.0.clone(), Entry::by(scope, "view-school", "school", id), (None, None))
        }
    };
    let missing = match spoken::spoken_first(conn, scope, asked.0, asked.1, "") {
        Err(Error::Conflict(missing)) => Some(missing),
        other => {
            other?;
            None
        }
    };
    let mut open = signals::about(conn, scope, &subject)?;
    open.retain(|one| one.state.is_open() && one.severity < Severity::C && !one.is_quiet(scope.today));
    let plans: Vec<_> = store::of_subject(conn, scope, &subject)?;
    let plans: Vec<_> = plans.into_iter().filter(|plan| plan.state.is_open()).map(|plan| plan.id).collect();
    let mut domains = store::domains(conn, &plans)?;
    let known = Known {
        name,
        signals: open,
        missing,
        open: plans.into_iter().map(|id| (id.0.clone(), domains.remove(&id).unwrap_or_default())).collect(),
    };
    Ok((known, entry))
}

/// Begins a draft and leads to it.
///
/// # Errors
/// As `draft::begin`.
pub async fn create(state: web::Data<State>, person: Person, posted: Posted) -> Answer {
    let fields = Fields(&posted);
    let asked = NewQuery {
        leerling: fields.text("leerling").to_owned(),
        groep: fields.text("groep").to_owned(),
        school: fields.text("school").to_owned(),
    };
    let (whom, domains, now) = (asked.whom()?, fields.all("domain"), state.clock.now());
    let (instruments, interventions) = (state.instruments.clone(), state.interventions.clone());
    let id = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let plan = draft::begin(conn, scope, now, whom)?;
            let content = Content {
                domains,
                starts_on: plan.starts_on,
                evaluate_on: plan.evaluate_on,
                ..Content::default()
            };
            draft::keep(conn, scope, now, &instruments, &interventions, &plan.id, content)?;
            Ok(plan.id)
        })
        .await?;
    Ok(page::to(&format!("/plannen/{id}")))
}
