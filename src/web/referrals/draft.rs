//! A referral that is being prepared: ground, what goes along, and on the right exactly what the partner
//! will see. What was typed is kept with every press.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::view;
use crate::care::referrals::model::{
    Authority, Choice, Consent, ConsentAnswer, GivenBy, Ground, Partner, Referral,
};
use crate::care::referrals::packet::{self, Packet};
use crate::care::referrals::prepare::{self, Answered, Prepared};
use crate::care::referrals::{ground, partners, send, store};
use crate::door::{Person, State};
use crate::evidence::conversations::{self, Conversation};
use crate::evidence::observations::{self, Observation};
use crate::ground::audit::Entry;
use crate::ground::{Error, Message, ReferralId, clock};
use crate::school::Pupil;
use crate::school::store as people;
use crate::signals::kept::Kept;
use crate::signals::store as signals;
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

/// Something that can go along.
struct Tick {
    id: String,
    text: String,
    on: Option<chrono::NaiveDate>,
    ticked: bool,
}

/// All the page needs, read in one go.
pub(super) struct Draft {
    pub(super) referral: Referral,
    pub(super) pupil: Pupil,
    pub(super) partner: Partner,
    pub(super) consents: Vec<Consent>,
    pub(super) obstacles: Vec<Message>,
    pub(super) packet: Packet,
    signals: Vec<(String, Message)>,
    observations: Vec<Observation>,
    conversations: Vec<Conversation>,
}

#[derive(Template)]
#[template(path = "referral_draft.html")]
struct DraftPage {
    page: Page,
    id: String,
    pupil: String,
    pupil_id: String,
    partner: String,
    route: String,
    question: String,
    no_conversation: String,
    spoken: Vec<Tick>,
    grounds: Vec<(String, String, bool)>,
    ground_note: String,
    is_consent: bool,
    needed: Vec<String>,
    consents: Vec<(String, String, chrono::NaiveDate, String)>,
    givers: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    authorities: Vec<(String, String)>,
    today: chrono::NaiveDate,
    chosen: Choice,
    signals: Vec<Tick>,
    seen: Vec<Tick>,
    obstacles: Vec<String>,
    packet: Packet,
}

/// Reads a draft and what could go along.
pub(super) async fn read(state: &State, person: &Person, id: ReferralId) -> Result<Draft, Error> {
    let scope = person.0.clone();
    state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let referral = store::referral(conn, &scope, &id)?;
            let (pupil, why) = people::pupil(conn, &scope, &referral.pupil_id)?;
            let mut told: Vec<(String, Message)> = Vec::new();
            let about = signals::about(conn, &scope, &pupil.id.0)?;
            let ids: Vec<_> = about.iter().map(|signal| signal.id.clone()).collect();
            for evidence in signals::evidence(conn, &ids)? {
                if let Some(kept) = Kept::read(&evidence.finding).filter(|_| !evidence.withdrawn)
                    && !told.iter().any(|(id, _)| *id == evidence.signal_id.0)
                {
                    told.push((evidence.signal_id.0, kept.reason));
                }
            }
            let draft = Draft {
                partner: store::partner(conn, &referral.partner_id)?,
                consents: store::consents(conn, &id)?,
                obstacles: send::obstacles(conn, &scope, &referral, &pupil)?,
                packet: packet::build(conn, &scope, &referral, &pupil)?,
                signals: told,
                observations: observations::about_pupil(conn, &pupil)?,
                conversations: conversations::about_pupil(conn, &pupil.id)?,
                referral,
                pupil,
            };
            let entry = Entry::by(&scope, "view-referral", "referral", &id).because(why.word());
            Ok((draft, entry))
        })
        .await
}

/// The page of a draft.
fn show(person: &Person, draft: Draft) -> Answer {
    let w = person.words();
    let words = |prefix: &str, all: &[&str]| -> Vec<(String, String)> {
        all.iter().map(|word| ((*word).to_owned(), w.t(&format!("{prefix}-{word}")))).collect()
    };
    let chosen = draft.referral.chosen();
    let age = draft.pupil.age(person.0.today);
    let needed = age.map(ground::needed).map_or_else(Vec::new, |needed| {
        [(needed.pupil, "needs-pupil"), (needed.parents, "needs-parents")]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, key)| w.t(key))
            .collect()
    });
    let consents = draft
        .consents
        .iter()
        .map(|c| {
            let who = w.t(&format!("given-by-{}", c.given_by));
            (who, w.t(&format!("consent-answer-{}", c.answer)), c.given_on, c.note.clone())
        })
        .collect();
    let spoken = draft
        .conversations
        .iter()
        .map(|c| Tick {
            id: c.id.clone(),
            text: format!("{}: {}", w.t(&format!("with-{}", c.with_whom)), c.line),
            on: Some(c.held_on),
            ticked: chosen.conversations.contains(&c.id),
        })
        .collect();
    let seen = draft
        .observations
        .iter()
        .map(|o| Tick {
            id: o.id.clone(),
            text: o.text.clone(),
            on: Some(o.seen_on),
            ticked: chosen.observations.contains(&o.id),
        })
        .collect();
    let signals = draft
        .signals
        .iter()
        .map(|(id, reason)| Tick {
            id: id.clone(),
            text: w.say(reason),
            on: None,
            ticked: chosen.signals.contains(id),
        })
        .collect();
    let grounds = partners::grounds(&draft.partner)
        .into_iter()
        .map(|g| {
            let ticked = draft.referral.ground == Some(g);
            (g.as_str().to_owned(), w.t(&format!("ground-{g}")), ticked)
        })
        .collect();
    page::html(&DraftPage {
        page: Page::of(person),
        id: draft.referral.id.to_string(),
        pupil: draft.pupil.full_name(),
        pupil_id: draft.pupil.id.to_string(),
        route: w.t(&format!("route-{}-word", draft.partner.access_route)),
        partner: draft.partner.name,
        question: draft.referral.question,
        no_conversation: draft.referral.no_conversation,
        spoken,
        grounds,
        ground_note: draft.referral.ground_note,
        is_consent: draft.referral.ground == Some(Ground::Consent),
        needed,
        consents,
        givers: words("given-by", &["pupil", "parent", "second_parent", "guardian"]),
        answers: words("consent-answer", &["given", "refused", "unreachable", "withdrawn"]),
        authorities: words("authority", &["known", "stated", "unknown"]),
        today: person.0.today,
        chosen,
        signals,
        seen,
        obstacles: draft.obstacles.iter().map(|m| w.say(m)).collect(),
        packet: draft.packet,
    })
}

/// What was chosen in the form.
fn prepared(fields: Fields<'_>) -> Prepared {
    let text = |name: &str| fields.text(name).trim().to_owned();
    Prepared {
        question: text("question"),
        ground: Ground::from_word(fields.text("ground")),
        ground_note: text("ground_note"),
        no_conversation: text("no_conversation"),
        choice: Choice {
            birth_date: fields.ticked("birth_date"),
            signals: fields.all("signal"),
            series: fields.ticked("series"),
            observations: fields.all("observation"),
            conversations: fields.all("conversation"),
            tried: text("tried"),
            pupil_view: text("pupil_view"),
            parent_view: text("parent_view"),
        },
    }
}

/// Keeps what was typed so far, without leaving the page; answers with the time.
///
/// # Errors
/// As `prepare::keep`.
pub async fn keep_typed(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let prepared = prepared(Fields(&posted));
    let (w, now) = (person.words(), state.clock.now());
    state.db.write(move |conn| prepare::keep(conn, &person.0, now, &id, prepared)).await?;
    let time = clock::local(now).format("%H:%M").to_string();
    Ok(HttpResponse::Ok().body(w.t1("referral-saved", "time", time)))
}

/// Keeps what was chosen, whichever button was pressed; then notes an answer about consent, or sends and
/// shows the code once.
///
/// # Errors
/// As `prepare::keep` and `send::send`.
pub async fn keep(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let fields = Fields(&posted);
    let prepared = prepared(fields);
    let now = state.clock.now();
    let (scope, kept) = (person.0.clone(), id.clone());
    state.db.write(move |conn| prepare::keep(conn, &scope, now, &kept, prepared)).await?;
    if fields.ticked("note_consent") {
        let (answered, scope, of) = (answered(fields)?, person.0.clone(), id.clone());
        state.db.write(move |conn| prepare::note_consent(conn, &scope, now, &of, &answered)).await?;
        return Ok(page::to(&format!("/verwijzingen/{id}#grond")));
    }
    if !fields.ticked("send") {
        return Ok(page::to(&format!("/verwijzingen/{id}#voorbeeld")));
    }
    let (scope, secret, days) = (person.0.clone(), state.secret.clone(), state.config.partner_days);
    let sent = id.clone();
    let code = state.db.write(move |conn| send::send(conn, &scope, now, &secret, days, &sent)).await;
    match code {
        Ok(code) => super::follow::show_code(&state, &person, id, code).await,
        // What stands in the way is on the page, above the button; what was typed is kept.
        Err(Error::Conflict(_)) => Ok(page::to(&format!("/verwijzingen/{id}#versturen"))),
        Err(error) => Err(error.into()),
    }
}

/// The answer about consent in the form.
fn answered(fields: Fields<'_>) -> Result<Answered, Error> {
    let missing = || Error::Refused(Message::new("consent-form-incomplete"));
    Ok(Answered {
        given_by: GivenBy::from_word(fields.text("given_by")).ok_or_else(missing)?,
        answer: ConsentAnswer::from_word(fields.text("answer")).ok_or_else(missing)?,
        authority: Authority::from_word(fields.text("authority")).unwrap_or(Authority::Unknown),
        written: fields.text("form") == "written",
        given_on: fields.date("given_on")?.ok_or_else(missing)?,
        note: fields.text("consent_words").to_owned(),
    })
}

/// A referral: the draft's page, or the page to follow it.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn open(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let draft = read(&state, &person, ReferralId(path.into_inner())).await?;
    if draft.referral.state == crate::care::referrals::state::State::Draft {
        return show(&person, draft);
    }
    super::follow::show(&state, &person, draft, None).await
}

/// Whose turn it is, as text.
pub(super) fn turn(person: &Person, referral: &Referral) -> String {
    person.words().t(view::whose_turn(referral))
}
