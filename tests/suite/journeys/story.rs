//! What happens in a journey: rounds come in, Noor falls, time goes by.

use std::fmt::Write as _;

use baken::ground::ImportId;
use chrono::Duration;
use serde_json::Value;

use super::Town;
use crate::support::cast::{self, GROUP_SIZE};

impl Town {
    /// So much time goes by, and the worker looks at what fell due.
    pub async fn days_pass(&self, days: i64) -> usize {
        self.app.state.clock.advance(Duration::days(days));
        baken::worker::fall_due(&self.app.state).await.expect("looked")
    }

    /// Brings a file in at De Wilgen.
    pub fn bring_in(&self, text: &str) -> ImportId {
        cast::bring_in(&self.app.state.db, &self.app.state.clock, "99ZZ", text)
    }

    /// Two rounds in which nothing happens: the starting picture.
    pub fn two_quiet_rounds(&self) -> ImportId {
        self.bring_in(&scores(&[(0, "2025-03-05"), (1, "2025-10-02")], |_| None))
    }

    /// A third round in which Noor, who did well, does badly.
    pub fn noor_falls(&self) -> ImportId {
        self.bring_in(&noor_falls())
    }

    /// Two quiet rounds, then Noor's fall, all of it worked off.
    pub async fn noor_has_fallen(&self) -> String {
        self.two_quiet_rounds();
        self.noor_falls();
        self.app.work().await;
        self.signal_about_noor().await
    }

    /// The id of the only signal about Noor.
    pub async fn signal_about_noor(&self) -> String {
        let found = self.signals_about(&self.cast.noor.0).await;
        assert_eq!(found.len(), 1, "{found:?}");
        found[0]["id"].as_str().expect("an id").to_owned()
    }

    /// The signals about a subject, as the coordinator gets them.
    pub async fn signals_about(&self, subject: &str) -> Vec<Value> {
        let all = self.api(cast::COORDINATOR).get("/api/v1/signals").await.is(200);
        let about = |signal: &Value| signal["pupil"] == subject;
        all.items().into_iter().filter(about).collect()
    }

    /// The state of a signal, as the coordinator gets it.
    pub async fn state_of(&self, signal: &str) -> String {
        let path = format!("/api/v1/signals/{signal}");
        self.api(cast::COORDINATOR).get(&path).await.is(200).say("state")
    }
}

/// The third round: everybody as before, and Noor low.
pub fn noor_falls() -> String {
    scores(&[(2, "2026-03-02")], |at| (at == GROUP_SIZE + 1).then_some(3))
}

/// Well-being of all pupils of De Wilgen on some days; `other` says who scores otherwise than usual.
pub fn scores(rounds: &[(usize, &str)], other: impl Fn(usize) -> Option<usize>) -> String {
    let mut text = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
    for (round, day) in rounds {
        for at in 1..=2 * GROUP_SIZE {
            let level = (at * 7) % 25;
            // The lowest always score the same: low from the first round on, so no news later.
            let by_chance = if level < 6 { 0 } else { (at * 3 + round * 2) % 5 };
            let score = other(at).unwrap_or(10 + level + by_chance);
            writeln!(text, "{at:03};{day};eigen;leerkracht;welbevinden;{score}").expect("a line");
        }
    }
    text
}
