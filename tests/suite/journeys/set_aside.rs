//! *Niet meenemen*: parents object to a list, the coordinator notes it, nothing is computed until it is taken back.

use serde_json::json;

use super::Town;
use super::{noor_falls, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, LEADER, MENTOR, OTHER_MENTOR};

const LIST: (&str, &str) = ("list", "eigen");

impl Town {
    fn aside(&self) -> String {
        format!("/leerlingen/{}/niet-meenemen", self.cast.noor)
    }

    /// Noor's page, as somebody reads it.
    async fn page_of_noor(&self, email: &str) -> String {
        let path = format!("/leerlingen/{}", self.cast.noor);
        self.at_the_pages(email).await.open(&path).await.is(200).text
    }
}

both_databases! {
    async fn a_list_that_parents_object_to_tells_nothing_until_it_is_taken_back(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.app.work().await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        coordinator.send(&town.aside(), &[LIST, ("objected_on", "2026-03-01")]).await.is(303);
        town.bring_in(&noor_falls());
        town.app.work().await;
        assert_eq!(town.signals_about(&town.cast.noor.0).await.len(), 0);
        for email in [COORDINATOR, MENTOR] {
            let page = town.page_of_noor(email).await;
            assert!(page.contains("is niet meegenomen: ouders maken bezwaar, sinds zo 1 maart 2026"), "{email}: {page}");
            assert!(!page.contains("Welbevinden"), "{email}: {page}");
            assert_eq!(page.contains("Weer meenemen"), email == COORDINATOR, "{email}");
        }
        let group = format!("/groepen/{}", town.cast.group_6b);
        let group = town.at_the_pages(MENTOR).await.open(&group).await.is(200).text;
        assert!(group.contains("1 leerling niet meegenomen"), "{group}");
        // The table and the list to fill in say of whom.
        let mentor = town.at_the_pages(MENTOR).await;
        let group = format!("/groepen/{}", town.cast.group_6b);
        let table = mentor.open(&format!("{group}?weergave=tabel")).await.is(200).text;
        assert!(table.contains("Niet meegenomen: Eigen vragenlijst"), "{table}");
        let list = mentor.open(&format!("{group}/lijst?lijst=eigen")).await.is(200).text;
        assert_eq!(list.matches("Niet meegenomen: ouders maken bezwaar").count(), 1, "{list}");
        assert!(!town.page_of_noor(MENTOR).await.contains("nog geen metingen"));

        let page = town.page_of_noor(COORDINATOR).await;
        let form = page.split("/niet-meenemen/").nth(1).and_then(|rest| rest.split('"').next()).expect("a form");
        coordinator.send(&format!("{}/{form}", town.aside()), &[]).await.is(303);
        coordinator.send(&format!("{}/{form}", town.aside()), &[]).await.is(404);
        let page = town.page_of_noor(MENTOR).await;
        assert!(page.contains("Welbevinden"), "{page}");
        // What happened stays on the line.
        for told in ["wordt niet meegenomen: ouders maken bezwaar", "wordt weer meegenomen: ouders maken geen bezwaar meer"] {
            assert!(page.contains(&format!("Eigen vragenlijst {told}")), "no {told}: {page}");
        }
        let log = town.read(|conn| {
            use baken::ground::db::schema::audit;
            use diesel::prelude::*;
            let noted = audit::action.eq_any(["set-aside", "take-along"]);
            Ok(audit::table.filter(noted).order(audit::id).select((audit::action, audit::detail)).load::<(String, String)>(conn)?)
        });
        let line = |action: &str, detail: &str| (action.to_owned(), detail.to_owned());
        assert_eq!(log, [line("set-aside", "eigen 2026-03-01"), line("take-along", "eigen")]);
    }

    async fn what_a_list_told_is_withdrawn_with_it(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let future = coordinator.send(&town.aside(), &[LIST, ("objected_on", "2027-03-01")]).await.is(422);
        assert!(future.text.contains("ligt in de toekomst"), "{future:?}");
        assert_eq!(town.state_of(&signal).await, "with_mentor");
        coordinator.send(&town.aside(), &[LIST, ("objected_on", "2026-03-01")]).await.is(303);
        assert_eq!(town.state_of(&signal).await, "closed");
        let told = town.api(COORDINATOR).get(&format!("/api/v1/signals/{signal}")).await.is(200).json();
        assert_eq!(told["evidence"][0]["withdrawn"], json!(true));
        // Nor does it count for the school, and what it told is not called a good sign.
        let school = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(school.contains("Over 0 % (0 van") && school.contains("; 1 niet meegenomen: ouders maken bezwaar"), "{school}");
        let page = town.page_of_noor(COORDINATOR).await;
        assert!(page.contains("Van een lijst die niet wordt meegenomen, is niets te zeggen."), "{page}");
        assert!(!page.contains(r#"<option value="eigen""#) && page.contains(r#"<option value="sociogram""#), "{page}");
        let again = coordinator.send(&town.aside(), &[LIST, ("objected_on", "2026-03-01")]).await.is(422);
        assert!(again.text.contains("al niet meegenomen"), "{again:?}");
    }

    async fn the_figures_of_the_school_leave_out_who_is_left_out_and_do_not_tell_who(database: Database) {
        let town = Town::new(database);
        town.bring_in(&scores(&[(0, "2025-10-02")], |_| None));
        let shows = |email: &'static str, n: usize| { let town = &town; async move {
            let page = town.at_the_pages(email).await.open("/school").await.is(200).text;
            page.contains(&format!("n = {n})"))
        }};
        let all = 2 * GROUP_SIZE;
        assert!(shows(LEADER, all).await && shows(COORDINATOR, all).await);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        coordinator.send(&town.aside(), &[LIST, ("objected_on", "2026-03-01")]).await.is(303);
        assert!(shows(COORDINATOR, all - 1).await);
        // The two totals beside each other would tell what the one pupil scored.
        assert!(!shows(LEADER, all).await && !shows(LEADER, all - 1).await);
        // Of a round that came in after, nobody ever saw the total with this pupil.
        town.days_pass(1).await;
        town.bring_in(&scores(&[(1, "2026-03-04")], |_| None));
        assert!(shows(LEADER, all - 1).await);
    }

    async fn only_the_coordinator_leaves_a_list_out(database: Database) {
        let town = Town::new(database);
        for email in [MENTOR, OTHER_MENTOR] {
            let told = town.at_the_pages(email).await.send(&town.aside(), &[LIST, ("objected_on", "2026-03-01")]).await;
            assert!([403, 404].contains(&told.status), "{email}: {told:?}");
        }
        assert!(!town.page_of_noor(MENTOR).await.contains("bezwaar"));
    }
}
