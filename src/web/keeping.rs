//! What is kept and for how long, for the administration: a rehearsal of forgetting, the one press with which it begins, who
//! left, and what went. Pupils stand here by number alone.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::forget::agree::{self, Standing};
use crate::care::forget::{self, Counted, Leaver, Report};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope};
use crate::school::accounts::keep::may_keep;
use crate::school::{School, store as schools};

/// Which school, whether to rehearse, and what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    school: String,
    proef: String,
    klaar: String,
}

/// A pupil who left, and when what goes.
struct Row {
    number: String,
    left: String,
    file: String,
    enrolment: String,
}

impl Row {
    fn of(page: &Page, one: &Leaver) -> Self {
        let file = match (one.is_without_file(), one.special) {
            (true, _) => page.t("forget-gone"),
            (false, true) => format!("{} ({})", page.date(&one.file_on()), page.t("forget-special-short")),
            (false, false) => page.date(&one.file_on()),
        };
        Self {
            number: one.number.clone(),
            left: page.date(&one.left_on),
            file,
            enrolment: page.date(&one.enrolment_on()),
        }
    }
}

#[derive(Template)]
#[template(path = "keeping.html")]
struct KeepingPage {
    page: Page,
    school: School,
    schools: Vec<School>,
    /// Since when it goes by itself.
    accepted: Option<String>,
    /// What would go now, when that was asked.
    rehearsed: Option<Vec<String>>,
    leavers: Vec<Row>,
    /// What goes within a year.
    within_a_year: String,
    reports: Vec<(String, Vec<String>)>,
    kept: Vec<String>,
    number: String,
    problem: String,
    done: bool,
}

/// The page of a school; without one, of the first this person keeps.
///
/// # Errors
/// `NotFound` for a school that this person does not keep. So for all of them.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let query = query.into_inner();
    let school = (!query.school.is_empty()).then_some(SchoolId(query.school));
    let with_rehearsal = !query.proef.is_empty();
    let mut page = render(&state, &person, school, with_rehearsal, String::new(), String::new()).await?;
    page.done = !query.klaar.is_empty();
    page::html(&page)
}

/// Lets forgetting begin.
///
/// # Errors
/// As [`show`]; what can be mended comes back as the page.
pub async fn accept(state: web::Data<State>, person: Person, school: web::Path<String>) -> Answer {
    let (school, now) = (SchoolId(school.into_inner()), state.clock.now());
    let (scope, at) = (person.0.clone(), school.clone());
    let outcome = state.db.write(move |conn| agree::accept(conn, &scope, now, &at)).await;
    told(&state, &person, school, String::new(), outcome).await
}

/// Notes who went to special education.
///
/// # Errors
/// As [`accept`].
pub async fn note_special(
    state: web::Data<State>,
    person: Person,
    school: web::Path<String>,
    form: Posted,
) -> Answer {
    let (school, now) = (SchoolId(school.into_inner()), state.clock.now());
    let number = Fields(&form.0).text("nummer").to_owned();
    let is_so = Fields(&form.0).text("wel") != "nee";
    let (scope, at, asked) = (person.0.clone(), school.clone(), number.clone());
    let work = move |conn: &mut Conn| agree::note_special(conn, &scope, now, &at, &asked, is_so);
    let outcome = state.db.write(work).await;
    told(&state, &person, school, number, outcome).await
}

async fn told(
    state: &State,
    person: &Person,
    school: SchoolId,
    number: String,
    outcome: Result<()>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/beheer/bewaren?school={school}&klaar=1"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, Some(school), false, number, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

struct Known {
    school: School,
    schools: Vec<School>,
    standing: Standing,
}

fn known(conn: &mut Conn, scope: &Scope, school: Option<SchoolId>) -> Result<(Known, Entry)> {
    let mut all = schools::all_schools(conn)?;
    all.retain(|one| may_keep(scope, &one.id).is_ok());
    let school = match school {
        Some(id) => all.iter().find(|one| one.id == id),
        None => all.first(),
    };
    let school = school.cloned().ok_or(Error::NotFound("school"))?;
    let standing = agree::standing(conn, scope, &school.id)?;
    let entry = Entry::by(scope, "view-keeping", "school", &school.id);
    Ok((Known { school, schools: all, standing }, entry))
}

async fn render(
    state: &State,
    person: &Person,
    school: Option<SchoolId>,
    with_rehearsal: bool,
    number: String,
    problem: String,
) -> Result<KeepingPage, Failure> {
    let scope = person.0.clone();
    let found = state.db.read_audited(state.clock.now(), move |conn| known(conn, &scope, school)).await?;
    let Known { school, schools, standing } = found;
    let page = Page::of(person).at("/beheer/school");
    let smallest = state.config.smallest_group;
    let rehearsed = if with_rehearsal {
        Some(said(&page, &rehearse(state, &school.id).await?.rounded(smallest)))
    } else {
        None
    };
    let today = person.0.today;
    let in_a_year = today.checked_add_months(chrono::Months::new(12)).unwrap_or(NaiveDate::MAX);
    let (files, enrolments) = agree::until(&standing.leavers, in_a_year);
    let within = Message::new("forget-within-a-year").with("files", files).with("enrolments", enrolments);
    let few = |n: i64| usize::try_from(n).unwrap_or(0) < smallest as usize;
    let kept = |(year, rule, n): &(i32, String, i64)| {
        let count =
            if few(*n) { page.t1("forget-fewer", "count", &smallest.to_string()) } else { n.to_string() };
        format!("{year}-{}: {} {count}", year + 1, page.t1("forget-rule", "rule", rule))
    };
    Ok(KeepingPage {
        accepted: standing.accepted.as_ref().map(|(_, at)| page.day_of(at)),
        rehearsed,
        within_a_year: page.say(&within),
        reports: standing.reports.iter().map(|(at, one)| (page.day_of(at), said(&page, one))).collect(),
        kept: standing.kept.iter().map(kept).collect(),
        leavers: standing.leavers.iter().map(|one| Row::of(&page, one)).collect(),
        school,
        schools,
        number,
        problem,
        done: false,
        page,
    })
}

/// What would go, by doing it and taking it back.
async fn rehearse(state: &State, school: &SchoolId) -> Result<Report> {
    let (now, today, school) = (state.clock.now(), state.clock.today(), school.clone());
    let smallest = state.config.smallest_group;
    state.db.rehearse(move |conn| forget::forget(conn, now, today, &school, smallest)).await
}

/// A report as sentences.
fn said(page: &Page, report: &Report<Counted>) -> Vec<String> {
    let line = |(kind, count): (&String, &Counted)| {
        let count = match count {
            Counted::Exactly(count) => count.to_string(),
            Counted::Fewer { fewer_than } => page.t1("forget-fewer", "count", &fewer_than.to_string()),
        };
        format!("{}: {count}", page.t1("forget-kind", "kind", kind))
    };
    report.counts.iter().map(line).collect()
}
