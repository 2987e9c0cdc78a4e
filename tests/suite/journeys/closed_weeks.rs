//! Days on which a school is closed: no term ends, nothing new is raised and nothing is lost; a person's concern and a
//! critical answer come through; a partner sees whom to call. The tests begin on Thursday 12 March 2026.

use baken::ground::db::schema::{closed_weeks, referrals, signals};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::referring::{Handed, handed_over};
use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, MENTOR, NEIGHBOUR};

impl Town {
    /// The administration closes De Wilgen.
    pub(crate) async fn closes(&self, from: &str, to: &str) -> Told {
        let form = [
            ("name", "studieweek"),
            ("from", from),
            ("to", to),
            ("call_whom", "Mo van de directie"),
            ("call_phone", "085 111 11 11"),
        ];
        let path = format!("/beheer/school/{}/sluiting", self.cast.school);
        self.at_the_pages(ADMINISTRATION).await.send(&path, &form).await
    }

    async fn opens_again(&self) {
        let week: String = self.read(|conn| Ok(closed_weeks::table.select(closed_weeks::id).first(conn)?));
        let path = format!("/beheer/school/{}/sluiting/{week}/weg", self.cast.school);
        self.at_the_pages(ADMINISTRATION).await.send(&path, &[]).await.is(303);
    }

    /// Until when the mentor may answer.
    fn mentor_until(&self, signal: &str) -> String {
        let until: Option<NaiveDate> =
            self.read(|conn| Ok(signals::table.find(signal).select(signals::mentor_until).first(conn)?));
        until.expect("a term").to_string()
    }

    /// Until when the partner may answer, and when the pupil's signals are looked back on.
    fn answer_until(&self, referral: &str) -> (String, Vec<String>) {
        self.read(|conn| {
            let until: Option<NaiveDate> =
                referrals::table.find(referral).select(referrals::answer_until).first(conn)?;
            let looks: Vec<Option<NaiveDate>> =
                signals::table.filter(signals::state.eq("referred")).select(signals::look_on).load(conn)?;
            let said = |day: Option<NaiveDate>| day.expect("a day").to_string();
            Ok((said(until), looks.into_iter().map(said).collect()))
        })
    }
}

both_databases! {
    async fn a_term_is_as_long_whenever_the_school_closes(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        assert_eq!(town.mentor_until(&signal), "2026-03-26");
        // Closed before it began, set afterwards: nothing changes.
        town.closes("2026-03-09", "2026-03-12").await.is(303);
        assert_eq!(town.mentor_until(&signal), "2026-03-26");
        town.opens_again().await;
        // Inside it.
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        assert_eq!(town.mentor_until(&signal), "2026-04-02");
        // Changed afterwards: as it was.
        town.opens_again().await;
        assert_eq!(town.mentor_until(&signal), "2026-03-26");
        // Over its end; in the closed days nothing ends, and a school day later it does.
        town.closes("2026-03-26", "2026-03-31").await.is(303);
        assert_eq!(town.mentor_until(&signal), "2026-04-01");
        assert_eq!(town.days_pass(18).await, 0, "30 March");
        assert_eq!(town.days_pass(2).await, 0, "1 April is the last day");
        assert_eq!(town.days_pass(1).await, 1);
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn a_term_raised_beside_a_closed_week_leaves_it_out(database: Database) {
        let town = Town::new(database);
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        let signal = town.noor_has_fallen().await;
        assert_eq!(town.mentor_until(&signal), "2026-04-02");
    }

    async fn a_term_cut_short_by_opening_again_ends_no_earlier_than_today(database: Database) {
        let town = Town::new(database);
        town.closes("2026-03-16", "2026-03-27").await.is(303);
        let signal = town.noor_has_fallen().await;
        assert_eq!(town.mentor_until(&signal), "2026-04-09");
        town.days_pass(19).await;
        // 31 March: by the calendar without the closed weeks the term was over on the 26th.
        town.opens_again().await;
        assert_eq!(town.mentor_until(&signal), "2026-03-31");
    }

    async fn what_is_watched_until_a_closed_day_wakes_on_the_first_school_day(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let watch = json!({"event": "watching", "look_on": "2026-03-18"});
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{signal}/decisions"), watch).await.is(200);
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        assert_eq!(town.days_pass(6).await, 0, "the day itself");
        assert_eq!(town.days_pass(4).await, 0, "the Sunday after");
        assert_eq!(town.days_pass(1).await, 1, "Monday");
        assert_eq!(town.state_of(&signal).await, "new");
    }

    async fn nothing_is_raised_in_a_closed_week_and_nothing_lost_after_it(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.app.work().await;
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        town.days_pass(4).await;
        town.noor_falls();
        town.app.work().await;
        assert_eq!(town.signals_about(&town.cast.noor.0).await.len(), 0, "Monday, closed");
        // A concern that a person writes down does not wait.
        let tom = town.worry_about_tom(false).await;
        assert_eq!(town.state_of(&tom).await, "new");
        town.days_pass(6).await;
        town.app.work().await;
        assert_eq!(town.signals_about(&town.cast.noor.0).await.len(), 0, "Sunday");
        town.days_pass(1).await;
        town.app.work().await;
        let signal = town.signal_about_noor().await;
        assert_eq!(town.mentor_until(&signal), "2026-04-06", "ten school days from Monday the 23rd");
        assert_eq!(town.app.work().await, 0);
    }

    async fn what_waited_comes_at_once_when_the_school_opens_after_all(database: Database) {
        let town = Town::new(database);
        town.two_quiet_rounds();
        town.app.work().await;
        town.closes("2026-03-12", "2026-03-20").await.is(303);
        town.noor_falls();
        town.app.work().await;
        assert_eq!(town.signals_about(&town.cast.noor.0).await.len(), 0);
        town.opens_again().await;
        town.app.work().await;
        town.signal_about_noor().await;
        // The run that waited for Monday finds it known.
        town.days_pass(11).await;
        town.app.work().await;
        town.signal_about_noor().await;
    }

    async fn a_critical_answer_comes_through(database: Database) {
        let closes = async |town: &Town| { town.closes("2026-03-12", "2026-03-20").await.is(303); };
        let town = super::read_at_once::answered_in_a_closed_week(database, closes).await;
        let found = town.signals_about(&town.cast.noor.0).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["rules"][0], "critical-item");
    }

    async fn a_partner_has_as_long_and_sees_whom_to_call(database: Database) {
        let Handed { town, mail: _mail, id, code, link, .. } = handed_over(database).await;
        assert_eq!(town.answer_until(&id), ("2026-03-26".to_owned(), vec!["2026-03-26".to_owned()]));
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        assert_eq!(town.answer_until(&id), ("2026-04-02".to_owned(), vec!["2026-04-02".to_owned()]));

        let partner = town.passer_by();
        let call = "Bel Mo van de directie, 085 111 11 11";
        assert!(!partner.open(&link).await.is(200).text.contains(call), "open until Monday");
        town.days_pass(4).await;
        let asked = partner.open(&link).await.is(200);
        assert!(asked.text.contains(call) && asked.text.contains("20 maart 2026"), "{asked:?}");
        partner.send(&link, &[("code", code.as_str())]).await.is(303);
        assert!(partner.open(&link).await.is(200).text.contains(call));
        assert!(!partner.open("/overdracht/geraden").await.is(404).text.contains(call));
        town.days_pass(7).await;
        assert!(!partner.open(&link).await.is(200).text.contains(call));
    }

    async fn on_the_last_school_day_the_list_says_so(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        let says = async |who: &str| town.at_the_pages(who).await.open("/werk").await.is(200);
        assert!(!says(COORDINATOR).await.text.contains("laatste schooldag"));
        town.days_pass(1).await;
        let page = says(COORDINATOR).await;
        assert!(page.text.contains("laatste schooldag") && page.text.contains("23 maart 2026"), "{page:?}");
        let juf = page.text.find("<h2>juf</h2>").unwrap_or_else(|| panic!("{page:?}"));
        assert!(page.text[juf..].contains("Noor V."), "person by person: {page:?}");
        assert!(says(MENTOR).await.text.contains("Noor V."));
        assert!(!says(NEIGHBOUR).await.text.contains("laatste schooldag"));
        assert!(town.at_the_pages(MENTOR).await.open("/signalen").await.is(200).text.contains("laatste schooldag"));
    }

    async fn days_that_cannot_be_are_refused_and_others_close_nothing(database: Database) {
        let town = Town::new(database);
        for (from, to) in [("", "2026-03-20"), ("2026-03-20", "2026-03-16"), ("2026-03-02", "2026-03-06"), ("2026-03-20", "2026-07-01")] {
            town.closes(from, to).await.is(422);
        }
        let path = format!("/beheer/school/{}/sluiting", town.cast.school);
        let nobody = [("name", "studieweek"), ("from", "2026-03-16"), ("to", "2026-03-20")];
        let told = town.at_the_pages(ADMINISTRATION).await.send(&path, &nobody).await.is(422);
        assert!(told.text.contains("value=\"studieweek\""), "{told:?}");
        town.at_the_pages(NEIGHBOUR).await.send(&path, &nobody).await.is(403);
        let elsewhere = format!("/beheer/school/{}/sluiting", town.cast.neighbours);
        town.at_the_pages(ADMINISTRATION).await.open(&elsewhere).await.is(404);
    }
}
