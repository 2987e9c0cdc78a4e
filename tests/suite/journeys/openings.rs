//! Looking outside one's own pupils: with a reason and for hours, to read what a mentor reads and no more, reviewed afterwards; the
//! log names the role that was used; and what of the log is released to parents or the pupil.

use baken::ground::db::schema::{audit, log_release_lines, pupils, signals};
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;
use serde_json::json;

use super::many_roles::{BOTH, with_both};
use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, NEIGHBOUR, OTHER_MENTOR};

const REASON: &str = "Morgen spreek ik haar ouders, haar juf is ziek";

impl Town {
    async fn opens(&self, who: &str, whom: &str, reason: &str) -> Told {
        self.at_the_pages(who).await.send("/leerlingen/openen", &[("wie", whom), ("reden", reason)]).await
    }

    /// The actor, action and reason of the lines about reading Noor.
    fn lines_about_noor(&self) -> Vec<(String, String, String)> {
        self.read(|conn| {
            let of = audit::table.filter(audit::subject_id.eq(&self.cast.noor.0));
            Ok(of
                .order((audit::at, audit::id))
                .select((audit::actor, audit::action, audit::reason))
                .load(conn)?)
        })
    }
}

both_databases! {
    async fn another_pupil_is_open_for_hours_and_closed_by_the_hour(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (page, api) = (format!("/leerlingen/{}", town.cast.noor), format!("/api/v1/pupils/{}", town.cast.noor));
        let of_signal = format!("/api/v1/signals/{signal}");
        let other = town.at_the_pages(OTHER_MENTOR).await;
        other.open(&page).await.is(404);
        // A reason of a word, a name of nobody, one's own pupil.
        for (whom, reason) in [("021", "zomaar"), ("Noor Nergens", REASON), ("001", REASON)] {
            town.opens(OTHER_MENTOR, whom, reason).await.is(422);
        }
        town.opens(OTHER_MENTOR, "021", REASON).await.is(303);
        let shown = other.open(&page).await.is(200);
        assert!(shown.text.contains("Geopend tot") && shown.text.contains("Noor"), "{shown:?}");
        assert!(!shown.text.contains("/observaties/nieuw?leerling="), "it is to read");
        town.api(OTHER_MENTOR).get(&api).await.is(200);
        town.api(OTHER_MENTOR).get(&of_signal).await.is(200);
        // It stands in no list, and nothing can be written by it.
        let list = other.open("/signalen").await.is(200);
        assert!(!list.text.contains("Noor"), "{list:?}");
        assert!(town.api(OTHER_MENTOR).get("/api/v1/signals").await.items().is_empty());
        let talk = json!({"pupil": town.cast.noor, "with": "pupil", "held_on": "2026-03-12", "line": "Gesproken"});
        town.api(OTHER_MENTOR).post("/api/v1/conversations", talk).await.refuses(404);
        // What is kept for the coordinator stays so.
        town.write(|conn| {
            diesel::update(signals::table.find(&signal)).set(signals::restricted.eq(true)).execute(conn)?;
            Ok(())
        });
        town.api(OTHER_MENTOR).get(&of_signal).await.refuses(404);
        // The reason is not in the log; the opening is.
        let lines = town.lines_about_noor();
        assert!(lines.iter().all(|(_, _, reason)| !reason.contains("ouders")), "{lines:?}");
        let by_it = lines.iter().filter(|(actor, _, reason)| actor == "mentor" && reason.starts_with("opened:"));
        assert_eq!(by_it.count(), 3, "opened, the page, the API: {lines:?}");
        // A minute before the hour it is open, on the hour it is not.
        town.app.state.clock.advance(Duration::minutes(239));
        town.api(OTHER_MENTOR).get(&api).await.is(200);
        town.app.state.clock.advance(Duration::minutes(1));
        town.api(OTHER_MENTOR).get(&api).await.refuses(404);
        other.open(&page).await.is(404);
    }

    async fn an_opening_is_reviewed_once_by_the_coordinator(database: Database) {
        let town = Town::new(database);
        town.opens(OTHER_MENTOR, "Noor Vos", REASON).await.is(303);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let page = coordinator.open("/toezicht").await.is(200);
        assert!(page.text.contains("haar juf is ziek") && page.text.contains("Noor"), "{page:?}");
        let neighbour = town.at_the_pages(NEIGHBOUR).await;
        assert!(!neighbour.open("/toezicht").await.is(200).text.contains("Noor"));
        let id: String = town.read(|conn| {
            use baken::ground::db::schema::openings;
            Ok(openings::table.select(openings::id).first(conn)?)
        });
        let path = format!("/toezicht/{id}");
        coordinator.send(&path, &[("verdict", "in_order")]).await.is(422);
        town.days_pass(1).await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        assert!(coordinator.open("/werk").await.is(200).text.contains("wacht een geopende leerling"));
        coordinator.send(&path, &[("verdict", "not_in_order"), ("note", "")]).await.is(422);
        town.at_the_pages(NEIGHBOUR).await.send(&path, &[("verdict", "in_order")]).await.is(404);
        coordinator.send(&path, &[("verdict", "not_in_order"), ("note", "Vraag het eerst aan mij")]).await.is(303);
        coordinator.send(&path, &[("verdict", "in_order")]).await.is(422);
        let own = town.at_the_pages(OTHER_MENTOR).await.open("/leerlingen/openen").await.is(200);
        assert!(own.text.contains("geen reden voor") && own.text.contains("Vraag het eerst aan mij"), "{own:?}");
    }

    async fn the_log_names_the_role_that_was_used(database: Database) {
        let town = Town::new(database);
        with_both(&town, &town.cast.neighbours);
        town.api(BOTH).get(&format!("/api/v1/pupils/{}", town.cast.noor)).await.is(200);
        town.api(BOTH).get(&format!("/api/v1/pupils/{}", town.cast.sam)).await.is(200);
        let account = town.account(BOTH).0;
        let seen: Vec<(String, String)> = town.read(|conn| {
            let own = audit::table.filter(audit::account_id.eq(account)).filter(audit::action.eq("view-pupil"));
            Ok(own.order((audit::at, audit::id)).select((audit::actor, audit::reason)).load(conn)?)
        });
        let line = |actor: &str, reason: &str| (actor.to_owned(), reason.to_owned());
        assert_eq!(seen, [line("mentor", "group:mentor"), line("coordinator", "coordinator")]);
        town.drawn_up(BOTH, town.plan_for_noor()).await;
        let roles: Vec<String> = town.read(|conn| {
            Ok(audit::table.filter(audit::subject_kind.eq("plan")).select(audit::actor).distinct().load(conn)?)
        });
        assert_eq!(roles, ["mentor"]);
    }

    async fn a_person_releases_the_log_for_parents_and_from_sixteen_for_the_pupil_alone(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        town.writes_of_noor("note", "Had een nieuwe jas").await;
        town.api(MENTOR).get(&format!("/api/v1/pupils/{}", town.cast.noor)).await.is(200);
        town.drawn_up(MENTOR, town.plan_for_noor()).await;
        let path = format!("/leerlingen/{}/inzage", town.cast.noor);
        town.at_the_pages(MENTOR).await.open(&path).await.is(403);
        town.at_the_pages(NEIGHBOUR).await.open(&path).await.is(404);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let page = coordinator.open(&path).await.is(200);
        assert!(page.text.contains("value=\"2026-03-12 mentor read\""), "{page:?}");
        assert!(page.text.contains("value=\"2026-03-12 mentor planned\""), "{page:?}");
        let form = |by: &'static str, weighed: &'static str, names: &'static str| {
            [("door", by), ("wie", "moeder"), ("op", "2026-03-11"), ("gewogen", weighed), ("namen", names),
                ("regel", "2026-03-12 mentor read"), ("regel", "2026-03-12 mentor observed")]
        };
        coordinator.send(&path, &form("parent", "", "")).await.is(422);
        coordinator.send(&path, &form("pupil", "niets bijzonders", "")).await.is(422);
        let given = coordinator.send(&path, &form("parent", "Noor vindt het goed", "")).await.is(303).to;
        let paper = coordinator.open(&given).await.is(200);
        assert!(paper.text.contains("mentor: gelezen") && !paper.text.contains("juf"), "{paper:?}");
        let named = coordinator.send(&path, &form("parent", "Noor vindt het goed", "klacht, besproken met juf")).await.is(303).to;
        assert!(coordinator.open(&named).await.is(200).text.contains("juf"));
        let other = named.replace(&town.cast.noor.0, &town.cast.tom.0);
        coordinator.open(&other).await.is(404);
        // What was given stays as it was.
        let lines: i64 = town.read(|conn| Ok(log_release_lines::table.count().get_result(conn)?));
        assert_eq!(lines, 4);
        // From sixteen the pupil alone; without a birth date nobody.
        for (born, by, status) in [(Some("2010-03-12"), "parent", 422), (Some("2010-03-12"), "pupil", 303), (None, "pupil", 422)] {
            let born: Option<NaiveDate> = born.map(|day: &str| day.parse().unwrap());
            town.write(|conn| {
                diesel::update(pupils::table.find(&town.cast.noor)).set(pupils::birth_date.eq(born)).execute(conn)?;
                Ok(())
            });
            coordinator.send(&path, &form(by, "besproken", "")).await.is(status);
        }
    }
}
