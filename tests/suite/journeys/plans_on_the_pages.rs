//! Plans on screen: from a signal to a draft that is kept, its beginning, the time line and the chart, the copy for the
//! official file; what a mentor does not see; the catalogue.

use serde_json::json;

use super::Town;
use super::referring::spoken_with_both;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, LEADER, MENTOR, NEIGHBOUR, OTHER_MENTOR};

/// A draft as a person fills it in.
const TYPED: [(&str, &str); 7] = [
    ("domain", "stemming"),
    ("goal", "Noor komt weer graag naar school."),
    ("scale", "eigen/leerkracht/welbevinden"),
    ("intervention", "op-volle-kracht"),
    ("starts_on", "2026-03-12"),
    ("evaluate_on", "2026-05-14"),
    ("arrangement", "Het samenwerkingsverband kijkt mee tot mei."),
];

both_databases! {
    async fn from_a_signal_to_a_plan_that_runs(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let begin = format!("/plannen/nieuw?leerling={}", town.cast.noor);
        let list = coordinator.open("/signalen?stand=with_mentor").await.is(200);
        assert!(list.text.contains(&begin), "{list:?}");
        let new = coordinator.open(&begin).await.is(200);
        assert!(new.text.contains("Spreek eerst met de leerling"), "{new:?}");
        assert!(new.text.contains(r#"value="stemming" checked"#), "the domain of the signal is chosen: {new:?}");
        assert!(!new.text.contains(r#"value="gezin" checked"#), "{new:?}");
        let form = [("leerling", town.cast.noor.0.as_str()), ("domain", "stemming")];
        let plan = coordinator.send("/plannen/nieuw", &form).await.is(303).to;
        assert!(plan.starts_with("/plannen/"), "{plan}");

        // Typed text survives: kept as it is typed, and when something stands in the way.
        let kept = coordinator.send(&format!("{plan}/concept"), &TYPED).await.is(200);
        assert!(kept.text.contains("09:00"), "{kept:?}");
        let early = coordinator.send(&plan, &[TYPED.as_slice(), &[("begin", "1")]].concat()).await.is(422);
        for said in ["Spreek eerst met de leerling", "Noor komt weer graag naar school.", "kijkt mee tot mei"] {
            assert!(early.text.contains(said), "no {said}: {early:?}");
        }
        assert_eq!(town.state_of(&signal).await, "with_mentor");

        spoken_with_both(&town).await;
        coordinator.send(&plan, &[TYPED.as_slice(), &[("begin", "1")]].concat()).await.is(303);
        assert_eq!(town.state_of(&signal).await, "planned");
        let page = coordinator.open(&plan).await.is(200);
        for said in ["loopt", "Noor Vos", "terugkijken", "Op Volle Kracht", "Opnieuw nagaan", "do 14 mei 2026",
            "Voor het plan was de score 3", "graag naar school. Terugkijken op do 14 mei 2026", "Er zijn nog te weinig scores van na het begin."] {
            assert!(page.text.contains(said), "no {said}: {page:?}");
        }
        assert!(coordinator.open("/plannen").await.is(200).text.contains("Noor Vos"));

        let pupil = format!("/leerlingen/{}", town.cast.noor);
        for email in [COORDINATOR, MENTOR] {
            let page = town.at_the_pages(email).await.open(&pupil).await.is(200);
            for said in [plan.as_str(), "Plan begonnen: algemene stemming", "plan: algemene stemming", "Tekst voor het leerlingdossier"] {
                assert!(page.text.contains(said), "{email}: no {said}: {page:?}");
            }
        }
        let text = coordinator.open(&pupil).await.text;
        let step = text.split(r#"name="kind" value="plan"><input type="hidden" name="id" value=""#).nth(1).expect("a copy");
        let step = step.split('"').next().unwrap();
        let copied = [("kind", "plan"), ("id", step)];
        town.at_the_pages(COORDINATOR).await.send(&format!("/leerlingen/{}/overgezet", town.cast.tom), &copied).await.is(404);
        coordinator.send(&format!("{pupil}/overgezet"), &copied).await.is(303);
        assert!(coordinator.open(&plan).await.text.contains("do 12 maart 2026"), "marked as copied");
        assert!(!coordinator.open(&plan).await.text.contains(r#"value="plan"><input"#));
    }

    async fn looking_back_on_the_page(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let plan = format!("/plannen/{}", town.running_for_noor().await);
        let mentor = town.at_the_pages(MENTOR).await;
        let step = format!("{plan}/stap");
        mentor.send(&step, &[("event", "end"), ("outcome", "better"), ("note", "x")]).await.is(422);
        mentor.send(&step, &[("event", "evaluate")]).await.is(303);
        let missing = mentor.send(&step, &[("event", "end"), ("outcome", "same"), ("note", "")]).await.is(422);
        assert!(missing.text.contains("Zeg hoe het ging"), "{missing:?}");
        assert!(!missing.text.contains("Sluit ook de signalen"), "closing is the coordinator's: {missing:?}");
        let end = [("event", "end"), ("outcome", "same"), ("note", "Zij praat wel meer")];
        mentor.send(&step, &end).await.is(303);
        assert!(mentor.open(&plan).await.text.contains("Het gaat ongeveer hetzelfde"));
        assert_eq!(town.state_of(&signal).await, "new");
        for email in [OTHER_MENTOR, NEIGHBOUR] {
            let other = town.at_the_pages(email).await;
            other.open(&plan).await.is(404);
            other.send(&plan, &TYPED).await.is(404);
            other.send(&step, &end).await.is(404);
            other.send(&format!("{plan}/overgezet"), &[("id", "x")]).await.is(404);
            assert!(!other.open("/plannen").await.is(200).text.contains("Noor"));
        }
    }

    async fn the_owner_is_mailed_that_it_is_time_and_nothing_more(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let mut plan = town.plan_for_noor();
        plan["owner"] = json!(MENTOR);
        spoken_with_both(&town).await;
        let plan = town.drawn_up(COORDINATOR, plan).await;
        town.step(COORDINATOR, &plan, json!({"event": "begin"})).await;
        town.app.work().await;
        let before = town.letters().len();
        town.days_pass(63).await;
        town.app.work().await;
        let mails = town.letters();
        let new: Vec<_> = mails.iter().skip(before).collect();
        assert_eq!(new.len(), 1, "{new:?}");
        assert!(new[0].contains("/plannen") && new[0].contains(MENTOR), "{new:?}");
        assert!(!new[0].contains("Noor") && !new[0].contains("6B"), "{new:?}");
    }

    async fn a_mentor_sees_neither_a_plan_nor_a_scale_that_is_for_the_coordinator(database: Database) {
        let town = Town::new(database);
        spoken_with_both(&town).await;
        let rounds = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n\
            021;2025-10-02;saqi;leerling;leerkrachten;5\n021;2025-10-02;saqi;leerling;concentratie;5\n";
        town.bring_in(rounds);
        let scale = json!({"instrument": "saqi", "informant": "leerling", "scale": "leerkrachten"});
        let mut kept = town.plan_for_noor();
        kept["scale"] = scale.clone();
        let why = town.api(MENTOR).post("/api/v1/plans", kept.clone()).await.refuses(422);
        assert!(why.contains("schaal"), "{why}");
        let plan = town.drawn_up(COORDINATOR, kept.clone()).await;
        assert_eq!(town.api(COORDINATOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).json()["scale"], scale);
        let seen = town.api(MENTOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).json();
        assert_eq!((&seen["scale"], &seen["effect"]), (&json!(null), &json!(null)));
        let page = town.at_the_pages(MENTOR).await.open(&format!("/plannen/{plan}")).await.is(200);
        assert!(!page.text.contains("saqi/leerling/leerkrachten"), "{page:?}");
        assert!(page.text.contains("saqi/leerling/concentratie"), "{page:?}");
        // The mentor goes on with the draft, and does not undo the scale.
        town.at_the_pages(MENTOR).await.send(&format!("/plannen/{plan}"), &[("goal", "Rust"), ("domain", "docenten")]).await.is(303);
        let after = town.api(COORDINATOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).json();
        assert_eq!((&after["scale"], &after["goal"]), (&scale, &json!("Rust")));

        kept["restricted"] = json!(true);
        let plan = town.drawn_up(COORDINATOR, kept).await;
        town.api(MENTOR).get(&format!("/api/v1/plans/{plan}")).await.refuses(404);
        let pupil = town.at_the_pages(MENTOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert!(!pupil.text.contains(&plan), "{pupil:?}");
    }

    async fn the_catalogue_says_what_is_known_from_whom_and_when(database: Database) {
        let town = Town::new(database);
        for email in [COORDINATOR, MENTOR, LEADER] {
            let page = town.at_the_pages(email).await.open("/aanpakken").await.is(200);
            for said in [
                "Niet effectief als universeel of selectief programma, in Nederland.",
                "Aanwijzingen voor effect als geïndiceerd programma, meisjes met verhoogde depressieve klachten.",
                "Effectief volgens sterke aanwijzingen.",
                "Bron: documenten van Welbevinden op School (Trimbos-instituut, NJi), 2016–2024; uiterlijk van di 31 december 2024.",
                "Opnieuw nagaan.",
                "niet bekend, vraag het na",
            ] {
                assert!(page.text.contains(said), "{email}: no {said}: {page:?}");
            }
        }
        let all = town.api(LEADER).get("/api/v1/interventions").await.is(200).items();
        assert_eq!(all.len(), 13);
        let taakspel = all.iter().find(|one| one["code"] == "taakspel").expect("Taakspel");
        assert_eq!(taakspel["recognition"][0]["verdict"], "strong_indications");
        assert_eq!(taakspel["recognition"][0]["date"], "2024-12-31");
        assert_eq!(taakspel["recognition"][0]["old"], json!(true));
        assert_eq!((&taakspel["ages"], &taakspel["training"]), (&json!(null), &json!(null)));
    }
}

impl Town {
    /// All mails that went out, as they are.
    fn letters(&self) -> Vec<String> {
        let folder = std::fs::read_dir(&self.app.state.config.mail_dir).expect("the folder");
        let mut files: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "eml"));
        files.sort_by_key(|file| std::fs::metadata(file).and_then(|known| known.modified()).expect("a time"));
        files.iter().map(|file| std::fs::read_to_string(file).expect("a mail")).collect()
    }
}
