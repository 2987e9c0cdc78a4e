//! The change of school year, step by step: the roster of the new year, what comes of it, and doing it. All is shown by
//! rehearsing; nothing is stored before the last step. Taken back on the pages of the two acts.

use actix_multipart::Multipart;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::Answer;
use super::fields::{Fields, Posted};
use super::imports::{ask, stage, told};
use super::merging::{own, school_of};
use super::page::{self, Page};
use super::upload::receive;
use crate::door::{Person, State};
use crate::evidence::files::Kind;
use crate::evidence::imports::rollover::{self, Plan, Who};
use crate::evidence::imports::{self, Actor, Consent, Import, State as Stands, counts};
use crate::ground::audit::Entry;
use crate::ground::clock::school_year;
use crate::ground::{Conn, Error, ImportId, Result, SchoolId, Scope};
use crate::school::School;
use crate::school::accounts::keep;

/// Which school, and the roster of the new year, where it is set aside and not stored.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    school: String,
    lijst: String,
}

#[derive(Template)]
#[template(path = "rollover.html")]
struct RolloverPage {
    page: Page,
    school: School,
    schools: Vec<School>,
    /// The roster that was set aside: its id, the rows that can be stored, and those that cannot.
    list: Option<(ImportId, String, usize, usize)>,
    plan: Plan,
    /// Whether this person ties staff to groups.
    keeps: bool,
    /// Wholes whose parts were ticked, where the form came back.
    ticked: Vec<String>,
    problem: Option<String>,
}

impl RolloverPage {
    /// Who leaves and who comes, each under its heading and what is said of them.
    fn people(&self) -> [(&'static str, &'static str, &[Who]); 2] {
        [
            ("rollover-leaves", "rollover-leaves-help", &self.plan.leaves),
            ("rollover-comes", "rollover-comes-help", &self.plan.comes),
        ]
    }
}

/// What the change of year comes to.
///
/// # Errors
/// `NotFound` for a school where this person brings nothing in, and for a roster of another school.
pub async fn show(state: web::Data<State>, person: Person, chosen: web::Query<Chosen>) -> Answer {
    page::html(&render(&state, &person, chosen.into_inner(), Vec::new(), None).await?)
}

/// Takes the roster of the new year in and sets it aside.
///
/// # Errors
/// As `show`; a file that cannot be read shows the page again with the sentence.
pub async fn offer(state: web::Data<State>, person: Person, form: Multipart) -> Answer {
    let today = state.clock.today();
    let staged = match receive(form, person.words().t("imports-pasted")).await {
        Ok(mut offer) => {
            offer.kind = Some(Kind::Roster);
            offer.next_year = rollover::year_at_hand(today) > school_year(today);
            let staged = stage(&state, &person, offer.clone()).await?;
            if let Err((file, Error::Refused(why))) = &staged
                && let Some(id) = ask(&state, &person, offer, Some((file.clone(), why.clone()))).await?
            {
                return Ok(page::to(&format!("/invoer/kolommen/{id}")));
            }
            staged
        }
        Err(error) => Err((String::new(), error)),
    };
    match staged {
        Ok(id) => {
            let (scope, list) = (person.0.clone(), id.clone());
            let look = move |conn: &mut Conn| imports::opened(conn, Actor::Person(&scope), &list);
            let import = state.db.read(look).await?;
            Ok(page::to(&with_list(&import.school_id, &id)))
        }
        Err(unsorted) => {
            let problem = Some(told(&person, unsorted)?);
            page::again(&render(&state, &person, Chosen::default(), Vec::new(), problem).await?)
        }
    }
}

/// The page with a roster that was set aside.
pub(super) fn with_list(school: &SchoolId, list: &ImportId) -> String {
    format!("/invoer/jaarovergang?school={school}&lijst={list}")
}

/// Stores the roster that was set aside, if there is one, and ends the old year.
///
/// # Errors
/// As `show`; what cannot be done shows the page again with the sentence.
pub async fn roll_over(state: web::Data<State>, person: Person, form: Posted) -> Answer {
    let fields = Fields(&form);
    let chosen = Chosen { school: fields.text("school").to_owned(), lijst: fields.text("lijst").to_owned() };
    let as_one = fields.all("samen");
    let (scope, asked, joined, now) = (person.0.clone(), chosen.clone(), as_one.clone(), state.clock.now());
    let done = state
        .db
        .write(move |conn| {
            let school = school_of(&own(conn, &scope)?, &asked.school)?;
            let list = list_of(conn, &scope, &school.id, &asked.lijst)?;
            store_list(conn, now, &scope, list.as_ref())?;
            let year = rollover::year_at_hand(scope.today);
            rollover::roll_over(conn, now, Actor::Person(&scope), &school.id, year, &joined)
        })
        .await;
    match done {
        Ok(act) => Ok(page::to(&format!("/invoer/{act}"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, chosen, as_one, Some(problem)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    chosen: Chosen,
    ticked: Vec<String>,
    problem: Option<String>,
) -> Result<RolloverPage> {
    let scope = person.0.clone();
    let (schools, school, list) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let own = own(conn, &scope)?;
            let school = school_of(&own, &chosen.school)?;
            let list = list_of(conn, &scope, &school.id, &chosen.lijst)?;
            let entry = Entry::by(&scope, "view-rollover", "school", &school.id);
            Ok(((own, school, list), entry))
        })
        .await?;
    let plan = rehearse(state, &person.0, &school.id, list.clone()).await;
    let (plan, problem) = match plan {
        Ok(plan) => (plan, problem),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            (Plan::default(), problem.or_else(|| Some(person.words().say(&message))))
        }
        Err(other) => return Err(other),
    };
    let list = list
        .map(|import| {
            counts(&import).map(|counts| (import.id, import.file_name, counts.good(), counts.refused))
        })
        .transpose()?;
    let keeps = keep::may_keep(&person.0, &school.id).is_ok();
    Ok(RolloverPage {
        keeps,
        page: Page::of(person).at("/invoer"),
        school,
        schools,
        list,
        plan,
        ticked,
        problem,
    })
}

/// What the change of year would come to, with the roster that was set aside: stored, looked at, and taken back at once.
async fn rehearse(state: &State, scope: &Scope, school: &SchoolId, list: Option<Import>) -> Result<Plan> {
    let (scope, school, now) = (scope.clone(), school.clone(), state.clock.now());
    let work = move |conn: &mut Conn| {
        store_list(conn, now, &scope, list.as_ref())?;
        rollover::plan(conn, Actor::Person(&scope), &school, rollover::year_at_hand(scope.today))
    };
    state.db.rehearse(work).await
}

/// Stores a roster; that much changes is seen on the page.
fn store_list(
    conn: &mut Conn,
    now: chrono::NaiveDateTime,
    scope: &Scope,
    list: Option<&Import>,
) -> Result<()> {
    let Some(list) = list else { return Ok(()) };
    let consent = Consent { all_or_nothing: false, changes: true };
    imports::accept(conn, now, scope.today, Actor::Person(scope), &list.id, consent)
}

/// The roster that was set aside; none when it was decided on, so that the page then shows what is stored.
fn list_of(conn: &mut Conn, scope: &Scope, school: &SchoolId, list: &str) -> Result<Option<Import>> {
    if list.is_empty() {
        return Ok(None);
    }
    let import = imports::opened(conn, Actor::Person(scope), &ImportId::from(list))?;
    if import.school_id != *school || import.kind != Kind::Roster.code() {
        return Err(Error::NotFound("import"));
    }
    Ok(Some(import).filter(|import| import.state == Stands::Previewed))
}
