//! Forgetting on time: rehearsed, let begin by a person, and then nothing of the pupil stands anywhere. The tests begin on
//! Thursday 12 March 2026.

use std::collections::BTreeMap;
use std::process::Command;

use baken::care::forget::{self, tables};
use baken::ground::db::schema::{forgetting_reports, known_findings, memberships, pupils, scores, signals};
use baken::ground::{Message, Words};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use serde_json::json;

use super::Town;
use super::referring::sent;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, LEADER, MENTOR};

/// Noor leaves on a day, by the roster's word.
fn leaves(town: &Town, on: &str) {
    let on: NaiveDate = on.parse().expect("a day");
    town.write(|conn| {
        let of = memberships::table.filter(memberships::pupil_id.eq(&town.cast.noor));
        diesel::update(of).set(memberships::ends_on.eq(on)).execute(conn)?;
        Ok(())
    });
}

/// What would go now at De Wilgen, done and taken back.
fn rehearsed(town: &Town) -> forget::Report {
    let state = &town.app.state;
    let (now, today) = (state.clock.now(), state.clock.today());
    state
        .db
        .rehearse_blocking(|conn| forget::forget(conn, now, today, &town.cast.school, 10))
        .expect("rehearsed")
}

/// `baken forget` at De Wilgen: its exit status and what it prints.
fn forgets(url: &str, how: &str) -> (i32, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_baken"))
        .env("BAKEN_DATABASE_URL", url)
        .args(["forget", "--school", "99ZZ", how])
        .output()
        .expect("it runs");
    let said = if ran.status.success() { ran.stdout } else { ran.stderr };
    (ran.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).trim().to_owned())
}

async fn begins(town: &Town) {
    let path = format!("/beheer/bewaren/{}/begin", town.cast.school);
    town.at_the_pages(ADMINISTRATION).await.send(&path, &[]).await.is(303);
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// The tables of the schema with their columns and types.
fn schema() -> BTreeMap<String, Vec<(String, String)>> {
    let text = include_str!("../../../src/ground/db/schema.rs");
    let tables = text.split("diesel::table! {").skip(1);
    tables
        .map(|table| {
            let name = table.trim().split(' ').next().expect("a name").to_owned();
            let columns = table.lines().filter_map(|line| line.split_once(" -> "));
            let typed = |(column, kind): (&str, &str)| {
                (column.trim().to_owned(), kind.trim().trim_end_matches(',').to_owned())
            };
            (name, columns.map(typed).collect())
        })
        .collect()
}

/// How many rows each table has that tells of pupils or of what people did; the log and what is kept for hours set aside.
pub fn rows_of_every_table(town: &Town) -> BTreeMap<String, i64> {
    const ASIDE: [&str; 6] = ["audit", "meldcode_reads", "seals", "sessions", "drafts", "counters"];
    let tables = schema().into_keys().filter(|table| !ASIDE.contains(&table.as_str()));
    tables
        .map(|table| {
            let sql = format!("SELECT COUNT(*) AS n FROM {table}");
            let n = town.read(|conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.n));
            (table, n)
        })
        .collect()
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Where in the whole database a text stands: table and column. A number must stand by itself: within an id, a hash or a figure
/// any three digits stand by chance.
fn stands(town: &Town, text: &str) -> Vec<String> {
    let is_number = text.chars().all(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    for (table, columns) in schema() {
        for (column, _) in columns.iter().filter(|(_, kind)| kind.contains("Text")) {
            let sql = format!("SELECT {column} AS value FROM {table} WHERE {column} LIKE $1");
            let asked = format!("%{text}%");
            let values =
                town.read(|conn| Ok(diesel::sql_query(sql).bind::<Text, _>(asked).load::<Value>(conn)?));
            if values.iter().any(|value| !is_number || has_word(&value.value, text)) {
                found.push(format!("{table}.{column}"));
            }
        }
    }
    found
}

/// Whether a text stands in another with no letter or digit on either side.
fn has_word(text: &str, word: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        !goes_on(before) && !goes_on(after)
    })
}

/// Everything that can be said of Noor is said: signals, an observation, a prepared list, a meeting, conversations, a referral, a
/// plan, a rating, a draft.
async fn a_full_file(town: &Town) {
    let signal = town.noor_has_fallen().await;
    let noor = &town.cast.noor;
    let rows = "6B;2026-03-02;022;021;2\n6B;2026-03-02;021;022;3\n6B;2026-03-02;023;022;1\n";
    town.bring_in(&format!("groep;afnamedatum;beoordelaar;beoordeelde;oordeel\n{rows}"));
    let seen = json!({"pupil": noor, "domain": "stemming", "tone": "concern", "source": "staff",
        "text": "Verdrietig bij het raam", "seen_on": "2026-03-12"});
    town.api(COORDINATOR).post("/api/v1/observations", seen).await.is(201);
    let noors = town.at_the_pages(MENTOR).await;
    let list =
        [("filled_by", "pupil"), ("filled_on", "2026-03-11"), ("strengths", "Verdrietig maar tekent graag")];
    noors.send(&format!("/leerlingen/{noor}/voorbereiding"), &list).await.is(303);
    town.calls(&noors, "group").await;
    sent(town, &signal).await;
    town.drawn_up(COORDINATOR, town.plan_for_noor()).await;
    let form = [("form", format!("/leerlingen/{noor}/gesprek")), ("body", "Verdrietig concept".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    noors.send("/concept", &form).await;
}

both_databases! {
    async fn nothing_of_a_pupil_is_left_and_the_rehearsal_said_so(database: Database) {
        let town = Town::new(database);
        a_full_file(&town).await;
        for text in ["Noor", "021", "Verdrietig", town.cast.noor.0.as_str()] {
            assert!(!stands(&town, text).is_empty(), "{text} is there to be forgotten");
        }
        leaves(&town, "2026-03-20");
        begins(&town).await;
        // A day before the two years nothing goes.
        // One of the two years has a leap day.
        town.days_pass(365 + 366 + 7).await;
        let before = rehearsed(&town);
        assert!(!before.counts.contains_key("files"), "{before:?}");
        // On the day the file goes as rehearsed: enrolment stays.
        town.app.state.clock.advance(chrono::Duration::days(1));
        let told = rehearsed(&town);
        assert_eq!(told.counts.get("files"), Some(&1), "{told:?}");
        for kind in ["scores", "signals", "observations", "referrals"] {
            assert!(told.counts.get(kind).is_some_and(|n| *n > 0), "{kind}: {told:?}");
        }
        assert!(!stands(&town, "Verdrietig").is_empty(), "a rehearsal takes nothing");
        town.days_pass(0).await;
        let report: String = town.read(|conn| {
            let last = forgetting_reports::table.order(forgetting_reports::at.desc());
            Ok(last.select(forgetting_reports::report).first(conn)?)
        });
        assert_eq!(report, serde_json::to_string(&told.rounded(10)).unwrap(), "done as rehearsed");
        assert!(stands(&town, "Verdrietig").is_empty(), "{:?}", stands(&town, "Verdrietig"));
        assert_eq!(stands(&town, "Noor"), ["pupils.first_name"]);
        // A second look finds nothing to do.
        assert!(rehearsed(&town).is_empty());
        // After five years nothing is left, but for the id in the log.
        town.days_pass(3 * 365 + 2).await;
        for text in ["Noor", "021", "Verdrietig"] {
            assert_eq!(stands(&town, text), Vec::<String>::new(), "{text}");
        }
        assert!(stands(&town, &town.cast.noor.0).iter().all(|place| place.starts_with("audit.")), "{:?}", stands(&town, &town.cast.noor.0));
        // The others are there.
        let others: i64 = town.read(|conn| Ok(pupils::table.filter(pupils::school_id.eq(&town.cast.school)).count().get_result(conn)?));
        assert_eq!(others, 39);
    }

    async fn a_file_stays_longer_after_special_education_and_for_who_came_back(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        leaves(&town, "2026-03-20");
        let path = format!("/beheer/bewaren/{}/speciaal", town.cast.school);
        let office = town.at_the_pages(ADMINISTRATION).await;
        office.send(&path, &[("nummer", "999"), ("wel", "ja")]).await.is(422);
        office.send(&path, &[("nummer", "021"), ("wel", "ja")]).await.is(303);
        town.app.state.clock.advance(chrono::Duration::days(2 * 365 + 30));
        assert!(rehearsed(&town).is_empty(), "three years, not two");
        town.app.state.clock.advance(chrono::Duration::days(365));
        assert_eq!(rehearsed(&town).counts.get("files"), Some(&1));
        // Back at school: nothing goes.
        town.write(|conn| {
            let of = memberships::table.filter(memberships::pupil_id.eq(&town.cast.noor));
            diesel::update(of).set(memberships::ends_on.eq(None::<NaiveDate>)).execute(conn)?;
            Ok(())
        });
        assert!(rehearsed(&town).is_empty());
    }

    async fn nothing_goes_before_a_person_saw_the_rehearsal(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        leaves(&town, "2026-03-20");
        town.days_pass(3 * 365).await;
        let kept: i64 = town.read(|conn| Ok(scores::table.count().get_result(conn)?));
        assert_eq!(kept, 80);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let page = office.open("/beheer/bewaren?proef=1").await.is(200);
        assert!(page.text.contains("minder dan 10") && page.text.contains("021") && !page.text.contains("Noor"), "{page:?}");
        let path = format!("/beheer/bewaren/{}/begin", town.cast.neighbours);
        office.send(&path, &[]).await.is(404);
        begins(&town).await;
        office.send(&format!("/beheer/bewaren/{}/begin", town.cast.school), &[]).await.is(422);
        town.days_pass(1).await;
        let kept: i64 = town.read(|conn| Ok(scores::table.count().get_result(conn)?));
        assert_eq!(kept, 78);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let page = office.open("/beheer/bewaren").await.is(200);
        assert!(page.text.contains("dossiers: minder dan 10"), "{page:?}");
    }

    async fn at_the_command_line_it_is_rehearsed_and_done_by_the_same_rules(database: Database) {
        let url = database.url.clone();
        let town = Town::new(database);
        town.two_quiet_rounds();
        // The program lives today.
        leaves(&town, "2022-07-31");
        let would = r#"{"done":false,"counts":{"files":{"fewer_than":10},"scores":{"fewer_than":10}}}"#;
        assert_eq!(forgets(&url, "--rehearse"), (0, would.to_owned()));
        let refused = forgets(&url, "--do");
        assert!(refused.0 == 2 && refused.1.contains("Nog niemand heeft de proef"), "{refused:?}");
        begins(&town).await;
        assert_eq!(forgets(&url, "--do"), (0, would.replace("false", "true")));
        assert_eq!(forgets(&url, "--do"), (0, r#"{"done":true,"counts":{}}"#.to_owned()));
    }

    async fn an_import_that_brought_who_is_forgotten_stays_and_its_round_shows_no_figure(database: Database) {
        let town = Town::new(database);
        let import = town.two_quiet_rounds();
        let page = town.at_the_pages(LEADER).await.open("/school").await.is(200);
        assert!(page.text.contains("n = 40"), "{page:?}");
        leaves(&town, "2026-03-20");
        begins(&town).await;
        town.days_pass(2 * 365 + 30).await;
        // Thirty-nine beside the forty of before would tell the score of one.
        let page = town.at_the_pages(LEADER).await.open("/school").await.is(200);
        assert!(!page.text.contains("n = "), "{page:?}");
        let undo = format!("/api/v1/imports/{import}/undo");
        let said = town.api(ADMINISTRATION).post(&undo, json!(null)).await.refuses(409);
        assert_eq!(said, Words::default().say(&Message::new("import-forgotten")));
    }

    async fn a_signal_on_which_nothing_was_done_leaves_the_page_and_goes_and_is_no_news_again(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        begins(&town).await;
        let ended = json!({"event": "no_action", "reason": "context"});
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{signal}/decisions"), ended).await.is(200);
        let path = format!("/api/v1/signals/{signal}");
        town.api(COORDINATOR).get(&path).await.is(200);
        // From 1 August it is off the page, and still there.
        town.days_pass(143).await;
        town.api(COORDINATOR).get(&path).await.refuses(404);
        let there = |town: &Town| -> i64 { town.read(|conn| Ok(signals::table.find(&signal).count().get_result(conn)?)) };
        assert_eq!(there(&town), 1);
        // A year later it goes; a count and the bare finding stay.
        town.days_pass(365).await;
        assert_eq!(there(&town), 0);
        let known: i64 = town.read(|conn| Ok(known_findings::table.count().get_result(conn)?));
        assert!(known > 0);
        let page = town.at_the_pages(ADMINISTRATION).await.open("/beheer/bewaren").await.is(200);
        assert!(page.text.contains("2025-2026: signalen door"), "{page:?}");
        // The same scores again raise nothing.
        town.write(|conn| {
            let school = town.cast.school.clone();
            let task = baken::ground::outbox::Task::RaiseSignals { school };
            baken::ground::outbox::enqueue(conn, town.app.state.clock.now(), &task)
        });
        town.app.work().await;
        assert!(town.signals_about(&town.cast.noor.0).await.is_empty());
    }

    fn every_table_has_a_rule_of_forgetting(database: &Database) {
        let _ = database;
        let schema = schema();
        for (table, columns) in &schema {
            let goes = tables::GOES.iter().any(|one| one.table == table);
            let stays = tables::STAYS.iter().any(|(name, why)| name == table && !why.is_empty());
            assert!(goes != stays, "{table} stands in neither list of care::forget::tables, or in both");
            let of_pupil = ["pupil_id", "pupil_key", "rater_key", "rated_key"];
            // Only the child may ask that meldcode files go.
            let of_pupil = |column: &str| of_pupil.contains(&column) && !table.starts_with("meldcode_");
            if columns.iter().any(|(column, _)| of_pupil(column)) {
                assert!(goes, "{table} holds pupils and stays");
            }
        }
        let named = tables::GOES.iter().map(|one| one.table).chain(tables::STAYS.iter().map(|(name, _)| *name));
        for table in named {
            assert!(schema.contains_key(table), "{table} is no table any more");
        }
        assert!(schema.len() > 40, "{}", schema.len());
    }
}
