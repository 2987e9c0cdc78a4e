//! What partners answer besides yes: no, no room, a pause; visits that end; and every move that is none.

use baken::care::referrals::state::{Actor, Event, MOVES, State};
use serde_json::{Value, json};

use super::Town;
use super::referring::{
    Handed, complete_draft, followed, handed_over, says_nothing_of_a_child, spoken_with_both,
};
use crate::support::both_databases;
use crate::support::cast::COORDINATOR;

/// The moves that lead to each state, as the school makes them or writes them down.
const WAYS: [(State, &[Event]); 11] = [
    (State::Draft, &[]),
    (State::Offered, &[Event::Send]),
    (State::Seen, &[Event::Send, Event::Open]),
    (State::Accepted, &[Event::Send, Event::Accepted]),
    (State::Declined, &[Event::Send, Event::Declined]),
    (State::AtCapacity, &[Event::Send, Event::AtCapacity]),
    (State::InProgress, &[Event::Send, Event::Accepted, Event::InProgress]),
    (State::OnHold, &[Event::Send, Event::Accepted, Event::InProgress, Event::OnHold]),
    (State::Withdrawn, &[Event::Send, Event::Withdrawn]),
    (State::Stopped, &[Event::Send, Event::Accepted, Event::Stopped]),
    (State::Completed, &[Event::Send, Event::Accepted, Event::InProgress, Event::Completed]),
];

/// A move as the API takes it.
fn told(event: Event, actor: Actor) -> Value {
    match actor {
        Actor::Partner => {
            json!({"event": event.as_str(), "told_by": "Ans", "reason": "zo is het", "own_consent": true})
        }
        _ => json!({"event": event.as_str(), "reason": "zo is het", "ground": "vital_interest"}),
    }
}

/// Who makes a move on the way to a state.
fn maker(event: Event) -> Actor {
    match event {
        Event::Send | Event::AskSecond | Event::BackToDraft | Event::Withdrawn | Event::Stopped => {
            Actor::School
        }
        _ => Actor::Partner,
    }
}

/// Whether the table of moves has it; by telephone an answer may come before the link was opened.
fn in_table(from: State, event: Event, actor: Actor) -> bool {
    let has = |from: State| {
        let mut moves = MOVES.iter();
        moves.any(|(states, e, who, _)| states.contains(&from) && *e == event && who.contains(&actor))
    };
    has(from) || (from == State::Offered && actor == Actor::Partner && has(State::Seen))
}

both_databases! {
    async fn every_move_that_is_none_is_refused_with_a_sentence(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let api = town.api(COORDINATOR);
        let mut refused = 0;
        for (state, way) in WAYS {
            let id = api.post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
            let path = format!("/api/v1/referrals/{id}/transitions");
            for event in way {
                api.post(&path, told(*event, maker(*event))).await.is(200);
            }
            let (before, steps) = followed(&town, &id).await;
            assert_eq!(before, state.as_str());
            for event in Event::ALL {
                for actor in [Actor::School, Actor::Partner] {
                    // Who writes down what a partner did says who told it; sending is never told.
                    let is_said = actor == Actor::Partner || maker(*event) == Actor::School;
                    let is_send_told = actor == Actor::Partner && *event == Event::Send;
                    if !is_said || is_send_told || in_table(state, *event, actor) {
                        continue;
                    }
                    api.post(&path, told(*event, actor)).await.refuses(409);
                    refused += 1;
                }
            }
            assert_eq!(followed(&town, &id).await, (before, steps), "nothing moved");
        }
        assert!(refused > 90, "{refused}");
    }

    async fn a_no_needs_a_reason_and_comes_back_to_the_school(database: Database) {
        let Handed { town, mail: _mail, signal, id, code, link, .. } = handed_over(database).await;
        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        let answer = format!("{link}/antwoord");
        let bare = partner.send(&answer, &[("answer", "declined"), ("note", " ")]).await.is(200);
        assert!(bare.text.contains("role=\"alert\""), "{bare:?}");
        assert_eq!(followed(&town, &id).await.0, "seen");
        partner.send(&answer, &[("answer", "declined"), ("note", "Wij zijn er voor ouderen")]).await.is(200);
        assert_eq!(followed(&town, &id).await.0, "declined");
        partner.open(&link).await.is(404);
        let school = town.at_the_pages(COORDINATOR).await;
        let page = school.open(&format!("/verwijzingen/{id}")).await.is(200);
        assert!(page.text.contains("Wij zijn er voor ouderen"), "{page:?}");
        let list = school.open("/verwijzingen").await.is(200);
        let asks = list.text.find("Vraagt iets van u").unwrap_or_else(|| panic!("{list:?}"));
        assert!(list.text[asks..].contains("Noor V."));
        // What it was about waits for the coordinator again; a second try is a new referral.
        assert_eq!(town.state_of(&signal).await, "new");
        let page = school.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert!(page.text.contains("zonder hulp afgelopen"), "{page:?}");
        let again = town.api(COORDINATOR).post("/api/v1/referrals", complete_draft(&town, &signal)).await;
        again.is(201);
    }

    async fn a_partner_is_told_that_the_school_took_it_back(database: Database) {
        let Handed { town, mail, id, link, .. } = handed_over(database).await;
        let back = json!({"event": "withdrawn", "reason": "ouders zien ervan af"});
        town.api(COORDINATOR).post(&format!("/api/v1/referrals/{id}/transitions"), back).await.is(200);
        town.app.work().await;
        let to_partner: Vec<_> = mail.mails().into_iter().filter(|one| one.to.starts_with("aanmelden@")).collect();
        assert_eq!(to_partner.len(), 2, "{to_partner:?}");
        let told: Vec<_> = to_partner.into_iter().filter(|one| one.subject.contains("vervalt")).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(!told[0].text.contains("/overdracht/") && !told[0].text.contains("ouders"), "{told:?}");
        says_nothing_of_a_child(&told);
        town.passer_by().open(&link).await.is(404);
    }

    async fn a_visit_lasts_an_hour_and_belongs_to_one_link(database: Database) {
        let Handed { town, mail: _mail, id, code, link, .. } = handed_over(database).await;
        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        // Who has the link and not the visit reads and answers nothing.
        let other = town.passer_by();
        assert!(!other.open(&link).await.is(200).text.contains("Noor"));
        let accepts = [("answer", "accepted")];
        assert_eq!(other.send(&format!("{link}/antwoord"), &accepts).await.is(303).to, link);
        other.open("/overdracht/geraden").await.is(404);
        other.send("/overdracht/geraden", &[("code", &code)]).await.is(404);

        town.app.state.clock.advance(chrono::Duration::minutes(61));
        assert!(!partner.open(&link).await.is(200).text.contains("Noor"));
        partner.send(&format!("{link}/antwoord"), &accepts).await.is(303);
        assert_eq!(followed(&town, &id).await.0, "seen");
        partner.send(&link, &[("code", &code)]).await.is(303);
        assert!(partner.open(&link).await.text.contains("Noor Vos"));
    }
}
