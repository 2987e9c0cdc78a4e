//! From scores to a signal that waits for the mentor: by the API, as the office of a school brings them in.

use serde_json::{Value, json};

use super::{Town, noor_falls, scores};
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, MENTOR, OTHER_MENTOR};

both_databases! {
    async fn a_real_decline_becomes_a_signal_that_waits_for_the_mentor(database: Database) {
        let town = Town::new(database);
        let office = town.api(ADMINISTRATION);
        let into = format!("/api/v1/imports?school={}", town.cast.school);
        let before = scores(&[(0, "2025-03-05"), (1, "2025-10-02")], |_| None);
        let report = office.send_file(&into, before).await.is(201);
        assert_eq!(report.json()["new"], 80);
        town.app.work().await;
        assert_eq!(town.api(COORDINATOR).get("/api/v1/signals").await.items().len(), 0);

        office.send_file(&into, noor_falls()).await.is(201);
        town.app.work().await;

        let signals = town.api(COORDINATOR).get("/api/v1/signals").await.is(200).items();
        let about: Vec<&Value> = signals.iter().map(|s| &s["pupil"]).collect();
        assert_eq!(about, [town.cast.noor.0.as_str()], "{signals:#?}");
        let signal = &signals[0];
        assert_eq!(signal["state"], "with_mentor");
        assert_eq!(signal["domains"], json!(["stemming"]));
        assert_eq!(signal["severity"], "B");
        assert_eq!(signal["human"], false);
        assert!(signal["reason"].as_str().unwrap().contains("Welbevinden"), "{signal}");
        let because = signal["evidence"].as_array().unwrap();
        assert!(because.iter().any(|one| one["rule"] == "unexpected-decline"), "{because:?}");
        assert!(because[0]["ruleset"].as_str().unwrap().starts_with("standaard "));
        assert_eq!(because[0]["figures"]["observed"], 3.0);

        assert_eq!(town.api(MENTOR).get("/api/v1/signals").await.items(), signals);
        assert!(town.api(OTHER_MENTOR).get("/api/v1/signals").await.items().is_empty());
    }
}
