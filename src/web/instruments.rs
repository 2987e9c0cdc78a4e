//! The lists that can come in: which domain is served by what, and by nothing; and of each list the codes that a file
//! needs, its source and its licence.

use actix_web::web;
use askama::Template;

use super::charts::figure;
use super::failure::Answer;
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::evidence::instruments::served::{Serving, served};
use crate::evidence::instruments::{Direction, Domain, Instrument, Scale};
use crate::ground::Message;

/// A domain, and what serves it.
struct DomainRow {
    name: String,
    signals: String,
    explains: String,
}

/// A list as it is read.
struct ListView {
    code: String,
    name: String,
    source: String,
    licence: String,
    units: String,
    totals_only: bool,
    /// Code, name and what the scale says.
    scales: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "instruments.html")]
struct InstrumentsPage {
    page: Page,
    domains: Vec<DomainRow>,
    lists: Vec<ListView>,
}

/// The lists, as this installation knows them.
///
/// # Errors
/// When the page cannot be written.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    let page = Page::of(&person).at("/invoer");
    let domains = served(&state.instruments).into_iter().map(|one| {
        let mut explains = told(&one.explains);
        if one.domain == Domain::Attendance {
            explains.push(page.t("instruments-attendance"));
        }
        let or_none =
            |told: Vec<String>| if told.is_empty() { page.t("instruments-none") } else { told.join("; ") };
        DomainRow {
            name: page.domain(one.domain.code()),
            signals: or_none(told(&one.signals)),
            explains: or_none(explains),
        }
    });
    let domains = domains.collect();
    let lists = state.instruments.all().map(|one| list(&page, one)).collect();
    page::html(&InstrumentsPage { page, domains, lists })
}

fn told(serving: &[Serving<'_>]) -> Vec<String> {
    let one = |(one, scales): &Serving<'_>| {
        let names: Vec<&str> = scales.iter().map(|scale| scale.name.as_str()).collect();
        format!("{} ({})", one.name, names.join(", "))
    };
    serving.iter().map(one).collect()
}

fn list(page: &Page, one: &Instrument) -> ListView {
    let source =
        Message::new("instruments-source").with("source", &one.source).with("date", page.date(&one.date));
    let units: Vec<&str> = one.score_types.iter().map(|unit| unit.code()).collect();
    ListView {
        code: one.code.clone(),
        name: one.name.clone(),
        source: page.say(&source),
        licence: one.licence.clone(),
        units: if units.is_empty() { page.t("instruments-units-all") } else { units.join(", ") },
        totals_only: one.totals_only,
        scales: one
            .scales
            .iter()
            .map(|scale| (scale.code.clone(), scale.name.clone(), says(page, scale)))
            .collect(),
    }
}

/// Range, direction, and what the scale does.
fn says(page: &Page, scale: &Scale) -> String {
    let does = match (scale.control_from, scale.signals) {
        (Some(_), _) => "control",
        (None, true) => "signals",
        (None, false) => "explains",
    };
    let said = Message::new("instruments-scale")
        .with("min", figure(page.w, scale.min))
        .with("max", figure(page.w, scale.max))
        .with("high", if scale.high_is == Direction::Concern { "concern" } else { "strength" })
        .with("does", does);
    page.say(&said)
}
