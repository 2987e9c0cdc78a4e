//! Roles combine in one person, hold at their own school alone, and names are found in any alphabet's capitals.

use baken::ground::audit::Entry;
use baken::ground::scope::{RelationKind, Role};
use baken::ground::{AccountId, Result, SchoolId};
use baken::school::accounts::manage::{self, NewAccount};

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, PASSWORD};

const BOTH: &str = "beide@wilgen.example";

/// Makes an account with these roles.
fn joins(town: &Town, email: &str, roles: &[(Role, Option<SchoolId>)]) -> Result<AccountId> {
    let now = town.app.state.clock.now();
    let new = NewAccount {
        email,
        name: "Bo",
        password: PASSWORD,
        roles,
    };
    let by = Entry::of("test", "join", "account", "");
    town.app
        .state
        .db
        .write_blocking(|conn| manage::add(conn, now, &by, &new))
}

/// A coordinator of one school who is a mentor of Noor's group too.
fn with_both(town: &Town, coordinates: &SchoolId) {
    let roles = [
        (Role::Coordinator, Some(coordinates.clone())),
        (Role::Mentor, Some(town.cast.school.clone())),
    ];
    let account = joins(town, BOTH, &roles).expect("an account");
    let (group, today) = (town.cast.group_6b.clone(), town.app.state.clock.today());
    town.write(|conn| manage::tie_to_group(conn, &account, RelationKind::Mentor, &group, today));
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
}
