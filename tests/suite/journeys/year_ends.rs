//! The year's end: each observation is kept with a reason or deleted, by the mentor and what is left by the coordinator.

use baken::ground::db::schema::{observation_keeps, observations};
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR};

impl Town {
    /// The mentor saw something of Noor; gives its id.
    pub(crate) async fn writes_of_noor(&self, tone: &str, text: &str) -> String {
        let seen = json!({"pupil": self.cast.noor, "domain": "stemming", "tone": tone, "source": "staff",
            "text": text, "seen_on": "2026-03-12"});
        self.api(MENTOR).post("/api/v1/observations", seen).await.is(201).say("id")
    }
}

both_databases! {
    async fn a_mentor_keeps_with_a_reason_or_deletes(database: Database) {
        let town = Town::new(database);
        let good = town.writes_of_noor("strength", "Hielp een ander").await;
        let other = town.writes_of_noor("note", "Had een nieuwe jas").await;
        let worry = town.writes_of_noor("concern", "Zat alleen").await;
        let mentor = town.at_the_pages(MENTOR).await;
        let page = mentor.open("/jaareinde").await.is(200);
        assert!(!page.text.contains("Hielp"), "in March nothing is asked");
        town.days_pass(85).await;
        let page = mentor.open("/jaareinde").await;
        let mentor = if page.status == 200 { mentor } else { town.at_the_pages(MENTOR).await };
        let page = mentor.open("/jaareinde").await.is(200);
        assert!(page.text.contains("Hielp een ander") && page.text.contains("Zat alleen"), "{page:?}");
        assert!(mentor.open("/werk").await.is(200).text.contains("/jaareinde"));
        assert!(!town.at_the_pages(OTHER_MENTOR).await.open("/jaareinde").await.is(200).text.contains("Hielp"));

        let [keep, gone, need] = [&good, &other, &worry].map(|id| format!("besluit-{id}"));
        let why = format!("reden-{good}");
        // Without a reason nothing is kept and nothing goes.
        let form = [(keep.as_str(), "bewaren"), (why.as_str(), " "), (gone.as_str(), "weg")];
        let refused = mentor.send("/jaareinde", &form).await.is(422);
        assert!(refused.text.contains("Schrijf op waarom"), "{refused:?}");
        // What an open signal rests on cannot go.
        mentor.send("/jaareinde", &[(need.as_str(), "weg")]).await.is(422);
        // Another's cannot be decided on.
        let others = town.at_the_pages(OTHER_MENTOR).await;
        others.send("/jaareinde", &[(gone.as_str(), "weg")]).await.is(404);
        let form = [(keep.as_str(), "bewaren"), (why.as_str(), "voor het gesprek in groep 7"), (gone.as_str(), "weg")];
        mentor.send("/jaareinde", &form).await.is(303);
        let left: Vec<String> = town.read(|conn| Ok(observations::table.order(observations::id).select(observations::id).load(conn)?));
        let mut wanted = vec![good.clone(), worry.clone()];
        wanted.sort();
        assert_eq!(left, wanted);
        let kept: Vec<(String, i32, String)> = town.read(|conn| {
            let all = observation_keeps::table;
            Ok(all.select((observation_keeps::observation_id, observation_keeps::school_year, observation_keeps::reason)).load(conn)?)
        });
        assert_eq!(kept, [(good, 2025, "voor het gesprek in groep 7".to_owned())]);

        // What is left is the coordinator's from August on, and stays until then.
        let coordinator = town.at_the_pages(COORDINATOR).await;
        assert!(!coordinator.open("/jaareinde").await.is(200).text.contains("Zat alleen"));
        town.days_pass(60).await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let page = coordinator.open("/jaareinde").await.is(200);
        assert!(page.text.contains("Zat alleen") && !page.text.contains("Hielp"), "{page:?}");
    }
}
