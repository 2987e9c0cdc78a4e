//! Where the school does not ask itself: offers with their own way in, informal helpers, a letter that parents take along,
//! and advice without a name.

use baken::ground::db::schema::{consultations, letters};
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::{complete_draft, spoken_with_both};
use crate::support::both_databases;
use crate::support::cast::{ADMIN, ADMINISTRATION, COORDINATOR, MENTOR, STAFF};

both_databases! {
    async fn an_offer_has_ages_a_way_in_and_an_end(database: Database) {
        let town = Town::new(database);
        let admin = town.at_the_pages(ADMIN).await;
        let of = format!("/beheer/partners/{}", town.cast.social_work);
        let offer = |name: &'static str, from: &'static str, to: &'static str, route: &'static str| {
            [("name", name), ("ages_from", from), ("ages_to", to), ("access_route", route), ("waiting", "3 weken"), ("text", "in een groep")]
        };
        let wrong = admin.send(&format!("{of}/aanbod"), &offer("Rots", "12", "8", "direct")).await.is(422);
        assert!(wrong.text.contains("hoger") && wrong.text.contains("value=\"Rots\""), "{wrong:?}");
        admin.send(&format!("{of}/aanbod"), &offer("Rots", "acht", "", "direct")).await.is(422);
        for (name, from, to, route) in [("Praatgroep", "8", "12", "direct"), ("Tienergroep", "13", "17", "direct"), ("Therapie", "", "", "doctor")] {
            admin.send(&format!("{of}/aanbod"), &offer(name, from, to, route)).await.is(303);
        }
        town.at_the_pages(COORDINATOR).await.send(&format!("{of}/aanbod"), &offer("x", "", "", "direct")).await.is(403);
        let found = town.api(COORDINATOR).get("/api/v1/partners").await.is(200).items();
        let offers = found.iter().find(|one| one["id"] == town.cast.social_work.0).expect("it")["offers"].as_array().expect("offers").clone();
        let id = |name: &str| offers.iter().find(|one| one["name"] == name).and_then(|one| one["id"].as_str()).expect("an offer").to_owned();
        assert_eq!((offers.len(), &offers[0]["waiting_told_on"]), (3, &json!("2026-03-12")));

        // Noor is ten: one fits, one does not, one is reached through a doctor.
        let choice = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/nieuw?leerling={}", town.cast.noor)).await.is(200).text;
        let radio = |name: &str| choice.contains(&format!("value=\"{}/{}\"", town.cast.social_work, id(name)));
        assert_eq!((radio("Praatgroep"), radio("Tienergroep"), radio("Therapie")), (true, false, false));
        assert!(choice.contains("van 8 tot en met 12 jaar") && choice.contains("andere leeftijd") && choice.contains("/brief?partner="), "{choice}");
        let begin = |offer: &str| json!({"pupil": town.cast.noor, "partner": town.cast.social_work, "offer": offer});
        let api = town.api(COORDINATOR);
        api.post("/api/v1/referrals", begin(&id("Therapie"))).await.refuses(422);
        api.post("/api/v1/referrals", begin("geen")).await.is(404);
        let draft = api.post("/api/v1/referrals", begin(&id("Praatgroep"))).await.is(201).say("id");
        assert_eq!(api.get(&format!("/api/v1/referrals/{draft}")).await.is(200).say("offer"), id("Praatgroep"));
        // The offer ends: nothing new begins, and what was a draft cannot go.
        let mut end = offer("Praatgroep", "8", "12", "direct").to_vec();
        end.push(("end", "1"));
        admin.send(&format!("{of}/aanbod/{}", id("Praatgroep")), &end).await.is(303);
        api.post("/api/v1/referrals", begin(&id("Praatgroep"))).await.is(404);
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{draft}")).await.is(200);
        assert!(page.text.contains("staat niet meer in de lijst"), "{page:?}");
        // An offer of another partner is none of this one's.
        let other = format!("/beheer/partners/{}/aanbod/{}", town.cast.youth_team, id("Therapie"));
        admin.send(&other, &offer("x", "", "", "direct")).await.is(404);
    }

    async fn an_address_is_made_sure_of_before_anything_goes_there(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let of = format!("/beheer/partners/{}", town.cast.social_work);
        let form = |email: &'static str, waiting: &'static str| {
            [("name", "Schoolmaatschappelijk werk"), ("kind", "schoolmaatschappelijk-werk"), ("access_route", "direct"), ("email", email), ("waiting", waiting), ("regions", "Oost, West")]
        };
        town.app.state.clock.advance(chrono::Duration::days(1));
        let (admin, school) = (town.at_the_pages(ADMIN).await, town.at_the_pages(COORDINATOR).await);
        // The same address stays sure, the same waiting time stays as old as it was.
        admin.send(&of, &form("aanmelden@schoolmaatschappelijk-werk.example", "2 weken")).await.is(303);
        let partner = async || town.api(COORDINATOR).get("/api/v1/partners").await.items().into_iter().find(|one| one["id"] == town.cast.social_work.0).expect("it");
        let known = partner().await;
        assert_eq!((&known["verified_on"], &known["waiting_told_on"]), (&json!("2026-03-12"), &json!("2026-03-12")));
        admin.send(&of, &form("nieuw@smw.example", "5 weken")).await.is(303);
        let known = partner().await;
        assert_eq!((&known["verified_on"], &known["waiting_told_on"]), (&json!(null), &json!("2026-03-13")));
        let api = town.api(COORDINATOR);
        let id = api.post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/transitions");
        let why = api.post(&path, json!({"event": "send"})).await.refuses(409);
        assert!(why.contains("mailadres"), "{why}");
        school.send(&format!("{of}/adres"), &[("how", " ")]).await.is(422);
        let again = admin.send(&of, &form("geen adres", "9 weken")).await.is(422);
        assert!(again.text.contains("value=\"geen adres\"") && again.text.contains("value=\"9 weken\""), "{again:?}");
        school.send(&format!("{of}/adres"), &[("how", "gebeld met de gemeentegids")]).await.is(303);
        assert!(school.open(&of).await.is(200).text.contains("gebeld met de gemeentegids"));
        api.post(&path, json!({"event": "send"})).await.is(200);
        school.send(&format!("{of}/wachttijd"), &[("waiting", "8 weken")]).await.is(303);
        assert_eq!(partner().await["waiting"], "8 weken");
        // Off the list: nothing new begins, what runs goes on.
        admin.send(&format!("{of}/uit"), &[]).await.is(303);
        api.post("/api/v1/referrals", complete_draft(&town, &signal)).await.refuses(422);
        api.post(&path, json!({"event": "accepted", "told_by": "Ans"})).await.is(200);
        admin.send(&format!("{of}/uit"), &[]).await.is(404);
    }

    async fn who_helps_as_a_neighbour_gets_no_data_by_any_door(database: Database) {
        let town = Town::new(database);
        let club = json!({"name": "Voetbalclub De Kade", "kind": "anders", "access_route": "direct", "email": "", "informal": true, "address": "Kade 1"});
        let club = town.api(ADMIN).post("/api/v1/partners", club).await.is(201).say("id");
        let why = town.api(COORDINATOR).post("/api/v1/referrals", json!({"pupil": town.cast.noor, "partner": club})).await.refuses(422);
        assert!(why.contains("krijgt geen gegevens"), "{why}");
        let school = town.at_the_pages(COORDINATOR).await;
        let refused = school.send("/verwijzingen/nieuw", &[("pupil", &town.cast.noor.0), ("partner", &club)]).await.is(422);
        assert!(refused.text.contains("Geef ouders het adres"), "{refused:?}");
        let choice = school.open(&format!("/verwijzingen/nieuw?leerling={}", town.cast.noor)).await.is(200).text;
        assert!(!choice.contains(&format!("value=\"{club}\"")) && choice.contains(&format!("/brief?partner={club}")), "{choice}");
    }

    async fn a_letter_goes_along_with_the_parents_and_is_asked_about(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let school = town.at_the_pages(COORDINATOR).await;
        let path = format!("/leerlingen/{}/brief", town.cast.noor);
        let form = |by: &'static str, question: &'static str, on: &'static str| {
            [("partner", town.cast.youth_team.0.clone()), ("taken_by", by.to_owned()), ("question", question.to_owned()), ("follow_on", on.to_owned())]
        };
        let send = async |form: [(&str, String); 4]| {
            let pairs: Vec<(&str, &str)> = form.iter().map(|(key, value)| (*key, value.as_str())).collect();
            school.send(&path, &pairs).await
        };
        town.at_the_pages(MENTOR).await.open(&path).await.is(403);
        send(form("parents", " ", "2026-04-01")).await.is(422);
        send(form("parents", "Hulp thuis", "2026-03-12")).await.is(422);
        assert!(send(form("pupil", "Hulp thuis", "2026-04-01")).await.is(422).text.contains("niet alleen mee"));
        let letter = send(form("parents", "Hulp thuis", "2026-04-01")).await.is(303).to;
        let page = school.open(&letter).await.is(200).text;
        assert!(page.contains("de ouders van Noor Vos") && page.contains("via de gemeente") && page.contains("Hulp thuis"), "{page}");
        // A letter of another pupil is not found under this one.
        school.open(&letter.replace(&town.cast.noor.0, &town.cast.tom.0)).await.is(404);
        assert!(school.open("/verwijzingen").await.is(200).text.contains("navragen op"));
        // On the day itself the school is closed; who stands in for the coordinator hears of it too.
        town.closes("2026-04-01", "2026-04-01").await.is(303);
        town.lets(ADMINISTRATION, STAFF, COORDINATOR, ("2026-04-02", "2026-04-02")).await.is(303);
        town.app.work().await;
        let before = mail.mails().len();
        town.days_pass(20).await;
        town.app.work().await;
        assert_eq!(mail.mails().len(), before);
        town.days_pass(1).await;
        town.days_pass(0).await;
        town.app.work().await;
        let mails = mail.mails();
        assert_eq!(mails.len(), before + 2, "once each: {mails:?}");
        assert!(mails.iter().all(|one| !one.raw.contains("Noor")), "{mails:?}");
        let school = town.at_the_pages(COORDINATOR).await;
        assert!(school.open("/verwijzingen").await.text.contains("Vraag vandaag na hoe het ging"));
        let refused = school.send(&letter, &[("again", "2026-03-01")]).await.is(422).text;
        assert!(refused.contains("value=\"2026-03-01\"") && refused.contains("dag die nog komt"), "{refused}");
        assert!(school.send(&letter, &[]).await.is(422).text.contains("Kies hoe het ging"));
        school.send(&letter, &[("again", "2026-04-15")]).await.is(303);
        assert!(!school.open("/verwijzingen").await.text.contains("Vraag vandaag na"));
        // While the pupil wishes that parents do not know nothing is there to print; how it went can be said.
        let wish = [("said_on", "2026-04-02"), ("note", "Mama wordt boos")];
        town.at_the_pages(MENTOR).await.send(&format!("/leerlingen/{}/wens", town.cast.noor), &wish).await.is(303);
        let page = school.open(&letter).await.is(200).text;
        assert!(!page.contains("de ouders van Noor Vos") && page.contains("Hoe ging het?"), "{page}");
        school.send(&letter, &[("outcome", "applied")]).await.is(303);
        school.send(&letter, &[("outcome", "otherwise")]).await.is(409);
        let kept: Vec<String> = town.read(|conn| Ok(letters::table.select(letters::outcome).load(conn)?));
        assert_eq!(kept, ["applied"]);
        assert!(!school.open("/verwijzingen").await.text.contains("navragen op"));
    }

    async fn advice_without_a_name_knows_no_pupil(database: Database) {
        let town = Town::new(database);
        let school = town.at_the_pages(COORDINATOR).await;
        let form = |question: &'static str| {
            [("school", town.cast.school.0.clone()), ("with_whom", "jeugdarts, GGD".to_owned()), ("on", "2026-03-12".to_owned()), ("question", question.to_owned()), ("advice", "Rustig volgen".to_owned())]
        };
        let send = async |form: [(&str, String); 5]| {
            let pairs: Vec<(&str, &str)> = form.iter().map(|(key, value)| (*key, value.as_str())).collect();
            school.send("/overleg", &pairs).await
        };
        let named = send(form("Wat raadt u aan voor noor vos?")).await.is(422);
        assert!(named.text.contains("naam van een leerling") && named.text.contains("Rustig volgen"), "{named:?}");
        let mut earlier = form(" ");
        earlier[2].1 = "2026-03-04".to_owned();
        assert!(send(earlier).await.is(422).text.contains("value=\"2026-03-04\""), "the day as it was typed");
        send(form("Wat raadt u aan bij een kind dat slecht slaapt?")).await.is(303);
        assert!(school.open("/overleg").await.is(200).text.contains("slecht slaapt"));
        let mut elsewhere = form("Iets");
        elsewhere[0].1.clone_from(&town.cast.neighbours.0);
        send(elsewhere).await.is(403);
        let kept: i64 = town.read(|conn| Ok(consultations::table.count().get_result(conn)?));
        assert_eq!(kept, 1);
        // There is no column by which one could get to a pupil, and the log names none.
        let schema = include_str!("../../../src/ground/db/schema.rs");
        let table = schema.split("    consultations (id) {").nth(1).and_then(|rest| rest.split('}').next()).expect("the table");
        assert!(!table.contains("pupil") && !table.contains("group") && !table.contains("referral"), "{table}");
        assert_eq!(town.lines_of("note-consultation").len(), 1);
    }
}
