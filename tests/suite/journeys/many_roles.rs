//! Roles combine in one person, hold at their own school alone, and names are found in any alphabet's capitals.

use baken::ground::audit::Entry;
use baken::ground::scope::{RelationKind, Role};
use baken::ground::{AccountId, Error, Result, SchoolId};
use baken::school::accounts::manage::{self, NewAccount};
use baken::school::accounts::ties::{self, NewTie, Tied};
use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, NEIGHBOUR, PASSWORD, bring_in};

pub(super) const BOTH: &str = "beide@wilgen.example";

/// Makes an account with these roles.
fn joins(town: &Town, email: &str, roles: &[(Role, Option<SchoolId>)]) -> Result<AccountId> {
    let now = town.app.state.clock.now();
    let new = NewAccount { email, name: "Bo", password: PASSWORD, roles };
    let by = Entry::of("test", "join", "account", "");
    town.app.state.db.write_blocking(|conn| manage::add(conn, now, &by, &new))
}

/// A coordinator of one school who is a mentor of Noor's group too.
pub(super) fn with_both(town: &Town, coordinates: &SchoolId) {
    let roles =
        [(Role::Coordinator, Some(coordinates.clone())), (Role::Mentor, Some(town.cast.school.clone()))];
    let account = joins(town, BOTH, &roles).expect("an account");
    let (group, today) = (town.cast.group_6b.clone(), town.app.state.clock.today());
    let school = town.cast.school.clone();
    let (now, by) = (town.app.state.clock.now(), Entry::of("test", "tie", "account", ""));
    let (kind, to) = (RelationKind::Mentor, Tied::Group(group));
    let new = NewTie { account, kind, school, to, from: today, until: None };
    town.write(|conn| ties::tie(conn, now, &by, &new));
}

both_databases! {
    async fn a_coordinator_answers_as_mentor_for_her_own_group(database: Database) {
        let town = Town::new(database);
        with_both(&town, &town.cast.school);
        town.noor_has_fallen().await;
        let form = format!("action=\"/signalen/mentor/{}\"", town.cast.noor);
        let hers = town.at_the_pages(BOTH).await.open("/signalen").await.is(200);
        assert!(hers.text.contains(&form), "{hers:?}");
        let other = town.at_the_pages(COORDINATOR).await.open("/signalen").await.is(200);
        assert!(!other.text.contains("Noor V."), "it is with the mentor");
    }

    async fn a_coordinator_of_one_school_is_a_mentor_at_another(database: Database) {
        let town = Town::new(database);
        with_both(&town, &town.cast.neighbours);
        let signal = town.noor_has_fallen().await;
        let form = format!("action=\"/signalen/mentor/{}\"", town.cast.noor);
        let visitor = town.at_the_pages(BOTH).await;
        let list = visitor.open("/signalen").await.is(200);
        assert!(list.text.contains(&form) && !list.text.contains(&format!("/signalen/{signal}/besluit")), "{list:?}");
        let way = format!("/signalen/mentor/{}", town.cast.noor);
        visitor.send(&way, &[("view", "recognised"), ("choice", "takes_up")]).await.is(303);
        let list = visitor.open("/signalen").await.is(200);
        assert!(list.text.contains("Noor V."), "what she took up waits for her: {list:?}");
    }

    async fn a_role_without_a_school_is_the_admins_alone(database: Database) {
        let town = Town::new(database);
        for role in Role::ALL {
            let made = joins(&town, &format!("{role}@bestuur.example"), &[(*role, None)]);
            match made {
                Ok(_) => assert_eq!(*role, Role::Admin),
                Err(error) => assert!(matches!(error, Error::Refused(_)) && *role != Role::Admin, "{error:?}"),
            }
        }
    }

    async fn names_are_found_whatever_their_capitals(database: Database) {
        let town = Town::new(database);
        let file = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar;mentor\n\
            101;Élodie;Öztürk;2014-05-05;7A;7;\n102;Çağla;Şen;2014-05-05;7A;7;\n";
        bring_in(&town.app.state.db, &town.app.state.clock, "99ZY", file);
        let visitor = town.at_the_pages(NEIGHBOUR).await;
        for (asked, name) in [("élo", "Öztürk"), ("ÖZT", "Élodie"), ("çağla şen", "Şen"), ("ŞEN", "Çağla")] {
            let address = reqwest::Url::parse_with_params("http://x.example/leerlingen", [("naam", asked)]).unwrap();
            let path = format!("/leerlingen?{}", address.query().unwrap());
            let page = visitor.open(&path).await.is(200);
            assert!(page.text.contains(name), "{asked}: {page:?}");
        }
        for asked in ["élodie öztürk", "ÉLODIE  ÖZTÜRK"] {
            let seen = json!({"full_name": asked, "domain": "gezin", "tone": "note", "source": "staff", "text": "Moe", "seen_on": "2026-03-12"});
            town.api(NEIGHBOUR).post("/api/v1/observations", seen).await.is(201);
        }
    }

    async fn a_name_is_looked_for_only_where_its_writer_works_with_pupils(database: Database) {
        let town = Town::new(database);
        let roles = [
            (Role::Staff, Some(town.cast.neighbours.clone())),
            (Role::Administration, Some(town.cast.school.clone())),
        ];
        joins(&town, BOTH, &roles).expect("an account");
        for (name, status) in [("Sam Overkant", 201), ("Noor Vos", 422)] {
            let seen = json!({"full_name": name, "domain": "gezin", "tone": "note", "source": "staff", "text": "Moe", "seen_on": "2026-03-12"});
            town.api(BOTH).post("/api/v1/observations", seen).await.is(status);
        }
    }
}
