//! The page of a referral that was sent: its steps with dates, whose turn it is, what the partner saw, the code.
//! What is pressed there stands in `moves`.

use askama::Template;

use super::asked;
use super::read::{self, Draft};
use super::view::{self, Shown};
use crate::care::referrals::model::Kind;
use crate::care::referrals::packet::Packet;
use crate::care::referrals::state::{Actor, Event, MOVES};
use crate::care::referrals::{second, store};
use crate::door::{Person, State};
use crate::ground::{AccountId, ReferralId};
use crate::school::accounts::store as accounts;
use crate::web::failure::Answer;
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
    /// What the partner asked and was not answered yet.
    question: Option<String>,
    /// The request to a second person, while it is held.
    held: Option<Held>,
    packet: Packet,
    text: String,
}

/// A request to a second person.
struct Held {
    ground: String,
    reason: String,
    by: String,
    /// Whether the reader may be that second person.
    may_agree: bool,
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
    let events = |actor: Actor, called: &str| -> Vec<(String, String)> {
        MOVES
            .iter()
            .filter(|(from, _, who, _)| from.contains(&referral.state) && who.contains(&actor))
            .map(|(_, event, _, _)| *event)
            .filter(|event| {
                !matches!(event, Event::Send | Event::Open | Event::AskSecond | Event::BackToDraft)
            })
            .map(|event| (event.as_str().to_owned(), w.t(&format!("{called}-{event}"))))
            .collect()
    };
    // On the telephone a partner may answer before the link was ever opened.
    let mut partner_events = events(Actor::Partner, "step");
    if referral.state == crate::care::referrals::state::State::Offered {
        partner_events = [Event::Accepted, Event::Declined, Event::AtCapacity]
            .map(|event| (event.as_str().to_owned(), w.t(&format!("step-{event}"))))
            .to_vec();
    }
    let packet = draft.packet.clone();
    let question = steps.iter().rev().find(|step| step.event == "question" && referral.asked);
    let held = draft.second.as_ref().filter(|_| referral.state.is_held());
    let is_live = referral.state.is_live();
    if is_live {
        for kind in Kind::ALL {
            partner_events.push((kind.as_str().to_owned(), w.t(&format!("step-report-{kind}"))));
        }
        partner_events.push(("question".to_owned(), w.t("step-question")));
    }
    let asked = asked::asked(w, &draft);
    page::html(&FollowPage {
        page: Page::of(person),
        id: referral.id.to_string(),
        pupil: draft.pupil.full_name(),
        pupil_id: draft.pupil.id.to_string(),
        steps: view::steps(w, &steps, &names, &draft.partner.name),
        partner: draft.partner.name.clone(),
        phone: draft.partner.phone.clone(),
        state: w.t(&format!("referral-state-{}", referral.state)),
        turn: w.t(view::whose_turn(referral)),
        answer_until: referral.answer_until.filter(|_| referral.state.awaits_answer()),
        overdue: referral.overdue && referral.state.awaits_answer(),
        code,
        locked: referral.is_locked(),
        is_live,
        partner_events,
        school_events: events(Actor::School, "end"),
        consenters: asked
            .into_iter()
            .filter(|one| is_live && one.has_given)
            .map(|one| (one.id, one.name))
            .collect(),
        question: question.map(|step| step.note.clone()),
        held: held.map(|(one, by)| Held {
            ground: w.t(&format!("override-{}", one.ground)),
            reason: one.reason.clone(),
            by: by.clone(),
            may_agree: second::may_agree(&person.0, referral, one),
        }),
        text: packet.text(),
        packet,
    })
}

/// The page with the code, once.
pub(super) async fn show_code(state: &State, person: &Person, id: ReferralId, code: String) -> Answer {
    let draft = read::read(state, person, id).await?;
    show(state, person, draft, Some(code)).await
}
