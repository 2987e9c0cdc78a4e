//! The page of a school's administration, put together.

use std::borrow::Borrow;

use askama::Template;

use crate::door::{Person, State};
use crate::evidence::imports::eckid;
use crate::ground::audit::Entry;
use crate::ground::scope::{RelationKind, Role};
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope};
use crate::school::accounts::keep;
use crate::school::accounts::store::{self as accounts, Account};
use crate::school::model::Relation;
use crate::school::settings::REGIONS;
use crate::school::{School, store as schools};
use crate::web::failure::Failure;
use crate::web::page::Page;

/// What a person typed in a form that was refused.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// Which form of the page.
    pub(super) form: String,
    /// Its fields.
    pub(super) fields: Vec<(String, String)>,
}

/// Somebody who works at the school.
pub(super) struct Worker {
    account: Account,
    roles: Vec<Role>,
    said: String,
    is_me: bool,
    ties: Vec<Tie>,
}

/// A tie that holds or will hold.
struct Tie {
    id: String,
    said: String,
}

#[derive(Template)]
#[template(path = "administration.html")]
pub(super) struct AdministrationPage {
    page: Page,
    school: School,
    schools: Vec<School>,
    workers: Vec<Worker>,
    groups: Vec<String>,
    roles: Vec<(Role, String)>,
    kinds: Vec<(&'static str, String)>,
    regions: [&'static str; 3],
    today: String,
    is_admin: bool,
    /// Whether ECK iDs are used to match pupils.
    eckid: bool,
    typed: Typed,
    problem: String,
    pub(super) done: bool,
}

impl AdministrationPage {
    /// Whether a form is the one that was refused.
    fn is_refused(&self, form: &str) -> bool {
        self.typed.form == form
    }

    /// What stands in a field: what was typed, else what is so.
    fn value(&self, form: &str, name: &str, otherwise: &str) -> String {
        let typed = self.typed.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        if self.is_refused(form) { typed.unwrap_or_default() } else { otherwise.to_owned() }
    }

    /// Whether a box is ticked: as it was sent, else as it is.
    fn ticked(&self, form: &str, name: &str, value: &str, otherwise: impl Borrow<bool>) -> bool {
        let sent = || self.typed.fields.iter().any(|(key, sent)| key == name && sent == value);
        if self.is_refused(form) { sent() } else { *otherwise.borrow() }
    }
}

/// What is asked of the database.
struct Known {
    school: School,
    schools: Vec<School>,
    accounts: Vec<(Account, Vec<Role>)>,
    ties: Vec<(Relation, Message)>,
    groups: Vec<String>,
    eckid: bool,
}

pub(super) async fn render(
    state: &State,
    person: &Person,
    school: Option<SchoolId>,
    typed: Typed,
    problem: String,
) -> Result<AdministrationPage, Failure> {
    let scope = person.0.clone();
    let known = state.db.read_audited(state.clock.now(), move |conn| known(conn, &scope, school)).await?;
    let page = Page::of(person).at("/beheer/school");
    let role = |role: &Role| page.t1("role", "role", role.as_str());
    let is_admin = person.0.has(Role::Admin);
    let workers = known.accounts.iter().map(|(account, roles)| Worker {
        said: roles.iter().map(role).collect::<Vec<_>>().join(", "),
        roles: roles.clone(),
        is_me: account.id == person.0.account,
        ties: known
            .ties
            .iter()
            .filter(|(tie, _)| tie.account_id == account.id)
            .map(|(tie, said)| Tie { id: tie.id.clone(), said: page.say(said) })
            .collect(),
        account: account.clone(),
    });
    Ok(AdministrationPage {
        workers: workers.collect(),
        roles: Role::ALL.iter().filter(|one| !one.is_for_the_board()).map(|one| (*one, role(one))).collect(),
        kinds: RelationKind::ALL
            .iter()
            .map(|kind| (kind.as_str(), page.t1("tie-kind", "kind", kind.as_str())))
            .collect(),
        school: known.school,
        schools: known.schools,
        groups: known.groups,
        regions: REGIONS,
        today: person.0.today.to_string(),
        is_admin,
        eckid: known.eckid,
        typed,
        problem,
        done: false,
        page,
    })
}

fn known(conn: &mut Conn, scope: &Scope, school: Option<SchoolId>) -> Result<(Known, Entry)> {
    let mut own = schools::schools_of(conn, scope)?;
    own.retain(|school| keep::may_keep(scope, &school.id).is_ok());
    let school = match school {
        Some(id) => own.iter().find(|one| one.id == id),
        None => own.first(),
    };
    let school = school.cloned().ok_or(Error::NotFound("school"))?;
    let accounts = accounts::of_school(conn, &school.id)?;
    let ids: Vec<_> = accounts.iter().map(|(account, _)| account.id.clone()).collect();
    let mut ties = accounts::relations_of(conn, &ids)?;
    ties.retain(|tie| tie.ends_on.is_none_or(|last| last >= scope.today));
    let (groups, pupils) = accounts::tied_names(conn, &school.id, &ties)?;
    // Ties to another school's groups and pupils are that school's.
    let said = ties.into_iter().filter_map(|tie| {
        let group = groups.iter().find(|(id, _)| Some(id) == tie.group_id.as_ref());
        let pupil = pupils.iter().find(|(id, _)| Some(id) == tie.pupil_id.as_ref());
        let (to, name) = match (group, pupil) {
            (Some((_, name)), _) => ("group", name),
            (None, Some((_, number))) => ("pupil", number),
            (None, None) => return None,
        };
        let said = Message::new("tie-said")
            .with("kind", tie.kind.as_str())
            .with("to", to)
            .with("name", name)
            .with("from", tie.starts_on.to_string())
            .with("lasts", if tie.ends_on.is_some() { "until" } else { "on" })
            .with("until", tie.ends_on.map_or_else(String::new, |last| last.to_string()));
        Some((tie, said))
    });
    let ties = said.collect();
    let groups = accounts::groups_of(conn, &school.id, scope.today)?;
    let groups = groups.into_iter().map(|(_, name)| name).collect();
    let entry = Entry::by(scope, "view-accounts", "school", &school.id);
    let eckid = eckid::is_asked(conn, &school.id)?;
    Ok((Known { school, schools: own, accounts, ties, groups, eckid }, entry))
}
