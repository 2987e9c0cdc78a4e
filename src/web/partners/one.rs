//! One partner of the directory: changing it, its offers, its waiting time, and whether its address was made sure of. The
//! admin keeps the directory; a coordinator tells waiting times and makes sure of addresses.

use actix_web::web;
use askama::Template;

use super::form::{OfferForm, PartnerForm};
use super::{kinds, routes};
use crate::care::referrals::model::{Offer, Partner};
use crate::care::referrals::{offers, partners, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, OfferId, PartnerId, Result};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};
use crate::web::referrals::ages;

/// An offer as the page shows one.
struct Shown {
    offer: Offer,
    ages: String,
    route: String,
    form: OfferForm,
    /// Whether the form was refused just now.
    is_back: bool,
}

/// What was typed in the form that was refused; empty forms and texts for all others.
#[derive(Default)]
struct Typed {
    partner: Option<PartnerForm>,
    /// An offer, with its id where there is one already.
    offer: Option<(Option<OfferId>, OfferForm)>,
    how: String,
    waiting: String,
    problem: String,
}

#[derive(Template)]
#[template(path = "partner.html")]
struct PartnerPage {
    page: Page,
    partner: Partner,
    kind: String,
    route: String,
    is_admin: bool,
    verified: Option<String>,
    offers: Vec<Shown>,
    kinds: Vec<(&'static str, String)>,
    routes: Vec<(&'static str, String)>,
    form: PartnerForm,
    /// The form for another offer.
    new: OfferForm,
    how: String,
    waiting: String,
    problem: String,
}

/// The page.
///
/// # Errors
/// `NotFound` for a partner that is not there.
pub async fn show(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    page::html(&render(&state, &person, PartnerId(path.into_inner()), Typed::default()).await?)
}

/// Changes what the directory says of the partner.
///
/// # Errors
/// As `partners::change`; what can be mended comes back as a page.
pub async fn change(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    form: web::Form<PartnerForm>,
) -> Answer {
    let (id, now) = (PartnerId(path.into_inner()), state.clock.now());
    let by = Entry::by(&person.0, "change-partner", "partner", "");
    let (new, of) = (form.partner(person.0.today), id.clone());
    let typed = Typed { partner: Some(form.into_inner()), ..Typed::default() };
    let work = move |conn: &mut Conn| partners::change(conn, now, &by, Partner { id: of, ..new? });
    act(&state, &person, id, typed, work).await
}

/// Takes the partner off the list.
///
/// # Errors
/// As `partners::retire`.
pub async fn retire(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let (id, now) = (PartnerId(path.into_inner()), state.clock.now());
    let by = Entry::by(&person.0, "retire-partner", "partner", "");
    state.db.write(move |conn| partners::retire(conn, now, &by, &id)).await?;
    Ok(page::to("/beheer/partners"))
}

/// Somebody made sure of the address.
///
/// # Errors
/// As `partners::verify`; what can be mended comes back as a page.
pub async fn verify(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let (id, now) = (PartnerId(path.into_inner()), state.clock.now());
    let (scope, of, how) = (person.0.clone(), id.clone(), Fields(&posted).text("how").to_owned());
    let typed = Typed { how: how.clone(), ..Typed::default() };
    act(&state, &person, id, typed, move |conn| partners::verify(conn, &scope, now, &of, &how)).await
}

/// The waiting time as told today.
///
/// # Errors
/// As `partners::told_waiting`.
pub async fn told_waiting(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let (id, now) = (PartnerId(path.into_inner()), state.clock.now());
    let (scope, of, waiting) = (person.0.clone(), id.clone(), Fields(&posted).text("waiting").to_owned());
    let typed = Typed { waiting: waiting.clone(), ..Typed::default() };
    let work = move |conn: &mut Conn| partners::told_waiting(conn, &scope, now, &of, &waiting);
    act(&state, &person, id, typed, work).await
}

/// Adds an offer.
///
/// # Errors
/// As `offers::add`; what can be mended comes back as a page.
pub async fn add_offer(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    form: web::Form<OfferForm>,
) -> Answer {
    let (id, now) = (PartnerId(path.into_inner()), state.clock.now());
    let by = Entry::by(&person.0, "add-offer", "partner", "");
    let new = form.offer(&id, now);
    let typed = Typed { offer: Some((None, form.into_inner())), ..Typed::default() };
    act(&state, &person, id, typed, move |conn| offers::add(conn, now, &by, new?).map(|_id| ())).await
}

/// Changes an offer, or ends it.
///
/// # Errors
/// As `offers::change` and `offers::retire`; what can be mended comes back as a page.
pub async fn change_offer(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    form: web::Form<OfferForm>,
) -> Answer {
    let (partner, offer) = path.into_inner();
    let (id, offer, now) = (PartnerId(partner), OfferId(offer), state.clock.now());
    let (of, new) = (id.clone(), form.offer(&id, now));
    let ends = form.ends();
    let typed = Typed { offer: Some((Some(offer.clone()), form.into_inner())), ..Typed::default() };
    if ends {
        let by = Entry::by(&person.0, "retire-offer", "partner", "");
        return act(&state, &person, id, typed, move |conn| offers::retire(conn, now, &by, &of, &offer))
            .await;
    }
    let by = Entry::by(&person.0, "change-offer", "partner", "");
    act(&state, &person, id, typed, move |conn| offers::change(conn, now, &by, &offer, new?)).await
}

/// Does it, and shows the page again.
async fn act(
    state: &State,
    person: &Person,
    id: PartnerId,
    typed: Typed,
    work: impl FnOnce(&mut Conn) -> Result<()> + Send + 'static,
) -> Answer {
    match state.db.write(work).await {
        Ok(()) => Ok(page::to(&format!("/beheer/partners/{id}"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, id, Typed { problem, ..typed }).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    id: PartnerId,
    typed: Typed,
) -> std::result::Result<PartnerPage, Failure> {
    let (partner, offers) = state
        .db
        .read(move |conn| {
            let partner = store::partner(conn, &id)?;
            Ok((partner, store::offers(conn, std::slice::from_ref(&id))?))
        })
        .await?;
    let page = Page::of(person).at("/beheer");
    let (back, refused) = typed.offer.map_or((None, None), |(of, form)| (of, Some(form)));
    let shown = |offer: Offer| {
        let typed = refused.clone().filter(|_| back.as_ref() == Some(&offer.id));
        Shown {
            ages: ages(&offer, page.w),
            route: page.t(&format!("route-{}-word", offer.access_route)),
            is_back: typed.is_some(),
            form: typed.unwrap_or_else(|| OfferForm::of(&offer)),
            offer,
        }
    };
    Ok(PartnerPage {
        is_admin: person.0.has(Role::Admin),
        verified: partner.verified_on.map(|on| page.date(&on)),
        offers: offers.into_iter().map(shown).collect(),
        kinds: kinds(&page),
        routes: routes(&page),
        kind: page.t(&format!("partner-kind-{}", partner.kind)),
        route: page.t(&format!("route-{}-word", partner.access_route)),
        form: typed.partner.unwrap_or_else(|| PartnerForm::of(&partner)),
        new: refused.filter(|_| back.is_none()).unwrap_or_default(),
        how: typed.how,
        waiting: typed.waiting,
        problem: typed.problem,
        partner,
        page,
    })
}
