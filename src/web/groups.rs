//! A group's page: names with strengths first, the group's own series, pupils by domain as a second view,
//! and what was seen, said and decided about the group.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::members::{Cell, Named, good, measured, named, table};
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use super::pupils::explain::{self, Grounds, SignalView};
use super::scales::{self, ScaleView};
use super::talk::{Talk, TalkForm};
use super::timeline::{self, Item, Names};
use crate::care::speak;
use crate::door::{Person, State};
use crate::evidence::conversations::{self, Conversation, With};
use crate::evidence::instruments::Catalogue;
use crate::evidence::observations::{self, Observation};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Why;
use crate::ground::{AccountId, Conn, Error, GroupId, Result, Scope, SignalId};
use crate::insight::means;
use crate::insight::series::{self, Scale};
use crate::school::accounts::store as accounts;
use crate::school::{Group, Pupil, store as people};
use crate::signals::model::{Decision, Evidence, Signal};
use crate::signals::store as signals;

mod members;

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
    pupils: Vec<Named>,
    good: Vec<String>,
    domains: Vec<String>,
    table: Vec<(String, String, Vec<Option<Cell>>)>,
    scales: Vec<ScaleView>,
    items: Vec<Item>,
    open: Vec<SignalView>,
    notes: Vec<SignalView>,
    talk: Talk,
}

struct Known {
    group: Group,
    why: Why,
    mentors: Vec<String>,
    pupils: Vec<Pupil>,
    scales: HashMap<i64, Vec<Scale>>,
    observations: Vec<Observation>,
    conversations: Vec<Conversation>,
    signals: Vec<Signal>,
    evidence: Vec<Evidence>,
    decisions: Vec<Decision>,
    names: Names,
}

fn read(conn: &mut Conn, scope: &Scope, catalogue: &Catalogue, id: &GroupId) -> Result<(Known, Entry)> {
    let (group, why) = people::group_for(conn, scope, id)?;
    let mentors = people::mentors(conn, &group.id, scope.today)?;
    let pupils = people::pupils_of_group(conn, scope, &group.id)?;
    let scales = series::of_pupils(conn, scope, catalogue, &pupils)?;
    let observations = observations::about_group(conn, &group)?;
    let conversations = conversations::about_group(conn, &group)?;
    let signals = signals::about(conn, scope, &group.id.0)?;
    let ids: Vec<SignalId> = signals.iter().map(|signal| signal.id.clone()).collect();
    let evidence = signals::evidence(conn, &ids)?;
    let decisions = signals::decisions(conn, &ids)?;
    let mut writers: Vec<AccountId> = observations.iter().map(|o| o.account_id.clone()).collect();
    writers.extend(conversations.iter().map(|c| c.account_id.clone()));
    writers.extend(decisions.iter().filter_map(|d| d.account_id.clone()));
    let names = accounts::names(conn, &writers)?;
    let entry = Entry::by(scope, "view-group", "group", &group.id).because(why.word());
    let known = Known {
        group,
        why,
        mentors: mentors.into_iter().map(|(_, name)| name).collect(),
        pupils,
        scales,
        observations,
        conversations,
        signals,
        evidence,
        decisions,
        names,
    };
    Ok((known, entry))
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
    let known =
        state.db.read_audited(state.clock.now(), move |conn| read(conn, &scope, &catalogue, &id)).await?;
    let page = Page::of(person).at("/leerlingen");
    let w = page.w;
    let name = page.t1("group-name", "name", &known.group.name);
    let group_scales = means::of(known.scales.values());
    let pupils: Vec<Named> = known.pupils.iter().map(|pupil| named(&page, &known, pupil)).collect();
    let grounds =
        Grounds { signals: &known.signals, evidence: &known.evidence, observations: &known.observations };
    let (open, notes) = explain::signals(w, grounds);
    Ok(GroupPage {
        open,
        notes,
        path: format!("/groepen/{}", known.group.id),
        mentors: known.mentors.join(", "),
        why: page.say(&known.why.message()),
        done: !query.klaar.is_empty(),
        as_table: query.weergave == "tabel",
        good: good(&page, &known),
        pupils,
        domains: measured(&known).iter().map(|domain| page.domain(domain.code())).collect(),
        table: table(&page, &known),
        scales: group_scales
            .iter()
            .map(|scale| scales::view(w, &name, scale, Vec::new(), person.0.today))
            .collect(),
        items: items(&page, &name, &known),
        talk: Talk::new(w, &[With::Group, With::Mentor], person.0.today, typed),
        id: known.group.id,
        name,
        page,
    })
}

fn items(page: &Page, name: &str, known: &Known) -> Vec<Item> {
    let (w, names) = (page.w, &known.names);
    let seen = known.observations.iter().map(|one| timeline::observation(w, names, one));
    let held = known.conversations.iter().map(|one| timeline::conversation(w, names, name, one));
    let made = known.decisions.iter().rev().filter_map(|made| {
        let signal = known.signals.iter().find(|signal| signal.id == made.signal_id)?;
        Some(timeline::decision(w, names, name, signal, made))
    });
    let mut all: Vec<Item> = seen.chain(held).chain(made).collect();
    all.sort_by_key(|item| std::cmp::Reverse(item.on));
    all
}

/// Records a conversation about a group.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn talk(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<TalkForm>,
) -> Answer {
    let (id, form) = (GroupId(id.into_inner()), form.into_inner());
    let (scope, about, now) = (person.0.clone(), id.clone(), state.clock.now());
    let spoken = form.spoken();
    let outcome = state.db.write(move |conn| speak::about_group(conn, &scope, now, &about, &spoken?)).await;
    match outcome {
        Ok(_) => Ok(page::to(&format!("/groepen/{id}?klaar=1"))),
        Err(Error::Refused(message)) => {
            let typed = Some((form, person.words().say(&message)));
            page::again(&render(&state, &person, id, &Query::default(), typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Notes that a conversation or a decision about a group was copied to the official file.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn transferred(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<super::transfer::TransferForm>,
) -> Answer {
    let (id, form, scope) = (GroupId(id.into_inner()), form.into_inner(), person.0.clone());
    let back = format!("/groepen/{id}?klaar=1");
    let now = state.clock.now();
    state
        .db
        .write(move |conn| {
            let (group, why) = people::group_for(conn, &scope, &id)?;
            form.mark(conn, &scope, &group.id.0)?;
            let entry = Entry::by(&scope, "copy-to-file", "group", &group.id)
                .because(why.word())
                .detail(form.detail());
            audit::record(conn, now, &entry)
        })
        .await?;
    Ok(page::to(&back))
}
