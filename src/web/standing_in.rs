//! Who stands in for whom at a school.

use actix_web::web;
use askama::Template;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId};
use crate::school::accounts::keep::may_keep;
use crate::school::accounts::stand_ins::{self, Asked};
use crate::school::accounts::store as accounts;
use crate::school::{School, store as schools};

/// Somebody who stands in, in a sentence.
struct Given {
    id: String,
    said: String,
}

#[derive(Template)]
#[template(path = "standing_in.html")]
struct StandingInPage {
    page: Page,
    school: School,
    given: Vec<Given>,
    people: Vec<(AccountId, String)>,
    me: AccountId,
    today: String,
    typed: Vec<(String, String)>,
    problem: String,
}

impl StandingInPage {
    /// What was typed in a field, else this.
    fn value(&self, name: &str, otherwise: &str) -> String {
        if self.typed.is_empty() { otherwise.to_owned() } else { Fields(&self.typed).text(name).to_owned() }
    }
}

/// The page.
///
/// # Errors
/// `NotFound` for a school that this person does not keep. So for all of them.
pub async fn show(state: web::Data<State>, person: Person, school: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, SchoolId(school.into_inner()), Vec::new(), String::new()).await?)
}

/// Lets somebody stand in for another.
pub async fn give(
    state: web::Data<State>,
    person: Person,
    school: web::Path<String>,
    form: Posted,
) -> Answer {
    let (school, now) = (SchoolId(school.into_inner()), state.clock.now());
    let (scope, at, sent) = (person.0.clone(), school.clone(), form.0.clone());
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let account = |name| AccountId(fields.text(name).to_owned());
        let (away, stand_in) = (account("away"), account("stand_in"));
        let asked = Asked { away, stand_in, from: fields.date("from")?, until: fields.date("until")? };
        stand_ins::give(conn, &scope, now, &at, &asked)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, school, form.0, outcome).await
}

/// Ends it today.
pub async fn end(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let (school, id) = path.into_inner();
    let (school, now) = (SchoolId(school), state.clock.now());
    let (scope, at) = (person.0.clone(), school.clone());
    let outcome = state.db.write(move |conn| stand_ins::end(conn, &scope, now, &at, &id)).await;
    told(&state, &person, school, Vec::new(), outcome).await
}

async fn told(
    state: &State,
    person: &Person,
    school: SchoolId,
    typed: Vec<(String, String)>,
    outcome: Result<()>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/beheer/school/{school}/vervanging"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, school, typed, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    school: SchoolId,
    typed: Vec<(String, String)>,
    problem: String,
) -> Result<StandingInPage, Failure> {
    let scope = person.0.clone();
    let (school, given, people) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            may_keep(&scope, &school)?;
            let known = schools::school(conn, &school)?;
            let given = stand_ins::of_school(conn, &school, scope.today)?;
            let people = accounts::of_school(conn, &school)?;
            Ok(((known, given, people), Entry::by(&scope, "view-stand-ins", "school", &school)))
        })
        .await?;
    let page = Page::of(person).at("/beheer/school");
    let name = |id: &AccountId| {
        people.iter().find(|(one, _)| one.id == *id).map_or_else(String::new, |(one, _)| one.name.clone())
    };
    let said = given.iter().map(|one| {
        let said = Message::new("stand-in-said")
            .with("away", name(&one.account_id))
            .with("who", name(&one.stand_in_id))
            .with("from", one.starts_on.to_string())
            .with("until", one.ends_on.to_string());
        Given { id: one.id.clone(), said: page.say(&said) }
    });
    let working = people.iter().filter(|(one, _)| one.disabled_at.is_none());
    Ok(StandingInPage {
        given: said.collect(),
        people: working.map(|(one, _)| (one.id.clone(), one.name.clone())).collect(),
        me: person.0.account.clone(),
        today: person.0.today.to_string(),
        school,
        typed,
        problem,
        page,
    })
}
