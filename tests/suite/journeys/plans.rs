//! Plans: drawn up, begun, kept to their own domain, looked back on; who may, and what breaks through their silence.

use serde_json::{Value, json};

use super::referring::spoken_with_both;
use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER, MENTOR, NEIGHBOUR, OTHER_MENTOR, STAFF};

/// The twelfth of March, when a journey begins, and the day a plan of it is looked back on.
const EVALUATE: &str = "2026-05-14";

impl Town {
    /// A complete plan for Noor.
    pub fn plan_for_noor(&self) -> Value {
        json!({"pupil": self.cast.noor, "domains": ["stemming"], "goal": "Noor komt weer graag naar school.",
            "scale": {"instrument": "eigen", "informant": "leerkracht", "scale": "welbevinden"},
            "own_approach": "Elke maandag een gesprekje", "starts_on": "2026-03-12", "evaluate_on": EVALUATE})
    }

    /// Draws a plan up; gives its id.
    pub async fn drawn_up(&self, email: &str, plan: Value) -> String {
        self.api(email).post("/api/v1/plans", plan).await.is(201).say("id")
    }

    /// Moves a plan; gives the state it stands in then.
    pub async fn step(&self, email: &str, plan: &str, step: Value) -> String {
        let path = format!("/api/v1/plans/{plan}/transitions");
        self.api(email).post(&path, step).await.is(200).say("state")
    }

    /// A plan for Noor that runs, begun by the coordinator after both conversations.
    pub async fn running_for_noor(&self) -> String {
        spoken_with_both(self).await;
        let plan = self.drawn_up(COORDINATOR, self.plan_for_noor()).await;
        assert_eq!(self.step(COORDINATOR, &plan, json!({"event": "begin"})).await, "running");
        plan
    }

    async fn told_of(&self, email: &str, plan: &str) -> Value {
        self.api(email).get(&format!("/api/v1/plans/{plan}")).await.is(200).json()
    }

    /// Whether the list that opens at the signals names Noor.
    pub async fn lists_noor(&self) -> bool {
        let page = self.at_the_pages(COORDINATOR).await.open("/signalen").await.is(200);
        page.text.contains("Noor V.")
    }

    /// Half a year on, one more round, in which Noor has this score.
    pub async fn another_round(&self, day: &str, noor: usize) {
        self.app.state.clock.advance(chrono::Duration::days(200));
        self.bring_in(&scores(&[(3, day)], |at| (at == GROUP_SIZE + 1).then_some(noor)));
        self.app.work().await;
    }
}

both_databases! {
    async fn a_plan_quiets_its_own_domain_and_no_other(database: Database) {
        let town = Town::new(database);
        let fallen = town.noor_has_fallen().await;
        let (_, peers) = town.worries_about_noor("leeftijdgenoten", "Zit stil in een hoek").await;
        let plan = town.running_for_noor().await;
        assert_eq!(town.state_of(&fallen).await, "planned");
        assert_eq!(town.state_of(&peers).await, "new");
        let list = town.at_the_pages(COORDINATOR).await.open("/signalen").await.is(200);
        assert!(list.text.contains("Noor V."), "the other domain stays: {list:?}");
        assert!(list.text.contains("value=\"already_known\""), "where a plan runs it is known: {list:?}");

        // What is decided on the rest of the row leaves the plan's signal to the plan.
        let watch = json!({"event": "watching", "look_on": "2026-04-20"});
        let path = format!("/api/v1/signals/{peers}/decisions");
        assert_eq!(town.api(COORDINATOR).post(&path, watch).await.is(200).json()["moved"], 1);
        assert_eq!(town.state_of(&fallen).await, "planned");
        assert!(!town.lists_noor().await);

        let told = town.told_of(COORDINATOR, &plan).await;
        assert_eq!((&told["state"], &told["domains"]), (&json!("running"), &json!(["stemming"])));
        let signal = town.api(COORDINATOR).get(&format!("/api/v1/signals/{fallen}")).await.is(200).json();
        assert_eq!(signal["look_on"], json!("2026-05-28"), "two weeks past the day of evaluation");
    }

    async fn two_weeks_past_its_evaluation_a_plan_keeps_nothing_quiet(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let plan = town.running_for_noor().await;
        // 14 May is 63 days on: the worker lets it fall due, and the owner hears of it.
        town.days_pass(62).await;
        assert_eq!(town.told_of(COORDINATOR, &plan).await["state"], "running");
        town.days_pass(1).await;
        assert_eq!(town.told_of(COORDINATOR, &plan).await["state"], "evaluating");
        assert!(!town.lists_noor().await);
        town.days_pass(13).await;
        assert!(!town.lists_noor().await);
        town.days_pass(1).await;
        assert!(town.lists_noor().await);
    }

    async fn a_worry_and_a_new_level_break_through_and_what_returns_as_it_was_does_not(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        town.running_for_noor().await;
        assert!(!town.lists_noor().await);
        town.days_pass(1).await;
        town.worries_about_noor("stemming", "Zit stil in een hoek").await;
        assert!(town.lists_noor().await, "a person worries");
    }

    async fn a_low_score_that_stays_low_breaks_through(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let plan = town.running_for_noor().await;
        let on = json!({"event": "go_on", "evaluate_on": "2026-12-10"});
        town.step(COORDINATOR, &plan, json!({"event": "evaluate"})).await;
        town.step(COORDINATOR, &plan, on).await;
        town.days_pass(1).await;
        town.another_round("2026-09-10", 3).await;
        let told = town.api(COORDINATOR).get(&format!("/api/v1/signals/{signal}")).await.is(200).json();
        let rules: Vec<&str> = told["rules"].as_array().unwrap().iter().map(|rule| rule.as_str().unwrap()).collect();
        assert!(rules.contains(&"persistent"), "{rules:?}");
        assert_eq!(told["state"], "planned", "nothing moves");
        assert!(town.lists_noor().await);
    }

    async fn a_plan_cannot_begin_before_somebody_was_spoken_with_or_while_something_is_missing(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let plan = town.drawn_up(COORDINATOR, town.plan_for_noor()).await;
        let path = format!("/api/v1/plans/{plan}/transitions");
        let why = town.api(COORDINATOR).post(&path, json!({"event": "begin"})).await.refuses(409);
        assert!(why.contains("leerling"), "{why}");
        assert_eq!(town.state_of(&signal).await, "with_mentor", "nothing moved");
        spoken_with_both(&town).await;
        for (field, value, word) in [
            ("goal", json!(""), "doel"),
            ("own_approach", json!(""), "aanpak"),
            ("domains", json!([]), "waar"),
            ("evaluate_on", json!("2026-03-12"), "terug te kijken"),
            ("evaluate_on", json!("2027-06-01"), "binnen een jaar"),
        ] {
            let mut lacking = town.plan_for_noor();
            lacking[field] = value;
            let plan = town.drawn_up(COORDINATOR, lacking).await;
            let path = format!("/api/v1/plans/{plan}/transitions");
            let why = town.api(COORDINATOR).post(&path, json!({"event": "begin"})).await.refuses(409);
            assert!(why.contains(word), "{field}: {why}");
        }
        assert_eq!(town.step(COORDINATOR, &plan, json!({"event": "begin"})).await, "running");
    }

    async fn a_plan_goes_its_way_and_no_other(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let plan = town.running_for_noor().await;
        let path = format!("/api/v1/plans/{plan}/transitions");
        let coordinator = town.api(COORDINATOR);
        for wrong in [
            json!({"event": "begin"}),
            json!({"event": "falls_due"}),
            json!({"event": "go_on", "evaluate_on": "2026-06-20"}),
            json!({"event": "end", "outcome": "better", "note": "Het gaat goed"}),
        ] {
            coordinator.post(&path, wrong).await.refuses(409);
        }
        assert_eq!(town.step(COORDINATOR, &plan, json!({"event": "evaluate"})).await, "evaluating");
        coordinator.post(&path, json!({"event": "end", "outcome": "better"})).await.refuses(422);
        coordinator.post(&path, json!({"event": "end", "outcome": "prima", "note": "x"})).await.refuses(422);
        coordinator.post(&path, json!({"event": "go_on"})).await.refuses(422);
        let on = json!({"event": "go_on", "evaluate_on": "2026-06-20", "note": "vaker"});
        assert_eq!(town.step(COORDINATOR, &plan, on).await, "running");
        let told = coordinator.get(&format!("/api/v1/signals/{signal}")).await.is(200).json();
        assert_eq!(told["look_on"], json!("2026-07-04"));
        assert_eq!(town.step(COORDINATOR, &plan, json!({"event": "evaluate"})).await, "evaluating");
        let end = json!({"event": "end", "outcome": "better", "note": "Zij lacht weer", "close_signals": true});
        assert_eq!(town.step(COORDINATOR, &plan, end).await, "ended");
        assert_eq!(town.state_of(&signal).await, "closed");
        coordinator.post(&path, json!({"event": "stop", "note": "toch niet"})).await.refuses(409);
        let told = town.told_of(COORDINATOR, &plan).await;
        let events: Vec<&str> =
            told["steps"].as_array().unwrap().iter().map(|step| step["event"].as_str().unwrap()).collect();
        assert_eq!(events, ["begin", "evaluate", "go_on", "evaluate", "end"]);
        assert_eq!((&told["outcome"], &told["outcome_note"]), (&json!("better"), &json!("Zij lacht weer")));
    }

    async fn a_plan_that_stops_gives_its_signals_back(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let plan = town.running_for_noor().await;
        let path = format!("/api/v1/plans/{plan}/transitions");
        town.api(COORDINATOR).post(&path, json!({"event": "stop"})).await.refuses(422);
        let stop = json!({"event": "stop", "note": "De school wisselt van aanpak"});
        assert_eq!(town.step(COORDINATOR, &plan, stop).await, "stopped");
        assert_eq!(town.state_of(&signal).await, "new");
        assert!(town.lists_noor().await);
    }

    async fn what_two_plans_keep_quiet_stays_so_until_the_last_is_over(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let first = town.running_for_noor().await;
        let second = town.drawn_up(COORDINATOR, town.plan_for_noor()).await;
        town.step(COORDINATOR, &second, json!({"event": "begin"})).await;
        let stop = json!({"event": "stop", "note": "de andere loopt"});
        town.step(COORDINATOR, &first, stop.clone()).await;
        assert_eq!(town.state_of(&signal).await, "planned");
        town.step(COORDINATOR, &second, stop).await;
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn the_decision_plan_makes_a_draft_for_one_domain(database: Database) {
        let town = Town::new(database);
        let fallen = town.noor_has_fallen().await;
        let (_, peers) = town.worries_about_noor("leeftijdgenoten", "Zit stil in een hoek").await;
        spoken_with_both(&town).await;
        let path = format!("/api/v1/signals/{fallen}/decisions");
        let decided = town.api(COORDINATOR).post(&path, json!({"event": "planned"})).await.is(200).json();
        assert_eq!(decided, json!({"moved": 1, "state": "planned"}));
        assert_eq!(town.state_of(&peers).await, "new", "the plan is the split");
        let plans = town.api(COORDINATOR).get(&format!("/api/v1/plans?pupil={}", town.cast.noor)).await.is(200).items();
        assert_eq!(plans.len(), 1, "{plans:?}");
        assert_eq!((&plans[0]["state"], &plans[0]["domains"]), (&json!("draft"), &json!(["stemming"])));
        // Deciding it once more makes no second plan, and a draft that is left lying hides nothing for long.
        town.api(COORDINATOR).post(&path, json!({"event": "planned"})).await.is(200);
        let again = town.api(COORDINATOR).get("/api/v1/plans").await.is(200).items();
        assert_eq!(again.len(), 1);
        let watch = json!({"event": "watching", "look_on": "2026-06-20"});
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{peers}/decisions"), watch).await.is(200);
        town.days_pass(13).await;
        assert!(!town.lists_noor().await);
        town.days_pass(1).await;
        assert!(town.lists_noor().await);
        let drop = json!({"event": "stop", "note": "niet nodig"});
        town.step(COORDINATOR, plans[0]["id"].as_str().unwrap(), drop).await;
        assert_eq!(town.state_of(&fallen).await, "new");
    }

    async fn a_mentor_plans_for_own_pupils_and_quiets_what_the_mentor_has(database: Database) {
        let town = Town::new(database);
        let fallen = town.noor_has_fallen().await;
        let (_, worry) = town.worries_about_noor("gezin", "Zit stil in een hoek").await;
        spoken_with_both(&town).await;
        let mut plan = town.plan_for_noor();
        plan["domains"] = json!(["stemming", "gezin"]);
        let plan = town.drawn_up(MENTOR, plan).await;
        assert_eq!(town.step(MENTOR, &plan, json!({"event": "begin"})).await, "running");
        assert_eq!(town.state_of(&fallen).await, "planned", "it waited for the mentor");
        assert_eq!(town.state_of(&worry).await, "new", "a person's worry is the coordinator's");
        town.step(MENTOR, &plan, json!({"event": "evaluate"})).await;
        let path = format!("/api/v1/plans/{plan}/transitions");
        let close = json!({"event": "end", "outcome": "same", "note": "nog niet", "close_signals": true});
        town.api(MENTOR).post(&path, close).await.refuses(403);
        let end = json!({"event": "end", "outcome": "same", "note": "nog niet"});
        assert_eq!(town.step(MENTOR, &plan, end).await, "ended");
        assert_eq!(town.state_of(&fallen).await, "new", "the coordinator hears how it went");

        for email in [OTHER_MENTOR, NEIGHBOUR] {
            town.api(email).get(&format!("/api/v1/plans/{plan}")).await.refuses(404);
            town.api(email).post("/api/v1/plans", town.plan_for_noor()).await.refuses(404);
            town.api(email).post(&path, json!({"event": "stop", "note": "x"})).await.refuses(404);
            assert_eq!(town.api(email).get("/api/v1/plans").await.is(200).items().len(), 0);
        }
        for email in [LEADER, STAFF] {
            town.api(email).get(&format!("/api/v1/plans/{plan}")).await.refuses(403);
        }
    }

    async fn a_plan_for_a_group_and_for_the_school(database: Database) {
        let town = Town::new(database);
        let seen = json!({"group": town.cast.group_6b, "domain": "leeftijdgenoten", "tone": "concern", "source": "staff",
            "text": "Er wordt veel uitgesloten", "seen_on": "2026-03-12"});
        let signal = town.api(MENTOR).post("/api/v1/observations", seen).await.is(201).say("signal");
        let of_group = json!({"group": town.cast.group_6b, "domains": ["leeftijdgenoten"], "goal": "Iedereen doet mee.",
            "intervention": "kanjertraining", "starts_on": "2026-03-12", "evaluate_on": EVALUATE});
        let plan = town.drawn_up(COORDINATOR, of_group.clone()).await;
        let path = format!("/api/v1/plans/{plan}/transitions");
        let why = town.api(COORDINATOR).post(&path, json!({"event": "begin"})).await.refuses(409);
        assert!(why.contains("groep"), "{why}");
        let held = json!({"group": town.cast.group_6b, "with": "mentor", "held_on": "2026-03-12", "line": "Kringgesprekken"});
        town.api(COORDINATOR).post("/api/v1/conversations", held).await.is(201);
        assert_eq!(town.step(COORDINATOR, &plan, json!({"event": "begin"})).await, "running");
        assert_eq!(town.state_of(&signal).await, "planned");
        let told = town.told_of(MENTOR, &plan).await;
        assert_eq!((&told["level"], &told["intervention_date"]), (&json!("group"), &json!("2024-12-31")));
        town.api(OTHER_MENTOR).get(&format!("/api/v1/plans/{plan}")).await.refuses(404);

        let mut of_school = of_group;
        of_school.as_object_mut().unwrap().remove("group");
        of_school["school"] = json!(town.cast.school);
        town.api(MENTOR).post("/api/v1/plans", of_school.clone()).await.refuses(403);
        town.api(NEIGHBOUR).post("/api/v1/plans", of_school.clone()).await.refuses(404);
        let plan = town.drawn_up(COORDINATOR, of_school.clone()).await;
        let path = format!("/api/v1/plans/{plan}/transitions");
        let why = town.api(COORDINATOR).post(&path, json!({"event": "begin"})).await.refuses(409);
        assert!(why.contains("team"), "{why}");
        of_school["no_conversation"] = json!("Besproken op de studiedag van 9 maart");
        let plan = town.drawn_up(COORDINATOR, of_school).await;
        assert_eq!(town.step(COORDINATOR, &plan, json!({"event": "begin"})).await, "running");
        town.api(MENTOR).get(&format!("/api/v1/plans/{plan}")).await.refuses(404);
    }

    async fn what_cannot_be_chosen_is_refused(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        for (field, value) in [
            ("domains", json!(["karakter"])),
            ("intervention", json!("toverdrank")),
            ("owner", json!("niemand@wilgen.example")),
            ("owner", json!(OTHER_MENTOR)),
            ("scale", json!({"instrument": "eigen", "informant": "leerkracht", "scale": "geluk"})),
            ("scale", json!({"instrument": "msv", "informant": "leerling", "scale": "veiligheid"})),
        ] {
            let mut plan = town.plan_for_noor();
            plan[field] = value;
            town.api(COORDINATOR).post("/api/v1/plans", plan).await.refuses(422);
        }
        let mut two = town.plan_for_noor();
        two["group"] = json!(town.cast.group_6b);
        town.api(COORDINATOR).post("/api/v1/plans", two).await.refuses(422);
        let mut owned = town.plan_for_noor();
        owned["owner"] = json!(MENTOR);
        let plan = town.drawn_up(COORDINATOR, owned).await;
        assert_eq!(town.told_of(COORDINATOR, &plan).await["owner"], "juf");
    }

    async fn a_list_that_parents_object_to_serves_no_plan(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let plan = town.running_for_noor().await;
        town.another_round("2026-09-10", 30).await;
        assert_eq!(town.told_of(COORDINATOR, &plan).await["effect"]["before"], json!(3.0));
        let form = [("list", "eigen"), ("objected_on", "2026-03-01")];
        let aside = format!("/leerlingen/{}/niet-meenemen", town.cast.noor);
        town.at_the_pages(COORDINATOR).await.send(&aside, &form).await.is(303);
        let why = town.api(COORDINATOR).post("/api/v1/plans", town.plan_for_noor()).await.refuses(422);
        assert!(why.contains("bezwaar"), "{why}");
        let effect = &town.told_of(COORDINATOR, &plan).await["effect"];
        assert_eq!((&effect["before"], &effect["missing"]), (&json!(null), &json!("before")), "{effect}");
    }
}
