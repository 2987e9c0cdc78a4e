//! What a signal rests on is told in the same words everywhere, and what would have changed it is true.

use baken::evidence::results::store as results;
use serde_json::{Value, json};

use super::{Town, scores};
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER, MENTOR};
use crate::support::{Database, both_databases};

/// What Noor's evidence says, once she scored this in the third round: rule, about, text.
async fn told(town: &Town, noor: usize) -> Vec<(String, String, String)> {
    told_on(town, noor, "2026-03-02").await
}

/// The same when her list was filled in on this day, and those of the others on 2 March.
async fn told_on(town: &Town, noor: usize, day: &str) -> Vec<(String, String, String)> {
    town.two_quiet_rounds();
    let own = format!("{:03};", GROUP_SIZE + 1);
    let round = scores(&[(2, "2026-03-02")], |at| (at == GROUP_SIZE + 1).then_some(noor));
    let dated =
        |line: &str| if line.starts_with(&own) { line.replace("2026-03-02", day) } else { line.to_owned() };
    town.bring_in(&round.lines().map(dated).collect::<Vec<_>>().join("\n"));
    town.app.work().await;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let signals = town.signals_about(&town.cast.noor.0).await;
    let evidence = signals.iter().flat_map(|signal| signal["evidence"].as_array().expect("evidence"));
    let facts = evidence.flat_map(|one| {
        let facts = one["explanation"].as_array().expect("an explanation");
        facts.iter().map(|fact| (text(&one["rule"]), text(&fact["about"]), text(&fact["text"])))
    });
    facts.collect()
}

/// The score from which each rule would have been silent.
fn turning(told: &[(String, String, String)]) -> Vec<(String, usize)> {
    let score = |text: &str| text.strip_prefix("Bij een score van ")?.split(' ').next()?.parse().ok();
    told.iter().filter_map(|(rule, _, text)| Some((rule.clone(), score(text)?))).collect()
}

async fn rules(database: Database, noor: usize) -> Vec<String> {
    let mut rules: Vec<String> =
        told(&Town::new(database), noor).await.into_iter().map(|(r, ..)| r).collect();
    rules.dedup();
    rules
}

both_databases! {
    async fn a_finding_is_explained_alike_at_the_api_and_on_the_page(database: Database) {
        let town = Town::new(database);
        let told = told(&town, 3).await;
        let page = town.at_the_pages(MENTOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        let abouts: Vec<&str> = told.iter().map(|(_, about, _)| about.as_str()).collect();
        for about in ["Regel", "Schaal", "Ingevuld door", "Score", "Verwacht", "Acht van de tien", "Metingen", "Vergeleken met",
            "Maat en drempel", "Wat de uitkomst had veranderd", "Regels die golden"] {
            assert!(abouts.contains(&about), "no {about}: {told:#?}");
        }
        for (_, about, text) in &told {
            assert!(page.text.contains(&format!("<dt>{about}</dt><dd>{text}</dd>")), "{about}: {text} in {page:?}");
        }
        assert!(told.iter().any(|(_, _, text)| text.contains("120 scores") && text.contains("weinig")), "{told:#?}");
        assert!(told.iter().any(|(_, _, text)| text.contains("voorjaar 2026: 3")), "{told:#?}");
        let print = town.at_the_pages(COORDINATOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await;
        assert!(print.text.contains("more printed"), "opens itself on paper: {print:?}");
    }

    async fn the_page_expects_what_the_rules_did(database: Database) {
        let town = Town::new(database);
        let told = told(&town, 3).await;
        let (_, _, expected) = told.iter().find(|(_, about, _)| about == "Verwacht").expect("an expectation");
        let (range, _) = expected.split_once(", het").expect("low to high");
        let said = format!("dachten we {range}");
        let page = || async {
            let mentor = town.at_the_pages(MENTOR).await;
            mentor.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200).text
        };
        assert!(page().await.contains(&said), "{said} in {}", page().await);
        // When the board's scores showed something else, the page says so too.
        town.write(|conn| {
            for key in results::series_keys(conn)?.into_values() {
                results::set_shares(conn, key, (0.05, 0.05))?;
            }
            Ok(())
        });
        assert!(!page().await.contains(&said));
        // Then the next run puts what it found in its place.
        town.bring_in(&scores(&[(3, "2026-03-10")], |_| None));
        town.app.work().await;
        let shares = town.read(results::shares);
        assert!(!shares.is_empty() && shares.values().all(|(lasting, _)| *lasting > 0.1), "{shares:?}");
    }

    async fn who_fills_in_late_is_expected_by_the_round_on_the_page_as_in_the_rules(database: Database) {
        let town = Town::new(database);
        town.app.state.clock.advance(chrono::Duration::days(45));
        let told = told_on(&town, 3, "2026-04-20").await;
        let (_, _, expected) = told.iter().find(|(_, about, _)| about == "Verwacht").expect("an expectation");
        let (range, _) = expected.split_once(", het").expect("low to high");
        let mentor = town.at_the_pages(MENTOR).await;
        let page = mentor.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200).text;
        assert!(page.contains(&format!("dachten we {range}")), "{range} in {page}");
    }

    async fn the_pupils_page_says_what_cannot_be_said_of_a_score_and_why(database: Database) {
        const HEAD: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;score_type";
        let town = Town::new(database);
        let noor = GROUP_SIZE + 1;
        // Quartiles, twice, and a list whose norms are for older children.
        let file = |pupils: std::ops::RangeInclusive<usize>| {
            let line = |at: usize| {
                format!(
                    "{at:03};2025-10-06;eigen;leerkracht;betrokkenheid;4;kwartiel\n\
                     {at:03};2026-03-02;eigen;leerkracht;betrokkenheid;2;kwartiel\n\
                     {at:03};2026-03-02;sdq;leerling;emotional;{};ruw\n",
                    at % 8
                )
            };
            format!("{HEAD}\n{}", pupils.map(line).collect::<String>())
        };
        town.bring_in(&file(noor..=noor + 4));
        let page = async || {
            let mentor = town.at_the_pages(MENTOR).await;
            mentor.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200).text
        };
        let few = page().await;
        assert!(few.contains("De eenheid van deze lijst is te grof om te zien of er iets veranderde (leerkracht)"), "{few}");
        assert!(few.contains("gemiddeld, verandering niet te zien") && !few.contains("dachten we"), "{few}");
        assert!(few.contains("Geen norm die past, en minder dan 30 scores om mee te vergelijken"), "{few}");
        // With more scores of others these take the place of the norm.
        town.bring_in(&file(1..=2 * GROUP_SIZE));
        let pool = page().await;
        assert!(pool.contains(" jaar: vergeleken met alle scores van het bestuur (leerling)"), "{pool}");
        assert!(!pool.contains("Geen norm die past"), "{pool}");
    }

    async fn a_pupil_whom_nobody_measured_twice_is_told_of_by_the_roster(database: Database) {
        let town = Town::new(database);
        // Given three rounds of the only list of the school, of which Noor was in the first alone
        let noor = format!("{:03};", GROUP_SIZE + 1);
        town.bring_in(&scores(&[(0, "2025-03-03")], |_| None));
        let later = scores(&[(1, "2025-10-06"), (2, "2026-03-02")], |_| None);
        let others: Vec<&str> = later.lines().filter(|line| !line.starts_with(&noor)).collect();
        town.bring_in(&others.join("\n"));
        // When the rules run, then her page says that the list misses her
        town.app.work().await;
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200).text;
        assert!(page.contains("Is twee keer niet gemeten met"), "{page}");
    }

    async fn a_thin_round_after_the_summer_does_not_stand_for_the_school_by_its_roster(database: Database) {
        let town = Town::new(database);
        town.bring_in(&scores(&[(0, "2025-03-03")], |_| None));
        // Given a round in the next school year in which one in three pupils who are still there was not measured
        let autumn = scores(&[(1, "2025-10-06")], |_| None);
        let there = |line: &&str| line.split(';').next().is_none_or(|nr| nr.parse().is_ok_and(|nr: u32| nr % 5 > 1) || nr.parse::<u32>().is_err());
        let thin: Vec<&str> = autumn.lines().filter(there).collect();
        town.bring_in(&thin.join("\n"));
        // When the rules run, then the school is told so
        town.app.work().await;
        let page = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(page.contains("Deze meting staat niet voor de hele school"), "{page}");
        assert!(page.contains(&format!("van {} leerlingen deden er maar {} mee", 2 * GROUP_SIZE, 2 * GROUP_SIZE * 3 / 5)), "{page}");
    }

    async fn a_first_round_that_misses_many_of_its_groups_does_not_stand_for_the_school(database: Database) {
        let town = Town::new(database);
        // Given a first round in which two in five pupils of each group were not measured, nor ever before
        let all = scores(&[(0, "2025-10-06")], |_| None);
        let there = |line: &&str| line.split(';').next().is_none_or(|nr| nr.parse::<u32>().map_or(true, |nr| nr % 5 > 1));
        town.bring_in(&all.lines().filter(there).collect::<Vec<_>>().join("\n"));
        // When the rules run, then the school is told so
        town.app.work().await;
        let page = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(page.contains(&format!("van {} leerlingen deden er maar {} mee", 2 * GROUP_SIZE, 2 * GROUP_SIZE * 3 / 5)), "{page}");
    }

    async fn a_list_that_one_group_filled_in_does_not_miss_the_other(database: Database) {
        let town = Town::new(database);
        let all = scores(&[(0, "2025-10-06")], |_| None);
        let there = |line: &&str| line.split(';').next().is_none_or(|nr| nr.parse::<usize>().map_or(true, |nr| nr <= GROUP_SIZE));
        town.bring_in(&all.lines().filter(there).collect::<Vec<_>>().join("\n"));
        town.app.work().await;
        let page = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(!page.contains("deden er maar"), "{page}");
    }

    async fn what_is_said_of_the_school_is_explained_on_its_page_to_its_coordinator(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let before = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(!before.contains("Gaat als school"), "{before}");
        town.bring_in(&scores(&[(2, "2026-03-02")], |_| Some(4)));
        town.app.work().await;
        let page = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(page.contains("Gaat als school achteruit op Welbevinden"), "{page}");
        assert!(page.contains("<dt>Wat de uitkomst had veranderd</dt>"), "{page}");
        let leader = town.at_the_pages(LEADER).await.open("/school").await.is(200).text;
        assert!(!leader.contains("Gaat als school"), "{leader}");
    }

    async fn how_often_a_rule_proved_right_is_said_to_programs_as_on_the_page(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let answer = [("view", "recognised"), ("choice", "takes_up")];
        town.at_the_pages(MENTOR).await.send(&format!("/signalen/mentor/{}", town.cast.noor), &answer).await.is(303);
        let path = format!("/api/v1/rules?school={}", town.cast.school);
        let rates = town.api(COORDINATOR).get(&path).await.is(200).items();
        let decline = rates.iter().find(|one| one["rule"] == "unexpected-decline").expect("the rule");
        assert_eq!(decline["rate"]["confirmed"], json!({"percent": 100, "bound": "is"}), "{decline}");
        assert_eq!((&decline["rate"]["judged"], &decline["hidden"]), (&json!(1), &json!(null)), "{decline}");
        // Who sees no pupil is not told of one.
        let hidden = town.api(LEADER).get(&path).await.is(200).items();
        let decline = hidden.iter().find(|one| one["rule"] == "unexpected-decline").expect("the rule");
        assert_eq!((&decline["rate"], &decline["hidden"]), (&json!(null), &json!("few")), "{decline}");
        town.api(COORDINATOR).get(&format!("/api/v1/rules?school={}", town.cast.neighbours)).await.refuses(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_score_that_is_named_the_rule_is_silent_and_well_below_it_is_not() {
    let told = told(&Town::new(Database::sqlite()), 3).await;
    let turning = turning(&told);
    assert!(turning.iter().any(|(rule, _)| rule == "unexpected-decline"), "{told:#?}");
    for (rule, score) in turning {
        assert!(score > 3, "{rule}: {score}");
        let silent = rules(Database::sqlite(), score).await;
        assert!(!silent.contains(&rule), "{rule} at {score}: {silent:?}");
        // In a pool of 120 scores it lies on the safe side.
        let speaks = rules(Database::sqlite(), score - 6).await;
        assert!(speaks.contains(&rule), "{rule} at {}: {speaks:?}", score - 6);
    }
}
