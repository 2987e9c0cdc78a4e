//! What a school agrees on beside its ruleset: who reads critical answers and when, and whether boys and girls have norms of
//! their own.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::care::critical::{self, Asked};
use crate::care::norms;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Error, Message, SchoolId};
use crate::school::accounts::store as accounts;
use crate::school::critical_readers::{self, InHolidays};
use crate::school::store as people;

/// Which school.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    school: String,
}

/// The readers, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ReadersForm {
    #[serde(default)]
    school: String,
    #[serde(default)]
    first: String,
    #[serde(default)]
    second: String,
    #[serde(default)]
    in_holidays: String,
    #[serde(default)]
    line: String,
}

/// The choice of norms.
#[derive(Debug, Clone, Deserialize)]
pub struct NormsForm {
    #[serde(default)]
    school: String,
    #[serde(default)]
    by_sex: String,
}

#[derive(Template)]
#[template(path = "agreements.html")]
struct AgreementsPage {
    page: Page,
    school: SchoolId,
    name: String,
    /// What holds now, in a sentence.
    now: String,
    /// Who coordinates care here: id and name.
    coordinators: Vec<(String, String)>,
    typed: ReadersForm,
    by_sex: bool,
    problem: String,
}

/// The page.
///
/// # Errors
/// `NotFound` for a school whose care the person does not coordinate.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let query = query.into_inner();
    page::html(&render(&state, &person, &query.school, None, String::new()).await?)
}

/// Names the readers of critical answers.
///
/// # Errors
/// What can be mended comes back as a page, with what was typed.
pub async fn name_readers(state: web::Data<State>, person: Person, form: web::Form<ReadersForm>) -> Answer {
    let form = form.into_inner();
    let (typed, now, scope) = (form.clone(), state.clock.now(), person.0.clone());
    let outcome = state
        .db
        .write(move |conn| {
            let asked = Asked {
                first: AccountId(typed.first),
                second: AccountId(typed.second),
                in_holidays: InHolidays::from_word(&typed.in_holidays),
                line: typed.line,
            };
            critical::name_readers(conn, &scope, now, &SchoolId(typed.school), asked)
        })
        .await;
    match outcome {
        Ok(()) => Ok(page::to(&format!("/school/afspraken?school={}", form.school))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            let school = form.school.clone();
            page::again(&render(&state, &person, &school, Some(form), problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Chooses between one norm for all, and norms for boys and for girls.
///
/// # Errors
/// `Forbidden` for who does not coordinate there.
pub async fn choose_norms(state: web::Data<State>, person: Person, form: web::Form<NormsForm>) -> Answer {
    let (form, now) = (form.into_inner(), state.clock.now());
    let to = format!("/school/afspraken?school={}", form.school);
    let by_sex = match form.by_sex.as_str() {
        "ja" => true,
        "nee" => false,
        _ => return Err(Error::Refused(Message::new("norms-choose")).into()),
    };
    state.db.write(move |conn| norms::choose(conn, &person.0, now, &SchoolId(form.school), by_sex)).await?;
    Ok(page::to(&to))
}

async fn render(
    state: &State,
    person: &Person,
    wanted: &str,
    typed: Option<ReadersForm>,
    problem: String,
) -> Result<AgreementsPage, Failure> {
    let (scope, wanted) = (person.0.clone(), wanted.to_owned());
    let (school, agreement, coordinators) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let own = scope.schools_as(Role::Coordinator);
            let school = people::schools_of(conn, &scope)?
                .into_iter()
                .find(|one| own.contains(&one.id) && (wanted.is_empty() || one.id.0 == wanted))
                .ok_or(Error::NotFound("school"))?;
            let agreement = critical_readers::of_school(conn, &school.id)?;
            let ids = accounts::with_role(conn, Role::Coordinator, &school.id)?;
            let coordinators = accounts::names(conn, &ids)?;
            let entry = Entry::by(&scope, "view-agreements", "school", &school.id);
            Ok(((school, agreement, coordinators), entry))
        })
        .await?;
    let page = Page::of(person).at("/school");
    let named = |id: &AccountId| {
        // Who is no coordinator any more can read nothing, and must be replaced.
        let found = coordinators.iter().find(|(one, _)| one == id);
        found.map_or_else(|| page.t("critical-reader-gone"), |(_, name)| name.clone())
    };
    let now = agreement.as_ref().map_or_else(
        || page.t("critical-off"),
        |agreement| {
            let said = Message::new("critical-now")
                .with("first", named(&agreement.first_reader))
                .with("second", named(&agreement.second_reader))
                .with("holidays", agreement.in_holidays.as_str())
                .with("line", &agreement.line)
                .with("date", page.day_of(&agreement.created_at));
            page.say(&said)
        },
    );
    let known = agreement.map(|agreement| ReadersForm {
        school: school.id.0.clone(),
        first: agreement.first_reader.0,
        second: agreement.second_reader.0,
        in_holidays: agreement.in_holidays.as_str().to_owned(),
        line: agreement.line,
    });
    Ok(AgreementsPage {
        now,
        coordinators: coordinators.into_iter().map(|(id, name)| (id.0, name)).collect(),
        typed: typed.or(known).unwrap_or_default(),
        by_sex: school.norms_by_sex,
        problem,
        name: school.name,
        school: school.id,
        page,
    })
}
