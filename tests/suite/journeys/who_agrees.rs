//! Whose consent a referral needs: by age, by what is known of each adult's authority, by what each answered, and to what.

use baken::ground::db::schema::pupils;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::Town;
use super::referring::{Handed, complete_draft, followed, handed_over, spoken_with_both};
use crate::support::both_databases;
use crate::support::cast::COORDINATOR;

/// The day the tests stand on.
const TODAY: &str = "2026-03-12";

impl Town {
    /// Noor is this old today, or her birth date is not known.
    fn noor_is(&self, age: Option<i32>) {
        let born = age.map(|age| chrono::NaiveDate::from_ymd_opt(2026 - age, 3, 12).expect("a day"));
        let noor = pupils::table.find(&self.cast.noor);
        self.write(|conn| Ok(diesel::update(noor).set(pupils::birth_date.eq(born)).execute(conn)?));
    }

    /// A draft without any consent.
    async fn draft(&self, signal: &str) -> String {
        let mut draft = complete_draft(self, signal);
        draft["consents"] = json!([]);
        self.api(COORDINATOR).post("/api/v1/referrals", draft).await.is(201).say("id")
    }

    /// Somebody answers about the transfer.
    async fn answers(&self, draft: &str, who: &str, answer: &str) {
        let said = json!({"given_by": who, "answer": answer, "given_on": TODAY});
        self.api(COORDINATOR).post(&format!("/api/v1/referrals/{draft}/consents"), said).await.is(200);
    }

    /// Tries to send; none: it went.
    async fn sends(&self, draft: &str) -> Option<String> {
        let path = format!("/api/v1/referrals/{draft}/transitions");
        let told = self.api(COORDINATOR).post(&path, json!({"event": "send"})).await;
        (told.status != 200).then(|| told.refuses(409))
    }

    /// What is known of Noor's father.
    async fn father_is(&self, said: Value) {
        let path = format!("/api/v1/pupils/{}/adults/{}", self.cast.noor, self.cast.father);
        self.api(COORDINATOR).post(&path, said).await.is(200);
    }
}

both_databases! {
    async fn at_each_age_those_are_asked_who_decide(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let (mother, father) = (town.cast.mother.0.clone(), town.cast.father.0.clone());
        let both = [mother.as_str(), father.as_str()];
        for (age, whose) in [
            (Some(4), both.to_vec()),
            (Some(11), both.to_vec()),
            (Some(12), vec!["pupil", &mother, &father]),
            (Some(15), vec!["pupil", &mother, &father]),
            (Some(16), vec!["pupil"]),
            (Some(17), vec!["pupil"]),
            (Some(18), vec!["pupil"]),
        ] {
            town.noor_is(age);
            let draft = town.draft(&signal).await;
            for who in whose {
                assert!(town.sends(&draft).await.is_some(), "{age:?} without {who}");
                town.answers(&draft, who, "given").await;
            }
            assert_eq!(town.sends(&draft).await, None, "{age:?}");
        }
        town.noor_is(None);
        let draft = town.draft(&signal).await;
        for who in ["pupil", &mother, &father] {
            town.answers(&draft, who, "given").await;
        }
        let why = town.sends(&draft).await.expect("no birth date, no sending");
        assert!(why.contains("geboortedatum"), "{why}");
    }

    async fn authority_is_asked_and_never_assumed(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let draft = town.draft(&signal).await;
        let (mother, father) = (town.cast.mother.0.clone(), town.cast.father.0.clone());
        town.answers(&draft, &mother, "given").await;
        town.answers(&draft, &father, "given").await;

        // Authority that is not known stands in the way, whatever the answer.
        let base = |authority: &str| json!({"name": "Bram Vos", "kind": "parent", "authority": authority, "source": "administratie", "on": TODAY});
        town.father_is(json!({"name": "Bram Vos", "kind": "parent", "authority": "unknown"})).await;
        let why = town.sends(&draft).await.expect("unknown");
        assert!(why.contains("Bram Vos") && why.contains("neem het niet aan"), "{why}");
        // Without authority he is not asked; but whether the mother has it alone is not assumed either.
        town.father_is(base("none")).await;
        let why = town.sends(&draft).await.expect("one of two");
        assert!(why.contains("Ilse Vos"), "{why}");
        let alone = json!({"name": "Ilse Vos", "kind": "parent", "authority": "known", "alone": true, "source": "uitspraak", "on": TODAY});
        let of_mother = format!("/api/v1/pupils/{}/adults/{mother}", town.cast.noor);
        town.api(COORDINATOR).post(&of_mother, alone).await.is(200);
        // A guardian of an institution who comes in beside her is asked too, and is no parent.
        let adults = format!("/api/v1/pupils/{}/adults", town.cast.noor);
        let gi = json!({"name": "Instelling De Brug", "kind": "gi", "authority": "known", "source": "beschikking", "on": TODAY});
        let gi = town.api(COORDINATOR).post(&adults, gi).await.is(201).say("id");
        let why = town.sends(&draft).await.expect("the institution");
        assert!(why.contains("De Brug"), "{why}");
        town.answers(&draft, &gi, "given").await;
        assert_eq!(town.sends(&draft).await, None);
        let packet = town.api(COORDINATOR).get(&format!("/api/v1/referrals/{draft}/packet")).await.is(200);
        let ground = packet.json()["packet"]["ground"].as_str().unwrap_or_default().to_owned();
        assert!(ground.contains("gecertificeerde instelling") && ground.contains("ouder"), "{ground}");

        // What is known has a source and a day; whom a student chose decides nothing; nobody of another pupil counts.
        let api = town.api(COORDINATOR);
        api.post(&adults, json!({"name": "Oom", "kind": "guardian", "authority": "known"})).await.refuses(422);
        api.post(&adults, json!({"name": "Vriend", "kind": "chosen", "authority": "stated", "source": "zelf", "on": TODAY})).await.refuses(422);
        let of_tom = format!("/api/v1/pupils/{}/adults/{mother}", town.cast.tom);
        api.post(&of_tom, json!({"name": "x", "kind": "parent", "authority": "unknown"})).await.is(404);
    }

    async fn a_no_and_a_silence_show_the_ways_that_are_left(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let draft = town.draft(&signal).await;
        town.answers(&draft, &town.cast.mother.0, "given").await;
        let school = town.at_the_pages(COORDINATOR).await;
        let page = format!("/verwijzingen/{draft}");
        assert!(!school.open(&page).await.is(200).text.contains("Wat nog kan"));
        for answer in ["refused", "unreachable"] {
            town.answers(&draft, &town.cast.father.0, answer).await;
            assert!(town.sends(&draft).await.is_some());
            let shown = school.open(&page).await.is(200).text;
            for way in [&format!("/leerlingen/{}/brief", town.cast.noor), "/verwijzingen/nieuw", "/overleg", "#tweede"] {
                assert!(shown.contains(way), "{answer}: {way} in {shown}");
            }
        }
        town.answers(&draft, &town.cast.father.0, "given").await;
        assert_eq!(town.sends(&draft).await, None, "the last word counts");
    }

    async fn consent_is_to_what_was_shown_and_ends_on_its_day(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let api = town.api(COORDINATOR);
        let draft = api.post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        // Something else goes along: what was agreed before is void.
        let mut more = complete_draft(&town, &signal);
        more["choice"]["pupil_view"] = json!("Ik vind school stom");
        api.post(&format!("/api/v1/referrals/{draft}"), more.clone()).await.is(200);
        let why = town.sends(&draft).await.expect("other content");
        assert!(why.contains("veranderd"), "{why}");
        let shown = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{draft}")).await.text;
        assert!(shown.contains("ging over iets anders"), "{shown}");
        assert!(!shown.contains("Met toestemming van"), "who agreed to something else is not named: {shown}");
        // Back as it was, it holds again.
        api.post(&format!("/api/v1/referrals/{draft}"), complete_draft(&town, &signal)).await.is(200);
        api.post(&format!("/api/v1/referrals/{draft}"), more).await.is(200);

        let consents = format!("/api/v1/referrals/{draft}/consents");
        let until = |who: &str, until: &str| json!({"given_by": who, "answer": "given", "given_on": TODAY, "until": until});
        api.post(&consents, until(&town.cast.mother.0, "2026-03-11")).await.refuses(422);
        api.post(&consents, until(&town.cast.mother.0, "2026-03-13")).await.is(200);
        api.post(&consents, until(&town.cast.father.0, "2026-03-20")).await.is(200);
        town.days_pass(2).await;
        let why = town.sends(&draft).await.expect("expired between draft and sending");
        assert!(why.contains("Ilse Vos"), "{why}");
        api.post(&consents, json!({"given_by": town.cast.mother, "answer": "given", "given_on": "2026-03-14", "until": "2026-03-31"})).await.is(200);
        assert_eq!(town.sends(&draft).await, None);
        let sent = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{draft}")).await.text;
        assert!(sent.contains("Met toestemming van: ouder (2)."), "{sent}");
        // And while it runs: on the day after, the link is dead.
        town.days_pass(7).await;
        assert_eq!(followed(&town, &draft).await.0, "expired");
        let line = town.at_the_pages(COORDINATOR).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.text;
        assert!(line.contains("gold tot een dag die voorbij is") && !line.contains("consent-expired"), "{line}");
    }

    async fn who_finds_the_content_wrong_is_heard_and_the_parents_words_are_gone_through(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let api = town.api(COORDINATOR);
        let draft = town.draft(&signal).await;
        let path = format!("/api/v1/referrals/{draft}");
        for who in [&town.cast.mother.0, &town.cast.father.0] {
            town.answers(&draft, who, "given").await;
        }
        let wrong = json!({"given_by": town.cast.father, "about": "content", "answer": "refused", "given_on": TODAY});
        api.post(&format!("{path}/consents"), wrong).await.is(200);
        let why = town.sends(&draft).await.expect("not right");
        assert!(why.contains("inhoud"), "{why}");
        // His view goes along, once it was gone through with him.
        let mut with_view = complete_draft(&town, &signal);
        with_view["choice"]["parent_view"] = json!("Thuis gaat het goed");
        api.post(&path, with_view.clone()).await.is(200);
        for who in [&town.cast.mother.0, &town.cast.father.0] {
            town.answers(&draft, who, "given").await;
        }
        let why = town.sends(&draft).await.expect("not gone through");
        assert!(why.contains("nagelopen"), "{why}");
        with_view["choice"]["parent_view_with"] = json!("vader");
        with_view["choice"]["parent_view_on"] = json!(TODAY);
        with_view["choice"]["parent_view_by"] = json!("iemand anders");
        api.post(&path, with_view.clone()).await.is(200);
        // Other words must be gone through again.
        let mut changed = with_view.clone();
        changed["choice"]["parent_view"] = json!("Thuis gaat het meestal goed");
        api.post(&path, changed.clone()).await.is(200);
        let why = town.sends(&draft).await.expect("changed since");
        assert!(why.contains("nagelopen"), "{why}");
        api.post(&path, changed).await.is(200);
        for who in [&town.cast.mother.0, &town.cast.father.0] {
            town.answers(&draft, who, "given").await;
        }
        assert_eq!(town.sends(&draft).await, None);
    }

    async fn consent_taken_back_before_an_answer_takes_the_link_away_at_once(database: Database) {
        let Handed { town, mail: _mail, id, code, link, .. } = handed_over(database).await;
        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        partner.open(&link).await.is(200);
        town.answers(&id, &town.cast.mother.0, "withdrawn").await;
        // Nothing ran in between: no worker, no second request.
        partner.open(&link).await.is(404);
        partner.send(&link, &[("code", &code)]).await.is(404);
        let (state, events) = followed(&town, &id).await;
        assert_eq!((state.as_str(), events.last().map(String::as_str)), ("withdrawn", Some("withdrawn")));
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{id}")).await;
        assert!(page.text.contains("toestemming is ingetrokken"), "{page:?}");
    }

    async fn who_decides_today_takes_it_back_today(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let everybody = ["pupil".to_owned(), town.cast.mother.0.clone(), town.cast.father.0.clone()];
        let send = async |age| {
            town.noor_is(Some(age));
            let draft = town.draft(&signal).await;
            for who in &everybody {
                town.answers(&draft, who, "given").await;
            }
            assert_eq!(town.sends(&draft).await, None);
            draft
        };
        // Sent at fifteen; at sixteen a parent no longer decides, and the pupil does.
        let older = send(15).await;
        town.noor_is(Some(16));
        town.answers(&older, &town.cast.mother.0, "withdrawn").await;
        assert_eq!(followed(&town, &older).await.0, "offered");
        town.answers(&older, "pupil", "withdrawn").await;
        assert_eq!(followed(&town, &older).await.0, "withdrawn");
        // Sent at eleven; at twelve the pupil's own no counts.
        let younger = send(11).await;
        town.noor_is(Some(12));
        town.answers(&younger, "pupil", "withdrawn").await;
        assert_eq!(followed(&town, &younger).await.0, "withdrawn");
    }
}
