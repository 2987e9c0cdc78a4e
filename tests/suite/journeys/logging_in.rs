//! Getting in and being shut out: wrong tries, shut accounts, sessions and tokens that end.

use baken::ground::audit::Entry;
use baken::school::accounts::manage;
use baken::school::accounts::tokens::Purpose;
use chrono::Duration;
use serde_json::json;

use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, PASSWORD};

/// Somebody tries a password on the page.
async fn tries(town: &Town, email: &str, password: &str) -> Told {
    let form = [("email", email), ("password", password)];
    town.passer_by().send("/inloggen", &form).await
}

/// An account is shut by the admin.
fn shut(town: &Town, email: &str) {
    let by = Entry::of("test", "disable", "account", "");
    let now = town.app.state.clock.now();
    town.write(|conn| manage::disable(conn, now, &by, email));
}

both_databases! {
    async fn five_wrong_tries_and_then_one_waits(database: Database) {
        let town = Town::new(database);
        for _ in 0..5 {
            let wrong = tries(&town, MENTOR, "niet het wachtwoord").await.is(422);
            assert!(wrong.text.contains("klopt niet"), "{wrong:?}");
        }
        let waits = tries(&town, MENTOR, PASSWORD).await.is(422);
        assert!(waits.text.contains("Wacht een kwartier"), "{waits:?}");
        let at_the_api = json!({"email": MENTOR, "password": PASSWORD});
        let token = town.app.client().post(town.app.at("/api/v1/tokens")).json(&at_the_api);
        Told::of(token).await.refuses(401);
        // Somebody else is not kept waiting; nor is the mentor a quarter of an hour later.
        tries(&town, COORDINATOR, PASSWORD).await.is(303);
        town.app.state.clock.advance(Duration::minutes(16));
        tries(&town, MENTOR, PASSWORD).await.is(303);
    }

    async fn an_unknown_address_reads_like_a_wrong_password(database: Database) {
        let town = Town::new(database);
        let unknown = tries(&town, "niemand@wilgen.example", PASSWORD).await.is(422);
        let wrong = tries(&town, MENTOR, "niet het wachtwoord").await.is(422);
        let without = |told: &Told, email: &str| told.text.replace(email, "");
        assert_eq!(without(&unknown, "niemand@wilgen.example"), without(&wrong, MENTOR));
    }

    async fn a_shut_account_is_out_at_once(database: Database) {
        let town = Town::new(database);
        let mentor = town.at_the_pages(MENTOR).await;
        mentor.open("/signalen").await.is(200);
        let token = town.token(MENTOR, Purpose::Api);
        shut(&town, MENTOR);
        assert!(mentor.open("/signalen").await.is(303).to.starts_with("/inloggen"));
        let ask = town.app.client().get(town.app.at("/api/v1/signals")).bearer_auth(token);
        Told::of(ask).await.refuses(401);
        tries(&town, MENTOR, PASSWORD).await.is(422);
    }

    async fn an_unused_session_ends_and_a_used_one_lasts(database: Database) {
        let town = Town::new(database);
        let mentor = town.at_the_pages(MENTOR).await;
        for _ in 0..3 {
            town.app.state.clock.advance(Duration::hours(9));
            mentor.open("/signalen").await.is(200);
        }
        town.app.state.clock.advance(Duration::hours(10) + Duration::minutes(1));
        let gone = mentor.open("/signalen?groep=x").await.is(303);
        assert_eq!(gone.to, "/inloggen?terug=%2Fsignalen%3Fgroep%3Dx");
        let posted = mentor.send("/taal", &[("language", "en")]).await.is(303);
        assert_eq!(posted.to, "/inloggen?verlopen=1");
    }

    async fn logging_out_ends_the_session_itself(database: Database) {
        let town = Town::new(database);
        let cookie = town.session(MENTOR);
        let with_it = async |request: reqwest::RequestBuilder| {
            Told::of(request.header("Cookie", &cookie).header("Sec-Fetch-Site", "same-origin")).await
        };
        let client = town.app.client();
        with_it(client.get(town.app.at("/signalen"))).await.is(200);
        with_it(client.post(town.app.at("/uitloggen"))).await.is(303);
        with_it(client.get(town.app.at("/signalen"))).await.is(303);
    }

    async fn a_token_of_the_api_is_asked_for_with_a_password_and_ends(database: Database) {
        let town = Town::new(database);
        let ask = async |password: &str| {
            let login = json!({"email": MENTOR, "password": password});
            Told::of(town.app.client().post(town.app.at("/api/v1/tokens")).json(&login)).await
        };
        ask("niet het wachtwoord").await.refuses(401);
        let given = ask(PASSWORD).await.is(200);
        assert_eq!(given.say("expires_at"), "2026-03-12T08:15:00+00:00");
        let with = async |token: &str| {
            let request = town.app.client().get(town.app.at("/api/v1/schools")).bearer_auth(token);
            Told::of(request).await
        };
        let token = given.say("token");
        assert_eq!(with(&token).await.is(200).items().len(), 1);
        with(&town.token(MENTOR, Purpose::Invitation)).await.refuses(401);
        with(&format!("{token}x")).await.refuses(401);
        town.app.state.clock.advance(Duration::minutes(15));
        with(&token).await.refuses(401);
    }
}
