//! What belongs to another school or another group does not exist: 404 on every way to it, and no word of it in a list.

use baken::door::{Access, Door};
use baken::ground::scope::Role;
use baken::serve;
use serde_json::{Value, json};

use super::ways::{Things, changes, coordinations, forms, of_sam, of_tom, readings};
use super::who_may::filled;
use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{self, COORDINATOR, MENTOR, NEIGHBOUR, OTHER_MENTOR, STAFF};

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
        pages.open(&format!("/school?school={}", town.cast.neighbours)).await.is(404);
        pages.open(&format!("/observaties/nieuw?groep={}", sam.group)).await.is(404);
        let named = pages.open(&format!("/observaties/nieuw?leerling={}", sam.pupil)).await.is(200);
        assert!(!named.text.contains("Overkant"), "{named:?}");
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

    async fn what_is_copied_to_the_file_is_about_the_pupil_of_the_page(database: Database) {
        let town = Town::new(database);
        let held = async |pupil: &str| {
            let held = json!({"pupil": pupil, "with": "pupil", "held_on": "2026-03-12", "line": "Een regel"});
            town.api(COORDINATOR).post("/api/v1/conversations", held).await.is(201).say("id")
        };
        let (noors, toms) = (held(&town.cast.noor.0).await, held(&town.cast.tom.0).await);
        let mentor = town.at_the_pages(MENTOR).await;
        let page = format!("/leerlingen/{}/overgezet", town.cast.noor);
        mentor.send(&page, &[("kind", "conversation"), ("id", &toms)]).await.is(404);
        mentor.send(&page, &[("kind", "conversation"), ("id", &noors)]).await.is(303);
        let copied = async |pupil: &str| {
            let path = format!("/api/v1/conversations?pupil={pupil}");
            town.api(COORDINATOR).get(&path).await.is(200).items()[0]["transferred_on"].clone()
        };
        assert_eq!((copied(&town.cast.noor.0).await, copied(&town.cast.tom.0).await), (json!("2026-03-12"), Value::Null));
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
