//! Who has a row in hand: given, handed over, shown, counted; "known already" with nobody is refused; nothing stays with who
//! is gone.

use baken::ground::audit::Entry;
use baken::ground::db::schema::assignments;
use baken::ground::scope::RelationKind;
use baken::school::accounts::manage;
use baken::school::accounts::ties::{self, NewTie, Tied};
use diesel::prelude::*;
use serde_json::json;

use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR, STAFF};

const NOOR: &str = "Noor V.";

impl Town {
    /// Somebody gives the row of a signal to another.
    async fn gives(&self, who: &str, signal: &str, to: &str) -> Told {
        let to = self.account(to).0;
        let form = [("to", to.as_str()), ("note", "Bel jij de ouders?"), ("back", "/signalen?van=mij")];
        self.at_the_pages(who).await.send(&format!("/signalen/{signal}/toewijzen"), &form).await
    }

    /// Who has a subject in hand now.
    fn holder(&self, subject: &str) -> Option<String> {
        self.read(|conn| {
            let open = assignments::table.filter(assignments::ended_at.is_null());
            Ok(open
                .filter(assignments::subject.eq(subject))
                .select(assignments::account_id)
                .first(conn)
                .optional()?)
        })
    }

    /// The account of somebody is shut.
    fn shuts(&self, email: &str) {
        let now = self.app.state.clock.now();
        self.write(|conn| manage::disable(conn, now, &Entry::of("test", "shut", "account", ""), email));
    }

    /// The mentor has asked for help: Noor is with the coordinator.
    async fn noor_is_with_the_coordinator(&self) -> String {
        let signal = self.noor_has_fallen().await;
        let answer = json!({"event": "asks_help", "reason": "recognised"});
        self.api(MENTOR).post(&format!("/api/v1/signals/{signal}/decisions"), answer).await.is(200);
        signal
    }
}

both_databases! {
    async fn a_row_is_given_to_who_may_see_it_and_to_nobody_else(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_is_with_the_coordinator().await;
        // Owner is not access: not the other mentor, nor somebody without a group.
        for stranger in [OTHER_MENTOR, STAFF] {
            let told = town.gives(COORDINATOR, &signal, stranger).await.is(422);
            assert!(told.text.contains("mag dit niet zien"), "{told:?}");
        }
        town.gives(OTHER_MENTOR, &signal, MENTOR).await.is(404);
        town.gives(MENTOR, &signal, MENTOR).await.is(403);
        assert_eq!(town.holder(&town.cast.noor.0), None);
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/signalen/{signal}/toewijzen")).await.is(200);
        assert!(page.text.contains("juf") && !page.text.contains("meester"), "{page:?}");

        town.gives(COORDINATOR, &signal, MENTOR).await.is(303);
        assert_eq!(town.holder(&town.cast.noor.0), Some(town.account(MENTOR).0));
        let list = town.at_the_pages(COORDINATOR).await.open("/signalen").await.is(200);
        assert!(list.text.contains("Bij juf") && list.text.contains("Bel jij de ouders?"), "{list:?}");
        // Who has it hands it over; who has it no more cannot.
        town.gives(MENTOR, &signal, COORDINATOR).await.is(303);
        town.gives(MENTOR, &signal, COORDINATOR).await.is(403);
        assert_eq!(town.holder(&town.cast.noor.0), Some(town.account(COORDINATOR).0));
        // A mentor who was given it may end it, short of a plan.
        let path = format!("/api/v1/signals/{signal}/decisions");
        let end = json!({"event": "closed", "reason": "het gaat weer"});
        town.api(MENTOR).post(&path, end.clone()).await.refuses(403);
        town.gives(COORDINATOR, &signal, MENTOR).await.is(303);
        let plan = json!({"event": "planned", "look_on": "2026-05-01", "no_conversation": "morgen"});
        town.api(MENTOR).post(&path, plan).await.refuses(403);
        town.api(MENTOR).post(&path, end).await.is(200);
    }

    async fn of_mine_are_the_rows_i_have_and_no_others(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_is_with_the_coordinator().await;
        town.worry_about_tom(false).await;
        town.gives(COORDINATOR, &signal, COORDINATOR).await.is(303);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let mine = coordinator.open("/signalen?van=mij").await.is(200);
        assert!(mine.text.contains(NOOR) && !mine.text.contains("Tom B."), "{mine:?}");
        assert!(mine.text.contains("1 wacht") || mine.text.contains("1 open"), "counts of the same rows: {mine:?}");
        // What is with others, and with nobody, stands on the coordinator's list of open work; not on a mentor's.
        let work = coordinator.open("/werk").await.is(200);
        let (own, nobody) = (work.text.find(NOOR).unwrap(), work.text.find("Nog bij niemand").unwrap());
        assert!(own < nobody && work.text[nobody..].contains("Tom B."), "{work:?}");
        let mentor = town.at_the_pages(MENTOR).await.open("/werk").await.is(200);
        assert!(!mentor.text.contains("Tom B.") && !mentor.text.contains(NOOR), "{mentor:?}");
    }

    async fn known_already_needs_somebody_who_has_it(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_is_with_the_coordinator().await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        let known = json!({"event": "no_action", "reason": "already_known"});
        town.api(COORDINATOR).post(&path, known.clone()).await.refuses(422);
        let told = town.at_the_pages(COORDINATOR).await;
        let form = [("event", "no_action"), ("reason", "already_known")];
        assert!(told.send(&format!("/signalen/{signal}/besluit"), &form).await.is(422).text.contains("in handen"));
        town.gives(COORDINATOR, &signal, MENTOR).await.is(303);
        town.api(COORDINATOR).post(&path, known.clone()).await.is(200);
        assert_eq!(town.holder(&town.cast.noor.0), Some(town.account(MENTOR).0), "who knows it keeps it");

        // A plan that runs is as good.
        let tom = town.worry_about_tom(false).await;
        let path = format!("/api/v1/signals/{tom}/decisions");
        town.api(COORDINATOR).post(&path, known.clone()).await.refuses(422);
        let plan = json!({"event": "planned", "look_on": "2026-05-01", "no_conversation": "morgen"});
        town.api(COORDINATOR).post(&path, plan).await.is(200);
        town.api(COORDINATOR).post(&path, known).await.is(200);
    }

    async fn a_mentor_who_takes_it_up_has_it_until_it_ends(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        town.api(MENTOR).post(&path, json!({"event": "takes_up", "reason": "recognised"})).await.is(200);
        assert_eq!(town.holder(&town.cast.noor.0), Some(town.account(MENTOR).0));
        town.api(MENTOR).post(&path, json!({"event": "closed", "reason": "het gaat weer"})).await.is(200);
        assert_eq!(town.holder(&town.cast.noor.0), None);
    }

    async fn an_account_that_is_shut_leaves_nothing_with_nobody(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        town.api(MENTOR).post(&path, json!({"event": "takes_up", "reason": "recognised"})).await.is(200);
        town.app.work().await;
        town.shuts(MENTOR);
        assert_eq!(town.days_pass(0).await, 1);
        assert_eq!(town.holder(&town.cast.noor.0), Some(town.account(COORDINATOR).0));
        let list = town.at_the_pages(COORDINATOR).await.open("/signalen").await.is(200);
        assert!(list.text.contains(NOOR), "it waits for who has it now: {list:?}");
        assert_eq!(town.app.work().await, 1, "who gets it is told");
        assert_eq!(town.days_pass(1).await, 0, "once");
    }

    async fn a_plan_of_an_account_that_is_shut_goes_to_who_can_answer_for_it(database: Database) {
        let town = Town::new(database);
        let plan = town.drawn_up(MENTOR, town.plan_for_noor()).await;
        let owner = async || town.api(COORDINATOR).get(&format!("/api/v1/plans/{plan}")).await.is(200).say("owner");
        assert_eq!(owner().await, "juf");
        town.shuts(MENTOR);
        assert_eq!(town.days_pass(0).await, 1);
        assert_eq!(owner().await, "zorg");
        assert_eq!(town.lines_of("hand-on-plan").len(), 1);
        assert_eq!(town.days_pass(1).await, 0, "once");
    }

    async fn a_row_with_a_mentor_who_is_gone_goes_to_the_coordinator_at_once(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        town.shuts(MENTOR);
        assert_eq!(town.days_pass(0).await, 1);
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn who_loses_sight_of_a_pupil_loses_the_row(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_is_with_the_coordinator().await;
        let (now, today, other) = (town.app.state.clock.now(), town.app.state.clock.today(), town.account(OTHER_MENTOR));
        let by = Entry::of("test", "tie", "account", "");
        town.write(|conn| {
            let new = NewTie { account: other.clone(), kind: RelationKind::Involved, school: town.cast.school.clone(),
                to: Tied::Pupil(town.cast.noor.clone()), from: today, until: Some(today) };
            ties::tie(conn, now, &by, &new)
        });
        town.gives(COORDINATOR, &signal, OTHER_MENTOR).await.is(303);
        assert_eq!(town.days_pass(0).await, 0);
        assert_eq!(town.days_pass(1).await, 1);
        assert_eq!(town.holder(&town.cast.noor.0), Some(town.account(COORDINATOR).0), "back to who gave it");
    }
}
