//! The rules of a school: looking ahead with another ruleset, choosing one, and how often each rule proved right.

use baken::care::triage::decide::{self, Decision};
use baken::ground::db::schema::{audit, schools, signal_evidence};
use baken::ground::{Conn, Result, SignalId};
use baken::school::accounts::store as accounts;
use baken::school::store as people;
use baken::signals::model::{Level, Severity};
use baken::signals::raise::{Cause, Terms, raise};
use baken::signals::state::Event;
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{Town, noor_falls, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER, MENTOR, NEIGHBOUR};

/// Who falls in the last round, and to which score: Noor far, others less.
const FALLS: [(usize, usize); 4] = [(GROUP_SIZE + 1, 3), (3, 18), (10, 14), (17, 14)];

impl Town {
    /// Two quiet rounds, and one in which Noor falls far and three others fall less.
    async fn some_fall(&self) {
        self.two_quiet_rounds();
        let falls = |at: usize| FALLS.iter().find(|(who, _)| *who == at).map(|(_, score)| *score);
        self.bring_in(&scores(&[(2, "2026-03-02")], falls));
        self.app.work().await;
    }

    /// What a ruleset would have told.
    async fn ahead(&self, set: &str) -> Value {
        let path = format!("/api/v1/rulesets/{set}/preview?school={}", self.cast.school);
        self.api(COORDINATOR).get(&path).await.is(200).json()
    }

    /// The coordinator chooses a ruleset.
    async fn choose(&self, set: &str, from: &str) -> Value {
        let choice = json!({"school": self.cast.school, "from": from});
        let path = format!("/api/v1/rulesets/{set}/choices");
        self.api(COORDINATOR).post(&path, choice).await.is(201).json()
    }

    /// The ruleset the school is judged by.
    fn in_force(&self) -> String {
        self.read(|conn| Ok(people::school(conn, &self.cast.school)?.ruleset))
    }

    /// Under which rulesets signals were raised.
    fn raised_under(&self) -> Vec<String> {
        self.read(|conn| {
            Ok(signal_evidence::table
                .select(signal_evidence::ruleset)
                .distinct()
                .order(signal_evidence::ruleset)
                .load(conn)?)
        })
    }

    /// How often the log says this.
    pub fn logged(&self, action: &str) -> i64 {
        self.read(|conn| Ok(audit::table.filter(audit::action.eq(action)).count().get_result(conn)?))
    }

    /// Raises a signal of `level` on so many pupils.
    fn raise_on(&self, many: usize) -> Vec<SignalId> {
        let today = self.app.state.clock.today();
        let now = self.app.state.clock.now();
        self.write(|conn| {
            let places = people::places(conn, &self.cast.school, today)?;
            let terms = Terms { now, mentor_until: today, has_mentor: false };
            places
                .into_iter()
                .take(many)
                .map(|(pupil, group)| {
                    let cause = Cause {
                        level: Level::Pupil,
                        school: self.cast.school.clone(),
                        group: Some(group.id),
                        pupil: Some(pupil),
                        domain: "stemming".to_owned(),
                        restricted: false,
                        only_for: None,
                        severity: Severity::B,
                        rule: "level".to_owned(),
                        series: "eigen/leerkracht/welbevinden".to_owned(),
                        round: "2025-2026 voorjaar".to_owned(),
                        statistic: Some(0.9),
                        ruleset: "standaard 2026-01-01".to_owned(),
                        observation: None,
                        finding: "{}".to_owned(),
                        read_until: None,
                    };
                    Ok(raise(conn, terms, &cause)?.0)
                })
                .collect()
        })
    }

    /// The coordinator ends signals for such a reason.
    fn end(&self, signals: &[SignalId], reason: &str) {
        let account = self.account(COORDINATOR);
        let now = self.app.state.clock.now();
        self.write(|conn: &mut Conn| -> Result<()> {
            let scope = accounts::scope(conn, &account, self.app.state.clock.today())?;
            let decision = Decision {
                event: Event::NoAction,
                reason: reason.to_owned(),
                note: String::new(),
                look_on: None,
                no_conversation: String::new(),
            };
            signals
                .iter()
                .try_for_each(|id| decide::decide(conn, &scope, now, id, &decision, false).map(|_| ()))
        });
    }

    /// The page of the rules as somebody reads it.
    async fn rules_page(&self, email: &str) -> String {
        let path = format!("/school/regels?school={}", self.cast.school);
        self.at_the_pages(email).await.open(&path).await.is(200).text
    }
}

/// All conversations in a round under one ruleset.
fn talks(round: &Value, which: &str) -> u64 {
    let count = |who: &str| round[which][who].as_u64().expect("a number");
    count("mentors") + count("coordinator")
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|one| one["name"].as_str().expect("a name")).collect()
}

both_databases! {
    async fn streng_tells_fewer_and_both_doors_say_so_in_the_same_words(database: Database) {
        let town = Town::new(database);
        town.some_fall().await;
        let signal = town.signal_about_noor().await;
        let answer = json!({"event": "takes_up", "reason": "recognised", "note": ""});
        town.api(MENTOR).post(&format!("/api/v1/signals/{signal}/decisions"), answer).await.is(200);
        let raised = town.api(COORDINATOR).get("/api/v1/signals").await.items().len();

        let ahead = town.ahead("streng").await;
        let rounds = ahead["rounds"].as_array().unwrap();
        assert_eq!(rounds.len(), 3, "{ahead:#}");
        let last = rounds.last().unwrap();
        assert_eq!(last["starting_picture"], false);
        assert_eq!(rounds[0]["starting_picture"], true);
        // what the present rules gave is what was raised
        assert_eq!(talks(last, "present"), raised as u64, "{ahead:#}");
        assert!(talks(last, "other") < talks(last, "present"), "{ahead:#}");
        assert!(talks(last, "other") >= 1, "Noor stays: {ahead:#}");
        assert_eq!((&last["other"]["judged"], &last["other"]["confirmed"]), (&json!(1), &json!(1)));
        assert!(names(&ahead["new"]).is_empty() && !names(&ahead["gone"]).is_empty(), "{ahead:#}");
        assert!(!names(&ahead["gone"]).contains(&"Noor Vos"), "{ahead:#}");

        let path = format!("/school/regels?school={}&set=streng", town.cast.school);
        let page = town.at_the_pages(COORDINATOR).await.open(&path).await.is(200).text;
        for round in rounds {
            for which in ["present", "other"] {
                assert!(page.contains(round[which]["text"].as_str().unwrap()), "{round} in {page}");
            }
        }
        for name in names(&ahead["gone"]) {
            assert!(page.contains(name), "{name} in {page}");
        }
        // each with why it was told
        for gone in ahead["gone"].as_array().unwrap() {
            let (told, reasons) = (gone["rounds"].as_array().unwrap(), gone["reasons"].as_array().unwrap());
            assert!(!told.is_empty() && told.len() == reasons.len(), "{gone}");
            for reason in reasons {
                let reason = reason.as_str().unwrap();
                assert!(reason.contains("ingevuld door de leerkracht") && page.contains(reason), "{reason} in {page}");
            }
        }
        // what each set asks stands there to be read, with its own figures
        assert!(page.contains("met een kans van 80 % of meer") && page.contains("met een kans van 95 % of meer"), "{page}");
        assert!(town.logged("preview-ruleset") == 2);
        assert_eq!(town.in_force(), "standaard", "a look changes nothing");

        // with streng in force, standaard would bring the same ones back
        town.write(|conn| {
            let streng = (schools::ruleset.eq("streng"), schools::starting_terms.eq(None::<String>));
            diesel::update(schools::table.find(&town.cast.school)).set(streng).execute(conn)?;
            Ok(())
        });
        let back = town.ahead("standaard").await;
        assert_eq!(names(&back["new"]), names(&ahead["gone"]));
        assert_eq!(back["gone"], json!([]));
    }

    async fn only_the_coordinator_of_the_school_looks_ahead_and_chooses(database: Database) {
        let town = Town::new(database);
        town.some_fall().await;
        let school = &town.cast.school;
        let page = format!("/school/regels?school={school}");
        town.at_the_pages(LEADER).await.open(&format!("{page}&set=streng")).await.is(403);
        let hers = town.rules_page(LEADER).await;
        assert!(hers.contains("Nu geldt: standaard") && !hers.contains("Noor"), "{hers}");
        town.at_the_pages(NEIGHBOUR).await.open(&page).await.is(404);
        let ahead = format!("/api/v1/rulesets/streng/preview?school={school}");
        for email in [LEADER, MENTOR, NEIGHBOUR] {
            town.api(email).get(&ahead).await.refuses(403);
            let choice = json!({"school": school, "from": "2026-03-12"});
            town.api(email).post("/api/v1/rulesets/streng/choices", choice).await.refuses(403);
        }
        for name in ["geheim", "..%2F..%2Fdeny"] {
            town.api(COORDINATOR).get(&format!("/api/v1/rulesets/{name}/preview?school={school}")).await.refuses(404);
        }
        assert_eq!(town.in_force(), "standaard");
    }

    async fn a_choice_in_the_middle_of_a_round_waits_for_the_next(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.bring_in(&scores(&[(2, "2026-03-02")], |_| None));
        town.app.work().await;

        let coordinator = town.at_the_pages(COORDINATOR).await;
        let ahead = async |set: &str| {
            let path = format!("/school/regels?school={}&set={set}", town.cast.school);
            coordinator.open(&path).await.is(200).text
        };
        // What is looked ahead with is explained and can be chosen from the first day that it could hold.
        let streng = ahead("streng").await;
        assert!(streng.contains("Hogere drempels") && streng.contains(r#"value="2026-08-01""#), "{streng}");
        assert!(streng.contains("streng kiezen") && !ahead("standaard").await.contains("standaard kiezen"));

        let chosen = town.choose("streng", "2026-03-12").await;
        assert_eq!(chosen, json!({"in_force": false, "from": "2026-08-01"}));
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("Nu geldt: standaard") && page.contains("Gekozen voor hierna: streng"), "{page}");
        assert!(page.contains("1 augustus 2026"), "{page}");
        // more of the same round, corrected: still the old rules
        town.bring_in(&noor_falls());
        town.app.work().await;
        assert_eq!(town.raised_under(), ["standaard 2026-01-01"]);
        assert_eq!((town.in_force().as_str(), town.logged("switch-ruleset")), ("standaard", 0));

        // the first scores of the next round are judged by the new ones, worker or no worker
        town.app.state.clock.advance(Duration::days(200));
        town.bring_in(&scores(&[(3, "2026-09-21")], |at| (at == 5).then_some(3)));
        town.app.work().await;
        assert_eq!((town.in_force().as_str(), town.logged("switch-ruleset")), ("streng", 1));
        assert_eq!(town.raised_under(), ["standaard 2026-01-01", "streng 2026-01-01"]);
        let page = town.rules_page(LEADER).await;
        assert!(page.contains("Nu geldt: streng") && page.contains("koos streng; geldt vanaf"), "{page}");
    }

    async fn a_newer_edition_of_a_ruleset_changes_nothing_until_it_is_accepted(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.app.work().await;
        // The school started with what is shipped; since then a newer edition came.
        let school = schools::table.find(&town.cast.school);
        let kept: Option<String> = town.read(|conn| Ok(school.select(schools::starting_terms).first(conn)?));
        let older = kept.expect("the set it started with").replace("date = 2026-01-01", "date = 2025-06-01");
        town.write(|conn| Ok(diesel::update(school).set(schools::starting_terms.eq(&older)).execute(conn)?));
        town.noor_falls();
        town.app.work().await;
        assert_eq!(town.raised_under(), ["standaard 2025-06-01"]);
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("1 juni 2025"), "{page}");
        // It is there to be accepted, and holds from the next round.
        town.choose("standaard", "2026-03-12").await;
        town.days_pass(150).await;
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("1 januari 2026") && !page.contains("1 juni 2025"), "{page}");
    }

    async fn between_rounds_a_choice_holds_from_its_day(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let refused = |set: &'static str, from: &'static str, status: u16| {
            let (town, path) = (&town, format!("/api/v1/rulesets/{set}/choices"));
            async move {
                let choice = json!({"school": town.cast.school, "from": from});
                town.api(COORDINATOR).post(&path, choice).await.refuses(status);
            }
        };
        refused("streng", "2026-03-11", 422).await;
        refused("geheim", "2026-03-12", 404).await;
        refused("standaard", "2026-03-12", 409).await;
        assert_eq!(town.logged("accept-ruleset"), 0);

        // later: the worker lets it in on the day
        let later = town.choose("streng", "2026-03-20").await;
        assert_eq!(later, json!({"in_force": false, "from": "2026-03-20"}));
        town.days_pass(7).await;
        assert_eq!(town.in_force(), "standaard");
        town.days_pass(1).await;
        assert_eq!(town.in_force(), "streng");

        // at once, by the page; and one that waited is replaced by the next
        town.choose("standaard", "2026-06-01").await;
        let school = town.cast.school.0.as_str();
        let visitor = town.at_the_pages(COORDINATOR).await;
        let form = [("school", school), ("set", "standaard"), ("from", "2026-03-20")];
        visitor.send("/school/regels", &form).await.is(303);
        assert_eq!((town.in_force().as_str(), town.logged("accept-ruleset")), ("standaard", 3));
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("koos standaard; is vervangen"), "{page}");
        let wrong = visitor.send("/school/regels", &[("school", school), ("set", "streng"), ("from", "morgen")]).await;
        assert!(wrong.is(422).text.contains("morgen"));
    }

    async fn a_choice_that_waits_can_be_taken_back(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        let school = [("school", town.cast.school.0.as_str()), ("set", "streng")];
        let button = "De keuze voor streng intrekken";
        let coordinator = town.at_the_pages(COORDINATOR).await;
        // Where nothing waits there is nothing to take back.
        assert!(!town.rules_page(COORDINATOR).await.contains("/school/regels/intrekken"));
        let late = coordinator.send("/school/regels/intrekken", &school).await;
        assert!(late.is(422).text.contains("De keuze voor streng staat niet meer klaar"));

        town.choose("streng", "2026-06-01").await;
        town.choose("streng", "2026-03-20").await;
        assert!(town.rules_page(COORDINATOR).await.contains(button));
        assert!(!town.rules_page(LEADER).await.contains(button));
        town.at_the_pages(LEADER).await.send("/school/regels/intrekken", &school).await.is(403);
        coordinator.send("/school/regels/intrekken", &school).await.is(303);

        // Neither it nor the one it replaced takes effect; what was done stays to be read.
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("koos streng; is ingetrokken") && !page.contains("Gekozen voor hierna"), "{page}");
        town.days_pass(120).await;
        assert_eq!((town.in_force().as_str(), town.logged("withdraw-ruleset")), ("standaard", 1));
        // By the API too, and not what another put in its place.
        town.choose("streng", "2026-08-20").await;
        let body = json!({"school": town.cast.school});
        let withdraw = async |set: &str, who| {
            town.api(who).post(&format!("/api/v1/rulesets/{set}/withdrawals"), body.clone()).await
        };
        withdraw("standaard", COORDINATOR).await.refuses(409);
        withdraw("streng", LEADER).await.refuses(403);
        let left = withdraw("streng", COORDINATOR).await.is(200).json();
        assert_eq!(left["in_force"], "standaard");
        withdraw("streng", COORDINATOR).await.refuses(409);
        // The same may be chosen again.
        town.choose("streng", "2026-07-15").await;
        town.days_pass(6).await;
        assert_eq!(town.in_force(), "streng");
    }

    async fn each_rule_shows_how_often_it_proved_right_and_proposes_at_its_limits(database: Database) {
        let town = Town::new(database);
        let signals = town.raise_on(30);
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("0 beoordeeld, 30 nog niet") && !page.contains("(tussen"), "{page}");
        town.end(&signals[..4], "recovered");
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("4 beoordeeld, 26 nog niet"), "{page}");
        let hers = town.rules_page(LEADER).await;
        assert!(hers.contains("te weinig beoordeeld") && !hers.contains("beoordeeld, "), "{hers}");

        town.end(&signals[4..29], "does_not_fit");
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("29 beoordeeld") && !page.contains("Voorstel:"), "{page}");
        // 4 of 30: 13 %, by Wilson 5.3 to 29.7 %
        town.end(&signals[29..], "does_not_fit");
        let page = town.rules_page(COORDINATOR).await;
        assert!(page.contains("13 % (4 van 30) (tussen 5 % en 30 %)"), "{page}");
        assert!(page.contains("Voorstel: strenger maken"), "{page}");
        let hers = town.rules_page(LEADER).await;
        assert!(hers.contains(">13 %</td>") && !hers.contains("30 beoordeeld"), "{hers}");
        assert_eq!(town.in_force(), "standaard", "a proposal changes nothing");
    }
}

#[test]
fn a_round_is_a_half_year() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (on, from, next) in [
        ("2026-01-01", "2026-01-01", "2026-08-01"),
        ("2026-07-31", "2026-01-01", "2026-08-01"),
        ("2026-08-01", "2026-08-01", "2027-01-01"),
        ("2026-12-31", "2026-08-01", "2027-01-01"),
    ] {
        assert_eq!(baken::ground::clock::round_of(day(on)), (day(from), day(next)), "{on}");
    }
}
