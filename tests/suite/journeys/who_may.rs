//! Who may pass each way in: made from the table of routes, so that a new route is tried as it is added.

use baken::door::{Access, Door, Route};
use baken::ground::scope::Role;
use baken::ground::{Message, Words};
use baken::school::accounts::tokens::Purpose;
use baken::serve;
use reqwest::RequestBuilder;
use serde_json::json;

use super::referring::sent;
use super::{Told, Town, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, LEADER, ONE_A_ROLE};

/// What the gate says.
#[derive(Debug, PartialEq, Eq)]
enum Gate {
    /// The handler answered, whatever it said.
    In,
    /// Log in first.
    LogIn,
    /// Not in this role.
    NotYours,
}

/// A request for a route, its parameters filled with `id`, as somebody or nobody.
fn knock(town: &Town, door: Door, route: &Route, id: &str, who: Option<&str>) -> RequestBuilder {
    let url = town.app.at(&filled(route.path, id));
    let request = town.app.client().request(route.method.as_str().parse().expect("a method"), url);
    let posts = !route.method.is_safe();
    match door {
        Door::Web => {
            let request = match who {
                Some(email) => request.header("Cookie", town.session(email)),
                None => request,
            };
            if posts { request.form(&[("a", "b")]) } else { request }
        }
        Door::Api => {
            let request = match who {
                Some(email) => request.bearer_auth(town.token(email, Purpose::Api)),
                None => request,
            };
            if posts { request.json(&json!({})) } else { request }
        }
    }
}

/// A path with something in the place of what varies.
pub fn filled(path: &str, id: &str) -> String {
    let mut filled = String::new();
    let mut rest = path;
    while let Some((before, varies)) = rest.split_once('{') {
        let (name, after) = varies.split_once('}').expect("a name of what varies");
        // A place on an agenda is a number.
        filled = format!("{filled}{before}{}", if name == "n" { "1" } else { id });
        rest = after;
    }
    filled + rest
}

/// What the gate made of a request.
fn gate(door: Door, told: &Told) -> Gate {
    let role = Words::default().say(&Message::new("gate-role"));
    match door {
        Door::Web if told.status == 303 && told.to.starts_with("/inloggen?") => Gate::LogIn,
        Door::Api if told.status == 401 => Gate::LogIn,
        _ if told.status == 403 && told.text.contains(&role) => Gate::NotYours,
        _ => Gate::In,
    }
}

/// What the rule of a route says of somebody.
fn rule(access: Access, role: Option<Role>) -> Gate {
    match (access, role) {
        (Access::Open, _) | (Access::SignedIn, Some(_)) => Gate::In,
        (Access::SignedIn | Access::Roles(_), None) => Gate::LogIn,
        (Access::Roles(roles), Some(role)) if roles.contains(&role) => Gate::In,
        (Access::Roles(_), Some(_)) => Gate::NotYours,
    }
}

both_databases! {
    async fn every_way_in_lets_in_whom_its_rule_names(database: Database) {
        let town = Town::new(database);
        let people = ONE_A_ROLE.iter().map(|(role, email)| (Some(*role), Some(*email)));
        let (mut let_in, mut kept_out) = (0, 0);
        for (role, email) in people.chain([(None, None)]) {
            for (door, route) in serve::routes() {
                let request = knock(&town, door, route, "onbekend", email);
                let told = Told::of(request.header("Sec-Fetch-Site", "same-origin")).await;
                let at = format!("{role:?} {} {}: {told:?}", route.method, route.path);
                assert_eq!(gate(door, &told), rule(route.access, role), "{at}");
                assert!(told.status < 500, "{at}");
                match rule(route.access, role) {
                    Gate::In => let_in += 1,
                    _ => kept_out += 1,
                }
            }
        }
        assert!(let_in > 150 && kept_out > 150, "{let_in} in, {kept_out} out");
    }

    async fn a_form_of_another_site_changes_nothing(database: Database) {
        let town = Town::new(database);
        let other_site = Words::default().say(&Message::new("gate-other-site"));
        let forms = serve::routes().filter(|(door, route)| *door == Door::Web && !route.method.is_safe());
        for (door, route) in forms {
            for (name, value) in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://elders.example")] {
                let request = knock(&town, door, route, "onbekend", Some(COORDINATOR));
                let told = Told::of(request.header(name, value)).await.is(403);
                assert_eq!(told.text, other_site, "{}", route.path);
            }
        }
    }

    async fn who_sees_no_pupil_is_shown_none_anywhere(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (referral, _) = sent(&town, &signal).await;
        let pupil = town.cast.noor.0.as_str();
        let blind = ONE_A_ROLE.iter().filter(|(role, _)| !matches!(role, Role::Mentor | Role::Coordinator));
        for (role, email) in blind {
            for (door, route) in serve::routes().filter(|(_, route)| route.method.is_safe()) {
                for id in [pupil, &town.cast.group_6b.0, &signal, &referral] {
                    let told = Told::of(knock(&town, door, route, id, Some(email))).await;
                    let names = told.text.contains("Noor") || told.text.contains("Wilgen2");
                    // A refusal repeats the address at most.
                    let known = told.status == 200 && told.text.contains(pupil);
                    assert!(!names && !known, "{role} {}: {told:?}", route.path);
                    if !route.path.contains('{') {
                        break;
                    }
                }
            }
        }
    }

    async fn a_leader_sees_no_group_under_the_smallest_size(database: Database) {
        let town = Town::new(database);
        // All of 6A and five of 6B: what is hidden of the one could be told from the other.
        let few: Vec<String> = scores(&[(1, "2025-10-02")], |_| None).lines().take(26).map(str::to_owned).collect();
        town.bring_in(&few.join("\n"));
        let leader = town.at_the_pages(LEADER).await;
        let page = leader.open("/school").await.is(200);
        assert!(page.text.contains("n = 25"), "{page:?}");
        assert_eq!(page.text.matches("niet getoond").count(), 2, "{page:?}");
        assert!(!page.text.contains("n = 5)") && !page.text.contains("n = 20"), "{page:?}");
        // Once both are large enough, both are shown.
        town.bring_in(&scores(&[(2, "2026-03-02")], |_| None));
        let page = leader.open("/school").await.is(200);
        assert_eq!(page.text.matches("n = 20").count(), 2, "{page:?}");
        leader.open(&format!("/groepen/{}", town.cast.group_6b)).await.is(403);
        leader.open(&format!("/school?school={}", town.cast.neighbours)).await.is(404);
    }
}
