//! Silence hides nothing: a person's concern, and what gets worse, comes to the coordinator while somebody works on it.

use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR};

const TOM: &str = "Tom B.";

impl Town {
    /// A colleague worries about Tom; returns the signal.
    pub async fn worry_about_tom(&self, urgent: bool) -> String {
        let seen = json!({"pupil": self.cast.tom.0, "domain": "gezin", "tone": "concern", "urgent": urgent,
            "source": "staff", "text": "Komt zonder jas", "seen_on": "2026-03-12"});
        let told = self.api(OTHER_MENTOR).post("/api/v1/observations", seen).await;
        told.is(201).say("signal")
    }

    /// The mentor writes down what was seen of Noor; gives the observation and the signal it raised.
    pub async fn worries_about_noor(&self, domain: &str, text: &str) -> (String, String) {
        let seen = json!({"pupil": self.cast.noor, "domain": domain, "tone": "concern", "source": "staff", "seen_by": "de gymdocent",
            "text": text, "seen_on": "2026-03-11"});
        let told = self.api(MENTOR).post("/api/v1/observations", seen).await.is(201);
        (told.say("id"), told.say("signal"))
    }

    /// Whether the list that opens at the signals names Tom.
    async fn lists_tom(&self, email: &str) -> bool {
        let page = self.at_the_pages(email).await.open("/signalen").await.is(200);
        page.text.contains(TOM)
    }

    async fn decided(&self, signal: &str, event: &str) {
        let path = format!("/api/v1/signals/{signal}/decisions");
        let decision = json!({"event": event, "look_on": "2026-05-01", "no_conversation": "zo afgesproken"});
        self.api(COORDINATOR).post(&path, decision).await.is(200);
    }
}

both_databases! {
    async fn a_concern_wakes_what_was_watched(database: Database) {
        let town = Town::new(database);
        let signal = town.worry_about_tom(false).await;
        assert!(town.lists_tom(COORDINATOR).await);
        town.decided(&signal, "watching").await;
        assert!(!town.lists_tom(COORDINATOR).await);
        town.days_pass(1).await;
        assert_eq!(town.worry_about_tom(true).await, signal);
        assert_eq!(town.state_of(&signal).await, "new");
        assert!(town.lists_tom(COORDINATOR).await);
    }

    async fn a_concern_about_what_is_in_hand_stands_on_the_list_until_it_is_decided(database: Database) {
        let town = Town::new(database);
        let signal = town.worry_about_tom(false).await;
        for event in ["in_conversation", "planned", "referred"] {
            town.decided(&signal, event).await;
            assert!(!town.lists_tom(COORDINATOR).await, "{event}");
            town.days_pass(1).await;
            town.worry_about_tom(event == "planned").await;
            assert_eq!(town.state_of(&signal).await, event);
            assert!(town.lists_tom(COORDINATOR).await, "{event}");
        }
        town.decided(&signal, "referred").await;
        assert!(!town.lists_tom(COORDINATOR).await);
    }

    async fn a_conversation_is_looked_back_on_at_its_day(database: Database) {
        let town = Town::new(database);
        let signal = town.worry_about_tom(false).await;
        town.decided(&signal, "in_conversation").await;
        town.days_pass(49).await;
        assert!(!town.lists_tom(COORDINATOR).await);
        town.days_pass(1).await;
        assert!(town.lists_tom(COORDINATOR).await);
        assert_eq!(town.state_of(&signal).await, "in_conversation");
    }
}
