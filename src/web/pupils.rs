//! Pupils: finding one, and one pupil's page with everything that is known, strengths beside concerns.
//! What is recorded on the page comes in through here too.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::read::Known;
use super::charts::Bar;
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use super::scales::{self, ScaleView};
use super::signals::rows;
use super::talk::{Talk, TalkForm};
use super::timeline::{self, Item};
use super::transfer::TransferForm;
use crate::care::speak;
use crate::door::{Person, State};
use crate::evidence::conversations::With;
use crate::evidence::observations::Tone;
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Error, Message, PupilId, Result, clock};
use crate::insight::standing::Standing;
use crate::school::store as people;

pub(in crate::web) mod explain;
pub mod find;
mod read;

/// What the address of a pupil's page carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Everything, instead of two school years.
    #[serde(default)]
    alles: String,
    /// What was just done.
    #[serde(default)]
    klaar: String,
}

#[derive(Template)]
#[template(path = "pupil.html")]
struct PupilPage {
    page: Page,
    id: PupilId,
    path: String,
    name: String,
    place: Vec<(String, String)>,
    mentors: String,
    why: String,
    done: bool,
    coordinates: bool,
    strengths: Vec<String>,
    concerns: Vec<String>,
    open: Vec<explain::SignalView>,
    notes: Vec<explain::SignalView>,
    scales: Vec<ScaleView>,
    items: Vec<Item>,
    older: bool,
    talk: Talk,
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
    let page = render(&state, &person, PupilId(id.into_inner()), &query, None).await?;
    page::html(&page)
}

async fn render(
    state: &State,
    person: &Person,
    id: PupilId,
    query: &Query,
    typed: Option<(TalkForm, String)>,
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
    let all = items(&page, &name, &known);
    let since = clock::school_year_start(clock::school_year(today) - 1);
    let shown = |item: &Item| !query.alles.is_empty() || item.on >= since;
    let older = all.iter().any(|item| !shown(item));
    let (strengths, concerns) = sides(&page, &known);
    let grounds = explain::Grounds {
        signals: &known.signals,
        evidence: &known.evidence,
        observations: &known.observations,
    };
    let (open, notes) = explain::signals(w, grounds);
    Ok(PupilPage {
        path: format!("/leerlingen/{}", known.pupil.id),
        place: known.groups.iter().map(|g| (g.id.0.clone(), g.name.clone())).collect(),
        mentors: known.mentors.join(", "),
        why: page.say(&known.why.message()),
        done: !query.klaar.is_empty(),
        coordinates: person.0.has_at(Role::Coordinator, &known.pupil.school_id),
        strengths,
        concerns,
        open,
        notes,
        scales: known
            .scales
            .iter()
            .map(|scale| scales::view(w, &known.pupil.first_name, scale, bars(&page, &known), today))
            .collect(),
        items: all.into_iter().filter(shown).collect(),
        older,
        talk: Talk::new(w, &[With::Pupil, With::Parent, With::Both], today, typed),
        id: known.pupil.id,
        name,
        page,
    })
}

/// Strengths and concerns side by side: scales by their two words, and what people saw.
fn sides(page: &Page, known: &Known) -> (Vec<String>, Vec<String>) {
    let (mut strengths, mut concerns) = (Vec::new(), Vec::new());
    for scale in &known.scales {
        for line in &scale.lines {
            let Some(standing) = line.standing else {
                continue;
            };
            let said = Message::new("side-scale")
                .with("scale", &scale.name)
                .with("words", scales::words(page.w, standing))
                .with("who", scales::informant(page.w, line.informant));
            match standing {
                s if Standing::is_concern(s) => concerns.push(page.say(&said)),
                s if Standing::is_strength(s) => strengths.push(page.say(&said)),
                _ => {}
            }
        }
    }
    for seen in known.observations.iter().take(6) {
        let said = Message::new("side-seen")
            .with("domain", page.domain(&seen.domain))
            .with("date", page.date(&seen.seen_on));
        match seen.tone {
            Tone::Concern => concerns.push(page.say(&said)),
            Tone::Strength => strengths.push(page.say(&said)),
            Tone::Note => {}
        }
    }
    (strengths, concerns)
}

/// Referrals as bars under the axis.
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
        .collect()
}

/// Everything on one line, newest first.
fn items(page: &Page, name: &str, known: &Known) -> Vec<Item> {
    let w = page.w;
    let names = &known.names;
    let seen = known.observations.iter().map(|one| timeline::observation(w, names, one));
    let held = known.conversations.iter().map(|one| timeline::conversation(w, names, name, one));
    let made = known.decisions.iter().rev().filter_map(|made| {
        let signal = known.signals.iter().find(|signal| signal.id == made.signal_id)?;
        Some(timeline::decision(w, names, name, signal, made))
    });
    let steps = known.referrals.iter().flat_map(|(_, partner, steps)| {
        steps.iter().rev().map(|step| explain::step(w, names, partner, step))
    });
    let mut all: Vec<Item> = seen.chain(held).chain(made).chain(steps).collect();
    all.extend(explain::rounds(w, &known.scales));
    all.sort_by_key(|item| std::cmp::Reverse(item.on));
    all
}

/// Records a conversation with or about a pupil.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn talk(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<TalkForm>,
) -> Answer {
    let (id, form) = (PupilId(id.into_inner()), form.into_inner());
    let (scope, about, now) = (person.0.clone(), id.clone(), state.clock.now());
    let spoken = form.spoken();
    let outcome = state.db.write(move |conn| speak::about_pupil(conn, &scope, now, &about, &spoken?)).await;
    match outcome {
        Ok(_) => Ok(page::to(&format!("/leerlingen/{id}?klaar=1"))),
        Err(Error::Refused(message)) => {
            let typed = Some((form, person.words().say(&message)));
            page::again(&render(&state, &person, id, &Query::default(), typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Notes that a conversation or a decision was copied to the official file.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn transferred(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<TransferForm>,
) -> Answer {
    let (id, form, scope) = (PupilId(id.into_inner()), form.into_inner(), person.0.clone());
    let back = format!("/leerlingen/{id}?klaar=1");
    let now = state.clock.now();
    state
        .db
        .write(move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            form.mark(conn, &scope, &pupil.id.0)?;
            let entry = Entry::by(&scope, "copy-to-file", "pupil", &pupil.id)
                .because(why.word())
                .detail(form.detail());
            audit::record(conn, now, &entry)
        })
        .await?;
    Ok(page::to(&back))
}

/// The word of a severity, for the templates of this page.
fn severity(w: crate::ground::Words, code: &str) -> String {
    rows::severity(w, code)
}
