//! Meetings about pupils: the list, and calling one. What lies on the table: `pack`; who is on the agenda: `prepare`.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::care::meetings::{self, Kind, Meeting, New, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::clock::school_year;
use crate::ground::scope::Role;
use crate::ground::{Error, GroupId, Message, Result, SchoolId};
use crate::school::{Group, School, store as people};

pub mod decide;
pub mod naming;
pub mod pack;
pub mod prepare;
mod print;
mod read;
mod view;

/// A meeting in the list.
struct Listed {
    href: String,
    title: String,
    when: String,
    state: String,
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct MeetingsPage {
    page: Page,
    rows: Vec<Listed>,
    kinds: Vec<(&'static str, String)>,
    groups: Vec<Group>,
    schools: Vec<School>,
    typed: Form,
    problem: String,
}

/// A meeting as the form calls it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    kind: String,
    group: String,
    school: String,
    held_on: String,
}

impl Form {
    fn asked(&self) -> Result<New> {
        let refused = |key| Error::Refused(Message::new(key));
        Ok(New {
            kind: Kind::from_word(&self.kind).ok_or_else(|| refused("meeting-no-kind"))?,
            school: SchoolId(self.school.clone()),
            group: (!self.group.is_empty()).then(|| GroupId(self.group.clone())),
            held_on: self.held_on.parse().map_err(|_no_date| refused("meeting-no-day"))?,
        })
    }
}

/// The meetings, and the form that calls one.
///
/// # Errors
/// When the database refuses.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    let typed = Form { held_on: person.0.today.to_string(), ..Form::default() };
    page::html(&render(&state, &person, typed, String::new()).await?)
}

/// Calls a meeting.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn call(state: web::Data<State>, person: Person, form: web::Form<Form>) -> Answer {
    let (form, scope, now) = (form.into_inner(), person.0.clone(), state.clock.now());
    let new = form.asked();
    match state.db.write(move |conn| meetings::begin(conn, &scope, now, &new?)).await {
        Ok(id) => Ok(page::to(&format!("/besprekingen/{id}/voorbereiden"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, form, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    typed: Form,
    problem: String,
) -> Result<MeetingsPage, Failure> {
    let scope = person.0.clone();
    let (found, groups, mut schools) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let groups = people::groups_for(conn, &scope, school_year(scope.today))?;
            let schools = people::schools_of(conn, &scope)?;
            let found = store::meetings(conn, &scope)?;
            let named = named(conn, found)?;
            Ok(((named, groups, schools), Entry::by(&scope, "list-meetings", "list", "meetings")))
        })
        .await?;
    let page = Page::of(person).at("/besprekingen");
    let coordinates = person.0.has(Role::Coordinator);
    schools
        .retain(|school| [Role::Mentor, Role::Coordinator].iter().any(|r| person.0.has_at(*r, &school.id)));
    let row = |(meeting, group): (Meeting, Option<String>)| Listed {
        href: format!("/besprekingen/{}", meeting.id),
        title: view::title(page.w, meeting.kind, group.as_deref()),
        when: page.date(&meeting.held_on),
        state: page.t1("meeting-state", "state", meeting.state.as_str()),
    };
    Ok(MeetingsPage {
        rows: found.into_iter().map(row).collect(),
        kinds: Kind::ALL
            .iter()
            .filter(|kind| coordinates || **kind != Kind::SupportTeam)
            .map(|kind| (kind.as_str(), page.t1("meeting-kind-help", "kind", kind.as_str())))
            .collect(),
        groups,
        schools,
        typed,
        problem,
        page,
    })
}

/// Each meeting with the name of its group.
fn named(conn: &mut crate::ground::Conn, found: Vec<Meeting>) -> Result<Vec<(Meeting, Option<String>)>> {
    let ids: Vec<GroupId> = found.iter().filter_map(|meeting| meeting.group_id.clone()).collect();
    let groups = people::groups_by_id(conn, &ids)?;
    let name = |meeting: &Meeting| {
        let of = groups.iter().find(|group| Some(&group.id) == meeting.group_id.as_ref());
        of.map(|group| group.name.clone())
    };
    Ok(found.into_iter().map(|meeting| (meeting.clone(), name(&meeting))).collect())
}
