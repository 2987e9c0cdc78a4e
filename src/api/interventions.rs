//! The catalogue of interventions, as a program reads it: codes, and what sources say with their day.

use actix_web::web;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer, list};
use crate::care::catalogue;
use crate::door::{Person, State};

/// What a source says of the effect.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recognition {
    /// `strong_indications`, `good_indications`, `indications`, `well_founded`, `named` or `not_effective`.
    verdict: String,
    /// When carried out for these: `universal`, `selective`, `indicated`; empty: however it is.
    reach: Vec<String>,
    whom: String,
    note: String,
    source: String,
    /// The latest day the source can be of.
    #[schema(value_type = String)]
    date: NaiveDate,
    /// Whether that is more than a year ago: to be checked again.
    old: bool,
}

/// An intervention.
#[derive(Debug, Serialize, ToSchema)]
pub struct Intervention {
    code: String,
    name: String,
    /// `pupil`, `group`, `school`.
    places: Vec<String>,
    /// `universal`, `selective`, `indicated`, as far as known.
    reach: Vec<String>,
    /// The lowest and the highest age in years; none where it is not known.
    ages: Option<Vec<u8>>,
    domains: Vec<String>,
    /// Whether training is needed; none where it is not known.
    training: Option<bool>,
    recognition: Vec<Recognition>,
}

/// All interventions, by code.
///
/// # Errors
/// Never: nothing is read.
pub async fn all(state: web::Data<State>, person: Person) -> Answer {
    let today = person.0.today;
    let items: Vec<Intervention> = state
        .interventions
        .all()
        .map(|one| Intervention {
            code: one.code.clone(),
            name: one.name.clone(),
            places: one.places.iter().map(ToString::to_string).collect(),
            reach: one.reach.iter().map(ToString::to_string).collect(),
            ages: one.ages.map(|[from, to]| vec![from, to]),
            domains: one.domains.iter().map(|domain| domain.code().to_owned()).collect(),
            training: one.training,
            recognition: one.recognitions.iter().map(|said| recognition(said, today)).collect(),
        })
        .collect();
    // One page: the catalogue is short, and a cursor would lead nowhere.
    Ok(list(items, |one: &Intervention| one.code.clone()))
}

fn recognition(said: &catalogue::Recognition, today: NaiveDate) -> Recognition {
    Recognition {
        verdict: said.verdict.to_string(),
        reach: said.reach.iter().map(ToString::to_string).collect(),
        whom: said.whom.clone(),
        note: said.note.clone(),
        source: said.source.clone(),
        date: said.date,
        old: said.is_old(today),
    }
}
