//! All ways to what there is about a pupil: what can be read, changed and sent, each complete enough to be done.

use serde_json::{Value, json};

use super::{Town, scores};
use crate::support::cast::{self, COORDINATOR, NEIGHBOUR};

/// What there is about a pupil, by id.
pub struct Things {
    pub pupil: String,
    pub group: String,
    pub signal: String,
    pub referral: String,
    pub import: String,
}

impl Things {
    /// All of them, for addresses that take any.
    pub fn ids(&self) -> [&str; 5] {
        [&self.pupil, &self.group, &self.signal, &self.referral, &self.import]
    }
}

/// A concern, a referral and an import about a pupil, by the coordinator of the school.
pub async fn things(town: &Town, coordinator: &str, brin: &str, pupil: &str, group: &str) -> Things {
    let api = town.api(coordinator);
    let seen = json!({"pupil": pupil, "domain": "gezin", "tone": "concern", "source": "staff", "text": "Moe", "seen_on": "2026-03-12"});
    let referral = json!({"pupil": pupil, "partner": town.cast.social_work});
    let file = scores(&[(0, "2025-03-05")], |_| None);
    let few = file.lines().take(9).collect::<Vec<_>>().join("\n");
    let state = &town.app.state;
    Things {
        pupil: pupil.to_owned(),
        group: group.to_owned(),
        signal: api.post("/api/v1/observations", seen).await.is(201).say("signal"),
        referral: api.post("/api/v1/referrals", referral).await.is(201).say("id"),
        import: cast::bring_in(&state.db, &state.clock, brin, &few).0,
    }
}

pub async fn of_sam(town: &Town) -> Things {
    things(town, NEIGHBOUR, "99ZY", &town.cast.sam.0, &town.cast.group_7a.0).await
}

pub async fn of_tom(town: &Town) -> Things {
    things(town, COORDINATOR, "99ZZ", &town.cast.tom.0, &town.cast.group_6a.0).await
}

/// What the API can be asked to read about a pupil and a group.
pub fn readings(of: &Things) -> Vec<String> {
    vec![
        format!("/api/v1/pupils/{}", of.pupil),
        format!("/api/v1/conversations?pupil={}", of.pupil),
        format!("/api/v1/observations?pupil={}", of.pupil),
        format!("/api/v1/observations?group={}", of.group),
        format!("/api/v1/signals/{}", of.signal),
    ]
}

/// What can be changed at the API about a pupil and a group, each complete enough to be done.
pub fn changes(of: &Things) -> Vec<(String, Value)> {
    let (on, text) = ("2026-03-12", "Een regel");
    let decide = format!("/api/v1/signals/{}/decisions", of.signal);
    vec![
        (
            "/api/v1/conversations".to_owned(),
            json!({"pupil": of.pupil, "with": "pupil", "held_on": on, "line": text}),
        ),
        (
            "/api/v1/conversations".to_owned(),
            json!({"group": of.group, "with": "mentor", "held_on": on, "line": text}),
        ),
        (
            "/api/v1/observations".to_owned(),
            json!({"pupil": of.pupil, "domain": "gezin", "tone": "note", "source": "staff", "text": text, "seen_on": on}),
        ),
        (
            "/api/v1/observations".to_owned(),
            json!({"group": of.group, "domain": "gezin", "tone": "note", "source": "staff", "text": text, "seen_on": on}),
        ),
        (decide.clone(), json!({"event": "takes_up", "reason": "recognised"})),
        (decide, json!({"event": "no_action", "reason": "context"})),
    ]
}

/// What a coordinator can do besides: refer, follow, take an import back.
pub fn coordinations(of: &Things, partner: &str) -> Vec<(String, Value)> {
    let referral = format!("/api/v1/referrals/{}", of.referral);
    vec![
        ("/api/v1/referrals".to_owned(), json!({"pupil": of.pupil, "partner": partner})),
        (format!("{referral}/transitions"), json!({"event": "send"})),
        (format!("{referral}/transitions"), json!({"event": "withdrawn", "reason": "nee"})),
        (format!("{referral}/transitions"), json!({"event": "accepted", "told_by": "Ans"})),
        (
            format!("{referral}/transitions"),
            json!({"event": "ask_second", "ground": "vital_interest", "reason": "nu"}),
        ),
        (format!("{referral}/transitions"), json!({"event": "reply", "note": "Ja"})),
        (
            format!("/api/v1/pupils/{}/adults", of.pupil),
            json!({"name": "Oma", "kind": "guardian", "authority": "unknown"}),
        ),
        (
            format!("{referral}/consents"),
            json!({"given_by": "pupil", "answer": "given", "given_on": "2026-03-12"}),
        ),
        (format!("/api/v1/imports/{}/undo", of.import), json!(null)),
    ]
}

/// Forms of the pages about a pupil, complete enough to be done.
pub fn forms(of: &Things) -> Vec<(String, Vec<(&'static str, String)>)> {
    let referral = format!("/verwijzingen/{}", of.referral);
    let form = |pairs: &[(&'static str, &str)]| pairs.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
    vec![
        (format!("/signalen/{}/besluit", of.signal), form(&[("event", "no_action"), ("reason", "context")])),
        (format!("/signalen/mentor/{}", of.pupil), form(&[("view", "recognised"), ("choice", "takes_up")])),
        (referral.clone(), form(&[("question", "Wat nu?")])),
        (
            format!("{referral}/ingetrokken"),
            form(&[("given_by", "pupil"), ("answer", "given"), ("given_on", "2026-03-12")]),
        ),
        (format!("{referral}/code"), form(&[])),
        (format!("{referral}/tweede"), form(&[("override", "vital_interest"), ("override_reason", "nu")])),
        (format!("{referral}/akkoord"), form(&[])),
        (format!("{referral}/terug"), form(&[])),
        (format!("{referral}/antwoord"), form(&[("reply", "Ja")])),
        (
            format!("/leerlingen/{}/volwassenen", of.pupil),
            form(&[("name", "Oma"), ("kind", "guardian"), ("authority", "unknown")]),
        ),
        (format!("/leerlingen/{}/wens", of.pupil), form(&[("said_on", "2026-03-12")])),
        (format!("/leerlingen/{}/wens/einde", of.pupil), form(&[("reason", "besproken")])),
        (format!("{referral}/einde"), form(&[("event", "withdrawn"), ("reason", "nee")])),
        (format!("{referral}/verteld"), form(&[("event", "accepted"), ("told_by", "Ans")])),
        (format!("/invoer/{}", of.import), form(&[("choice", "undo")])),
    ]
}
