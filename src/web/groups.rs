//! A group's page: names with strengths first, the group's own series, pupils by domain as a second view,
//! and what was seen, said and decided about the group.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::members::{Named, named};
use self::read::read;
use self::sociogram::SociogramView;
use self::table::{Line, measured, table};
use super::explain::{SignalView, SignalViews};
use super::failure::{Answer, Failure};
use super::outcomes::{self, OutcomeRow};
use super::page::{self, Page, list};
use super::scales::{self, ScaleView};
use super::talk::{Talk, TalkForm};
use super::timeline::Item;
use crate::door::{Person, State};
use crate::evidence::conversations::With;
use crate::evidence::instruments::Catalogue;
use crate::evidence::objections::Objection;
use crate::ground::{GroupId, Message, Result};
use crate::insight::means;
use crate::signals::{power, silent};

mod members;
mod read;
pub mod record;
mod sociogram;
mod table;

/// What the address of a group's page carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// `tabel` for the second view.
    #[serde(default)]
    weergave: String,
    /// What was just done.
    #[serde(default)]
    klaar: String,
}

#[derive(Template)]
#[template(path = "group.html")]
struct GroupPage {
    page: Page,
    path: String,
    id: GroupId,
    name: String,
    mentors: String,
    why: String,
    done: bool,
    as_table: bool,
    cluster: bool,
    pupils: Vec<Named>,
    good: Vec<String>,
    domains: Vec<String>,
    table: Vec<Line>,
    scales: Vec<ScaleView>,
    /// Per list, how many of its pupils are not taken along.
    left_out: Vec<String>,
    /// Outcomes that came in without pupils, and what they are.
    outcomes: (String, Vec<OutcomeRow>),
    items: Vec<Item>,
    open: Vec<SignalView>,
    notes: Vec<SignalView>,
    ended: Vec<SignalView>,
    /// Plans that are open: address and words.
    plans: Vec<(String, String)>,
    /// How often a decline of the whole group would be found; none where it would not be told.
    power: Option<String>,
    /// What the rules could not say of it, and why.
    silences: Vec<String>,
    sociogram: Option<SociogramView>,
    talk: Talk,
}

/// A group's page.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let page = render(&state, &person, GroupId(id.into_inner()), &query, None).await?;
    page::html(&page)
}

async fn render(
    state: &State,
    person: &Person,
    id: GroupId,
    query: &Query,
    typed: Option<(TalkForm, String)>,
) -> Result<GroupPage, Failure> {
    let (scope, catalogue) = (person.0.clone(), state.instruments.clone());
    let smallest = state.config.smallest_group;
    let known = state
        .db
        .read_audited(state.clock.now(), move |conn| read(conn, &scope, &catalogue, (&id, smallest)))
        .await?;
    let page = Page::of(person).at("/leerlingen");
    let w = page.w;
    let name = page.t1("group-name", "name", &known.group.name);
    let group_scales = means::of(&known.why, known.scales.values());
    let good = means::good(&known.why, known.scales.values());
    let pupils: Vec<Named> = known.pupils.iter().map(|pupil| named(&page, &known, pupil)).collect();
    let SignalViews { open, notes, ended } = SignalViews::of(w, &known.told, person.0.today);
    let by = |(list, informant): (&str, &str)| silent::list_by(w, &state.instruments, list, informant);
    let lists: Vec<String> = known.may_move().into_iter().map(by).collect();
    Ok(GroupPage {
        open,
        notes,
        ended,
        path: format!("/groepen/{}", known.group.id),
        mentors: known.mentors.join(", "),
        why: page.say(&known.why.message()),
        done: !query.klaar.is_empty(),
        as_table: query.weergave == "tabel" && !known.cluster,
        cluster: known.cluster,
        good: good.shown().into_iter().flatten().map(|domain| page.domain(domain)).collect(),
        pupils,
        domains: measured(&known).iter().map(|domain| page.domain(domain.code())).collect(),
        table: table(&page, &known, &state.instruments),
        scales: group_scales
            .shown()
            .into_iter()
            .flatten()
            .map(|scale| scales::view(w, &name, scale, known.plans.bars(w), person.0.today))
            .collect(),
        left_out: left_out(&page, &state.instruments, &known.left_out),
        outcomes: outcomes::rows(&page, &known.outcomes, smallest, |_| known.group.name.clone()),
        items: known.told.line(w, &name, known.plans.items(w, &known.told.names, &name)),
        plans: known.plans.open(w),
        power: power::said(w, &known.ruleset, known.scales.len(), &lists),
        silences: silent::said(w, &state.instruments, &known.silences),
        sociogram: known.sociogram.as_ref().and_then(|last| sociogram::view(&page, last)),
        talk: Talk::new(w, &[With::Group, With::Mentor], person.0.today, typed),
        id: known.group.id,
        name,
        page,
    })
}

/// For each list how many pupils are left out of it.
fn left_out(page: &Page, catalogue: &Catalogue, all: &[Objection]) -> Vec<String> {
    let of_list = |same: &[Objection]| {
        let list = list(page.w, catalogue, &same.first()?.instrument);
        Some(page.say(&Message::new("objection-count").with("list", list).with("count", same.len())))
    };
    all.chunk_by(|a, b| a.instrument == b.instrument).filter_map(of_list).collect()
}
