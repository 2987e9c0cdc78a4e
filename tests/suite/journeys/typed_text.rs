//! What was typed survives a time-out: it is kept for who typed it and nobody else, without a script and with one.

use baken::ground::db::schema::{conversations, drafts};
use chrono::Duration;
use diesel::prelude::*;

use super::{Town, Visitor};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OFFICER, PASSWORD};

const LINE: &str = "Noor vertelde dat zij liever thuis blijft.";

impl Town {
    fn talks(&self) -> i64 {
        self.read(|conn| Ok(conversations::table.count().get_result(conn)?))
    }

    fn kept(&self) -> i64 {
        self.read(|conn| Ok(drafts::table.filter(drafts::form.like("/%")).count().get_result(conn)?))
    }

    /// The mentor sends a conversation, but has been away too long.
    async fn sent_too_late(&self) -> (Visitor<'_>, String) {
        let mentor = self.at_the_pages(MENTOR).await;
        self.app.state.clock.advance(Duration::hours(self.app.state.config.session_hours + 1));
        baken::worker::fall_due(&self.app.state).await.expect("looked");
        let way = format!("/leerlingen/{}/gesprek", self.cast.noor);
        let form = [("with", "pupil"), ("held_on", "2026-03-12"), ("line", LINE)];
        let told = mentor.send(&way, &form).await.is(303);
        assert_eq!((told.to.as_str(), self.talks()), ("/inloggen?verlopen=1&terug=/concept", 0));
        (mentor, way)
    }
}

both_databases! {
    async fn what_was_sent_too_late_is_there_after_logging_in(database: Database) {
        let town = Town::new(database);
        let (mentor, way) = town.sent_too_late().await;
        let page = mentor.open("/inloggen?verlopen=1&terug=/concept").await.is(200);
        assert!(page.text.contains("name=\"back\" value=\"/concept\""), "{page:?}");
        let form = [("email", MENTOR), ("password", PASSWORD), ("back", "/concept")];
        assert_eq!(mentor.send("/inloggen", &form).await.is(303).to, "/concept");
        let page = mentor.open("/concept").await.is(200);
        assert!(page.text.contains(LINE) && page.text.contains("Een gesprek"), "{page:?}");
        assert!(page.text.contains(&format!("action=\"{way}\"")) && page.text.contains("value=\"pupil\""), "{page:?}");
        let again = [("with", "pupil"), ("held_on", "2026-03-12"), ("line", LINE)];
        mentor.send(&way, &again).await.is(303);
        assert_eq!((town.talks(), town.kept()), (1, 0), "once it is sent nothing is kept");
    }

    async fn nobody_else_sees_it(database: Database) {
        let town = Town::new(database);
        let (browser, _) = town.sent_too_late().await;
        let form = [("email", COORDINATOR), ("password", PASSWORD), ("back", "/concept")];
        browser.send("/inloggen", &form).await.is(303);
        assert!(!browser.open("/concept").await.is(200).text.contains(LINE));
        assert_eq!(town.kept(), 1);
    }

    async fn without_a_session_that_once_was_and_of_a_password_nothing_is_kept(database: Database) {
        let town = Town::new(database);
        let way = format!("/leerlingen/{}/gesprek", town.cast.noor);
        let told = town.passer_by().send(&way, &[("line", LINE)]).await.is(303);
        assert_eq!(told.to, "/inloggen?verlopen=1");
        let office = town.at_the_pages("kantoor@wilgen.example").await;
        town.app.state.clock.advance(Duration::hours(town.app.state.config.session_hours + 1));
        let join = format!("/beheer/school/{}/accounts", town.cast.school);
        let form = [("email", "bo@wilgen.example"), ("name", "Bo"), ("password", PASSWORD), ("role", "mentor")];
        assert_eq!(office.send(&join, &form).await.is(303).to, "/inloggen?verlopen=1");
        assert_eq!(town.kept(), 0);
        // What is typed for the meldcode stands nowhere else.
        let officer = town.at_the_pages(OFFICER).await;
        let typed = [("naam", "Noor Vos"), ("facts", LINE)];
        officer.send("/concept?bij=/meldcode/1/stap", &typed).await.is(422);
        town.app.state.clock.advance(Duration::hours(town.app.state.config.session_hours + 1));
        for way in ["/meldcode/nieuw", "/meldcode/1/stap"] {
            assert_eq!(officer.send(way, &typed).await.is(303).to, "/inloggen?verlopen=1");
        }
        assert_eq!(town.kept(), 0);
    }

    async fn what_is_typed_is_kept_while_typing_and_given_back_to_its_form(database: Database) {
        let town = Town::new(database);
        let mentor = town.at_the_pages(MENTOR).await;
        let way = format!("/leerlingen/{}/gesprek", town.cast.noor);
        let keeps = format!("/concept?bij={way}");
        let kept = mentor.send(&keeps, &[("with", "pupil"), ("line", LINE)]).await.is(200);
        assert!(kept.text.starts_with("bewaard "), "{kept:?}");
        let given = mentor.open(&format!("/concept/velden?bij={way}")).await.is(200).json();
        assert_eq!(given["fields"], serde_json::json!([["with", "pupil"], ["line", LINE]]));
        mentor.open("/concept/velden?bij=/leerlingen/x/gesprek").await.is(204);
        town.at_the_pages(COORDINATOR).await.open(&format!("/concept/velden?bij={way}")).await.is(204);
        // Refused: it stays. Done: it goes.
        mentor.send(&way, &[("with", "pupil"), ("line", LINE)]).await.is(422);
        assert_eq!(town.kept(), 1);
        mentor.send(&way, &[("with", "pupil"), ("held_on", "2026-03-12"), ("line", LINE)]).await.is(303);
        assert_eq!(town.kept(), 0);
        for nowhere in ["/concept?bij=/leerlingen", "/concept?bij=https://elders.example/gesprek"] {
            mentor.send(nowhere, &[("line", LINE)]).await.is(422);
        }
        // Thrown away, or forgotten after a month.
        mentor.send(&keeps, &[("line", LINE)]).await.is(200);
        mentor.send("/concept/weg", &[("bij", way.as_str())]).await.is(303);
        assert_eq!(town.kept(), 0);
        mentor.send(&keeps, &[("line", LINE)]).await.is(200);
        town.days_pass(30).await;
        assert_eq!(town.kept(), 1);
        town.days_pass(1).await;
        assert_eq!(town.kept(), 0);
    }
}
