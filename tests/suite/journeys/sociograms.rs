//! A pupil whom classmates seldom choose, twice in a row: told to the mentor first, explained, never a label, never alone
//! in mail, never folded; and nobody reads who judged whom.

use std::fmt::Write as _;

use baken::evidence::imports::{self, Actor};
use baken::ground::ImportId;
use baken::notifications;
use baken::signals::run::{self, Order, Ran};
use serde_json::{Value, json};

use super::folded::{list, sinks};
use super::{Town, noor_falls};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER, MENTOR, OTHER_MENTOR};

const AUTUMN: &str = "2025-10-02";
const SPRING: &str = "2026-03-02";

/// 6B on a day: everybody likes three on each side and dislikes one; so many, Noor first, are disliked by all.
fn ratings(day: &str, low: usize) -> String {
    let mut text = "groep;afnamedatum;beoordelaar;beoordeelde;oordeel\n".to_owned();
    for i in 0..GROUP_SIZE {
        for j in (0..GROUP_SIZE).filter(|j| *j != i) {
            let apart = i.abs_diff(j).min(GROUP_SIZE - i.abs_diff(j));
            let points = match apart {
                _ if j < low || j == (i + 5) % GROUP_SIZE => 1,
                1..=3 => 3,
                _ => 2,
            };
            let (rater, rated) = (GROUP_SIZE + 1 + i, GROUP_SIZE + 1 + j);
            writeln!(text, "6B;{day};{rater:03};{rated:03};{points}").expect("a line");
        }
    }
    text
}

impl Town {
    /// Two sociograms in which so many of 6B are seldom chosen; the second one's import.
    async fn seldom_chosen_twice(&self, low: usize) -> ImportId {
        self.bring_in(&ratings(AUTUMN, low));
        self.app.work().await;
        let second = self.bring_in(&ratings(SPRING, low));
        self.app.work().await;
        second
    }

    fn mailed(&self) -> Vec<baken::ground::AccountId> {
        let (school, today) = (self.cast.school.clone(), self.app.state.clock.today());
        self.read(|conn| notifications::recipients(conn, &school, today))
    }

    /// Computes once more.
    fn runs(&self) -> Ran {
        let state = &self.app.state;
        let school = self.cast.school.clone();
        let order = Order { school, ruleset: None, starting_picture: None, dry_run: true };
        let (now, today) = (state.clock.now(), state.clock.today());
        // The computation has threads of its own and does not run inside the test's.
        let work = || run::run(&state.db, &state.instruments, 10, now, today, &order).expect("a run");
        std::thread::scope(|scope| scope.spawn(work).join()).expect("computed")
    }

    async fn page_about_noor(&self, email: &str) -> String {
        let path = format!("/leerlingen/{}", self.cast.noor);
        self.at_the_pages(email).await.open(&path).await.is(200).text
    }
}

fn rules(signals: &[Value]) -> Vec<Value> {
    signals.iter().flat_map(|signal| signal["rules"].as_array().expect("rules").clone()).collect()
}

both_databases! {
    async fn who_is_seldom_chosen_twice_in_a_row_is_told_to_the_mentor(database: Database) {
        let town = Town::new(database);
        town.bring_in(&ratings(AUTUMN, 1));
        town.app.work().await;
        assert_eq!(town.signals_about(&town.cast.noor.0).await, [] as [Value; 0], "once says little");
        let group = format!("/groepen/{}", town.cast.group_6b);
        let page = town.at_the_pages(MENTOR).await.open(&group).await.is(200).text;
        let why = "geen bruikbaar sociogram van minstens 90 dagen eerder (sociogram van do 2 oktober 2025)";
        assert!(page.contains(why), "{page}");
        town.bring_in(&ratings(SPRING, 1));
        town.app.work().await;
        let told = town.signals_about(&town.cast.noor.0).await;
        assert_eq!(rules(&told), [json!("rejected-twice")], "{told:#?}");
        assert_eq!((&told[0]["severity"], &told[0]["state"]), (&json!("B"), &json!("with_mentor")));
        assert_eq!(told[0]["domains"], json!(["leeftijdgenoten"]));
        assert_eq!(town.runs().raised, [0; 3], "a second run on the same ratings raises nothing");

        let sentence = "Wordt weinig gekozen, twee metingen achter elkaar: do 2 oktober 2025 (19 klasgenoten oordeelden) \
            en ma 2 maart 2026 (19).";
        let list = town.at_the_pages(MENTOR).await.open("/signalen").await.is(200).text;
        assert!(list.contains(sentence) && !list.contains("sparkline"), "{list}");
        let page = town.page_about_noor(MENTOR).await;
        assert!(page.contains(sentence), "{page}");
        // No list says anything of her; the page does not say that nothing asks for attention all the same.
        assert!(page.contains("staat hieronder bij de open signalen"), "{page}");
        assert!(!page.contains("Er is nu niets dat aandacht vraagt"), "{page}");
        for (about, text) in [("Ingevuld door", "de klasgenoten, in een sociogram"), ("Meetmoment", "ma 2 maart 2026")] {
            assert!(page.contains(&format!("<dt>{about}</dt><dd>{text}</dd>")), "{about}: {page}");
        }
        assert!(page.contains("Hadden enkele klasgenoten"), "what would have changed it: {page}");
        let because = &told[0]["evidence"][0];
        assert_eq!(because["reason"], json!(sentence));
        for fact in because["explanation"].as_array().expect("facts") {
            let text = fact["text"].as_str().expect("a text").replace('’', "&#x27;");
            assert!(page.contains(&text) || page.contains(fact["text"].as_str().unwrap()), "{text}: {page}");
        }
        for word in ["rejected", "verstoten", "afgewezen"] {
            assert!(!page.contains(word), "{word} is a label");
        }
        let other = town.at_the_pages(OTHER_MENTOR).await;
        assert_eq!(other.open(&format!("/leerlingen/{}", town.cast.noor)).await.status, 404);
    }

    async fn it_is_never_alone_a_reason_for_mail(database: Database) {
        let town = Town::new(database);
        town.seldom_chosen_twice(1).await;
        assert_eq!(town.mailed(), []);
        town.two_quiet_rounds();
        town.bring_in(&noor_falls());
        town.app.work().await;
        assert_eq!(town.mailed(), [town.account(MENTOR)]);
    }

    async fn a_group_that_moved_never_hides_it(database: Database) {
        let town = Town::new(database);
        sinks(&town).await;
        let (_, folded) = list(&town, MENTOR).await;
        assert!(folded.contains("Noor V."), "by her scores alone she stands under her group");
        town.seldom_chosen_twice(1).await;
        let (shown, folded) = list(&town, MENTOR).await;
        assert!(shown.contains("Noor V.") && !folded.contains("Noor V."), "{shown}");
    }

    async fn how_the_group_hangs_together_is_a_note_on_its_page(database: Database) {
        let town = Town::new(database);
        town.seldom_chosen_twice(2).await;
        let page = format!("/groepen/{}", town.cast.group_6b);
        let read = town.at_the_pages(MENTOR).await.open(&page).await.is(200).text;
        assert!(read.contains("2 leerlingen worden twee metingen achter elkaar weinig gekozen"), "{read}");
        let waits = town.at_the_pages(COORDINATOR).await.open("/signalen?niveau=group").await.is(200).text;
        assert!(!waits.contains("sociogram"), "a note waits for nobody: {waits}");
    }

    async fn the_page_of_a_group_shows_its_last_sociogram_without_names(database: Database) {
        // Given a group in which everybody likes three on each side, and one who is not taken along
        let town = Town::new(database);
        let page = format!("/groepen/{}", town.cast.group_6b);
        let picture = |text: &str| {
            let from = text.find("<svg class=\"chart circle\"")?;
            Some(text[from..from + text[from..].find("</svg>")?].to_owned())
        };
        let none = town.at_the_pages(MENTOR).await.open(&page).await.is(200).text;
        assert!(picture(&none).is_none() && !none.contains("Wie elkaar kiest"), "nobody was asked yet");
        town.seldom_chosen_twice(0).await;
        // When the mentor and the coordinator open its page
        for email in [MENTOR, COORDINATOR] {
            let read = town.at_the_pages(email).await.open(&page).await.is(200).text;
            let svg = picture(&read).unwrap_or_else(|| panic!("no picture in {read}"));
            // Then each pupil is a dot, each pair who chose each other a line, and no name is with them.
            assert_eq!(svg.matches("<circle class=\"mark\"").count(), GROUP_SIZE);
            assert_eq!(svg.matches("class=\"tie\"").count(), GROUP_SIZE * 3);
            assert!(!svg.contains("Noor") && !svg.contains("<text") && !svg.contains("<title"), "{svg}");
            assert!(read.contains("100 % van de groep vulde het in"), "{read}");
        }
        // and who is not taken along from now on is no dot
        let aside = format!("/leerlingen/{}/niet-meenemen", town.cast.noor);
        let form = [("list", "sociogram"), ("objected_on", "2026-03-03")];
        town.at_the_pages(COORDINATOR).await.send(&aside, &form).await.is(303);
        let read = town.at_the_pages(MENTOR).await.open(&page).await.is(200).text;
        assert_eq!(picture(&read).map(|svg| svg.matches("<circle").count()), Some(GROUP_SIZE - 1));
    }

    async fn who_is_not_taken_along_is_left_out(database: Database) {
        let town = Town::new(database);
        let aside = format!("/leerlingen/{}/niet-meenemen", town.cast.noor);
        let form = [("list", "sociogram"), ("objected_on", "2026-03-01")];
        town.at_the_pages(COORDINATOR).await.send(&aside, &form).await.is(303);
        town.seldom_chosen_twice(1).await;
        assert_eq!(town.signals_about(&town.cast.noor.0).await, [] as [Value; 0]);
        assert!(town.page_about_noor(MENTOR).await.contains("sociogram is niet meegenomen"));
    }

    async fn ratings_that_are_taken_back_take_what_they_told_along(database: Database) {
        let town = Town::new(database);
        let second = town.seldom_chosen_twice(1).await;
        let signal = town.signal_about_noor().await;
        let now = town.app.state.clock.now();
        town.write(|conn| imports::undo(conn, now, Actor::Cli, &second));
        town.app.work().await;
        assert_eq!(town.state_of(&signal).await, "closed");
    }

    async fn a_look_ahead_counts_them_in_their_half_year(database: Database) {
        let town = Town::new(database);
        town.seldom_chosen_twice(1).await;
        let path = format!("/api/v1/rulesets/streng/preview?school={}", town.cast.school);
        let ahead = town.api(COORDINATOR).get(&path).await.is(200).json();
        let rounds = ahead["rounds"].as_array().unwrap_or_else(|| panic!("{ahead:#?}"));
        let spring = rounds.iter().find(|round| round["round"] == "2025-2026 voorjaar");
        assert_eq!(spring.expect("the half-year")["present"]["mentors"], json!(1), "{ahead:#?}");
    }

    async fn nobody_reads_who_judged_whom(database: Database) {
        use baken::ground::db::schema::{audit, import_rows, outbox};
        use diesel::prelude::*;
        let town = Town::new(database);
        let import = town.seldom_chosen_twice(2).await;
        let (noor, group) = (&town.cast.noor, &town.cast.group_6b);
        let mut all = Vec::new();
        for email in [COORDINATOR, MENTOR, LEADER] {
            let visitor = town.at_the_pages(email).await;
            for path in [format!("/leerlingen/{noor}"), format!("/groepen/{group}"), "/signalen".to_owned(),
                "/school".to_owned(), "/invoer".to_owned(), format!("/invoer/{import}")] {
                all.push(visitor.open(&path).await.text);
            }
            for path in ["signals".to_owned(), format!("pupils/{noor}"), format!("groups/{group}"), format!("imports/{import}")] {
                all.push(town.api(email).get(&format!("/api/v1/{path}")).await.text);
            }
        }
        all.extend(town.read(|conn| Ok(audit::table.select(audit::detail).load::<String>(conn)?)));
        all.extend(town.read(|conn| Ok(outbox::table.select(outbox::payload).load::<String>(conn)?)));
        // The neighbours of Noor like each other; were a pair to stand anywhere, it would be of numbers.
        for text in &all {
            assert!(!(text.contains("022") && text.contains("023") && text.contains("beoordeel")), "{text}");
            assert!(!text.contains("rater_key") && !text.contains("beoordelaar"), "{text}");
        }
        assert_eq!(town.read(|conn| Ok(import_rows::table.count().get_result::<i64>(conn)?)), 0, "nothing stays aside");
    }
}
