//! Another person fills in: the group's figures are recentred and said so, to that teacher and the coordinator alone.

use std::fmt::Write as _;

use baken::ground::audit::Entry;
use baken::ground::scope::{RelationKind, Role};
use baken::school::accounts::manage::{self, NewAccount};
use baken::school::accounts::ties::{self, NewTie, Tied};
use serde_json::Value;

use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER, MENTOR, OTHER_MENTOR, PASSWORD};

const DUO: &str = "duo@wilgen.example";

/// A round with who filled in; 6B scores `lower` than usual.
fn filled_in(round: (usize, &str), of_6b: &str, lower: usize) -> String {
    let mut text = String::new();
    for (at, line) in scores(&[round], |_| None).lines().enumerate() {
        if at == 0 {
            writeln!(text, "{line};invuller").expect("a line");
            continue;
        }
        let (rest, score) = line.rsplit_once(';').expect("a score");
        let score: usize = score.parse().expect("a number");
        let (rater, off) = if at > GROUP_SIZE { (of_6b, lower) } else { (OTHER_MENTOR, 0) };
        writeln!(text, "{rest};{};{rater}", score.saturating_sub(off)).expect("a line");
    }
    text
}

/// Two quiet rounds, then one in which 6B scores much lower, filled in by somebody.
async fn falls(town: &Town, by: &str) {
    town.bring_in(&filled_in((0, "2025-03-05"), "vorige@wilgen.example", 0));
    town.bring_in(&filled_in((1, "2025-10-02"), "vorige@wilgen.example", 0));
    town.app.work().await;
    town.bring_in(&filled_in((2, "2026-03-02"), by, 8));
    town.app.work().await;
}

/// The rules that speak of 6B as a group, as somebody gets them.
async fn told(town: &Town, email: &str) -> Vec<String> {
    let all = town.api(email).get("/api/v1/signals").await.is(200).items();
    let of_group = |signal: &&Value| signal["level"] == "group" && signal["group"] == town.cast.group_6b.0;
    let rules = all.iter().filter(of_group).flat_map(|signal| signal["rules"].as_array().expect("rules"));
    rules.map(|rule| rule.as_str().expect("a rule").to_owned()).collect()
}

fn a_duo(town: &Town) {
    let at = [(Role::Mentor, Some(town.cast.school.clone()))];
    let new = NewAccount { email: DUO, name: "Bo", password: PASSWORD, roles: &at };
    let (now, by) = (town.app.state.clock.now(), Entry::of("test", "join", "account", ""));
    let (group, today) = (town.cast.group_6b.clone(), town.app.state.clock.today());
    town.write(|conn| {
        let account = manage::add(conn, now, &by, &new)?;
        let (school, to) = (town.cast.school.clone(), Tied::Group(group));
        let new = NewTie { account, kind: RelationKind::Duo, school, to, from: today, until: None };
        ties::tie(conn, now, &Entry::of("test", "tie", "account", ""), &new)
    });
}

both_databases! {
    async fn another_person_who_filled_in_is_said_to_that_teacher_and_the_coordinator(database: Database) {
        let town = Town::new(database);
        a_duo(&town);
        falls(&town, MENTOR).await;
        for email in [COORDINATOR, MENTOR] {
            assert_eq!(told(&town, email).await, ["rater-effect"], "{email}");
        }
        for email in [DUO, OTHER_MENTOR] {
            assert_eq!(told(&town, email).await, Vec::<String>::new(), "{email}");
        }
        let page = |email| { let town = &town; async move {
            let path = format!("/groepen/{}", town.cast.group_6b);
            town.at_the_pages(email).await.open(&path).await.is(200).text
        }};
        assert!(page(MENTOR).await.contains("nu iemand anders invulde"));
        assert!(!page(DUO).await.contains("nu iemand anders invulde"));
        let school = town.at_the_pages(LEADER).await.open("/school").await.is(200).text;
        assert!(!school.contains("iemand anders invulde"), "{school}");
    }

    async fn what_is_said_to_one_teacher_is_never_shown_to_the_next(database: Database) {
        let town = Town::new(database);
        a_duo(&town);
        falls(&town, MENTOR).await;
        // She fills in once more, and half a year later another does.
        town.days_pass(110).await;
        town.bring_in(&filled_in((3, "2026-06-25"), MENTOR, 8));
        town.app.work().await;
        town.days_pass(110).await;
        town.bring_in(&filled_in((4, "2026-10-15"), DUO, 16));
        town.app.work().await;
        for email in [MENTOR, DUO] {
            assert_eq!(told(&town, email).await, ["rater-effect"], "{email}");
        }
        assert_eq!(told(&town, COORDINATOR).await, ["rater-effect", "rater-effect"]);
    }

    async fn a_group_that_falls_with_the_same_teacher_shifts_as_a_group(database: Database) {
        let town = Town::new(database);
        a_duo(&town);
        falls(&town, "vorige@wilgen.example").await;
        for email in [COORDINATOR, MENTOR, DUO] {
            let rules = told(&town, email).await;
            assert!(rules.iter().any(|rule| rule == "group-shift"), "{email}: {rules:?}");
            assert!(!rules.iter().any(|rule| rule == "rater-effect"), "{email}: {rules:?}");
        }
    }

    async fn a_stand_in_without_an_account_leaves_it_to_the_coordinator(database: Database) {
        let town = Town::new(database);
        falls(&town, "vervanger").await;
        assert_eq!(told(&town, COORDINATOR).await, ["rater-effect"]);
        assert_eq!(told(&town, MENTOR).await, Vec::<String>::new());
    }
}
