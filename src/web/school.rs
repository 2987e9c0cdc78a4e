//! The school's page: this round beside a year earlier, groups above the smallest size, and the load of signals.
//! No pupil stands on it.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::charts::figure;
use super::failure::Answer;
use super::page::{self, Page};
use super::scales;
use crate::door::{Person, State};
use crate::evidence::instruments::Catalogue;
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, Message, Result, SchoolId, Scope};
use crate::insight::disclosure::Share;
use crate::insight::load::{self, Load};
use crate::insight::school::{self, Change, Figures, Mean};
use crate::school::{Group, School, store as people};

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
    why: String,
    schools: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    groups_of: String,
    groups: Vec<(String, String)>,
    load: Vec<String>,
    smallest: u32,
}

struct Known {
    school: School,
    others: Vec<School>,
    figures: Vec<Figures>,
    groups: Vec<Group>,
    load: Load,
}

fn read(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    wanted: &str,
    smallest: usize,
) -> Result<(Known, Entry)> {
    let mut own = scope.schools_as(Role::Coordinator);
    own.extend(scope.schools_as(Role::Leader));
    let others: Vec<School> =
        people::schools_of(conn, scope)?.into_iter().filter(|school| own.contains(&school.id)).collect();
    let school = others
        .iter()
        .find(|school| wanted.is_empty() || school.id == SchoolId(wanted.to_owned()))
        .cloned()
        .ok_or(Error::NotFound("school"))?;
    let figures = school::figures(conn, catalogue, &school.id, smallest)?;
    let ids: Vec<GroupId> =
        figures.iter().flat_map(|one| one.groups.iter().map(|(id, _)| id.clone())).collect();
    let groups = people::groups_by_id(conn, &ids)?;
    let load = load::of_school(conn, scope, &school.id)?;
    let entry = Entry::by(scope, "view-school", "school", &school.id).because(scope.capacity());
    let known = Known { school, others, figures, groups, load };
    Ok((known, entry))
}

/// The school's page.
///
/// # Errors
/// `NotFound` for a school in which the person has no such role.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let (scope, catalogue) = (person.0.clone(), state.instruments.clone());
    let (asked, smallest) = (query.school.clone(), state.config.smallest_group);
    let known = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            read(conn, &scope, &catalogue, &asked, smallest as usize)
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
    page::html(&SchoolPage {
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
        load: burden(&page, &known.load, smallest as usize),
        smallest,
        name: known.school.name,
        page,
    })
}

fn named(page: &Page, one: &Figures) -> String {
    format!("{}, {}", one.name, scales::informant(page.w, one.informant))
}

fn row(page: &Page, known: &Known, one: &Figures, here: bool) -> Row {
    let (min, max) = one.range;
    let direction = if one.high_is_good { "strength" } else { "concern" };
    let scale = Message::new("school-scale")
        .with("scale", named(page, one))
        .with("min", figure(min))
        .with("max", figure(max))
        .with("direction", direction);
    let share = one.now.as_ref().and_then(|now| Share::of(now.n, known.load.pupils));
    Row {
        domain: page.domain(&one.domain),
        scale: page.say(&scale),
        href: format!("/school?school={}&schaal={}#groepen", known.school.id, one.series),
        here,
        now: mean(page, one.now.as_ref()),
        before: mean(page, one.before.as_ref()),
        change: one.change.map_or_else(|| page.t("school-no-change"), |c| change(page, c)),
        took_part: share.map_or_else(|| "–".to_owned(), |share| percent(page, share)),
    }
}

fn mean(page: &Page, mean: Option<&Mean>) -> String {
    mean.map_or_else(
        || "–".to_owned(),
        |mean| {
            page.say(
                &Message::new("school-mean")
                    .with("mean", figure(mean.mean))
                    .with("n", mean.n)
                    .with("round", scales::round(page.w, &mean.round)),
            )
        },
    )
}

fn change(page: &Page, change: Change) -> String {
    let way = if change.low > 0.0 {
        "better"
    } else if change.high < 0.0 {
        "worse"
    } else {
        "same"
    };
    page.say(
        &Message::new("school-change")
            .with("way", way)
            .with("mean", signed(change.mean))
            .with("low", signed(change.low))
            .with("high", signed(change.high))
            .with("n", change.n),
    )
}

fn signed(points: f64) -> String {
    let figure = figure(points);
    match figure.strip_prefix('-') {
        Some(rest) => format!("−{rest}"),
        None if figure == "0" => figure,
        None => format!("+{figure}"),
    }
}

fn percent(page: &Page, share: Share) -> String {
    match share {
        Share::Few => page.t("share-few"),
        Share::Nearly => page.t("share-nearly"),
        Share::Percent(percent) => format!("{percent} %"),
    }
}

fn groups(page: &Page, known: &Known, one: &Figures) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = one
        .groups
        .iter()
        .filter_map(|(id, held)| {
            let group = known.groups.iter().find(|group| group.id == *id)?;
            let said = match held {
                Some(held) => mean(page, Some(held)),
                None => page.t("school-hidden"),
            };
            Some((group.name.clone(), said))
        })
        .collect();
    rows.sort();
    rows
}

/// How many signals, and how many proved right; nothing that rests on too few.
fn burden(page: &Page, load: &Load, smallest: usize) -> Vec<String> {
    let mut said = Vec::new();
    if load.pupils >= smallest
        && let Some(share) = Share::of(load.signalled, load.pupils)
    {
        said.push(page.t1("load-signals", "share", &percent(page, share)));
    }
    match Share::of(load.confirmed, load.judged).filter(|_| load.judged >= smallest) {
        Some(share) => said.push(page.t1("load-confirmed", "share", &percent(page, share))),
        None => said.push(page.t("load-few")),
    }
    said
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn a_change_carries_its_sign() {
        assert_eq!(signed(1.24), "+1,2");
        assert_eq!(signed(-0.5), "−0,5");
        assert_eq!(signed(0.01), "0");
    }
}
