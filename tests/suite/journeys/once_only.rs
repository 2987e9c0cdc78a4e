//! Few signals: the same data raise nothing twice, evidence joins, what ended stays ended unless it gets worse,
//! the starting picture waits until it is asked for, and an import taken back takes its signals along.

use baken::ground::audit::Entry;
use baken::ground::{
    Error, Result,
    db::schema::{audit, signal_evidence},
};
use baken::signals::run::{self, Order, Ran};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{Town, noor_falls, scores};
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, GROUP_SIZE};

/// Scores of two quiet rounds, a year ago.
fn a_quiet_year() -> String {
    scores(&[(0, "2024-10-02"), (1, "2025-03-05")], |_| None)
}

/// A round in which Noor scores so much and everybody else as usual.
fn noor_scores(round: usize, day: &str, score: usize) -> String {
    scores(&[(round, day)], |at| (at == GROUP_SIZE + 1).then_some(score))
}

/// The rules are run once more, as `baken signal` does.
async fn run_again(town: &Town, starting_picture: bool, dry_run: bool) -> Ran {
    run_if_may(town, starting_picture, dry_run).await.expect("a run")
}

async fn run_if_may(town: &Town, starting_picture: bool, dry_run: bool) -> Result<Ran> {
    let state = town.app.state.clone();
    let order = Order {
        school: town.cast.school.clone(),
        ruleset: None,
        starting_picture: starting_picture
            .then(|| Entry::of("cli", "ask-starting-picture", "school", &town.cast.school)),
        dry_run,
    };
    let (now, today) = (state.clock.now(), state.clock.today());
    let run = move || run::run(&state.db, &state.instruments, 10, now, today, &order);
    tokio::task::spawn_blocking(run).await.expect("it ends")
}

/// The rules among the evidence of a signal.
fn rules(signal: &Value) -> Vec<&str> {
    let evidence = signal["evidence"].as_array().expect("evidence");
    evidence.iter().filter_map(|one| one["rule"].as_str()).collect()
}

/// How often it is kept that somebody recovered.
fn recoveries(town: &Town) -> i64 {
    let kept = signal_evidence::table.filter(signal_evidence::rule.eq("recovery"));
    town.app.state.db.read_blocking(|conn| Ok(kept.count().get_result(conn)?)).expect("a number")
}

/// The coordinator decides on a signal.
async fn decides(town: &Town, signal: &str, decision: Value) {
    let path = format!("/api/v1/signals/{signal}/decisions");
    town.api(COORDINATOR).post(&path, decision).await.is(200);
}

both_databases! {
    async fn the_same_data_raise_nothing_twice(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let before = town.signals_about(&town.cast.noor.0).await;
        let again = run_again(&town, false, false).await;
        assert!(again.findings > 0, "it found the same: {again:?}");
        assert_eq!((again.raised, again.joined, again.reopened), ([0; 3], 0, 0));

        // The same file once more changes nothing, so nothing is even computed.
        town.bring_in(&noor_falls());
        assert_eq!(town.app.work().await, 0);
        assert_eq!(town.signals_about(&town.cast.noor.0).await, before);

        // Nor does what was decided come back by it.
        decides(&town, &signal, json!({"event": "no_action", "reason": "context"})).await;
        let again = run_again(&town, false, false).await;
        assert_eq!((again.raised, again.joined, again.reopened), ([0; 3], 0, 0));
        assert_eq!(town.state_of(&signal).await, "no_action");
        // Why it was raised can still be read where it was.
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await;
        let told = page.is(200).text.split("Afgeronde signalen").nth(1).map(str::to_owned).expect("what was dealt with");
        assert!(told.contains("Waar rust dit op?") && !told.contains("gespreksblad"), "{told}");
    }

    async fn further_evidence_joins_the_open_signal_of_its_domain(database: Database) {
        let town = Town::new(database);
        town.bring_in(&a_quiet_year());
        town.bring_in(&noor_scores(2, "2025-10-02", 3));
        town.app.work().await;
        let signal = town.signal_about_noor().await;
        town.bring_in(&noor_scores(3, "2026-03-02", 3));
        town.app.work().await;
        assert_eq!(town.signal_about_noor().await, signal);
        let found = town.signals_about(&town.cast.noor.0).await.remove(0);
        assert!(rules(&found).contains(&"unexpected-decline"), "{found:#?}");
        assert!(rules(&found).contains(&"persistent"), "{found:#?}");

        assert_eq!(town.worries_about_noor("stemming", "Zit alleen op het plein").await.1, signal);
        let found = town.signals_about(&town.cast.noor.0).await.remove(0);
        assert_eq!(found["human"], true);
        assert!(rules(&found).contains(&"concern"));

        // Another domain is another signal; one decision covers both.
        let other = town.worries_about_noor("leeftijdgenoten", "Zit alleen op het plein").await.1;
        assert_ne!(other, signal);
        let path = format!("/api/v1/signals/{other}/decisions");
        let watch = json!({"event": "watching", "look_on": "2026-04-01"});
        let decided = town.api(COORDINATOR).post(&path, watch).await.is(200).json();
        assert_eq!(decided["moved"], 2);
        assert_eq!(town.state_of(&signal).await, "watching");
    }

    async fn that_a_pupil_recovered_is_told_once(database: Database) {
        // Given Noor, who fell in the third round, with a signal that the school keeps
        let town = Town::new(database);
        town.bring_in(&scores(&[(0, "2023-10-02"), (1, "2024-03-05")], |_| None));
        town.bring_in(&noor_scores(2, "2024-10-02", 3));
        town.app.work().await;
        // When she scores as before in the rounds after it
        let mut told = Vec::new();
        for (round, day) in [(3, "2025-03-05"), (4, "2025-10-02"), (5, "2026-03-02")] {
            town.bring_in(&scores(&[(round, day)], |_| None));
            town.app.work().await;
            told.push(recoveries(&town));
        }
        // Then it is told of the first, and not again as long as nothing is found
        assert_eq!(told, [1, 1, 1]);
    }

    async fn what_ended_comes_back_only_by_getting_worse(database: Database) {
        let town = Town::new(database);
        town.bring_in(&a_quiet_year());
        town.bring_in(&noor_scores(2, "2025-10-02", 17));
        town.app.work().await;
        let signal = town.signal_about_noor().await;
        let ended = json!({"event": "no_action", "reason": "context"});
        decides(&town, &signal, ended.clone()).await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        town.api(COORDINATOR).post(&path, json!({"event": "closed", "reason": "klaar"})).await.refuses(409);

        // As low as before: that is no news.
        let back = town.bring_in(&noor_scores(3, "2026-03-02", 17));
        town.app.work().await;
        assert_eq!(town.state_of(&signal).await, "no_action");
        let undo = format!("/api/v1/imports/{back}/undo");
        town.api(ADMINISTRATION).post(&undo, json!(null)).await.is(200);

        // Much lower: the same record, open again, with the mentor first.
        town.bring_in(&noor_scores(3, "2026-03-02", 0));
        town.app.work().await;
        let found = town.signals_about(&town.cast.noor.0).await;
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0]["id"].as_str(), &found[0]["reopened"]), (Some(signal.as_str()), &json!(true)));
        assert_eq!(found[0]["state"], "with_mentor");

        // And so does a person's concern, which does not wait for the mentor.
        decides(&town, &signal, ended).await;
        assert_eq!(town.worries_about_noor("stemming", "Zit alleen op het plein").await.1, signal);
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn the_starting_picture_waits_and_gives_as_many_as_it_said(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.app.work().await;
        assert!(town.api(COORDINATOR).get("/api/v1/signals").await.items().is_empty());
        let counted = run_again(&town, true, true).await;
        let number = counted.raised[0];
        assert!(number > 1 && counted.raised[1..] == [0, 0], "{counted:?}");

        let coordinator = town.at_the_pages(COORDINATOR).await;
        let page = format!("/signalen/beginfoto?school={}", town.cast.school);
        let shown = coordinator.open(&page).await.is(200);
        assert!(shown.text.contains(&number.to_string()) && shown.text.contains("wachten"), "{shown:?}");
        assert!(town.api(COORDINATOR).get("/api/v1/signals").await.items().is_empty());

        let form = [("school", town.cast.school.0.as_str())];
        coordinator.send("/signalen/beginfoto", &form).await.is(303);
        let raised = town.api(COORDINATOR).get("/api/v1/signals").await.items();
        assert_eq!(raised.len(), number, "{raised:#?}");
        assert!(raised.iter().all(|s| s["level"] == "pupil"));
        coordinator.open(&page).await.is(409);
        coordinator.send("/signalen/beginfoto", &form).await.is(409);

        // Asking is one act with raising: who comes second leaves neither signals nor a line.
        let second = run_if_may(&town, true, false).await;
        assert!(matches!(second, Err(Error::Conflict(_))), "{second:?}");
        let asked = audit::table.filter(audit::action.eq("ask-starting-picture"));
        let lines: i64 = town.read(|conn| Ok(asked.count().get_result(conn)?));
        assert_eq!(lines, 1);
    }

    async fn an_import_taken_back_takes_its_undecided_signals_along(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let import = town.noor_falls();
        town.app.work().await;
        let signal = town.signal_about_noor().await;
        let undo = format!("/api/v1/imports/{import}/undo");
        town.api(ADMINISTRATION).post(&undo, json!(null)).await.is(200);
        town.app.work().await;
        let found = town.signals_about(&town.cast.noor.0).await.remove(0);
        assert_eq!(found["state"], "closed");
        assert!(found["evidence"].as_array().unwrap().iter().all(|one| one["withdrawn"] == true));

        // Brought in again, it is raised again; once decided, it stays whatever happens to its source.
        let import = town.noor_falls();
        town.app.work().await;
        let found = town.signals_about(&town.cast.noor.0).await;
        let open: Vec<&Value> = found.iter().filter(|s| s["state"] == "with_mentor").collect();
        assert_eq!(open.len(), 1, "{found:#?}");
        let open = open[0]["id"].as_str().unwrap();
        let talk = json!({"event": "in_conversation", "look_on": "2026-04-01"});
        decides(&town, open, talk).await;
        let undo = format!("/api/v1/imports/{import}/undo");
        town.api(ADMINISTRATION).post(&undo, json!(null)).await.is(200);
        town.app.work().await;
        assert_eq!(town.state_of(open).await, "in_conversation");
        assert_eq!(town.state_of(&signal).await, "closed");
        let kept = town.api(COORDINATOR).get(&format!("/api/v1/signals/{open}")).await.json();
        assert!(kept["evidence"].as_array().unwrap().iter().all(|one| one["withdrawn"] == true));
    }

    async fn an_import_taken_back_leaves_what_other_informants_said(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let pupils_say = scores(&[(2, "2026-03-02")], |_| None).replace("leerkracht", "leerling");
        let import = town.bring_in(&pupils_say);
        town.noor_falls();
        town.app.work().await;
        let before = town.signals_about(&town.cast.noor.0).await;
        assert_eq!(before.len(), 1, "{before:#?}");
        let undo = format!("/api/v1/imports/{import}/undo");
        town.api(ADMINISTRATION).post(&undo, json!(null)).await.is(200);
        // What is left is computed again only after the marks are set: one task, which asks for the other.
        assert_eq!(town.app.work().await, 2);
        assert_eq!(town.signals_about(&town.cast.noor.0).await, before);
    }
}
