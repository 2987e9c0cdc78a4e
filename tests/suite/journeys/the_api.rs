//! What the API promises beside its routes: lists without notes, moments with a zone, pages, scores.

use baken::care::referrals::prepare;
use baken::evidence::instruments::Catalogue;
use baken::ground::{Clock, PupilId, SignalId};
use baken::insight::series;
use baken::school::accounts::store as accounts;
use baken::school::store as people;
use baken::signals::model::{Level, Severity};
use baken::signals::raise::{self, Cause, Terms};
use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR};

/// Raises something on Tom.
fn raised(town: &Town, severity: Severity, domain: &str, rule: &str, round: &str) -> SignalId {
    let cause = Cause {
        level: Level::Pupil,
        school: town.cast.school.clone(),
        group: Some(town.cast.group_6a.clone()),
        pupil: Some(town.cast.tom.clone()),
        domain: domain.to_owned(),
        restricted: false,
        only_for: None,
        severity,
        rule: rule.to_owned(),
        series: "eigen/leerkracht/welbevinden".to_owned(),
        round: round.to_owned(),
        statistic: None,
        ruleset: "standaard 2026-01-01".to_owned(),
        observation: None,
        finding: "{}".to_owned(),
        read_until: None,
    };
    let clock: &Clock = &town.app.state.clock;
    clock.advance(chrono::Duration::seconds(1));
    let terms = Terms { now: clock.now(), mentor_until: clock.today(), has_mentor: false };
    town.write(|conn| raise::raise(conn, terms, &cause)).0
}

both_databases! {
    async fn notes_come_with_the_pupil_they_are_about(database: Database) {
        let town = Town::new(database);
        let tom = &town.cast.tom;
        let note = raised(&town, Severity::C, "gezin", "fall", "een");
        let signal = raised(&town, Severity::B, "stemming", "low", "een");
        let api = town.api(COORDINATOR);
        let ids = async |path: &str| -> Vec<String> {
            let items = api.get(path).await.is(200).items();
            items.iter().map(|s| s["id"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(ids("/api/v1/signals").await, [signal.0.as_str()]);
        let mut about = ids(&format!("/api/v1/signals?pupil={tom}")).await;
        about.sort();
        let mut both = [note.0, signal.0];
        both.sort();
        assert_eq!(about, both);
        assert_eq!(ids(&format!("/api/v1/signals?pupil={}", town.cast.noor)).await, Vec::<String>::new());
        town.api(MENTOR).get(&format!("/api/v1/signals?pupil={tom}")).await.refuses(404);
    }

    async fn a_rule_is_named_once_and_a_moment_has_its_zone(database: Database) {
        let town = Town::new(database);
        let mut signal = SignalId(String::new());
        for (rule, round) in [("low", "een"), ("fall", "een"), ("low", "twee")] {
            signal = raised(&town, Severity::B, "stemming", rule, round);
        }
        let told = town.api(COORDINATOR).get(&format!("/api/v1/signals/{signal}")).await.is(200);
        assert_eq!(told.json()["rules"], json!(["low", "fall"]));
        assert_eq!(told.json()["evidence"].as_array().unwrap().len(), 3);
        assert_eq!(told.say("raised_at"), "2026-03-12T08:00:01Z");
    }

    async fn referrals_come_in_pages(database: Database) {
        let town = Town::new(database);
        let (now, today) = (town.app.state.clock.now(), town.app.state.clock.today());
        let account = town.account(COORDINATOR);
        town.write(|conn| {
            let scope = accounts::scope(conn, &account, today)?;
            let pupils: Vec<PupilId> = people::pupils_page(conn, &scope, None, 100)?.into_iter().map(|p| p.id).collect();
            for partner in [&town.cast.social_work, &town.cast.partnership, &town.cast.social_work] {
                for pupil in &pupils {
                    prepare::begin(conn, &scope, now, pupil, partner, None)?;
                }
            }
            Ok(())
        });
        let api = town.api(COORDINATOR);
        let first = api.get("/api/v1/referrals").await.is(200);
        let next = first.say("next");
        let rest = api.get(&format!("/api/v1/referrals?cursor={next}")).await.is(200);
        assert_eq!((first.items().len(), rest.items().len()), (100, 20));
        assert!(rest.json()["next"].is_null());
        assert!(first.items()[0]["changed_at"].as_str().unwrap().ends_with('Z'));
    }

    async fn the_scores_of_a_pupil_are_for_who_may_see_the_pupil(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.noor_falls();
        let path = format!("/api/v1/scores?pupil={}", town.cast.noor);
        let scores = town.api(MENTOR).get(&path).await.is(200).items();
        assert_eq!(scores.len(), 3, "{scores:?}");
        let last = &scores[2];
        assert_eq!(
            (&last["instrument"], &last["informant"], &last["scale"], &last["date"], &last["score"]),
            (&json!("eigen"), &json!("leerkracht"), &json!("welbevinden"), &json!("2026-03-02"), &json!(3.0))
        );
        assert!(!last["round"].as_str().unwrap().is_empty());
        town.api(OTHER_MENTOR).get(&path).await.refuses(404);
        let seen = town.read(|conn| {
            use baken::ground::db::schema::audit::dsl::{action, audit, subject_id};
            use diesel::prelude::*;
            let of_noor = audit
                .filter(action.eq("view-pupil"))
                .filter(subject_id.eq(&town.cast.noor.0));
            Ok(of_noor.count().get_result::<i64>(conn)?)
        });
        assert_eq!(seen, 1);
    }

    fn a_scale_for_the_coordinator_stays_there(database: &Database) {
        let cast = crate::support::cast::gather(&database.db);
        let clock = Clock::fixed(crate::support::server::morning());
        crate::support::cast::bring_in(&database.db, &clock, "99ZZ", &super::noor_falls());
        let folder = tempfile::TempDir::new().unwrap();
        let own = include_str!("../../../config/instruments/eigen.toml")
            .replace("code = \"welbevinden\"", "code = \"welbevinden\"\naudience = \"coordinator\"");
        std::fs::write(folder.path().join("eigen.toml"), own).unwrap();
        let catalogue = Catalogue::shipped().unwrap().with_folder(folder.path()).unwrap();
        let scales = |email: &str| {
            database.db.read_blocking(|conn| {
                let account = accounts::by_email(conn, email)?.expect("an account").id;
                let scope = accounts::scope(conn, &account, clock.today())?;
                let (noor, _) = people::pupil(conn, &scope, &cast.noor)?;
                Ok(series::of_pupils(conn, &scope, &catalogue, &[noor])?.into_values().flatten().count())
            }).unwrap()
        };
        assert_eq!((scales(COORDINATOR), scales(MENTOR)), (1, 0));
    }
}
