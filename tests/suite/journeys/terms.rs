//! What falls due by date: the mentor's ten school days, the day to watch until, a partner that says nothing.
//! The tests begin on Thursday 12 March 2026; ten school days later is the 26th.

use baken::ground::db::schema::outbox;
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::{followed, sent};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR};

/// How the row of Noor reads in a list on the pages.
const NOOR: &str = "Noor V.";

both_databases! {
    async fn ten_school_days_later_the_coordinator_has_what_the_mentor_left(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        assert!(!coordinator.open("/signalen").await.is(200).text.contains(NOOR));
        let path = format!("/api/v1/signals/{signal}/decisions");
        let not_yet = json!({"event": "unknown"});
        assert_eq!(town.api(MENTOR).post(&path, not_yet).await.is(200).say("state"), "with_mentor");

        assert_eq!(town.days_pass(14).await, 0, "the tenth school day is the mentor's");
        assert_eq!(town.state_of(&signal).await, "with_mentor");
        assert_eq!(town.days_pass(1).await, 1);
        assert_eq!(town.state_of(&signal).await, "new");
        assert_eq!(town.days_pass(1).await, 0);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        assert!(coordinator.open("/signalen").await.is(200).text.contains(NOOR));
        let late = json!({"event": "takes_up", "reason": "recognised"});
        town.api(MENTOR).post(&path, late).await.refuses(409);
    }

    async fn what_is_watched_wakes_on_its_day(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let path = format!("/api/v1/signals/{signal}/decisions");
        let coordinator = town.api(COORDINATOR);
        for on in [json!(null), json!("2026-03-12"), json!("2026-08-02")] {
            coordinator.post(&path, json!({"event": "watching", "look_on": on})).await.refuses(422);
        }
        let watch = json!({"event": "watching", "look_on": "2026-03-30"});
        assert_eq!(coordinator.post(&path, watch).await.is(200).say("state"), "watching");
        town.days_pass(17).await;
        assert_eq!(town.state_of(&signal).await, "watching");
        town.days_pass(1).await;
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn what_a_mentor_takes_up_stays_with_the_mentor(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let mentor = town.at_the_pages(MENTOR).await;
        let list = mentor.open("/signalen").await.is(200);
        assert!(list.text.contains(NOOR) && list.text.contains("Welbevinden"), "{list:?}");
        let way = format!("/signalen/mentor/{}", town.cast.noor);
        let without = mentor.send(&way, &[("choice", "takes_up")]).await.is(422);
        assert!(without.text.contains("role=\"alert\""), "{without:?}");
        mentor.send(&way, &[("view", "recognised"), ("choice", "takes_up")]).await.is(303);
        assert_eq!(town.state_of(&signal).await, "in_conversation");
        town.days_pass(40).await;
        assert_eq!(town.state_of(&signal).await, "in_conversation");
        // A plan or a referral is not the mentor's to decide; ending what was taken up is.
        let path = format!("/api/v1/signals/{signal}/decisions");
        let mentor = town.api(MENTOR);
        mentor.post(&path, json!({"event": "referred", "note": "meteen"})).await.refuses(403);
        let end = json!({"event": "closed", "reason": "het gaat weer"});
        assert_eq!(mentor.post(&path, end).await.is(200).say("state"), "closed");
    }

    async fn a_silent_partner_is_back_on_the_list_and_in_the_end_let_go(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        let read = format!("/api/v1/referrals/{id}");
        let overdue = async || town.api(COORDINATOR).get(&read).await.is(200).json()["overdue"].clone();
        town.app.work().await;
        assert_eq!(town.days_pass(14).await, 0);
        assert_eq!(overdue().await, false);
        assert_eq!(town.days_pass(1).await, 1);
        assert_eq!((overdue().await, town.days_pass(1).await), (json!(true), 0));
        town.app.work().await;
        let asked = |kind: &str| -> i64 { town.read(|conn| Ok(outbox::table.filter(outbox::kind.eq(kind)).count().get_result(conn)?)) };
        let told = ["partner_reminder", "referral_moved", "tell_of_referral"].map(asked);
        assert_eq!(told, [1, 1, 1], "the partner is reminded on the day, after it the school is told, a task a person");
        let school = town.at_the_pages(COORDINATOR).await;
        let list = school.open("/verwijzingen").await.is(200);
        let asks = list.text.find("Vraagt iets van u").unwrap_or_else(|| panic!("{list:?}"));
        let noor = list.text.find(NOOR).expect("the referral");
        assert!(asks < noor);
        let signals = school.open("/signalen").await.is(200);
        assert!(signals.text.contains("Eén aanmelding vraagt iets van u"), "{signals:?}");

        // The day of answer was 26 March; sixty days later it is over.
        assert_eq!(town.days_pass(58).await, 0);
        assert_eq!(town.days_pass(1).await, 1);
        let (state, events) = followed(&town, &id).await;
        assert_eq!((state.as_str(), events.join(" ").as_str()), ("expired", "send expired"));
        let path = format!("{read}/transitions");
        town.api(COORDINATOR).post(&path, json!({"event": "accepted", "told_by": "Ans"})).await.refuses(409);
    }
}
