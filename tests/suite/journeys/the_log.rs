//! The log: who saw and did what, in which capacity and why; a write that fails leaves neither deed nor line.

use baken::door::Door;
use baken::ground::db::schema::{audit, referrals};
use baken::serve;
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::{complete_draft, sent};
use super::who_may::filled;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, MENTOR, OTHER_MENTOR, PASSWORD};

/// A line: account, capacity, action, subject, reason, detail.
type Line = (Option<String>, String, String, String, String, String);

/// The lines of the log about an action, or all.
fn lines(town: &Town, action: &str) -> Vec<Line> {
    town.read(|conn| {
        Ok(audit::table
            .filter(audit::action.like(format!("%{action}%")))
            .order((audit::at, audit::id))
            .select((
                audit::account_id,
                audit::actor,
                audit::action,
                audit::subject_id,
                audit::reason,
                audit::detail,
            ))
            .load(conn)?)
    })
}

both_databases! {
    async fn looking_at_a_pupil_leaves_a_line_with_the_reason(database: Database) {
        let town = Town::new(database);
        let path = format!("/api/v1/pupils/{}", town.cast.noor);
        town.api(MENTOR).get(&path).await.is(200);
        town.api(COORDINATOR).get(&path).await.is(200);
        town.api(OTHER_MENTOR).get(&path).await.is(404);
        let seen = lines(&town, "view-pupil");
        let line = |email: &str, role: &str, why: &str| {
            let noor = town.cast.noor.0.clone();
            (Some(town.account(email).0), role.to_owned(), "view-pupil".to_owned(), noor, why.to_owned(), String::new())
        };
        assert_eq!(seen, [line(MENTOR, "mentor", "group:mentor"), line(COORDINATOR, "coordinator", "coordinator")]);
    }

    async fn a_decision_leaves_a_line_and_a_refused_one_none(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        let all = lines(&town, "").len();
        town.api(COORDINATOR).post(&path, json!({"event": "referred"})).await.refuses(409);
        town.api(COORDINATOR).post(&path, json!({"event": "no_action"})).await.refuses(422);
        town.api(MENTOR).post(&path, json!({"event": "watching", "look_on": "2026-04-01"})).await.refuses(403);
        assert_eq!(lines(&town, "").len(), all);
        town.api(COORDINATOR).post(&path, json!({"event": "no_action", "reason": "context"})).await.is(200);
        let decided = lines(&town, "decide-signal");
        assert_eq!(decided.len(), 1);
        let (account, actor, _, subject, _, detail) = &decided[0];
        assert_eq!(account.as_ref(), Some(&town.account(COORDINATOR).0));
        assert_eq!((actor.as_str(), subject, detail.as_str()), ("coordinator", &signal, "no_action:1"));
    }

    async fn a_write_that_fails_halfway_leaves_neither_deed_nor_line(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let all = lines(&town, "").len();
        // The referral and its first consent are written before the second turns out to lie in the future.
        let mut draft = complete_draft(&town, &signal);
        draft["consents"][1]["given_on"] = json!("2026-03-13");
        town.api(COORDINATOR).post("/api/v1/referrals", draft).await.refuses(422);
        let begun: i64 = town.read(|conn| Ok(referrals::table.count().get_result(conn)?));
        assert_eq!((begun, lines(&town, "").len()), (0, all));
    }

    async fn the_log_holds_no_name_and_no_text_about_a_child(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let answer = json!({"event": "asks_help", "reason": "recognised", "note": "Zij is stil"});
        town.api(MENTOR).post(&format!("/api/v1/signals/{signal}/decisions"), answer).await.is(200);
        sent(&town, &signal).await;
        let log = lines(&town, "");
        for action in ["answer-signal", "record-conversation", "begin-referral", "note-consent", "send-referral", "store-import", "raise-signals"] {
            assert!(log.iter().any(|line| line.2 == action), "{action} in {log:#?}");
        }
        let text = format!("{log:?}");
        for secret in ["Noor", "Vos", "6B", "stil", "Kunt u", "Twee gesprekken", "niet goed"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }

    async fn whatever_shows_a_pupil_leaves_a_line(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (referral, _) = sent(&town, &signal).await;
        let plan = town.drawn_up(COORDINATOR, town.plan_for_noor()).await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let table = town.calls(&coordinator, "pupils").await;
        coordinator.send(&format!("{table}/leerlingen"), &[("name", "Noor")]).await.is(303);
        let meeting = table.rsplit('/').next().expect("an id");
        let (mut shown, noor) = (Vec::new(), town.cast.noor.0.as_str());
        for (door, route) in serve::routes().filter(|(_, route)| route.method.is_safe()) {
            for id in [noor, &town.cast.group_6b.0, &signal, &referral, &plan, meeting] {
                let path = filled(route.path, id);
                let asked = match path.as_str() {
                    "/verwijzingen/nieuw" | "/observaties/nieuw" | "/plannen/nieuw" => format!("{path}?leerling={noor}"),
                    "/signalen" => format!("{path}?stand=referred"),
                    "/leerlingen" => format!("{path}?naam=noor"),
                    "/api/v1/conversations" | "/api/v1/observations" => format!("{path}?pupil={noor}"),
                    _ => path,
                };
                let pages = match door {
                    Door::Web => Some(town.at_the_pages(COORDINATOR).await),
                    Door::Api => None,
                };
                let before = lines(&town, "").len();
                let told = match &pages {
                    Some(pages) => pages.open(&asked).await,
                    None => town.api(COORDINATOR).get(&asked).await,
                };
                if told.status == 200 && (told.text.contains("Noor") || told.text.contains(noor)) {
                    // What lies on the table of a meeting: a line for the meeting and one for each pupil by name.
                    let is_pack = route.path.starts_with("/besprekingen/{id}") && !route.path.ends_with("voorbereiden");
                    assert_eq!(lines(&town, "").len(), before + 1 + usize::from(is_pack), "{asked}");
                    shown.push(route.path);
                }
                if !route.path.contains('{') {
                    break;
                }
            }
        }
        for path in ["/signalen", "/leerlingen", "/leerlingen/{id}", "/groepen/{id}", "/verwijzingen/{id}", "/plannen", "/plannen/nieuw", "/plannen/{id}", "/api/v1/plans", "/api/v1/plans/{id}", "/signalen/{id}/gespreksblad", "/overzetten", "/besprekingen/{id}", "/besprekingen/{id}.pdf", "/besprekingen/{id}/beamer/{n}", "/besprekingen/{id}/voorbereiden", "/api/v1/pupils/{id}", "/api/v1/conversations"] {
            assert!(shown.contains(&path), "{path} is not among {shown:?}");
        }
    }

    async fn what_moves_by_itself_leaves_a_line_too(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (referral, _) = sent(&town, &signal).await;
        let moved = |action: &str| -> Vec<(String, String, String)> {
            let found = lines(&town, action).into_iter();
            found.map(|(_, actor, _, subject, _, detail)| (actor, subject, detail)).collect()
        };
        let line = |subject: &str, what: &str| ("system".to_owned(), subject.to_owned(), what.to_owned());
        town.days_pass(15).await;
        town.days_pass(60).await;
        assert_eq!(moved("move-referral"), [line(&referral, "overdue"), line(&referral, "expired")]);
        let back = line(&signal, "came_back");
        assert_eq!(moved("move-signal"), std::slice::from_ref(&back));

        let watch = json!({"event": "watching", "look_on": "2026-06-30"});
        let other = json!({"pupil": town.cast.tom, "domain": "stemming", "tone": "concern", "source": "staff",
            "text": "Zit alleen", "seen_on": "2026-03-12"});
        let other = town.api(COORDINATOR).post("/api/v1/observations", other).await.is(201).say("signal");
        let path = format!("/api/v1/signals/{other}/decisions");
        town.api(COORDINATOR).post(&path, watch).await.is(200);
        town.days_pass(60).await;
        assert_eq!(moved("move-signal"), [back, line(&other, "wakes")]);
    }

    async fn a_source_withdrawn_and_a_login_by_the_api_leave_a_line(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let import = town.noor_falls();
        town.app.work().await;
        let signal = town.signal_about_noor().await;
        let undo = format!("/api/v1/imports/{import}/undo");
        town.api(ADMINISTRATION).post(&undo, json!(null)).await.is(200);
        town.app.work().await;
        let moved = lines(&town, "move-signal");
        assert_eq!(moved.len(), 1, "{moved:#?}");
        assert_eq!((moved[0].1.as_str(), &moved[0].3, moved[0].5.as_str()), ("system", &signal, "source_withdrawn"));

        let before = lines(&town, "log-in").len();
        for (password, status) in [("iets anders", 401), (PASSWORD, 200)] {
            let login = json!({"email": MENTOR, "password": password});
            let asked = town.app.client().post(town.app.at("/api/v1/tokens")).json(&login).send().await;
            assert_eq!(asked.unwrap().status().as_u16(), status);
        }
        let logins = lines(&town, "log-in");
        assert_eq!(logins.len(), before + 1);
        let (account, _, _, _, _, detail) = &logins[before];
        assert_eq!((account.as_ref(), detail.as_str()), (Some(&town.account(MENTOR).0), "api"));
    }
}
