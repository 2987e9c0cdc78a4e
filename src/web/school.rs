//! The school's page: this round beside a year earlier, groups above the smallest size, and the load of signals.
//! No pupil stands on it; the figures become words in `say`.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::change::change;
use self::read::{Known, read};
use self::say::{burden, care, groups, hidden, limits, mean, named};
use super::charts::figure;
use super::explain::{SignalView, SignalViews};
use super::failure::Answer;
use super::outcomes::{self, OutcomeRow};
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::ground::Message;
use crate::ground::scope::Role;
use crate::insight::school::Figures;
use crate::signals::silent;

mod change;
mod read;
mod say;

/// What the address of the school's page carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Which school, for who has more.
    #[serde(default)]
    school: String,
    /// Which series the groups are shown for.
    #[serde(default)]
    schaal: Option<i32>,
}

/// A row of the table of domains.
struct Row {
    domain: String,
    scale: String,
    href: String,
    here: bool,
    now: String,
    before: String,
    change: String,
    took_part: String,
}

#[derive(Template)]
#[template(path = "school.html")]
struct SchoolPage {
    page: Page,
    name: String,
    school: String,
    why: String,
    schools: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    groups_of: String,
    groups: Vec<(String, String)>,
    load: Vec<String>,
    /// How long children wait.
    care: Vec<String>,
    coordinates: bool,
    /// Plans for the school that are open: address and words.
    plans: Vec<(String, String)>,
    /// Outcomes that came in without pupils, and what they are.
    outcomes: (String, Vec<OutcomeRow>),
    /// What is open about the school itself, for its coordinator.
    open: Vec<SignalView>,
    notes: Vec<SignalView>,
    ended: Vec<SignalView>,
    /// What the rules could not say of it, and why.
    silences: Vec<String>,
    /// What is not shown, for who sees no pupil.
    limits: Option<String>,
}

/// The school's page.
///
/// # Errors
/// `NotFound` for a school in which the person has no such role.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let (scope, catalogue) = (person.0.clone(), state.instruments.clone());
    let (asked, config) = (query.school.clone(), state.config.clone());
    let known = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            read(conn, &scope, &catalogue, &asked, config.smallest_group)
        })
        .await?;
    let page = Page::of(&person).at("/school");
    let chosen =
        known.figures.iter().find(|one| Some(one.series) == query.schaal).or_else(|| known.figures.first());
    let rows = known
        .figures
        .iter()
        .map(|one| row(&page, &known, one, chosen.is_some_and(|c| c.series == one.series)))
        .collect();
    let SignalViews { open, notes, ended } = SignalViews::of(page.w, &known.told, person.0.today);
    page::html(&SchoolPage {
        open,
        notes,
        ended,
        why: page.t(if person.0.has_at(Role::Coordinator, &known.school.id) {
            "why-coordinator"
        } else {
            "why-leader"
        }),
        schools: known
            .others
            .iter()
            .map(|s| (s.id.0.clone(), s.name.clone(), s.id == known.school.id))
            .collect(),
        rows,
        groups_of: chosen.map_or_else(String::new, |one| named(&page, one)),
        groups: chosen.map_or_else(Vec::new, |one| groups(&page, &known, one)),
        outcomes: outcomes::rows(&page, &known.outcomes, known.smallest, |id| {
            known
                .groups
                .iter()
                .find(|group| group.id == *id)
                .map_or_else(String::new, |group| group.name.clone())
        }),
        load: burden(&page, &known.load),
        care: care(&page, &known.care),
        coordinates: person.0.has_at(Role::Coordinator, &known.school.id),
        plans: known.plans.open(page.w),
        silences: silent::said(page.w, &state.instruments, &known.silences),
        limits: (!known.reader.sees_each()).then(|| limits(&page, &state.config)),
        school: known.school.id.0,
        name: known.school.name,
        page,
    })
}

/// Who took part, and how many of them count in no figure.
fn took_part(page: &Page, known: &Known, one: &Figures) -> String {
    let said = one.took_part.shown().map_or_else(|why| hidden(page, known, why), |share| page.share(*share));
    match one.left_out {
        0 => said,
        n => format!("{said}; {}", page.say(&Message::new("school-left-out").with("n", n))),
    }
}

fn row(page: &Page, known: &Known, one: &Figures, here: bool) -> Row {
    let (min, max) = one.range;
    let direction = if one.high_is_good { "strength" } else { "concern" };
    let scale = Message::new("school-scale")
        .with("scale", named(page, one))
        .with("min", figure(page.w, min))
        .with("max", figure(page.w, max))
        .with("direction", direction);
    Row {
        domain: page.domain(&one.domain),
        scale: page.say(&scale),
        href: format!("/school?school={}&schaal={}#groepen", known.school.id, one.series),
        here,
        now: mean(page, known, &one.now),
        before: one.before.as_ref().map_or_else(|| "–".to_owned(), |before| mean(page, known, before)),
        change: one.change.as_ref().map_or_else(
            || page.t("school-no-change"),
            |held| held.shown().map_or_else(|why| hidden(page, known, why), |held| change(page, *held)),
        ),
        took_part: took_part(page, known, one),
    }
}
