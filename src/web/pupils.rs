//! Pupils: finding one, and one pupil's page with everything that is known, strengths beside concerns.
//! What is recorded on the page comes in through here too.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::aside::{Aside, AsideForm};
use self::attendance::Absence;
use self::consent::Consents;
use self::prepare::{Prepare, PrepareForm};
use self::read::Known;
use self::sides::sides;
use super::charts::Bar;
use super::explain::{SignalView, SignalViews};
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use super::scales::{self, ScaleView};
use super::subject::Subject;
use super::talk::{Talk, TalkForm};
use super::timeline::Item;
use crate::door::{Person, State};
use crate::evidence::conversations::With;
use crate::ground::scope::{Role, Why};
use crate::ground::{Error, PupilId, Result, clock};

pub mod adults;
pub mod aside;
mod attendance;
pub mod consent;
pub mod find;
pub mod letter;
mod line;
pub mod log;
pub mod prepare;
mod read;
pub mod record;
mod sides;
pub mod wish;

/// What the address of a pupil's page carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Everything, instead of two school years.
    #[serde(default)]
    alles: String,
    /// What was just done.
    #[serde(default)]
    klaar: String,
    /// What could not be done about leaving out a list; never from the address.
    #[serde(skip)]
    problem: String,
}

/// What was typed in a form that was refused, with what is wrong.
#[derive(Debug, Default)]
struct Typed {
    talk: Option<(TalkForm, String)>,
    prepared: Option<(PrepareForm, String)>,
    aside: Option<AsideForm>,
}

#[derive(Template)]
#[template(path = "pupil.html")]
struct PupilPage {
    page: Page,
    id: PupilId,
    path: String,
    name: String,
    place: Vec<(String, String)>,
    /// The names of the clusters beside it.
    clusters: String,
    mentors: String,
    why: String,
    done: bool,
    coordinates: bool,
    sees: Why,
    /// Since when the pupil wishes that parents do not know.
    wish: Option<String>,
    wish_note: String,
    strengths: Vec<String>,
    concerns: Vec<String>,
    open: Vec<SignalView>,
    notes: Vec<SignalView>,
    ended: Vec<SignalView>,
    scales: Vec<ScaleView>,
    absence: Absence,
    /// Referrals that have not ended, for whom may follow them: address and words.
    referrals: Vec<(String, String)>,
    /// Plans that are open: address and words.
    plans: Vec<(String, String)>,
    items: Vec<Item>,
    older: bool,
    talk: Talk,
    prepare: Prepare,
    aside: Aside,
    consents: Consents,
}

/// A pupil's page.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn show(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    query: web::Query<Query>,
) -> Answer {
    let page = render(&state, &person, PupilId(id.into_inner()), &query, Typed::default()).await?;
    page::html(&page)
}

/// Back to the pupil's page when it is done; what can be mended stands on it as a sentence.
async fn done(state: &State, person: &Person, id: PupilId, outcome: Result<()>, typed: Typed) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&Subject::Pupil(id).done())),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let query = Query { problem: person.words().say(&message), ..Query::default() };
            page::again(&render(state, person, id, &query, typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    id: PupilId,
    query: &Query,
    typed: Typed,
) -> Result<PupilPage, Failure> {
    let (scope, catalogue) = (person.0.clone(), state.instruments.clone());
    let known = state
        .db
        .read_audited(state.clock.now(), move |conn| read::pupil(conn, &scope, &catalogue, &id))
        .await?;
    let page = Page::of(person).at("/leerlingen");
    let w = page.w;
    let name = known.pupil.full_name();
    let today = person.0.today;
    let all = line::of(w, &state.instruments, &name, &known);
    let since = clock::school_year_start(clock::school_year(today) - 1);
    let shown = |item: &Item| !query.alles.is_empty() || item.on >= since;
    let older = all.iter().any(|item| !shown(item));
    let (strengths, concerns) = sides(&page, &known);
    let SignalViews { mut open, mut notes, mut ended } = SignalViews::of(w, &known.told, today);
    let absence = Absence::of(&page, &known.absence);
    absence.explain(&page, &mut open);
    absence.explain(&page, &mut notes);
    absence.explain(&page, &mut ended);
    Ok(PupilPage {
        path: format!("/leerlingen/{}", known.pupil.id),
        clusters: known.clusters.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", "),
        place: known.groups.iter().map(|g| (g.id.0.clone(), g.name.clone())).collect(),
        mentors: known.mentors.join(", "),
        why: page.say(&known.why.message()),
        sees: known.why.clone(),
        done: !query.klaar.is_empty(),
        coordinates: person.0.has_at(Role::Coordinator, &known.pupil.school_id),
        wish: known.wish.as_ref().map(|wish| page.date(&wish.said_on)),
        wish_note: known.wish.as_ref().map(|wish| wish.note.clone()).unwrap_or_default(),
        strengths,
        concerns,
        open,
        notes,
        ended,
        scales: known
            .scales
            .iter()
            .map(|scale| scales::view(w, &known.pupil.first_name, scale, bars(&page, &known), today))
            .collect(),
        absence,
        referrals: following(&page, &known, person.0.has_at(Role::Coordinator, &known.pupil.school_id)),
        plans: known.plans.open(w),
        items: all.into_iter().filter(shown).collect(),
        older,
        consents: Consents::of(&page, &known, &state.instruments, today),
        aside: Aside::of(
            &page,
            &known,
            &state.instruments,
            today,
            typed.aside.as_ref(),
            query.problem.clone(),
        ),
        talk: Talk::new(w, &[With::Pupil, With::Parent, With::Both, With::TheyLead], today, typed.talk),
        prepare: Prepare::new(w, today, typed.prepared),
        id: known.pupil.id,
        name,
        page,
    })
}

/// Referrals that have not ended, for the coordinator: address, partner and how it stands.
fn following(page: &Page, known: &Known, coordinates: bool) -> Vec<(String, String)> {
    let open = known.referrals.iter().filter(|(one, _, _)| coordinates && !one.state.is_over());
    open.map(|(referral, partner, _)| {
        let state = page.t(&format!("referral-state-{}", referral.state));
        (format!("/verwijzingen/{}", referral.id), format!("{partner}: {state}"))
    })
    .collect()
}

/// Referrals and plans as bars under the axis.
fn bars(page: &Page, known: &Known) -> Vec<Bar> {
    known
        .referrals
        .iter()
        .filter_map(|(referral, partner, steps)| {
            let from = clock::local(steps.first()?.at).date();
            let last = clock::local(steps.last()?.at).date();
            Some(Bar {
                from,
                to: (!referral.state.is_live()).then_some(last),
                name: page.t1("line-referral", "partner", partner),
            })
        })
        .chain(known.plans.bars(page.w))
        .collect()
}
