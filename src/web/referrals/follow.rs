//! A referral that was sent: its steps with dates, whose turn it is, what the partner saw, the code,
//! taking it back, and writing down what a partner told by telephone.

use actix_web::web;
use askama::Template;

use super::draft::{self, Draft};
use super::view::{self, Shown};
use crate::care::referrals::model::{Authority, Consent, ConsentAnswer, GivenBy};
use crate::care::referrals::packet::Packet;
use crate::care::referrals::prepare::{self, Answered};
use crate::care::referrals::state::{Actor, Event, MOVES};
use crate::care::referrals::visit::Answer as PartnerAnswer;
use crate::care::referrals::{follow, send, store};
use crate::door::{Person, State};
use crate::ground::{AccountId, Error, Message, ReferralId, Words};
use crate::school::accounts::store as accounts;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

#[derive(Template)]
#[template(path = "referral.html")]
struct FollowPage {
    page: Page,
    id: String,
    pupil: String,
    pupil_id: String,
    partner: String,
    phone: String,
    state: String,
    turn: String,
    answer_until: Option<chrono::NaiveDate>,
    overdue: bool,
    code: Option<String>,
    locked: bool,
    is_live: bool,
    steps: Vec<Shown>,
    partner_events: Vec<(String, String)>,
    school_events: Vec<(String, String)>,
    /// Who agreed, and can take it back.
    consenters: Vec<(String, String)>,
    packet: Packet,
}

/// The page to follow a referral; right after sending with the code, which is shown only then.
pub(super) async fn show(state: &State, person: &Person, draft: Draft, code: Option<String>) -> Answer {
    let w = person.words();
    let id = draft.referral.id.clone();
    let (steps, names) = state
        .db
        .read(move |conn| {
            let steps = store::steps(conn, std::slice::from_ref(&id))?;
            let ids: Vec<AccountId> = steps.iter().filter_map(|s| s.account_id.clone()).collect();
            Ok((steps, accounts::names(conn, &ids)?))
        })
        .await?;
    let referral = &draft.referral;
    let events = |actor: Actor| -> Vec<(String, String)> {
        MOVES
            .iter()
            .filter(|(from, _, who, _)| from.contains(&referral.state) && who.contains(&actor))
            .map(|(_, event, _, _)| *event)
            .filter(|event| !matches!(event, Event::Send | Event::Open))
            .map(|event| (event.as_str().to_owned(), w.t(&format!("step-{event}"))))
            .collect()
    };
    // On the telephone a partner may answer before the link was ever opened.
    let mut partner_events = events(Actor::Partner);
    if referral.state == crate::care::referrals::state::State::Offered {
        partner_events = [Event::Accepted, Event::Declined, Event::AtCapacity]
            .map(|event| (event.as_str().to_owned(), w.t(&format!("step-{event}"))))
            .to_vec();
    }
    let packet =
        referral.packet.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or(draft.packet);
    page::html(&FollowPage {
        page: Page::of(person),
        id: referral.id.to_string(),
        pupil: draft.pupil.full_name(),
        pupil_id: draft.pupil.id.to_string(),
        steps: view::steps(w, &steps, &names, &draft.partner.name),
        partner: draft.partner.name,
        phone: draft.partner.phone,
        state: w.t(&format!("referral-state-{}", referral.state)),
        turn: draft::turn(person, referral),
        answer_until: referral.answer_until.filter(|_| referral.state.awaits_answer()),
        overdue: referral.overdue && referral.state.awaits_answer(),
        code,
        locked: referral.is_locked(),
        is_live: referral.state.is_live(),
        partner_events,
        school_events: events(Actor::School),
        consenters: consenters(w, &draft.consents, referral.state.is_live()),
        packet,
    })
}

/// Those whose last word was yes, while the referral runs.
fn consenters(w: Words, consents: &[Consent], is_live: bool) -> Vec<(String, String)> {
    GivenBy::ALL
        .iter()
        .filter(|_| is_live)
        .filter(|who| {
            let last = consents.iter().rev().find(|c| c.given_by == **who);
            last.is_some_and(|c| c.answer == ConsentAnswer::Given)
        })
        .map(|who| (who.as_str().to_owned(), w.t(&format!("given-by-{who}"))))
        .collect()
}

/// Consent is taken back: noted, and what runs is stopped.
///
/// # Errors
/// As `prepare::note_consent`.
pub async fn consent_taken_back(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let missing = || Error::Refused(Message::new("consent-form-incomplete"));
    let answered = Answered {
        given_by: GivenBy::from_word(Fields(&posted).text("given_by")).ok_or_else(missing)?,
        answer: ConsentAnswer::Withdrawn,
        authority: Authority::Unknown,
        written: false,
        given_on: person.0.today,
        note: String::new(),
    };
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::note_consent(conn, &person.0, now, &of, &answered)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

/// The page with the code, once.
pub(super) async fn show_code(state: &State, person: &Person, id: ReferralId, code: String) -> Answer {
    let draft = draft::read(state, person, id).await?;
    show(state, person, draft, Some(code)).await
}

/// Gives a new code.
///
/// # Errors
/// As `send::new_code`.
pub async fn new_code(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = ReferralId(path.into_inner());
    let (scope, secret, now, of) = (person.0.clone(), state.secret.clone(), state.clock.now(), id.clone());
    let code = state.db.write(move |conn| send::new_code(conn, &scope, now, &secret, &of)).await?;
    show_code(&state, &person, id, code).await
}

/// The school takes it back or stops it.
///
/// # Errors
/// As `follow::by_school`.
pub async fn end(state: web::Data<State>, person: Person, path: web::Path<String>, posted: Posted) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let event = event(fields)?;
    let reason = fields.text("reason").to_owned();
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| follow::by_school(conn, &person.0, now, &of, event, &reason)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

/// Writes down what a partner told by telephone.
///
/// # Errors
/// As `follow::as_told`.
pub async fn told(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let answer = PartnerAnswer {
        event: match fields.text("event") {
            "report" => None,
            _ => Some(event(fields)?),
        },
        reason: fields.text("reason").to_owned(),
        note: fields.text("note").to_owned(),
        told_by: fields.text("told_by").to_owned(),
        account: None,
    };
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| follow::as_told(conn, &person.0, now, &of, answer)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}

fn event(fields: Fields<'_>) -> Result<Event, Failure> {
    let word = fields.text("event");
    Event::from_word(word)
        .ok_or_else(|| Failure(Error::Refused(Message::new("referral-no-event").with("value", word))))
}
