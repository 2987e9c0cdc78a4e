//! Absence on the page of a pupil: the counts, and what published criteria say of them; nothing is raised or mailed.

use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, LEADER, MENTOR, OTHER_MENTOR};

const COUNTS: &str = "leerlingnummer;van;tot_en_met;uren_ziek;keren_ziek;uren_ongeoorloofd;keren_te_laat\n";
const TALK: &str = "4 keer ziek gemeld binnen 12 schoolweken";

both_databases! {
    async fn who_sees_the_scores_of_a_pupil_sees_the_absence_and_what_it_may_mean(database: Database) {
        let town = Town::new(database);
        town.bring_in(&format!(
            "{COUNTS}021;5-1-2026;30-1-2026;12,5;2;0;3\n021;2-2-2026;27-2-2026;8;2;;\n001;5-1-2026;27-2-2026;3;3;15;\n"
        ));
        assert_eq!(town.signals_about(&town.cast.noor.0).await.len(), 0, "it raises nothing");
        let noor = format!("/leerlingen/{}", town.cast.noor);
        for who in [MENTOR, COORDINATOR] {
            let page = town.at_the_pages(who).await.open(&noor).await.is(200);
            for said in [TALK, "dat is waar M@ZL een gesprek begint", "NCJ", "Nog na te gaan", "12,5", "–"] {
                assert!(page.text.contains(said), "{who}: no {said}: {}", page.text);
            }
        }
        town.at_the_pages(OTHER_MENTOR).await.open(&noor).await.is(404);
        town.at_the_pages(LEADER).await.open(&noor).await.is(403);
        // Three reports and fifteen hours: counts alone.
        let tom = town.at_the_pages(COORDINATOR).await.open(&format!("/leerlingen/{}", town.cast.tom)).await.is(200);
        assert!(tom.text.contains("Uren ongeoorloofd") && !tom.text.contains("M@ZL") && !tom.text.contains("DUO"));
    }

    async fn the_sentence_stands_with_a_signal_on_presence_and_with_no_other(database: Database) {
        let town = Town::new(database);
        town.bring_in(&format!("{COUNTS}021;5-1-2026;27-2-2026;;4;;\n"));
        for domain in ["aanwezigheid", "gezin"] {
            let worry = json!({"pupil": town.cast.noor, "domain": domain, "tone": "concern", "source": "staff",
                "text": "Vaak afgemeld", "seen_on": "2026-03-11"});
            town.api(MENTOR).post("/api/v1/observations", worry).await.is(201);
        }
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert_eq!(page.text.matches(TALK).count(), 2, "in the signal and beside the counts: {}", page.text);
    }
}
