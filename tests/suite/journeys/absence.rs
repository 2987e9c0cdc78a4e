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

    async fn a_program_reads_what_the_page_shows_and_within_the_same_scope(database: Database) {
        let town = Town::new(database);
        town.bring_in(&format!(
            "{COUNTS}021;3-2-2025;28-2-2025;9;;;\n021;2-2-2026;27-2-2026;8,5;2;;\n021;5-1-2026;30-1-2026;12;2;0;3\n"
        ));
        let noor = format!("/api/v1/pupils/{}", town.cast.noor);
        for who in [MENTOR, COORDINATOR] {
            let told = town.api(who).get(&noor).await.is(200).json();
            assert_eq!(told["first_name"], "Noor");
            assert_eq!(told["attendance"], json!([
                {"from": "2026-02-02", "until": "2026-02-27", "hours_ill": 8.5, "times_ill": 2, "hours_unauthorised": null, "times_late": null},
                {"from": "2026-01-05", "until": "2026-01-30", "hours_ill": 12.0, "times_ill": 2, "hours_unauthorised": 0.0, "times_late": 3},
                {"from": "2025-02-03", "until": "2025-02-28", "hours_ill": 9.0, "times_ill": null, "hours_unauthorised": null, "times_late": null},
            ]));
            let explained = told["attendance_explained"].as_array().expect("a list");
            assert_eq!(explained.len(), 1, "{told}");
            assert!(explained[0]["text"].as_str().is_some_and(|text| text.contains(TALK)), "{told}");
            assert!(explained[0]["source"].as_str().is_some_and(|text| text.contains("NCJ")), "{told}");
        }
        town.api(OTHER_MENTOR).get(&noor).await.is(404);
        town.api(LEADER).get(&noor).await.is(403);
        let described = town.api(MENTOR).get("/api/openapi.json").await.is(200).json();
        let whole = described["components"]["schemas"]["OnePupil"].to_string();
        assert!(whole.contains("attendance_explained") && whole.contains("Pupil"), "{whole}");
        assert!(described["components"]["schemas"]["Period"]["properties"]["times_late"].is_object());
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
