//! A group's page: names with strengths first, the group's own series, pupils by domain as a second view,
//! and what was seen, said and decided about the group.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::page::{self, Page};
use super::scales::{self, ScaleView};
use super::talk::{Talk, TalkForm};
use super::timeline::{self, Item, Names};
use crate::care::speak;
use crate::door::{Person, State};
use crate::evidence::conversations::{self, Conversation, With};
use crate::evidence::instruments::{Catalogue, Domain};
use crate::evidence::observations::{self, Observation};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Why;
use crate::ground::{AccountId, Conn, Error, GroupId, Result, Scope, SignalId};
use crate::insight::means;
use crate::insight::series::{self, Scale};
use crate::insight::standing::Standing;
use crate::school::accounts::store as accounts;
use crate::school::{Group, Pupil, store as people};
use crate::signals::model::{Decision, Signal};
use crate::signals::store as signals;

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

/// A pupil in the list of names.
struct Named {
    id: String,
    name: String,
    strengths: Vec<String>,
}

/// A cell of the table: the mark's kind and the two words of each scale.
struct Cell {
    kind: &'static str,
    words: String,
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
    Ok(GroupPage {
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

fn named(page: &Page, known: &Known, pupil: &Pupil) -> Named {
    let scales = known.scales.get(&pupil.key).map_or(&[][..], Vec::as_slice);
    let mut strengths: Vec<String> = scales
        .iter()
        .filter(|scale| {
            let mut said = scale.lines.iter().filter_map(|line| line.standing);
            said.any(Standing::is_strength)
        })
        .map(|scale| page.domain(&scale.domain))
        .collect();
    strengths.dedup();
    strengths.truncate(3);
    Named { id: pupil.id.0.clone(), name: pupil.full_name(), strengths }
}

/// What the group is good at: the domains in which most of its pupils stand high.
fn good(page: &Page, known: &Known) -> Vec<String> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for scale in known.scales.values().flatten() {
        for standing in scale.lines.iter().filter_map(|line| line.standing) {
            let count = counts.entry(scale.domain.as_str()).or_default();
            count.0 += usize::from(standing.is_strength());
            count.1 += 1;
        }
    }
    let mut shares: Vec<(&str, usize, usize)> = counts
        .into_iter()
        .filter(|(_, (_, all))| *all >= means::FEWEST)
        .map(|(domain, (strong, all))| (domain, strong, all))
        .filter(|(_, strong, all)| strong * 4 >= *all)
        .collect();
    shares.sort_by_key(|(domain, strong, all)| (std::cmp::Reverse(strong * 100 / all), *domain));
    shares.into_iter().take(3).map(|(domain, _, _)| page.domain(domain)).collect()
}

/// The domains in which anyone of the group was measured, in the order of the school scan.
fn measured(known: &Known) -> Vec<Domain> {
    let any = |domain: &Domain| {
        let mut scales = known.scales.values().flatten();
        scales.any(|scale| scale.domain == domain.code())
    };
    Domain::ALL.into_iter().filter(any).collect()
}

fn table(page: &Page, known: &Known) -> Vec<(String, String, Vec<Option<Cell>>)> {
    let domains = measured(known);
    known
        .pupils
        .iter()
        .map(|pupil| {
            let cells = domains.iter().map(|domain| {
                let scales = known.scales.get(&pupil.key)?;
                cell(page, scales.iter().filter(|scale| scale.domain == domain.code()))
            });
            (pupil.id.0.clone(), pupil.short_name(), cells.collect())
        })
        .collect()
}

fn cell<'a>(page: &Page, scales: impl Iterator<Item = &'a Scale>) -> Option<Cell> {
    let standings: Vec<Standing> =
        scales.flat_map(|scale| scale.lines.iter().filter_map(|line| line.standing)).collect();
    let speaks = standings.iter().find(|standing| standing.is_concern()).or_else(|| standings.first())?;
    Some(Cell {
        kind: if speaks.is_concern() {
            "concern"
        } else if speaks.is_strength() {
            "strength"
        } else {
            "plain"
        },
        words: scales::words(page.w, *speaks),
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
    form: web::Form<super::pupils::TransferForm>,
) -> Answer {
    let (id, form, scope) = (GroupId(id.into_inner()), form.into_inner(), person.0.clone());
    let back = format!("/groepen/{id}?klaar=1");
    let now = state.clock.now();
    state
        .db
        .write(move |conn| {
            let (group, why) = people::group_for(conn, &scope, &id)?;
            form.mark(conn, &scope, &group.id.0)?;
            let entry = Entry::by(&scope, "copy-to-file", "group", &group.id).because(why.word());
            audit::record(conn, now, &entry)
        })
        .await?;
    Ok(page::to(&back))
}
