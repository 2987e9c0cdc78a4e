//! What belongs to another school or another group does not exist: 404 on every way to it, and no word of it in a list.

use baken::door::{Access, Door};
use baken::ground::scope::Role;
use baken::serve;
use serde_json::{Value, json};

use super::who_may::filled;
use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{self, COORDINATOR, MENTOR, NEIGHBOUR, OTHER_MENTOR, STAFF};

/// What there is about a pupil, by id.
struct Things {
    pupil: String,
    group: String,
    signal: String,
    referral: String,
    import: String,
}

impl Things {
    /// All of them, for addresses that take any.
    fn ids(&self) -> [&str; 5] {
        [
            &self.pupil,
            &self.group,
            &self.signal,
            &self.referral,
            &self.import,
        ]
    }
}

/// A concern, a referral and an import about a pupil, by the coordinator of the school.
async fn things(town: &Town, coordinator: &str, brin: &str, pupil: &str, group: &str) -> Things {
    let api = town.api(coordinator);
    let seen = json!({"pupil": pupil, "domain": "gezin", "tone": "concern", "source": "staff", "text": "Moe", "seen_on": "2026-03-12"});
    let referral = json!({"pupil": pupil, "partner": town.cast.social_work});
    let file = scores(&[(0, "2025-03-05")], |_| None);
    let few = file.lines().take(9).collect::<Vec<_>>().join("\n");
    let state = &town.app.state;
    Things {
        pupil: pupil.to_owned(),
        group: group.to_owned(),
        signal: api
            .post("/api/v1/observations", seen)
            .await
            .is(201)
            .say("signal"),
        referral: api
            .post("/api/v1/referrals", referral)
            .await
            .is(201)
            .say("id"),
        import: cast::bring_in(&state.db, &state.clock, brin, &few).0,
    }
}

async fn of_sam(town: &Town) -> Things {
    things(
        town,
        NEIGHBOUR,
        "99ZY",
        &town.cast.sam.0,
        &town.cast.group_7a.0,
    )
    .await
}

async fn of_tom(town: &Town) -> Things {
    things(
        town,
        COORDINATOR,
        "99ZZ",
        &town.cast.tom.0,
        &town.cast.group_6a.0,
    )
    .await
}

/// What the API can be asked to read about a pupil and a group.
fn readings(of: &Things) -> Vec<String> {
    vec![
        format!("/api/v1/pupils/{}", of.pupil),
        format!("/api/v1/conversations?pupil={}", of.pupil),
        format!("/api/v1/observations?pupil={}", of.pupil),
        format!("/api/v1/observations?group={}", of.group),
        format!("/api/v1/signals/{}", of.signal),
    ]
}

/// What can be changed at the API about a pupil and a group, each complete enough to be done.
fn changes(of: &Things) -> Vec<(String, Value)> {
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
        (
            decide.clone(),
            json!({"event": "takes_up", "reason": "recognised"}),
        ),
        (decide, json!({"event": "no_action", "reason": "context"})),
    ]
}

/// What a coordinator can do besides: refer, follow, take an import back.
fn coordinations(of: &Things, partner: &str) -> Vec<(String, Value)> {
    let referral = format!("/api/v1/referrals/{}", of.referral);
    vec![
        (
            "/api/v1/referrals".to_owned(),
            json!({"pupil": of.pupil, "partner": partner}),
        ),
        (format!("{referral}/transitions"), json!({"event": "send"})),
        (
            format!("{referral}/transitions"),
            json!({"event": "withdrawn", "reason": "nee"}),
        ),
        (
            format!("{referral}/transitions"),
            json!({"event": "accepted", "told_by": "Ans"}),
        ),
        (
            format!("{referral}/consents"),
            json!({"given_by": "parent", "answer": "given", "given_on": "2026-03-12"}),
        ),
        (format!("/api/v1/imports/{}/undo", of.import), json!(null)),
    ]
}

/// Forms of the pages about a pupil, complete enough to be done.
fn forms(of: &Things) -> Vec<(String, Vec<(&'static str, String)>)> {
    let referral = format!("/verwijzingen/{}", of.referral);
    let form =
        |pairs: &[(&'static str, &str)]| pairs.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
    vec![
        (
            format!("/signalen/{}/besluit", of.signal),
            form(&[("event", "no_action"), ("reason", "context")]),
        ),
        (
            format!("/signalen/mentor/{}", of.pupil),
            form(&[("view", "recognised"), ("choice", "takes_up")]),
        ),
        (referral.clone(), form(&[("question", "Wat nu?")])),
        (
            format!("{referral}/ingetrokken"),
            form(&[
                ("given_by", "parent"),
                ("answer", "given"),
                ("given_on", "2026-03-12"),
            ]),
        ),
        (format!("{referral}/code"), form(&[])),
        (
            format!("{referral}/einde"),
            form(&[("event", "withdrawn"), ("reason", "nee")]),
        ),
        (
            format!("{referral}/verteld"),
            form(&[("event", "accepted"), ("told_by", "Ans")]),
        ),
        (
            format!("/invoer/{}", of.import),
            form(&[("choice", "undo")]),
        ),
    ]
}

both_databases! {
    async fn a_coordinator_has_no_way_to_another_school(database: Database) {
        let town = Town::new(database);
        let (sam, tom) = (of_sam(&town).await, of_tom(&town).await);
        let api = town.api(COORDINATOR);
        let of_coordinator = |of: &Things| [readings(of), vec![format!("/api/v1/referrals/{}", of.referral), format!("/api/v1/imports/{}", of.import)]].concat();
        for path in of_coordinator(&tom) {
            api.get(&path).await.is(200);
        }
        for path in of_coordinator(&sam) {
            api.get(&path).await.refuses(404);
        }
        for (path, body) in changes(&sam).into_iter().chain(coordinations(&sam, &town.cast.social_work.0)) {
            api.post(&path, body).await.refuses(404);
        }
        api.get(&format!("/api/v1/imports?school={}", town.cast.neighbours)).await.refuses(403);
        let file = scores(&[(1, "2025-10-02")], |_| None);
        api.send_file(&format!("/api/v1/imports?school={}", town.cast.neighbours), file).await.refuses(403);

        let pages = town.at_the_pages(COORDINATOR).await;
        pages.open(&format!("/verwijzingen/nieuw?leerling={}", sam.pupil)).await.is(404);
        pages.open(&format!("/signalen/beginfoto?school={}", town.cast.neighbours)).await.is(403);
        let begin = [("pupil", sam.pupil.as_str()), ("partner", town.cast.social_work.0.as_str())];
        pages.send("/verwijzingen/nieuw", &begin).await.is(404);
        for (path, form) in forms(&sam) {
            let form: Vec<(&str, &str)> = form.iter().map(|(k, v)| (*k, v.as_str())).collect();
            pages.send(&path, &form).await.is(404);
        }
        // Nothing of it came to pass.
        let sams = town.api(NEIGHBOUR).get(&format!("/api/v1/signals/{}", sam.signal)).await.is(200);
        assert_eq!(sams.say("state"), "new");
        let sams = town.api(NEIGHBOUR).get(&format!("/api/v1/referrals/{}", sam.referral)).await.is(200);
        assert_eq!((sams.say("state"), sams.say("question")), ("draft".to_owned(), String::new()));
    }

    async fn a_mentor_has_no_way_to_another_group(database: Database) {
        let town = Town::new(database);
        let (sam, tom) = (of_sam(&town).await, of_tom(&town).await);
        for path in readings(&tom) {
            town.api(OTHER_MENTOR).get(&path).await.is(200);
        }
        let mentor = town.api(MENTOR);
        for of in [&sam, &tom] {
            for path in readings(of) {
                mentor.get(&path).await.refuses(404);
            }
            for (path, body) in changes(of) {
                mentor.post(&path, body).await.refuses(404);
            }
            for (path, body) in coordinations(of, &town.cast.social_work.0) {
                mentor.post(&path, body).await.refuses(403);
            }
        }
        assert_eq!(town.state_of(&tom.signal).await, "new");
    }

    async fn every_address_of_what_is_not_ones_own_is_empty(database: Database) {
        let town = Town::new(database);
        let (sam, tom) = (of_sam(&town).await, of_tom(&town).await);
        for (role, email, of) in [(Role::Coordinator, COORDINATOR, &sam), (Role::Mentor, MENTOR, &tom)] {
            let api = town.api(email);
            let pages = town.at_the_pages(email).await;
            let own = |access: Access| matches!(access, Access::Roles(roles) if roles.contains(&role));
            for (door, route) in serve::routes().filter(|(_, route)| own(route.access) && route.path.contains('{')) {
                for id in of.ids() {
                    let path = filled(route.path, id);
                    let told = match (door, route.method.is_safe()) {
                        (Door::Api, true) => api.get(&path).await.is(404),
                        (Door::Web, true) => pages.open(&path).await.is(404),
                        (Door::Api, false) => api.post(&path, json!({})).await,
                        (Door::Web, false) => pages.send(&path, &[("a", "b")]).await,
                    };
                    assert!((400..500).contains(&told.status), "{} {path}: {told:?}", route.method);
                }
            }
        }
    }

    async fn no_list_holds_a_word_of_what_is_not_ones_own(database: Database) {
        let town = Town::new(database);
        let (sam, tom) = (of_sam(&town).await, of_tom(&town).await);
        for (email, of, names) in [(COORDINATOR, &sam, ["Overkant", "Sam O."]), (MENTOR, &tom, ["Bakker", "Tom B."])] {
            let api = town.api(email);
            let pages = town.at_the_pages(email).await;
            for (door, route) in serve::routes().filter(|(_, route)| route.method.is_safe() && !route.path.contains('{')) {
                let told = match door {
                    Door::Api => api.get(route.path).await,
                    Door::Web => pages.open(route.path).await,
                };
                let held = of.ids().into_iter().chain(names).find(|word| told.text.contains(word));
                assert_eq!(held, None, "{email} {}: {told:?}", route.path);
            }
            let by_group = pages.open(&format!("/signalen?groep={}", of.group)).await.is(200);
            assert!(!names.iter().any(|name| by_group.text.contains(name)), "{by_group:?}");
        }
        let own = town.api(MENTOR).get("/api/v1/pupils").await.is(200);
        assert_eq!(own.items().len(), cast::GROUP_SIZE);
        assert!(own.text.contains("Noor"));
    }

    async fn staff_write_by_full_name_and_read_nothing(database: Database) {
        let town = Town::new(database);
        let staff = town.api(STAFF);
        let seen = |name: &str| json!({"full_name": name, "domain": "gezin", "tone": "concern", "source": "staff",
            "text": "Huilde bij de gymles", "seen_on": "2026-03-12"});
        for unknown in ["Noor", "Vos", "Noor V.", "Sam Overkant", ""] {
            staff.post("/api/v1/observations", seen(unknown)).await.refuses(422);
        }
        let written = staff.post("/api/v1/observations", seen("noor  vos")).await.is(201).json();
        assert_eq!(written["signal"], Value::Null, "staff hear nothing of the signal");
        let by_id = json!({"pupil": town.cast.noor, "domain": "gezin", "tone": "note", "source": "staff", "text": "x", "seen_on": "2026-03-12"});
        staff.post("/api/v1/observations", by_id).await.refuses(404);
        staff.get(&format!("/api/v1/observations?pupil={}", town.cast.noor)).await.refuses(403);
        // A person's concern is with the coordinator at once.
        let signal = town.signal_about_noor().await;
        assert_eq!(town.state_of(&signal).await, "new");
    }
}
