//! The forms of a school's administration. What is refused comes back as the page, with all that was typed but a password.

use actix_web::web;

use super::view::{Typed, render};
use crate::door::{Person, State};
use crate::evidence::imports::eckid;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId};
use crate::school::accounts::keep::{self, Joins};
use crate::school::accounts::ties::{self, NewTie};
use crate::school::settings::Settings;
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page;

/// What the school sets for itself.
///
/// # Errors
/// `NotFound` for a school that this person does not keep; what can be mended comes back as a page. So for all forms.
pub async fn set(state: web::Data<State>, person: Person, school: web::Path<String>, form: Posted) -> Answer {
    let school = SchoolId(school.into_inner());
    let (scope, now, at, sent) = (person.0.clone(), state.clock.now(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let to = Settings {
            name: fields.text("name").to_owned(),
            region: fields.text("region").to_owned(),
            negative_choices: fields.ticked("negative_choices"),
        };
        keep::set_school(conn, &scope, now, &at, &to)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, school, "school".to_owned(), form.0, outcome).await
}

/// Whether ECK iDs are used to match pupils.
pub async fn set_eckid(
    state: web::Data<State>,
    person: Person,
    school: web::Path<String>,
    form: Posted,
) -> Answer {
    let school = SchoolId(school.into_inner());
    let (scope, now, at, asks) =
        (person.0.clone(), state.clock.now(), school.clone(), Fields(&form).ticked("eckid"));
    let outcome = state.db.write(move |conn| eckid::ask(conn, &scope, now, &at, asks)).await;
    told(&state, &person, school, "eckid".to_owned(), form.0, outcome).await
}

/// Somebody comes to work here.
pub async fn join(
    state: web::Data<State>,
    person: Person,
    school: web::Path<String>,
    form: Posted,
) -> Answer {
    let school = SchoolId(school.into_inner());
    let (scope, now, at, sent) = (person.0.clone(), state.clock.now(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let roles = roles(fields)?;
        let joins = Joins {
            email: fields.text("email"),
            name: fields.text("name"),
            password: fields.text("password"),
            roles: &roles,
        };
        keep::join(conn, &scope, now, &at, &joins)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, school, "join".to_owned(), form.0, outcome).await
}

/// What somebody is at the school.
pub async fn set_roles(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    form: Posted,
) -> Answer {
    let (school, account) = path.into_inner();
    let (school, name) = (SchoolId(school), format!("roles-{account}"));
    let (scope, now, at, sent) = (person.0.clone(), state.clock.now(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let roles = roles(Fields(&sent))?;
        keep::set_roles(conn, &scope, now, &at, &AccountId(account), &roles)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, school, name, form.0, outcome).await
}

/// Somebody's account is shut.
pub async fn shut(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let (school, account) = path.into_inner();
    let (school, name) = (SchoolId(school), format!("roles-{account}"));
    let (scope, now, at) = (person.0.clone(), state.clock.now(), school.clone());
    let work = move |conn: &mut Conn| keep::shut(conn, &scope, now, &at, &AccountId(account));
    let outcome = state.db.write(work).await;
    told(&state, &person, school, name, Vec::new(), outcome).await
}

/// A tie is made.
pub async fn tie(state: web::Data<State>, person: Person, school: web::Path<String>, form: Posted) -> Answer {
    let school = SchoolId(school.into_inner());
    let (scope, now, at, sent) = (person.0.clone(), state.clock.now(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        keep::may_keep(&scope, &at)?;
        let from = fields.date("from")?.unwrap_or(scope.today);
        let (kind, to) =
            ties::named(conn, &at, fields.text("kind"), fields.text("group"), fields.text("pupil"), from)?;
        let account = AccountId(fields.text("account").to_owned());
        let new = NewTie { account, kind, school: at, to, from, until: fields.date("until")? };
        keep::tie(conn, &scope, now, &new)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, school, "tie".to_owned(), form.0, outcome).await
}

/// A tie is ended.
pub async fn untie(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    form: Posted,
) -> Answer {
    let (school, tie) = path.into_inner();
    let (school, name) = (SchoolId(school), format!("untie-{tie}"));
    let (scope, now, at, sent) = (person.0.clone(), state.clock.now(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| keep::untie(conn, &scope, now, &at, &tie, Fields(&sent).date("until")?);
    let outcome = state.db.write(work).await;
    told(&state, &person, school, name, form.0, outcome).await
}

/// The roles that were ticked.
fn roles(fields: Fields<'_>) -> Result<Vec<Role>> {
    let role = |word: &String| {
        Role::from_word(word)
            .ok_or_else(|| Error::Refused(Message::new("account-unknown-role").with("value", word)))
    };
    fields.all("role").iter().map(role).collect()
}

/// On to the page, or back to it with what is wrong.
async fn told(
    state: &State,
    person: &Person,
    school: SchoolId,
    form: String,
    mut fields: Vec<(String, String)>,
    outcome: Result<()>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/beheer/school?school={school}&klaar=1"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            fields.retain(|(name, _)| name != "password");
            let problem = person.words().say(&message);
            let typed = Typed { form, fields };
            page::again(&render(state, person, Some(school), typed, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}
