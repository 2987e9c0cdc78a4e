//! The line of care walked as the school walks it: from scores to a partner's answer, over HTTP, on both databases.
//! Here stand the words the journeys are told in: who asks, what comes in, what is answered.

mod first_round;
mod logging_in;
mod not_yours;
mod on_the_pages;
mod once_only;
mod terms;
mod the_log;
mod the_outbox;
mod the_tables;
mod to_a_partner;
mod who_may;

use baken::ground::secret::Secret;
use baken::ground::{AccountId, Config, Conn, ImportId, Result};
use baken::school::accounts::tokens::{self, Purpose};
use baken::school::accounts::{login, store as accounts};
use chrono::Duration;
use reqwest::RequestBuilder;
use serde_json::Value;

use crate::support::cast::{self, Cast, GROUP_SIZE};
use crate::support::{App, Database};

/// A running service with the cast in it.
pub struct Town {
    /// The service.
    pub app: App,
    /// Who and what there is.
    pub cast: Cast,
}

/// An answer of the service.
#[derive(Debug)]
pub struct Told {
    /// The status.
    pub status: u16,
    /// The content type.
    pub kind: String,
    /// Where it leads.
    pub to: String,
    /// The body as it came.
    pub text: String,
}

impl Told {
    async fn of(request: RequestBuilder) -> Self {
        let answer = request.send().await.expect("an answer");
        let header = |name: &str| {
            let value = answer.headers().get(name).and_then(|v| v.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        Self {
            status: answer.status().as_u16(),
            kind: header("content-type"),
            to: header("location"),
            text: answer.text().await.expect("a body"),
        }
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// A text in the body; fails when it is not there.
    pub fn say(&self, name: &str) -> String {
        let body = self.json();
        let text = body[name].as_str();
        text.unwrap_or_else(|| panic!("no {name}: {self:?}"))
            .to_owned()
    }

    /// The items of a list.
    pub fn items(&self) -> Vec<Value> {
        let body = self.json();
        body["items"]
            .as_array()
            .unwrap_or_else(|| panic!("{self:?}"))
            .clone()
    }

    /// The same answer, once it is sure that it was this one.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// Refused with a problem document and a sentence that is more than its key.
    #[track_caller]
    pub fn refuses(self, status: u16) -> String {
        assert_eq!(
            (self.status, self.kind.as_str()),
            (status, "application/problem+json"),
            "{self:?}"
        );
        let title = self.say("title");
        assert!(title.contains(' '), "a key instead of a sentence: {title}");
        title
    }
}

/// Somebody of the cast, at the API.
pub struct Caller<'a> {
    town: &'a Town,
    email: &'a str,
}

impl Caller<'_> {
    /// Asks for something.
    pub async fn get(&self, path: &str) -> Told {
        let url = self.town.app.at(path);
        Told::of(self.town.app.client().get(url).bearer_auth(self.token())).await
    }

    /// Sends something.
    pub async fn post(&self, path: &str, body: Value) -> Told {
        let url = self.town.app.at(path);
        let request = self.town.app.client().post(url).bearer_auth(self.token());
        Told::of(request.json(&body)).await
    }

    /// Sends a file.
    pub async fn send_file(&self, path: &str, text: String) -> Told {
        let url = self.town.app.at(path);
        let request = self.town.app.client().post(url).bearer_auth(self.token());
        Told::of(request.body(text)).await
    }

    /// A token of this moment: it lives a quarter of an hour, and the clock of a journey takes larger steps.
    fn token(&self) -> String {
        self.town.token(self.email, Purpose::Api)
    }
}

/// Somebody at the pages, with a session or without.
pub struct Visitor<'a> {
    town: &'a Town,
    client: reqwest::Client,
}

impl Visitor<'_> {
    /// Opens a page.
    pub async fn open(&self, path: &str) -> Told {
        Told::of(self.client.get(self.town.app.at(path))).await
    }

    /// Sends a form of that page.
    pub async fn send(&self, path: &str, form: &[(&str, &str)]) -> Told {
        let request = self.client.post(self.town.app.at(path));
        Told::of(request.header("Sec-Fetch-Site", "same-origin").form(form)).await
    }
}

impl Town {
    /// The cast, and a service with mail to files.
    pub fn new(database: Database) -> Self {
        Self::with(database, |_| {})
    }

    /// The cast, and a service with settings of the test's own.
    pub fn with(database: Database, set: impl FnOnce(&mut Config)) -> Self {
        let cast = cast::gather(&database.db);
        Self {
            app: App::start_with(database, set),
            cast,
        }
    }

    /// Somebody at the API.
    pub fn api<'a>(&'a self, email: &'a str) -> Caller<'a> {
        Caller { town: self, email }
    }

    /// Somebody at the pages, logged in by the form.
    pub async fn at_the_pages(&self, email: &str) -> Visitor<'_> {
        let visitor = self.passer_by();
        let form = [("email", email), ("password", cast::PASSWORD)];
        visitor.send("/inloggen", &form).await.is(303);
        visitor
    }

    /// Somebody at the pages whom nobody knows.
    pub fn passer_by(&self) -> Visitor<'_> {
        Visitor {
            town: self,
            client: self.app.client(),
        }
    }

    /// A token of the moment.
    pub fn token(&self, email: &str, purpose: Purpose) -> String {
        let secret: &Secret = &self.app.state.secret;
        let account = self.account(email);
        tokens::issue(secret, purpose, &account, self.app.state.clock.now())
            .expect("a token")
            .0
    }

    /// The cookie of a session of the moment.
    pub fn session(&self, email: &str) -> String {
        let (account, now) = (self.account(email), self.app.state.clock.now());
        let token = self.write(|conn| login::start_session(conn, now, &account));
        format!("baken={token}")
    }

    /// The account of one of the cast.
    pub fn account(&self, email: &str) -> AccountId {
        self.read(|conn| accounts::by_email(conn, email))
            .expect("an account")
            .id
    }

    /// Looks into the database.
    pub fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.app.state.db.read_blocking(work).expect("read")
    }

    /// Changes the database by a use case.
    pub fn write<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.app.state.db.write_blocking(work).expect("written")
    }

    /// So much time goes by, and the worker looks at what fell due.
    pub async fn days_pass(&self, days: i64) -> usize {
        self.app.state.clock.advance(Duration::days(days));
        baken::worker::fall_due(&self.app.state)
            .await
            .expect("looked")
    }

    /// Brings a file in at De Wilgen.
    pub fn bring_in(&self, text: &str) -> ImportId {
        cast::bring_in(&self.app.state.db, &self.app.state.clock, "99ZZ", text)
    }

    /// Two rounds in which nothing happens: the starting picture.
    pub fn two_quiet_rounds(&self) -> ImportId {
        self.bring_in(&scores(&[(0, "2025-03-05"), (1, "2025-10-02")], |_| None))
    }

    /// A third round in which Noor, who did well, does badly.
    pub fn noor_falls(&self) -> ImportId {
        self.bring_in(&noor_falls())
    }

    /// Two quiet rounds, then Noor's fall, all of it worked off.
    pub async fn noor_has_fallen(&self) -> String {
        self.two_quiet_rounds();
        self.noor_falls();
        self.app.work().await;
        self.signal_about_noor().await
    }

    /// The id of the only signal about Noor.
    pub async fn signal_about_noor(&self) -> String {
        let found = self.signals_about(&self.cast.noor.0).await;
        assert_eq!(found.len(), 1, "{found:?}");
        found[0]["id"].as_str().expect("an id").to_owned()
    }

    /// The signals about a subject, as the coordinator gets them.
    pub async fn signals_about(&self, subject: &str) -> Vec<Value> {
        let all = self
            .api(cast::COORDINATOR)
            .get("/api/v1/signals")
            .await
            .is(200);
        let about = |signal: &Value| signal["pupil"] == subject;
        all.items().into_iter().filter(about).collect()
    }

    /// The state of a signal, as the coordinator gets it.
    pub async fn state_of(&self, signal: &str) -> String {
        let path = format!("/api/v1/signals/{signal}");
        self.api(cast::COORDINATOR)
            .get(&path)
            .await
            .is(200)
            .say("state")
    }
}

/// The third round: everybody as before, and Noor low.
pub fn noor_falls() -> String {
    scores(&[(2, "2026-03-02")], |at| {
        (at == GROUP_SIZE + 1).then_some(3)
    })
}

/// Well-being of all pupils of De Wilgen on some days; `other` says who scores otherwise than usual.
pub fn scores(rounds: &[(usize, &str)], other: impl Fn(usize) -> Option<usize>) -> String {
    let mut text = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
    for (round, day) in rounds {
        for at in 1..=2 * GROUP_SIZE {
            let level = (at * 7) % 25;
            // The lowest always score the same: low from the first round on, so no news later.
            let by_chance = if level < 6 {
                0
            } else {
                (at * 3 + round * 2) % 5
            };
            let score = other(at).unwrap_or(10 + level + by_chance);
            text.push_str(&format!(
                "{at:03};{day};eigen;leerkracht;welbevinden;{score}\n"
            ));
        }
    }
    text
}
