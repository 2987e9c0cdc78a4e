//! The board's admin keeps the directory of partners: on the page and at the API.

use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{ADMIN, COORDINATOR};

both_databases! {
    async fn the_admin_adds_a_partner_that_the_school_can_choose(database: Database) {
        let town = Town::new(database);
        let admin = town.at_the_pages(ADMIN).await;
        assert!(admin.open("/beheer").await.is(200).text.contains("href=\"/beheer/partners\""));
        let page = admin.open("/beheer/partners").await.is(200);
        assert!(page.text.contains("Jeugdteam") && page.text.contains("via de gemeente"), "{page:?}");
        let form = [
            ("name", "Praktijk De Brug"),
            ("kind", "psycholoog"),
            ("access_route", "direct"),
            ("email", "Welkom@brug.example"),
            ("phone", "085 111 11 11"),
            ("offer", "kort gesprek"),
            ("waiting", "3 weken"),
        ];
        // Each thing that is missing brings the form back with all the rest.
        for (missing, wrong) in [("name", " "), ("kind", "bakker"), ("access_route", ""), ("email", "brug.example")] {
            let typed = form.map(|(name, value)| (name, if name == missing { wrong } else { value }));
            let again = admin.send("/beheer/partners", &typed).await.is(422);
            assert!(again.text.contains("role=\"alert\""), "{missing}: {again:?}");
            for (name, value) in typed.into_iter().filter(|(name, _)| *name != missing) {
                let kept = match name {
                    "kind" | "access_route" => format!("value=\"{value}\" required checked"),
                    _ => format!("value=\"{value}\""),
                };
                assert!(again.text.contains(&kept), "{missing}: {kept}: {again:?}");
            }
        }
        let done = admin.send("/beheer/partners", &form).await.is(303);
        let page = admin.open(&done.to).await.is(200);
        assert!(page.text.contains("welkom@brug.example") && page.text.contains("role=\"status\""), "{page:?}");
        let new = format!("/verwijzingen/nieuw?leerling={}", town.cast.noor);
        let choice = town.at_the_pages(COORDINATOR).await.open(&new).await.is(200);
        assert!(choice.text.contains("Praktijk De Brug") && choice.text.contains("3 weken"), "{choice:?}");
    }

    async fn a_partner_comes_in_by_the_api(database: Database) {
        let town = Town::new(database);
        let partner = |kind: &str, route: &str| json!({"name": "Praktijk De Brug", "kind": kind, "access_route": route, "email": "welkom@brug.example"});
        let admin = town.api(ADMIN);
        admin.post("/api/v1/partners", partner("bakker", "direct")).await.refuses(422);
        admin.post("/api/v1/partners", partner("psycholoog", "fiets")).await.refuses(422);
        town.api(COORDINATOR).post("/api/v1/partners", partner("psycholoog", "direct")).await.refuses(403);
        let id = admin.post("/api/v1/partners", partner("psycholoog", "direct")).await.is(201).say("id");
        for email in [ADMIN, COORDINATOR] {
            let found = town.api(email).get("/api/v1/partners").await.is(200).items();
            assert_eq!((found.len(), found.iter().filter(|one| one["id"] == id).count()), (4, 1));
        }
    }
}
