//! The board's administration: accounts and roles, schools, and the tasks that still wait.

use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::outbox::{self, Waiting};
use crate::school::accounts::store::{self as accounts, Account};
use crate::school::{School, store as people};

#[derive(Template)]
#[template(path = "admin.html")]
struct AdminPage {
    page: Page,
    accounts: Vec<(Account, String)>,
    schools: Vec<School>,
    waiting: Vec<Waiting>,
}

/// The page.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    let scope = person.0.clone();
    let page = Page::of(&person).at("/beheer");
    let (accounts, schools, waiting) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let entry = Entry::by(&scope, "view-administration", "board", "").because("admin");
            let schools = people::schools_of(conn, &scope)?;
            Ok(((accounts::all(conn)?, schools, outbox::waiting(conn)?), entry))
        })
        .await?;
    let accounts = accounts
        .into_iter()
        .map(|(account, roles)| {
            let roles: Vec<String> =
                roles.iter().map(|role| page.t1("role", "role", role.as_str())).collect();
            (account, roles.join(", "))
        })
        .collect();
    page::html(&AdminPage { page, accounts, schools, waiting })
}
