//! The matrix of who reaches what: every role × every route that names a record × the record of the own group, of another group
//! and of another school, made from the table of routes. What is not one's own answers to the letter as what is not there, and
//! nothing changes; a child under a foreign parent is not there either. A route that names what no rule is for fails.
//! What stands in lists: `not_yours` and `who_may`; links of partners: `partner_says`.

use std::collections::BTreeMap;

use baken::door::{Access, Door, Route};
use baken::ground::scope::Role;
use baken::serve;
use serde_json::{Value, json};

use super::forgotten::rows_of_every_table;
use super::records::{Kind, Place, records, waiting};
use super::ways::{changes, coordinations, forms};
use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::ONE_A_ROLE;

/// An id that stands for nothing.
const NOBODY: &str = "onbekend";

/// Whose records a role reaches, of each kind.
fn reaches(role: Role, kind: Kind, place: Place, to_read: bool) -> bool {
    use Kind::*;
    let own_school = place != Place::OtherSchool;
    match kind {
        Pupil | Group | Signal | Plan | Meeting | Guest | Subject | Conversation | Observation => {
            match role {
                Role::Coordinator => own_school,
                Role::Mentor => place == Place::OwnGroup,
                _ => false,
            }
        }
        Referral | Letter | Adult | Release | Objection | Consent | Opening => {
            role == Role::Coordinator && own_school
        }
        Import | Waiting | Asked | Profile => {
            matches!(role, Role::Administration | Role::Coordinator) && own_school
        }
        // Staff is named in the file of the own group: to read it.
        File | Person => match role {
            Role::AttentionOfficer => own_school,
            Role::Staff => to_read && place == Place::OwnGroup,
            _ => false,
        },
        School if role == Role::Coordinator => own_school,
        School | Account | Tie | Week | StandIn => match role {
            Role::Admin => true,
            Role::Administration => own_school,
            _ => false,
        },
        // Of the whole board.
        Partner | Offer => true,
        // For a school, which the address or the form names.
        Ruleset => role == Role::Coordinator && own_school,
    }
}

/// Whether a role passes the gate of a route; none: no role is asked, as of who has a link of a partner.
fn admits(route: &Route, role: Role) -> Option<bool> {
    match route.access {
        Access::Open => None,
        Access::SignedIn => Some(true),
        Access::Roles(roles) => Some(roles.contains(&role)),
    }
}

/// The routes that name a record.
fn naming() -> impl Iterator<Item = (Door, &'static Route)> {
    serve::routes().filter(|(_, route)| route.path.contains('{'))
}

/// What a route names, in the order of its address.
fn kinds(route: &Route) -> Vec<Kind> {
    let mut before = "";
    let mut found = Vec::new();
    for part in route.path.split('/') {
        if part.starts_with('{') && part != "{n}" && part != "{kind}" {
            let kind = Kind::after(before, part);
            // What would change and what is refused is told of a file that waits.
            let of_waiting = ["/verschil", "/geweigerd.csv"].iter().any(|end| route.path.ends_with(end));
            let kind = if of_waiting { Some(Kind::Waiting) } else { kind };
            if kind == Some(Kind::Ruleset) {
                return vec![Kind::Ruleset, Kind::School];
            }
            found.push(kind.unwrap_or_else(|| panic!("{}: no rule for what {part} names", route.path)));
        }
        before = part;
    }
    found
}

/// The address of a route with these ids in their places; a ruleset is looked at for a school.
fn filled(route: &Route, ids: &[&str]) -> String {
    if let ([name, school], true) = (ids, route.path.contains("/rulesets/")) {
        return format!("{}?school={school}", route.path.replace("{name}", name));
    }
    let mut ids = ids.iter();
    let parts = route.path.split('/').map(|part| match part {
        "{n}" => "1".to_owned(),
        "{kind}" => "conversation".to_owned(),
        _ if part.starts_with('{') => {
            let end = part.find('}').expect("an end") + 1;
            format!("{}{}", ids.next().expect("an id for each"), &part[end..])
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// How addresses end at which a record ends.
const ENDS: [&str; 8] =
    ["/weg", "/einde", "/sluiten", "/terug", "/verplaats", "/undo", "/uit", "/ingetrokken"];

/// What is sent: nothing that can be done, or what the other journeys send about this record.
#[derive(Clone)]
struct Sent(Vec<(&'static str, String)>, Value);

impl Sent {
    fn nothing() -> Self {
        Self(vec![("a", "b".to_owned())], json!({}))
    }
}

impl Town {
    /// Somebody knocks at a route.
    async fn knocks(&self, email: &str, door: Door, route: &Route, path: &str, sent: &Sent) -> Told {
        let request =
            self.app.client().request(route.method.as_str().parse().expect("a method"), self.app.at(path));
        let request = match door {
            Door::Web => {
                request.header("Cookie", self.session(email)).header("Sec-Fetch-Site", "same-origin")
            }
            Door::Api => {
                request.bearer_auth(self.token(email, baken::school::accounts::tokens::Purpose::Api))
            }
        };
        Told::of(match (route.method.is_safe(), door) {
            (true, _) => request,
            (false, Door::Web) => request.form(&sent.0),
            (false, Door::Api) => request.json(&sent.1),
        })
        .await
    }
}

/// An answer without the ids that were asked for.
fn without(told: &Told, ids: &[&str]) -> (u16, String, String) {
    let plain = |text: &str| ids.iter().fold(text.to_owned(), |text, id| text.replace(id, NOBODY));
    (told.status, plain(&told.to), plain(&told.text))
}

both_databases! {
    async fn what_is_not_ones_own_answers_as_what_is_not_there(database: Database) {
        let town = Town::new(database);
        let (things, mut of) = records(&town, "all").await;
        of.extend(waiting(&town));
        let mut bodies: BTreeMap<String, Sent> = BTreeMap::new();
        for thing in &things {
            bodies.extend(forms(thing).into_iter().map(|(path, form)| (path, Sent(form, Value::Null))));
            let all = changes(thing).into_iter().chain(coordinations(thing, &town.cast.social_work.0));
            bodies.extend(all.map(|(path, body)| (path, Sent(Vec::new(), body))));
        }
        let before = rows_of_every_table(&town);
        let (mut reached, mut hidden, mut kept_out) = (0, 0, 0);
        for (role, email) in ONE_A_ROLE {
            for (door, route) in naming() {
                let Some(admitted) = admits(route, role) else { continue };
                let kinds = kinds(route);
                for place in Place::ALL {
                    let ids: Vec<&str> = kinds.iter().map(|kind| of[&(*kind, place)].as_str()).collect();
                    let path = filled(route, &ids);
                    let at = format!("{role} {} {path} ({place:?})", route.method);
                    let reachable = kinds.iter().all(|kind| reaches(role, *kind, place, route.method.is_safe()));
                    if admitted && reachable && !route.method.is_safe() {
                        // What may be done is done by the other journeys, and below.
                        continue;
                    }
                    let body = bodies.get(&path).cloned().unwrap_or_else(Sent::nothing);
                    let told = town.knocks(email, door, route, &path, &body).await;
                    if !admitted {
                        assert_eq!(told.status, 403, "{at}: {told:?}");
                        kept_out += 1;
                    } else if reachable {
                        assert!(!matches!(told.status, 403 | 404 | 500..), "{at}: {told:?}");
                        reached += 1;
                    } else {
                        let known = |(kind, id): (&Kind, &&str)| if *kind == Kind::Ruleset { id.to_string() } else { NOBODY.to_owned() };
                        let nobody: Vec<String> = kinds.iter().zip(&ids).map(known).collect();
                        let nowhere = filled(route, &nobody.iter().map(String::as_str).collect::<Vec<_>>());
                        let nothing = town.knocks(email, door, route, &nowhere, &body).await;
                        assert_eq!(without(&told, &ids), without(&nothing, &ids), "{at}");
                        assert!((400..500).contains(&told.status), "{at}: {told:?}");
                        // A ruleset is there; that it is not theirs to try at a school is said.
                        let is_told = told.status == 404 || kinds[0] == Kind::Ruleset;
                        assert!(!route.method.is_safe() || is_told, "{at}: {told:?}");
                        hidden += 1;
                    }
                }
            }
        }
        assert_eq!(rows_of_every_table(&town), before, "who has no way in leaves nothing behind");
        eprintln!("the matrix: {reached} reached, {hidden} hidden, {kept_out} kept out by role");
        assert!(reached > 80 && hidden > 200 && kept_out > 1000, "{reached} {hidden} {kept_out}");
    }

    async fn a_child_under_a_foreign_parent_is_not_there(database: Database) {
        let town = Town::new(database);
        let (_, of) = records(&town, "all").await;
        let mut tried = 0;
        for (role, email) in ONE_A_ROLE {
            for (door, route) in naming().filter(|(_, route)| admits(route, role) == Some(true)) {
                let [parent, child] = kinds(route)[..] else { continue };
                for (own, other) in [(Place::OwnGroup, Place::OtherGroup), (Place::OwnGroup, Place::OtherSchool)] {
                    // Both groups have one school; partners and their offers are the board's.
                    let (own_parent, foreign) = (of[&(parent, own)].as_str(), of[&(child, other)].as_str());
                    if !reaches(role, parent, own, route.method.is_safe()) || of[&(parent, other)] == own_parent {
                        continue;
                    }
                    let path = filled(route, &[own_parent, foreign]);
                    let told = town.knocks(email, door, route, &path, &Sent::nothing()).await;
                    let nothing = town.knocks(email, door, route, &filled(route, &[own_parent, NOBODY]), &Sent::nothing()).await;
                    assert_eq!(without(&told, &[foreign]), without(&nothing, &[foreign]), "{role} {} {path}", route.method);
                    assert!((400..500).contains(&told.status), "{role} {path}: {told:?}");
                    tried += 1;
                }
            }
        }
        eprintln!("children under foreign parents: {tried}");
        assert!(tried > 25, "{tried}");
    }

    async fn what_may_be_done_is_heard(database: Database) {
        let town = Town::new(database);
        let mut heard = 0;
        for (role, email) in ONE_A_ROLE {
            // Doing may end what another would find: each role has records of its own, and what ends one comes last.
            let (_, of) = records(&town, role.as_str()).await;
            let mine = naming().filter(|(_, route)| !route.method.is_safe() && admits(route, role) == Some(true));
            let mut routes: Vec<_> = mine.collect();
            routes.sort_by_key(|(_, route)| ENDS.iter().position(|end| route.path.ends_with(end)));
            for (door, route) in routes {
                let kinds = kinds(route);
                for place in Place::ALL {
                    if !kinds.iter().all(|kind| reaches(role, *kind, place, route.method.is_safe())) {
                        continue;
                    }
                    let ids: Vec<&str> = kinds.iter().map(|kind| of[&(*kind, place)].as_str()).collect();
                    // What all places share is tried once.
                    let own = kinds.iter().map(|kind| of[&(*kind, Place::OwnGroup)].as_str());
                    if place != Place::OwnGroup && own.eq(ids.iter().copied()) {
                        continue;
                    }
                    let path = filled(route, &ids);
                    // What was copied to the official file is named in the form.
                    let conversation = &of[&(Kind::Conversation, place)];
                    let copied = match kinds[0] {
                        Kind::Group => conversation.replace("conversation", "group-talk"),
                        Kind::Plan => conversation.replace("conversation", "plan-step"),
                        _ => conversation.clone(),
                    };
                    // Who has no role left is not there any more.
                    let form = [("kind", "conversation"), ("id", &copied), ("role", "staff")];
                    let sent = Sent(form.map(|(name, value)| (name, value.to_owned())).to_vec(), json!({}));
                    let told = town.knocks(email, door, route, &path, &sent).await;
                    assert!(!matches!(told.status, 403 | 404 | 500..), "{role} {path} ({place:?}): {told:?}");
                    heard += 1;
                }
            }
        }
        eprintln!("heard: {heard}");
        assert!(heard > 100, "{heard}");
    }
}
