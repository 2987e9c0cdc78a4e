//! What the scale says at the end of a plan: better, same, worse, or that it cannot be told; and how long children wait,
//! as far as it may be shown.

use serde_json::{Value, json};

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER};

impl Town {
    /// What the scale says of a plan for Noor, once a fourth round gave her this score.
    async fn said_of_noor(&self, score: usize) -> (Value, String) {
        self.two_quiet_rounds();
        self.noor_falls();
        self.app.work().await;
        let plan = self.running_for_noor().await;
        self.another_round("2026-09-10", score).await;
        let told = self.api(COORDINATOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).json();
        let page = self.at_the_pages(COORDINATOR).await.open(&format!("/plannen/{plan}")).await.is(200);
        (told["effect"].clone(), page.text)
    }

    /// How long children wait, as somebody reads it.
    async fn waiting(&self, email: &str) -> String {
        let page = self.at_the_pages(email).await.open("/school").await.is(200).text;
        page.split("Hoe lang kinderen wachten")
            .nth(1)
            .expect("the figures")
            .split("</ul>")
            .next()
            .unwrap()
            .to_owned()
    }

    /// A person worries about so many pupils of De Wilgen, by their number from the first.
    async fn worry_about(&self, count: usize) -> Vec<String> {
        let pupils = self.api(COORDINATOR).get("/api/v1/pupils").await.is(200).items();
        let mut found = Vec::new();
        for pupil in pupils.iter().take(count) {
            let id = pupil["id"].as_str().unwrap().to_owned();
            let seen = json!({"pupil": id, "domain": "gezin", "tone": "concern", "source": "staff",
                "text": "Is vaak moe", "seen_on": "2026-03-12"});
            self.api(COORDINATOR).post("/api/v1/observations", seen).await.is(201);
            found.push(id);
        }
        found
    }

    async fn speak_with(&self, pupils: &[String], on: &str) {
        for pupil in pupils {
            let held = json!({"pupil": pupil, "with": "pupil", "held_on": on, "line": "Wij praatten."});
            self.api(COORDINATOR).post("/api/v1/conversations", held).await.is(201);
        }
    }
}

both_databases! {
    async fn a_rise_that_comes_by_itself_cannot_be_told_from_a_gain(database: Database) {
        let town = Town::new(database);
        // From 3 to 14: twice the error of measurement, and no further than a score so low rises by itself.
        let (effect, page) = town.said_of_noor(14).await;
        assert_eq!((&effect["before"], &effect["after"]), (&json!(3.0), &json!(14.0)));
        assert_eq!((&effect["change"], &effect["missing"]), (&json!("cannot_tell"), &json!(null)), "{effect}");
        let (low, high) = (effect["expected_low"].as_f64().unwrap(), effect["expected_high"].as_f64().unwrap());
        assert!(low < 14.0 && 14.0 < high, "{effect}");
        assert!(effect["error"].as_f64().unwrap() < 11.0, "{effect}");
        for said in ["Wat de meting zegt: kan niet gezegd worden", "Voor het plan was de score 3 (", "Daarna was de score 14 (",
            "Meetfout: twee scores kunnen", "niet verder dan vanzelf te verwachten was", "hoog is gunstig"] {
            assert!(page.contains(said), "no {said}: {page}");
        }
    }

    async fn a_band_that_rose_says_nothing_of_change(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.noor_falls();
        town.app.work().await;
        let plan = town.running_for_noor().await;
        town.another_round("2026-09-10", 14).await;
        // The same list later comes in quartiles.
        let noor = GROUP_SIZE + 1;
        let line = |day: &str, score: usize| format!("{noor:03};{day};eigen;leerkracht;welbevinden;{score};kwartiel\n");
        town.bring_in(&format!(
            "leerlingnummer;afnamedatum;instrument;informant;schaal;score;score_type\n{}{}",
            line("2026-03-03", 1), line("2026-09-11", 4),
        ));
        town.app.state.clock.advance(chrono::Duration::days(2));
        let effect = town.api(COORDINATOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).json()["effect"].clone();
        assert_eq!((&effect["change"], &effect["missing"]), (&json!("cannot_tell"), &json!("coarse")), "{effect}");
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/plannen/{plan}")).await.is(200).text;
        assert!(page.contains("te grof om te zien of er iets veranderde"), "{page}");
    }

    async fn a_rise_beyond_what_was_to_be_expected_is_better(database: Database) {
        let town = Town::new(database);
        let (effect, page) = town.said_of_noor(40).await;
        assert_eq!(effect["change"], json!("better"), "{effect}");
        assert!(effect["expected_high"].as_f64().unwrap() < 40.0, "{effect}");
        assert!(page.contains("Wat de meting zegt: beter"), "{page}");
        assert!(page.contains("Of dat door het plan komt, zegt een meting niet."), "{page}");
    }

    async fn a_score_that_stays_is_the_same(database: Database) {
        let town = Town::new(database);
        let (effect, page) = town.said_of_noor(4).await;
        assert_ne!(effect["change"], json!("better"), "{effect}");
        assert!(!page.contains("zegt: beter"), "{page}");
    }

    async fn without_a_score_since_or_by_another_hand_it_cannot_be_told(database: Database) {
        let town = Town::new(database);
        let line = |day: &str, score: usize, who: &str| format!("021;{day};eigen;leerkracht;welbevinden;{score};{who}\n");
        let header = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;invuller\n";
        town.two_quiet_rounds();
        town.bring_in(&format!("{header}{}", line("2026-03-02", 10, "juf Ans")));
        let plan = town.running_for_noor().await;
        let path = format!("/api/v1/plans/{plan}");
        let coordinator = town.api(COORDINATOR);
        let effect = coordinator.get(&path).await.is(200).json()["effect"].clone();
        assert_eq!((&effect["change"], &effect["missing"]), (&json!("cannot_tell"), &json!("after")), "{effect}");
        assert_eq!(effect["before"], json!(10.0));
        town.app.state.clock.advance(chrono::Duration::days(200));
        town.bring_in(&format!("{header}{}", line("2026-09-10", 40, "meester Ben")));
        let effect = coordinator.get(&path).await.is(200).json()["effect"].clone();
        assert_eq!((&effect["change"], &effect["missing"]), (&json!("cannot_tell"), &json!("rater")), "{effect}");
    }

    async fn of_a_group_the_mean_of_the_same_pupils_is_judged(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let held = json!({"group": town.cast.group_6b, "with": "mentor", "held_on": "2026-03-12", "line": "Wij spraken af."});
        town.api(COORDINATOR).post("/api/v1/conversations", held).await.is(201);
        let mut plan = town.plan_for_noor();
        plan.as_object_mut().unwrap().remove("pupil");
        plan["group"] = json!(town.cast.group_6b);
        let plan = town.drawn_up(COORDINATOR, plan).await;
        town.step(COORDINATOR, &plan, json!({"event": "begin"})).await;
        // All of 6B five points up, 6A as before.
        let header = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
        let up = (1..=2 * GROUP_SIZE).fold(header, |text, at| {
            let gain = if at > GROUP_SIZE { 5 } else { 0 };
            let score = (12 + (at * 7) % 25 + gain).min(40);
            format!("{text}{at:03};2026-09-10;eigen;leerkracht;welbevinden;{score}\n")
        });
        town.app.state.clock.advance(chrono::Duration::days(200));
        town.bring_in(&up);
        let effect = town.api(COORDINATOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).json()["effect"].clone();
        assert_eq!((&effect["pupils"], &effect["change"]), (&json!(GROUP_SIZE), &json!("better")), "{effect}");
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/plannen/{plan}")).await.is(200);
        assert!(page.text.contains("het gemiddelde van dezelfde 20 leerlingen"), "{page:?}");
    }

    async fn how_long_children_wait_is_shown_from_the_smallest_size_on(database: Database) {
        let town = Town::new(database);
        let first = town.worry_about(9).await;
        town.speak_with(&first[..6], "2026-03-12").await;
        let few = "Er zijn nog te weinig leerlingen met een signaal";
        assert!(town.waiting(LEADER).await.contains(few));
        // The coordinator sees each of them.
        let own = town.waiting(COORDINATOR).await;
        assert!(own.contains("binnen 0 schooldagen") && own.contains("Na 67 % (6 van 9) van de signalen"), "{own}");
        town.worry_about(10).await;
        let shown = town.waiting(LEADER).await;
        assert!(shown.contains("binnen 0 schooldagen") && shown.contains("Na 60 %"), "{shown}");
        assert!(shown.contains("Er zijn nog te weinig aanmeldingen"), "{shown}");
    }

    async fn waiting_is_counted_in_school_days_of_those_who_still_wait_too(database: Database) {
        let town = Town::new(database);
        let pupils = town.worry_about(12).await;
        let waits = town.waiting(LEADER).await;
        assert!(waits.contains("Na meer dan de helft van de signalen over een leerling was er nog geen gesprek"), "{waits}");
        // From Thursday over a weekend: Monday is the second school day.
        town.app.state.clock.advance(chrono::Duration::days(4));
        town.speak_with(&pupils[..7], "2026-03-16").await;
        let shown = town.waiting(LEADER).await;
        assert!(shown.contains("binnen 2 schooldagen") && shown.contains("Na 58 %"), "{shown}");
    }

    async fn a_partners_answer_and_no_room_stay_hidden_for_few(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (referral, _) = super::referring::sent(&town, &signal).await;
        let told = json!({"event": "at_capacity", "told_by": "de balie", "note": "vol"});
        town.app.state.clock.advance(chrono::Duration::days(1));
        town.api(COORDINATOR).post(&format!("/api/v1/referrals/{referral}/transitions"), told).await.is(200);
        let hidden = town.waiting(LEADER).await;
        assert!(hidden.contains("Er zijn nog te weinig aanmeldingen") && !hidden.contains("geen plek"), "{hidden}");
        let own = town.waiting(COORDINATOR).await;
        assert!(own.contains("binnen 1 schooldag.") && own.contains("100 % (1 van 1) dat er geen plek is"), "{own}");
    }
}
