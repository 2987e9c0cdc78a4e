//! Beginning a referral: choosing a partner for a pupil.

use std::collections::BTreeSet;

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::referrals::model::{Offer, Partner};
use crate::care::referrals::{partners, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Message, PartnerId, PupilId, Words};
use crate::school::store as people;
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// A partner to choose from, or one of its offers.
struct Choosable {
    /// What the form sends: the partner, and the offer after a slash.
    value: String,
    partner_id: String,
    name: String,
    kind: String,
    route: String,
    about: String,
    /// The ages it is for, in words.
    ages: String,
    waiting: String,
    told_on: Option<chrono::NaiveDate>,
    /// Why the school may not ask it itself, if so; parents or the pupil can take a letter along then.
    not_here: Option<String>,
}

#[derive(Template)]
#[template(path = "referral_new.html")]
struct NewPage {
    page: Page,
    pupil_id: String,
    pupil: String,
    partners: Vec<Choosable>,
    /// The regions there are, each with whether it is the one shown.
    regions: Vec<(String, bool)>,
    missing: Option<Message>,
}

/// Which pupil a new referral is for.
#[derive(Debug, Deserialize)]
pub struct NewQuery {
    leerling: String,
    #[serde(default)]
    regio: String,
}

/// The page on which a partner is chosen.
///
/// # Errors
/// `NotFound` for a pupil outside the scope.
pub async fn begin(state: web::Data<State>, person: Person, query: web::Query<NewQuery>) -> Answer {
    let scope = person.0.clone();
    let id = PupilId(query.leerling.clone());
    let (pupil, found, offers, missing) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            let found = store::partners(conn)?;
            let partner_ids: Vec<PartnerId> = found.iter().map(|partner| partner.id.clone()).collect();
            let offers = store::offers(conn, &partner_ids)?;
            let missing = crate::care::triage::decide::missing_conversation(conn, &pupil, scope.today)?;
            let entry = Entry::by(&scope, "view-pupil", "pupil", &id).because_of(&why);
            Ok(((pupil, found, offers, missing), entry))
        })
        .await?;
    let w = person.words();
    let age = pupil.age(person.0.today);
    let regions = regions(&found, &query.regio);
    let of_region = found.iter().filter(|partner| serves(partner, &query.regio));
    let choosable = of_region.flat_map(|partner| {
        let own: Vec<&Offer> = offers.iter().filter(|offer| offer.partner_id == partner.id).collect();
        match own.as_slice() {
            [] => vec![choosable(partner, None, age, w)],
            own => own.iter().map(|offer| choosable(partner, Some(offer), age, w)).collect(),
        }
    });
    page::html(&NewPage {
        page: Page::of(&person),
        pupil_id: pupil.id.to_string(),
        pupil: pupil.full_name(),
        partners: choosable.collect(),
        regions,
        missing,
    })
}

fn named(partner: &Partner) -> impl Iterator<Item = &str> {
    partner.regions.split(',').map(str::trim).filter(|region| !region.is_empty())
}

/// Whether a partner works in a region; no region, or a partner of everywhere, fits always.
fn serves(partner: &Partner, region: &str) -> bool {
    region.is_empty() || partner.regions.trim().is_empty() || named(partner).any(|one| one == region)
}

fn regions(partners: &[Partner], shown: &str) -> Vec<(String, bool)> {
    let all: BTreeSet<&str> = partners.iter().flat_map(named).collect();
    all.into_iter().map(|region| (region.to_owned(), region == shown)).collect()
}

fn choosable(partner: &Partner, offer: Option<&Offer>, age: Option<u32>, w: Words) -> Choosable {
    let too = |offer: &&Offer| !offer.fits(age);
    let not_here = match partners::may_send(partner, offer) {
        Err(crate::ground::Error::Refused(message)) => Some(w.say(&message)),
        _ if offer.as_ref().is_some_and(too) => Some(w.t("offer-other-age")),
        _ => None,
    };
    let route = offer.map_or(partner.access_route, |offer| offer.access_route);
    let waiting = offer.map_or(&partner.waiting, |offer| &offer.waiting);
    Choosable {
        value: match offer {
            Some(offer) => format!("{}/{}", partner.id, offer.id),
            None => partner.id.to_string(),
        },
        partner_id: partner.id.to_string(),
        name: match offer {
            Some(offer) => format!("{}: {}", partner.name, offer.name),
            None => partner.name.clone(),
        },
        kind: w.t(&format!("partner-kind-{}", partner.kind)),
        route: w.t(&format!("route-{route}-word")),
        about: offer.map_or_else(|| partner.offer.clone(), |offer| offer.text.clone()),
        ages: offer.map(|offer| ages(offer, w)).unwrap_or_default(),
        waiting: waiting.clone(),
        told_on: offer.map_or(partner.waiting_told_on, |offer| offer.waiting_told_on),
        not_here,
    }
}

/// The ages an offer is for, in words; empty for all.
pub fn ages(offer: &Offer, w: Words) -> String {
    match (offer.ages_from, offer.ages_to) {
        (None, None) => String::new(),
        (from, to) => {
            let number = |age: Option<i32>| age.map_or_else(|| "…".to_owned(), |age| age.to_string());
            w.say(&Message::new("offer-for-ages").with("from", number(from)).with("to", number(to)))
        }
    }
}
