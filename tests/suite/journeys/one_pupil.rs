//! Two numbers of one pupil: made one by a person, found by either number afterwards, and two again when taken back.

use baken::ground::db::schema::{
    aliases, assignments, audit, conversations, memberships, objections, pupils, ratings, scores,
    signal_evidence, signals,
};
use baken::ground::{Message, Words};
use diesel::prelude::*;
use serde_json::json;

use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, MENTOR, NEIGHBOUR};

const LIST: &str = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n";
const SCORES: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n";
const PAGE: &str = "/invoer/samenvoegen";

impl Town {
    /// Noor (021) comes in once more, as 21, with a score of each autumn, one of which she has already.
    async fn noor_comes_twice(&self) {
        self.bring_in(&format!("{SCORES}021;2025-10-02;eigen;leerkracht;welbevinden;20\n"));
        self.bring_in(&format!("{LIST}21;Noor;Vos;2015-05-05;6B;6\n"));
        self.bring_in(&format!(
            "{SCORES}21;2025-10-02;eigen;leerkracht;welbevinden;31\n21;2026-03-02;eigen;leerkracht;welbevinden;30\n"
        ));
        let talk = json!({"pupil": self.numbered("21"), "with": "pupil", "held_on": "2026-03-11", "line": "Gaat goed"});
        self.api(COORDINATOR).post("/api/v1/conversations", talk).await.is(201);
        let worry = |pupil: String| json!({"pupil": pupil, "domain": "gezin", "tone": "concern", "source": "staff", "text": "Moe", "seen_on": "2026-03-11"});
        for number in ["021", "21"] {
            self.api(COORDINATOR).post("/api/v1/observations", worry(self.numbered(number))).await.is(201);
        }
    }

    /// Makes 21 a part of 021.
    async fn merges(&self, who: &str, scores: &str) -> Told {
        let school = self.cast.school.0.clone();
        let form = [("school", school.as_str()), ("blijft", "021"), ("gaat", "21"), ("scores", scores)];
        self.at_the_pages(who).await.send(PAGE, &form).await
    }

    async fn takes_back(&self, act: &str) -> Told {
        self.at_the_pages(ADMINISTRATION).await.send(act, &[("choice", "undo")]).await
    }

    pub fn numbered(&self, number: &str) -> String {
        let wanted = pupils::table
            .filter(pupils::school_id.eq(&self.cast.school))
            .filter(pupils::number.eq(number))
            .select(pupils::id);
        self.read(|conn| Ok(wanted.first(conn).optional()?)).unwrap_or_default()
    }

    /// All that hangs on pupils of De Wilgen, as far as a merge can change it.
    fn everything(&self) -> String {
        self.read(|conn| {
            let people: Vec<(String, i64, String)> = pupils::table
                .order(pupils::id)
                .select((pupils::id, pupils::key, pupils::number))
                .load(conn)?;
            let places: Vec<(String, String, chrono::NaiveDate, Option<chrono::NaiveDate>)> =
                memberships::table
                    .order(memberships::id)
                    .select((
                        memberships::id,
                        memberships::pupil_id,
                        memberships::starts_on,
                        memberships::ends_on,
                    ))
                    .load(conn)?;
            let given: Vec<(i64, i32, i32, f64)> = scores::table
                .order((scores::pupil_key, scores::series_key, scores::round_key))
                .select((scores::pupil_key, scores::series_key, scores::round_key, scores::value))
                .load(conn)?;
            let said: Vec<(String, Option<String>)> = conversations::table
                .order(conversations::id)
                .select((conversations::id, conversations::pupil_id))
                .load(conn)?;
            let raised: Vec<(String, String, String)> = signals::table
                .order(signals::id)
                .select((signals::id, signals::subject, signals::state))
                .load(conn)?;
            let resting: Vec<(String, String)> = signal_evidence::table
                .order(signal_evidence::id)
                .select((signal_evidence::id, signal_evidence::signal_id))
                .load(conn)?;
            let names: Vec<(String, String)> = aliases::table
                .order(aliases::name)
                .select((aliases::name, aliases::stands_for))
                .load(conn)?;
            Ok(format!("{people:?}\n{places:?}\n{given:?}\n{said:?}\n{raised:?}\n{resting:?}\n{names:?}"))
        })
    }

    fn scores_of_noor(&self) -> Vec<f64> {
        let of_noor = scores::table
            .inner_join(pupils::table.on(pupils::key.eq(scores::pupil_key)))
            .filter(pupils::id.eq(&self.cast.noor))
            .order(scores::taken_on)
            .select(scores::value);
        self.read(|conn| Ok(of_noor.load(conn)?))
    }
}

fn says(told: &Told, key: &'static str) -> bool {
    let sentence = Words::default().say(&Message::new(key));
    told.text.contains(&sentence)
}

both_databases! {
    async fn who_has_a_row_in_hand_has_that_of_the_one_pupil(database: Database) {
        let town = Town::new(database);
        town.noor_comes_twice().await;
        let held = |number: &str| {
            let open = assignments::table.filter(assignments::subject.eq(town.numbered(number)));
            let of_it = open.filter(assignments::ended_at.is_null()).filter(assignments::pupil_id.eq(assignments::subject.nullable()));
            town.read(|conn| Ok(of_it.select(assignments::account_id).load::<String>(conn)?))
        };
        let (mentor, coordinator) = (town.account(MENTOR).0, town.account(COORDINATOR).0);
        let gives = async |number: &str, to: &str| {
            let signal = town.signals_about(&town.numbered(number)).await[0]["id"].as_str().expect("an id").to_owned();
            let way = format!("/signalen/{signal}/toewijzen");
            town.at_the_pages(COORDINATOR).await.send(&way, &[("to", to)]).await.is(303);
        };
        // One has it: it goes along, and comes back.
        gives("21", &mentor).await;
        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        assert_eq!(held("021"), vec![mentor.clone()]);
        town.takes_back(&act).await.is(303);
        assert_eq!((held("021"), held("21")), (vec![], vec![mentor.clone()]));
        // Both have it: that of the one who stays holds.
        gives("021", &coordinator).await;
        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        assert_eq!(held("021"), vec![coordinator.clone()]);
        town.takes_back(&act).await.is(303);
        assert_eq!((held("021"), held("21")), (vec![coordinator], vec![mentor]));
    }

    async fn two_numbers_become_one_pupil_and_two_again(database: Database) {
        let town = Town::new(database);
        town.noor_comes_twice().await;
        let before = town.everything();
        let query = format!("{PAGE}?school={}&blijft=021&gaat=21", town.cast.school);
        let shown = town.at_the_pages(ADMINISTRATION).await.open(&query).await.is(200);
        for told in ["Plaatsen in een groep: 1", "Scores: 1", "eigen, welbevinden, leerkracht"] {
            assert!(shown.text.contains(told), "{told}: {}", shown.text);
        }
        assert!(shown.text.contains("De namen zijn gelijk.") && !shown.text.contains("Noor") && !shown.text.contains("Gesprekken"), "{}", shown.text);
        let names = town.at_the_pages(COORDINATOR).await.open(&query).await.is(200);
        for told in ["Noor Vos", "Gesprekken: 1", "Observaties: 1", "Signalen: 1"] {
            assert!(names.text.contains(told), "{told}: {}", names.text);
        }
        assert_eq!(town.everything(), before, "looking stores nothing");

        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        assert_eq!(town.numbered("21"), "");
        assert_eq!(town.scores_of_noor(), [20.0, 30.0]);
        let noor = town.api(COORDINATOR).get(&format!("/api/v1/conversations?pupil={}", town.cast.noor)).await.is(200);
        assert_eq!(noor.items().len(), 1);
        let mut open = town.signals_about(&town.cast.noor.0).await;
        open.retain(|signal| signal["state"] != "closed");
        assert_eq!(open.len(), 1, "one open signal per domain: {open:?}");
        let lines: Vec<String> = town.read(|conn| {
            Ok(audit::table.filter(audit::action.eq("merge-pupils")).select(audit::detail).load(conn)?)
        });
        assert_eq!(lines.len(), 1);
        assert!(lines[0].starts_with(&format!("kept={} gone=", town.cast.noor)), "{lines:?}");

        let page = town.at_the_pages(COORDINATOR).await.open(&act).await.is(200);
        assert!(page.text.contains("Gesprekken: 1"), "{}", page.text);
        town.takes_back(&act).await.is(303);
        assert_eq!(town.everything(), before);
        town.takes_back(&act).await.is(422);
    }

    async fn a_later_list_with_the_old_number_finds_the_merged_pupil(database: Database) {
        let town = Town::new(database);
        town.noor_comes_twice().await;
        town.merges(COORDINATOR, "gaat").await.is(303);
        assert_eq!(town.scores_of_noor(), [31.0, 30.0], "the score of the number that goes was chosen");
        town.days_pass(1).await;
        let again = town.bring_in(&format!("{LIST}21;Noor;Vos;2015-05-05;6B;6\n"));
        assert_eq!(town.numbered("21"), "", "no new pupil");
        let told = town.api(COORDINATOR).get(&format!("/api/v1/imports/{again}")).await.is(200).json();
        assert_eq!((told["new"].as_u64(), told["unchanged"].as_u64()), (Some(0), Some(1)), "{told}");
        town.bring_in(&format!("{SCORES}21;2026-03-12;eigen;leerkracht;contact;12\n"));
        assert_eq!(town.scores_of_noor().len(), 3);
    }

    async fn both_numbers_in_one_list_are_one_pupil_named_twice(database: Database) {
        let town = Town::new(database);
        town.noor_comes_twice().await;
        town.merges(COORDINATOR, "blijft").await.is(303);
        let rows = format!("{SCORES}021;2026-03-12;eigen;leerkracht;contact;12\n21;2026-03-12;eigen;leerkracht;contact;13\n002;2026-03-12;eigen;leerkracht;contact;13\n");
        town.days_pass(1).await;
        let path = format!("/api/v1/imports?school={}", town.cast.school);
        let told = town.api(COORDINATOR).send_file(&path, rows).await;
        let refused = told.json()["refused"].as_array().map_or(0, Vec::len);
        assert_eq!(refused, 2, "{told:?}");
    }

    async fn what_stands_once_for_a_pupil_is_one_after_a_merge_and_two_after_taking_back(database: Database) {
        let town = Town::new(database);
        town.bring_in(&format!("{LIST}21;Noor;Vos;2015-05-05;6B;6\n"));
        let rows = "6B;2026-03-02;022;21;5\n6B;2026-03-02;022;021;4\n6B;2026-03-02;21;021;3\n6B;2026-03-02;21;023;2\n6B;2026-03-02;023;022;1\n";
        town.bring_in(&format!("groep;afnamedatum;beoordelaar;beoordeelde;oordeel\n{rows}"));
        for number in ["021", "21"] {
            let form = [("list", "eigen"), ("objected_on", "2026-03-01")];
            let path = format!("/leerlingen/{}/niet-meenemen", town.numbered(number));
            town.at_the_pages(COORDINATOR).await.send(&path, &form).await.is(303);
        }
        let held = || {
            town.read(|conn| {
                let given: Vec<(i64, i64, String)> = ratings::table
                    .order((ratings::rater_key, ratings::rated_key))
                    .select((ratings::rater_key, ratings::rated_key, ratings::opinion))
                    .load(conn)?;
                let open: Vec<String> = objections::table
                    .filter(objections::ended_at.is_null())
                    .order(objections::id)
                    .select(objections::pupil_id)
                    .load(conn)?;
                Ok((given, open))
            })
        };
        let before = held();
        assert_eq!((before.0.len(), before.1.len()), (5, 2));
        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        let (given, open) = held();
        let mut opinions: Vec<&str> = given.iter().map(|(_, _, opinion)| opinion.as_str()).collect();
        opinions.sort_unstable();
        assert_eq!(opinions, ["1", "2", "4"], "of two about one that of who stays holds, and nobody judges himself");
        assert_eq!(open, std::slice::from_ref(&town.cast.noor.0));
        town.takes_back(&act).await.is(303);
        assert_eq!(held(), before);
    }

    async fn one_pupil_has_one_home_group_at_a_time_and_the_clusters_of_both(database: Database) {
        let town = Town::new(database);
        let list = format!("{};clusters\n", LIST.trim_end());
        town.bring_in(&format!("{list}021;Noor;Vos;2015-05-05;6B;6;Plus,Koor\n21;Noor;Vos;2015-05-05;6A;6;Koor,Schaken\n"));
        let before = town.everything();
        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        let noor = format!("/api/v1/pupils/{}", town.cast.noor);
        let told: serde_json::Value = serde_json::from_str(&town.api(COORDINATOR).get(&noor).await.is(200).text).unwrap();
        assert_eq!((&told["groups"], &told["clusters"]), (&json!(["6B"]), &json!(["Koor", "Plus", "Schaken"])));
        town.takes_back(&act).await.is(303);
        assert_eq!(town.everything(), before);
    }

    async fn before_and_after_the_home_groups_of_the_other_number_hold(database: Database) {
        let town = Town::new(database);
        let list = format!("{};instroomdatum;uitstroomdatum\n", LIST.trim_end());
        town.bring_in(&format!("{list}21;Noor;Vos;2015-05-05;6A;6;2025-08-01;\n801;Noor;Los;2015-05-05;6B;6;2026-01-12;2026-05-01\n"));
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("blijft", "801"), ("gaat", "21"), ("scores", "blijft")];
        town.at_the_pages(ADMINISTRATION).await.send(PAGE, &form).await.is(303);
        let days: Vec<(chrono::NaiveDate, Option<chrono::NaiveDate>)> = town.read(|conn| {
            let of = memberships::table.inner_join(pupils::table).filter(pupils::number.eq("801"));
            Ok(of.order(memberships::starts_on).select((memberships::starts_on, memberships::ends_on)).load(conn)?)
        });
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let held = [("2025-08-01", "2026-01-11"), ("2026-01-12", "2026-05-01")];
        let held = held.map(|(from, to)| (day(from), Some(day(to))));
        assert_eq!(days, [held[0], held[1], (day("2026-05-02"), None)], "and after it the pupil sits somewhere still");
    }

    async fn who_moved_keeps_one_home_group_when_another_number_stayed_behind(database: Database) {
        let town = Town::new(database);
        let list = format!("{};instroomdatum;uitstroomdatum\n", LIST.trim_end());
        let moved = "21;Noor;Vos;2015-05-05;6A;6;2025-08-18;2025-11-01\n21;Noor;Vos;2015-05-05;6B;6;2025-11-02;\n";
        town.bring_in(&format!("{list}{moved}801;Noor;Vos;2015-05-05;6A;6;2025-08-18;\n"));
        let school = town.cast.school.0.clone();
        let form = [("school", school.as_str()), ("blijft", "21"), ("gaat", "801"), ("scores", "blijft")];
        town.at_the_pages(ADMINISTRATION).await.send(PAGE, &form).await.is(303);
        let open: i64 = town.read(|conn| {
            let of = memberships::table.inner_join(pupils::table).filter(pupils::number.eq("21"));
            Ok(of.filter(memberships::ends_on.is_null()).count().get_result(conn)?)
        });
        assert_eq!(open, 1, "the group she moved to, and no other");
    }

    async fn a_merge_on_which_something_builds_stays(database: Database) {
        let town = Town::new(database);
        town.noor_comes_twice().await;
        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        town.days_pass(1).await;
        let talk = json!({"pupil": town.cast.noor, "with": "pupil", "held_on": "2026-03-12", "line": "Weer gesproken"});
        town.api(COORDINATOR).post("/api/v1/conversations", talk).await.is(201);
        let refused = town.takes_back(&act).await.is(422);
        assert!(says(&refused, "merge-built-on"), "{}", refused.text);
    }

    async fn an_import_under_a_merge_waits_for_it(database: Database) {
        let town = Town::new(database);
        town.bring_in(&format!("{LIST}21;Noor;Vos;2015-05-05;6B;6\n"));
        let brought = town.bring_in(&format!("{SCORES}21;2026-03-02;eigen;leerkracht;welbevinden;30\n"));
        town.days_pass(1).await;
        let act = town.merges(ADMINISTRATION, "blijft").await.is(303).to;
        town.takes_back(&format!("/invoer/{brought}")).await.is(422);
        town.takes_back(&act).await.is(303);
        town.takes_back(&format!("/invoer/{brought}")).await.is(303);
    }

    async fn what_cannot_be_merged_comes_back_with_what_was_typed(database: Database) {
        let town = Town::new(database);
        let at = town.at_the_pages(ADMINISTRATION).await;
        let school = town.cast.school.0.as_str();
        for (goes, key) in [("999", "merge-unknown"), ("021", "merge-same")] {
            let form = [("school", school), ("blijft", "021"), ("gaat", goes), ("scores", "")];
            let told = at.send(PAGE, &form).await.is(422);
            let sentence = Words::default().say(&Message::new(key).with("number", goes));
            assert!(told.text.contains(&sentence) && told.text.contains(&format!("name=\"gaat\" value=\"{goes}\"")), "{}", told.text);
        }
    }

    async fn nobody_merges_at_another_school_or_across_schools(database: Database) {
        let town = Town::new(database);
        town.merges(NEIGHBOUR, "blijft").await.is(404);
        town.merges(MENTOR, "blijft").await.is(403);
        // 001 is Tom here and Sam at De Elzen; a number of one school names nobody at the other.
        let neighbours = town.cast.neighbours.0.clone();
        let form = [("school", neighbours.as_str()), ("blijft", "001"), ("gaat", "021"), ("scores", "")];
        town.at_the_pages(NEIGHBOUR).await.send(PAGE, &form).await.is(422);
    }

    fn no_table_that_holds_pupils_is_forgotten(database: &Database) {
        let _ = database;
        let schema = include_str!("../../../src/ground/db/schema.rs");
        let merging = [
            include_str!("../../../src/evidence/imports/merge/rows_store.rs"),
            include_str!("../../../src/evidence/imports/merge/signals_store.rs"),
            include_str!("../../../src/evidence/attendance/store.rs"),
        ];
        let mut found = 0;
        for table in schema.split("diesel::table! {").skip(1) {
            let columns = ["pupil_id ->", "pupil_key ->", "rater_key ->"];
            if columns.iter().any(|column| table.contains(column)) {
                let name = table.trim().split(' ').next().expect("a name");
                found += 1;
                assert!(merging.iter().any(|text| text.contains(name)), "a merge leaves {name} behind");
            }
        }
        assert!(found >= 9, "{found}");
    }
}
