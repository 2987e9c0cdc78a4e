//! What silence covers and what not, from files of scores to the list: a watched pupil who falls further, or is low, is
//! on the list again; one who stays as agreed is not.

use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE};

/// Noor's scores in a round: her group as ever.
fn round(at: usize, day: &str, noor: usize) -> String {
    super::scores(&[(at, day)], |one| (one == GROUP_SIZE + 1).then_some(noor))
}

impl Town {
    /// A signal on Noor's slight fall in October, on which this was decided.
    async fn decided_on_a_slight_fall(&self, event: &str) -> String {
        self.bring_in(&super::scores(&[(0, "2024-10-02"), (1, "2025-03-05")], |one| {
            (one == GROUP_SIZE + 1).then_some(36)
        }));
        self.bring_in(&round(2, "2025-10-02", 20));
        self.app.work().await;
        let signal = self.signal_about_noor().await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        let decision = json!({"event": event, "look_on": "2026-05-01", "no_conversation": "morgen"});
        self.api(COORDINATOR).post(&path, decision).await.is(200);
        self.days_pass(1).await;
        signal
    }
}

both_databases! {
    async fn a_watched_pupil_who_falls_further_is_woken_by_the_scores(database: Database) {
        let town = Town::new(database);
        let signal = town.decided_on_a_slight_fall("watching").await;
        assert!(!town.lists_noor().await);
        town.bring_in(&round(3, "2026-03-02", 0));
        town.app.work().await;
        assert_eq!(town.state_of(&signal).await, "new");
        assert!(town.lists_noor().await);
    }

    async fn a_watched_pupil_who_stays_as_agreed_stays_watched(database: Database) {
        let town = Town::new(database);
        let signal = town.decided_on_a_slight_fall("watching").await;
        town.bring_in(&round(3, "2026-03-02", 30));
        town.app.work().await;
        assert_eq!(town.state_of(&signal).await, "watching");
        assert!(!town.lists_noor().await);
    }

    async fn what_is_planned_asks_again_when_the_scores_get_worse(database: Database) {
        let town = Town::new(database);
        let signal = town.decided_on_a_slight_fall("planned").await;
        assert!(!town.lists_noor().await);
        town.bring_in(&round(3, "2026-03-02", 0));
        town.app.work().await;
        assert_eq!(town.state_of(&signal).await, "planned");
        assert!(town.lists_noor().await);
    }
}
