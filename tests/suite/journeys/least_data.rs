//! What a partner gets: the least its kind needs, nothing that is kept in the school, the same on every way out, and
//! nothing else than what was sent.

use baken::ground::db::schema::{audit, referrals, signals};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::Town;
use super::referring::{
    Handed, complete_draft, followed, handed_over, packet_on, sent_again, spoken_with_both,
};
use crate::support::both_databases;
use crate::support::cast::{ADMIN, COORDINATOR};

impl Town {
    /// How often something stands in the log.
    pub fn lines_of(&self, action: &str) -> Vec<(String, String)> {
        self.read(|conn| {
            let lines = audit::table.filter(audit::action.eq(action)).order(audit::id);
            Ok(lines.select((audit::subject_id, audit::detail)).load(conn)?)
        })
    }

    /// A draft in which everything was ticked.
    async fn everything_ticked(&self, signal: &str, partner: &str) -> String {
        let seen = json!({"pupil": self.cast.noor, "domain": "stemming", "tone": "note", "source": "staff", "text": "Zat alleen op het plein", "seen_on": "2026-03-11"});
        self.api(COORDINATOR).post("/api/v1/observations", seen).await.is(201);
        let ids = async |path: &str| -> Vec<Value> {
            let found =
                self.api(COORDINATOR).get(&format!("{path}?pupil={}", self.cast.noor)).await.is(200).items();
            found.iter().map(|one| one["id"].clone()).collect()
        };
        let mut draft = complete_draft(self, signal);
        draft["partner"] = json!(partner);
        draft["choice"] = json!({
            "birth_date": true, "signals": [signal], "series": true,
            "observations": ids("/api/v1/observations").await, "conversations": ids("/api/v1/conversations").await,
            "tried": "Twee gesprekken met de juf", "pupil_view": "Ik vind school stom",
            "parent_view": "Thuis gaat het goed", "parent_view_with": "moeder", "parent_view_on": "2026-03-12",
        });
        self.api(COORDINATOR).post("/api/v1/referrals", draft).await.is(201).say("id")
    }
}

/// The parts of a handover that hold something.
fn parts(packet: &Value) -> Vec<&str> {
    let all = [
        "birth_date",
        "signals",
        "series",
        "observations",
        "conversations",
        "tried",
        "pupil_view",
        "parent_view",
    ];
    all.into_iter()
        .filter(|part| match &packet[part] {
            Value::String(text) => !text.is_empty(),
            Value::Array(items) => !items.is_empty(),
            other => !other.is_null(),
        })
        .collect()
}

both_databases! {
    async fn whatever_was_ticked_each_kind_of_partner_gets_its_parts(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let new = json!({"name": "Jongerenwerk", "kind": "jongerenwerk", "access_route": "direct", "email": "hoi@kade.example"});
        let youth_work = town.api(ADMIN).post("/api/v1/partners", new).await.is(201).say("id");
        let api = town.api(COORDINATOR);
        for (partner, gets) in [
            (town.cast.social_work.0.clone(), vec!["birth_date", "signals", "observations", "conversations", "tried", "pupil_view", "parent_view"]),
            (town.cast.partnership.0.clone(), vec!["birth_date", "signals", "series", "observations", "tried", "pupil_view", "parent_view"]),
            (youth_work, vec!["pupil_view"]),
        ] {
            let id = town.everything_ticked(&signal, &partner).await;
            let told = api.get(&format!("/api/v1/referrals/{id}/packet")).await.is(200).json();
            assert_eq!(parts(&told["packet"]), gets);
            // The same as text and on the page, and nothing beside it.
            let text = told["text"].as_str().expect("a text");
            let page = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{id}")).await.is(200);
            let shown = packet_on(&page);
            for (part, words) in [("tried", "Twee gesprekken"), ("pupil_view", "school stom"), ("observations", "op het plein"), ("conversations", "Het gaat niet goed"), ("parent_view", "Thuis gaat")] {
                assert_eq!((text.contains(words), shown.contains(words)), (gets.contains(&part), gets.contains(&part)), "{part}");
            }
        }
    }

    async fn what_is_kept_in_the_school_cannot_be_ticked_nor_sent(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let id = town.api(COORDINATOR).post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/packet");
        let says = async || town.api(COORDINATOR).get(&path).await.is(200).json()["packet"]["signals"].clone();
        let school = town.at_the_pages(COORDINATOR).await;
        let ticks = async || school.open(&format!("/verwijzingen/{id}")).await.is(200).text.contains("name=\"signal\"");
        assert!(!says().await.as_array().expect("signals").is_empty() && ticks().await);
        let of = signals::table.find(&signal);
        town.write(|conn| Ok(diesel::update(of).set(signals::restricted.eq(true)).execute(conn)?));
        assert!(says().await.as_array().expect("signals").is_empty() && !ticks().await);
        let me = town.account(COORDINATOR);
        town.write(|conn| Ok(diesel::update(of).set((signals::restricted.eq(false), signals::only_for.eq(me))).execute(conn)?));
        assert!(says().await.as_array().expect("signals").is_empty() && !ticks().await);
    }

    async fn what_was_sent_stays_as_it_was_and_is_read_by_its_hash(database: Database) {
        let Handed { town, mail: _mail, id, code, link, .. } = handed_over(database).await;
        let path = format!("/api/v1/referrals/{id}/packet");
        let before = town.api(COORDINATOR).get(&path).await.is(200).json();
        assert_eq!(before["hash"].as_str().map(str::is_empty), Some(false));
        assert_eq!(town.lines_of("view-packet"), [(id.clone(), String::new())]);
        town.bring_in("leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n021;Nora;Vos;2015-05-05;6B;6\n");
        assert_eq!(town.api(COORDINATOR).get(&path).await.is(200).json(), before);

        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        let page = partner.open(&link).await.is(200);
        assert!(page.text.contains("Noor Vos") && page.text.contains("platte tekst"), "{page:?}");
        // Somebody changes it in the database: it is no longer what was sent, and is shown to nobody.
        let row = referrals::table.find(&id);
        let altered = before["packet"].to_string().replace("Noor", "Naar");
        town.write(|conn| Ok(diesel::update(row).set(referrals::packet.eq(altered)).execute(conn)?));
        let gone = partner.open(&link).await.is(404);
        assert!(gone.text.contains("werkt niet") && !gone.text.contains("Naar Vos"), "{gone:?}");
        assert_eq!(town.lines_of("fail-handover"), [(id.clone(), "altered".to_owned())]);
        assert_eq!(followed(&town, &id).await.0, "seen");
    }

    async fn links_that_open_nothing_end_on_a_calm_page_and_in_the_log(database: Database) {
        let Handed { town, mail, signal, id, code, link } = handed_over(database).await;
        let somebody = town.passer_by();
        // Forwarded: who has the link and no code sees nothing and changes nothing; this is no miss.
        assert!(!somebody.open(&link).await.is(200).text.contains("Noor"));
        assert!(town.lines_of("guess-handover").is_empty());
        let guessed = somebody.open("/overdracht/geraden").await.is(404);
        somebody.send("/overdracht/geraden", &[("code", &code)]).await.is(404);
        somebody.send("/overdracht/geraden/antwoord", &[("answer", "accepted")]).await.is(404);
        assert_eq!(town.lines_of("guess-handover"), [(String::new(), String::new()), (String::new(), String::new()), (String::new(), String::new())]);
        let end = json!({"event": "withdrawn", "reason": "toch niet"});
        town.api(COORDINATOR).post(&format!("/api/v1/referrals/{id}/transitions"), end).await.is(200);
        let ended = somebody.open(&link).await.is(404);
        assert_eq!(ended.text, guessed.text, "the two cannot be told apart");
        assert_eq!(town.lines_of("open-ended-handover"), [(id, "withdrawn".to_owned())]);
        // Who goes on trying is not looked up any more, for a quarter of an hour.
        for _ in 0..40 {
            somebody.open("/overdracht/nog-een").await.is(404);
        }
        assert_eq!(town.lines_of("guess-handover").len(), 29);
        let (second, code) = sent_again(&town, &signal).await;
        town.app.work().await;
        let is_fresh = |text: &str| text.contains("/overdracht/") && !text.contains(&link);
        let fresh = mail.mails().into_iter().find(|one| is_fresh(&one.text)).expect("a mail");
        let token = fresh.text.split("/overdracht/").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a token");
        let fresh = format!("/overdracht/{token}");
        somebody.open(&fresh).await.is(404);
        town.app.state.clock.advance(chrono::Duration::minutes(16));
        somebody.send(&fresh, &[("code", &code)]).await.is(303);
        assert_eq!(followed(&town, &second).await.0, "seen");
    }
}
