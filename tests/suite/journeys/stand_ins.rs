//! Standing in: what the absent one sees, from the first day to the last and not after, in the log as for whom; never what
//! two named readers keep to themselves, and never given to oneself.

use baken::ground::db::schema::audit;
use baken::ground::scope::Role;
use baken::school::accounts::keep::{self, Joins};
use baken::school::accounts::store as accounts;
use diesel::prelude::*;
use serde_json::json;

use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{
    ADMINISTRATION, COORDINATOR, LEADER, MENTOR, NEIGHBOUR, OTHER_MENTOR, PASSWORD, STAFF,
};

impl Town {
    /// The administration of De Wilgen lets somebody stand in for another.
    pub(crate) async fn lets(&self, by: &str, stand_in: &str, away: &str, days: (&str, &str)) -> Told {
        let (away, stand_in) = (self.account(away).0, self.account(stand_in).0);
        let form = [("away", away.as_str()), ("stand_in", &stand_in), ("from", days.0), ("until", days.1)];
        let path = format!("/beheer/school/{}/vervanging", self.cast.school);
        self.at_the_pages(by).await.send(&path, &form).await
    }

    async fn opens_noor(&self, email: &str) -> u16 {
        self.api(email).get(&format!("/api/v1/pupils/{}", self.cast.noor)).await.status
    }
}

const DAYS: (&str, &str) = ("2026-03-13", "2026-03-16");

both_databases! {
    async fn a_stand_in_sees_what_the_mentor_sees_by_day(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        town.lets(ADMINISTRATION, OTHER_MENTOR, MENTOR, DAYS).await.is(303);
        let seen = async || {
            let page = town.at_the_pages(OTHER_MENTOR).await.open("/signalen").await.is(200);
            let signal = town.api(OTHER_MENTOR).get(&format!("/api/v1/signals/{signal}")).await.status;
            (page.text.contains("Noor V."), signal, town.opens_noor(OTHER_MENTOR).await)
        };
        assert_eq!(seen().await, (false, 404, 404), "it begins tomorrow");
        town.days_pass(1).await;
        assert_eq!(seen().await, (true, 200, 200));
        let page = town.at_the_pages(OTHER_MENTOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200);
        assert!(page.text.contains("omdat u juf vervangt"), "{page:?}");
        town.days_pass(3).await;
        assert_eq!(seen().await, (true, 200, 200), "the last day");
        town.days_pass(1).await;
        assert_eq!(seen().await, (false, 404, 404), "and not after");

        let mentor = town.account(MENTOR).0;
        let lines: Vec<(String, String)> = town.read(|conn| {
            let own = audit::table.filter(audit::account_id.eq(town.account(OTHER_MENTOR).0));
            Ok(own.filter(audit::action.eq("view-pupil")).select((audit::actor, audit::reason)).load(conn)?)
        });
        assert!(!lines.is_empty());
        for (actor, reason) in lines {
            assert_eq!(actor, format!("mentor+stand-in:{mentor}"));
            assert_eq!(reason, format!("stand-in:{mentor}:group:mentor"));
        }
    }

    async fn a_stand_in_of_the_coordinator_decides_and_one_day_later_does_not(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        town.lets(ADMINISTRATION, STAFF, COORDINATOR, ("2026-03-12", "2026-03-12")).await.is(303);
        let path = format!("/api/v1/signals/{signal}/decisions");
        let watch = json!({"event": "watching", "look_on": "2026-03-30"});
        town.api(STAFF).post(&path, watch.clone()).await.is(200);
        town.days_pass(1).await;
        town.api(STAFF).post(&path, watch).await.refuses(403);
    }

    async fn a_stand_in_answers_for_the_mentor(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        town.lets(ADMINISTRATION, STAFF, MENTOR, ("2026-03-12", "2026-03-16")).await.is(303);
        let form = [("view", "recognised"), ("choice", "takes_up")];
        town.at_the_pages(STAFF).await.send(&format!("/signalen/mentor/{}", town.cast.noor), &form).await.is(303);
        assert_eq!(town.state_of(&signal).await, "in_conversation");
        // The row comes back to who works here when the last day is over.
        town.days_pass(5).await;
        let held = town.at_the_pages(COORDINATOR).await.open("/signalen").await.is(200);
        assert!(held.text.contains("Noor V."), "{held:?}");
    }

    async fn a_stand_in_is_given_by_another_for_days_that_end(database: Database) {
        let town = Town::new(database);
        town.lets(MENTOR, OTHER_MENTOR, MENTOR, DAYS).await.is(403);
        town.lets(NEIGHBOUR, OTHER_MENTOR, MENTOR, DAYS).await.is(403);
        let refused = [
            town.lets(ADMINISTRATION, ADMINISTRATION, COORDINATOR, DAYS).await,
            town.lets(ADMINISTRATION, MENTOR, MENTOR, DAYS).await,
            town.lets(ADMINISTRATION, NEIGHBOUR, MENTOR, DAYS).await,
            town.lets(ADMINISTRATION, OTHER_MENTOR, MENTOR, ("2026-03-13", "")).await,
            town.lets(ADMINISTRATION, OTHER_MENTOR, MENTOR, ("2026-03-16", "2026-03-13")).await,
            town.lets(ADMINISTRATION, OTHER_MENTOR, MENTOR, ("2026-03-16", "2027-06-13")).await,
        ];
        for told in refused {
            told.is(422);
        }
        town.lets(ADMINISTRATION, OTHER_MENTOR, MENTOR, DAYS).await.is(303);
        town.lets(ADMINISTRATION, OTHER_MENTOR, MENTOR, ("2026-03-16", "2026-03-20")).await.is(422);
    }

    async fn a_stand_in_of_the_leader_sees_no_pupil_and_of_the_admin_nothing(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        town.lets(ADMINISTRATION, STAFF, LEADER, ("2026-03-12", "2026-03-20")).await.is(303);
        assert_eq!(town.opens_noor(STAFF).await, 403);
        let pages = town.at_the_pages(STAFF).await;
        pages.open("/school").await.is(200);
        pages.open("/signalen").await.is(403);
        pages.open("/beheer").await.is(403);
    }

    async fn who_stands_in_for_an_account_that_is_shut_sees_nothing_of_it(database: Database) {
        let town = Town::new(database);
        town.lets(ADMINISTRATION, STAFF, MENTOR, ("2026-03-12", "2026-03-20")).await.is(303);
        assert_eq!(town.opens_noor(STAFF).await, 200);
        let (now, today, office) = (town.app.state.clock.now(), town.app.state.clock.today(), town.account(ADMINISTRATION));
        town.write(|conn| {
            let scope = accounts::scope(conn, &office, today)?;
            keep::shut(conn, &scope, now, &town.cast.school, &town.account(MENTOR))
        });
        assert_eq!(town.opens_noor(STAFF).await, 403);
    }

    async fn critical_answers_stay_with_their_two_readers(database: Database) {
        let town = super::read_at_once::with_a_critical_answer(database).await;
        let (now, today, office) = (town.app.state.clock.now(), town.app.state.clock.today(), town.account(ADMINISTRATION));
        town.write(|conn| {
            let scope = accounts::scope(conn, &office, today)?;
            let joins = Joins { email: "nieuw@wilgen.example", name: "Nieuw", password: PASSWORD, roles: &[Role::Staff] };
            keep::join(conn, &scope, now, &town.cast.school, &joins)
        });
        town.lets(ADMINISTRATION, "nieuw@wilgen.example", COORDINATOR, ("2026-03-12", "2026-03-20")).await.is(303);
        let of = async |who: &str| {
            let found = town.api(who).get("/api/v1/signals").await.is(200).items();
            found.iter().filter(|one| one["rules"][0] == "critical-item").count()
        };
        assert_eq!((of(COORDINATOR).await, of("nieuw@wilgen.example").await), (1, 0));
    }
}
