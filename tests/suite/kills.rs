//! A real service, killed at random moments of the way from a draft to a partner's answer: no referral is lost, none stands
//! between two states, no mail is left unsent, and what goes twice has one message id, so that the receiver can drop it.
//! A few kills in the ordinary run; `BAKEN_KILLS=100` for more. What is drawn is printed, and comes again by `BAKEN_SEED`.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use baken::ground::Clock;
use baken::ground::db::schema::{outbox, referral_steps, referrals};
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::support::cast::{self, COORDINATOR, Cast, PASSWORD};
use crate::support::mail::Mail;
use crate::support::process::free_port;
use crate::support::server::morning;
use crate::support::{App, MailServer, both_databases, client};

/// The service as a process, started again after each kill.
struct Service {
    child: Option<Child>,
    url: String,
    settings: Vec<(&'static str, String)>,
}

impl Service {
    fn new(database: &str, smtp: String) -> Self {
        let address = format!("127.0.0.1:{}", free_port());
        let url = format!("http://{address}");
        let settings = vec![
            ("BAKEN_DATABASE_URL", database.to_owned()),
            ("BAKEN_SECRET", "a secret of the tests, long enough to pass".to_owned()),
            ("BAKEN_HTTP_ADDRESS", address),
            ("BAKEN_PUBLIC_URL", url.clone()),
            ("BAKEN_SMTP_URL", smtp),
        ];
        Self { child: None, url, settings }
    }

    fn start(&mut self) {
        let mut serve = Command::new(env!("CARGO_BIN_EXE_baken"));
        serve.arg("serve").envs(self.settings.clone()).stdout(Stdio::null()).stderr(Stdio::null());
        self.child = Some(serve.spawn().expect("it starts"));
    }

    fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Numbers that look random and come again with the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// Somebody who asks until an answer comes, however often the service falls.
struct Patient {
    client: reqwest::Client,
    url: String,
    token: Option<String>,
}

impl Patient {
    async fn post(&mut self, path: &str, body: Value) -> (u16, Value) {
        loop {
            if self.token.is_none() && path != "/api/v1/tokens" {
                let who = json!({"email": COORDINATOR, "password": PASSWORD});
                let (status, told) = Box::pin(self.post("/api/v1/tokens", who)).await;
                assert_eq!(status, 200, "{told}");
                self.token = told["token"].as_str().map(str::to_owned);
            }
            let mut request = self.client.post(format!("{}{path}", self.url)).json(&body);
            if let Some(token) = &self.token {
                request = request.bearer_auth(token);
            }
            if let Ok(answer) = request.timeout(Duration::from_secs(10)).send().await {
                let status = answer.status().as_u16();
                match answer.json().await {
                    Ok(_) if status == 401 => self.token = None,
                    Ok(_) if status >= 500 => {}
                    Ok(told) => return (status, told),
                    Err(_) => {}
                }
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// One referral, from a draft to help that waits, as the partner tells by telephone; its id and how far it got for sure.
    async fn refers(&mut self, cast: &Cast, today: &str) -> (String, Vec<&'static str>) {
        let agreed = |who: &str| json!({"given_by": who, "answer": "given", "given_on": today});
        let draft = json!({
            "pupil": cast.noor, "partner": cast.social_work, "question": "Kunt u helpen?", "ground": "consent",
            "no_conversation": "voor de proef", "choice": {"tried": "Twee gesprekken"},
            "consents": [agreed("pupil"), agreed(&cast.mother.0), agreed(&cast.father.0)],
        });
        let (status, told) = self.post("/api/v1/referrals", draft).await;
        assert_eq!(status, 201, "{told}");
        let id = told["id"].as_str().expect("an id").to_owned();
        let path = format!("/api/v1/referrals/{id}/transitions");
        let mut sure = Vec::new();
        for event in ["send", "accepted", "in_progress", "on_hold"] {
            let step = json!({"event": event, "told_by": if event == "send" { "" } else { "Ans" }, "own_consent": true});
            let (status, told) = self.post(&path, step).await;
            // 409: it was done already, and the answer got lost with the process.
            assert!(matches!(status, 200 | 409), "{event}: {status} {told}");
            sure.push(event);
        }
        (id, sure)
    }
}

/// Kills the service so often, at random moments, and starts it again each time.
async fn killed(service: Arc<Mutex<Service>>, kills: u64, mut dice: Dice) {
    let url = service.lock().expect("a service").url.clone();
    for _ in 0..kills {
        service.lock().expect("a service").start();
        let started = std::time::Instant::now();
        while client().get(format!("{url}/readyz")).send().await.is_err() {
            assert!(started.elapsed() < Duration::from_mins(1), "it does not start");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        tokio::time::sleep(Duration::from_millis(20 + dice.roll(1200))).await;
        service.lock().expect("a service").kill();
    }
    service.lock().expect("a service").start();
}

/// The message ids of the mails to somebody, each with how often it came.
fn message_ids(mails: &[Mail], to: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for mail in mails.iter().filter(|mail| mail.to == to) {
        let id = mail.raw.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("an id");
        *found.entry(id.trim().to_owned()).or_default() += 1;
    }
    found
}

#[expect(clippy::disallowed_methods, reason = "how often is asked of the test, not of the program")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

both_databases! {
    async fn a_referral_survives_kills_at_any_moment(database: Database) {
        let (kills, seed) = (setting("BAKEN_KILLS").unwrap_or(4), setting("BAKEN_SEED").unwrap_or(20_260_312));
        println!("kills: {kills}, seed: {seed}");
        let mail = MailServer::start();
        let cast = cast::gather(&database.db);
        let service = Arc::new(Mutex::new(Service::new(&database.url, mail.url())));
        let url = service.lock().expect("a service").url.clone();
        let smtp = mail.url();
        let app = App::start_with(database, move |config| config.smtp_url = smtp);
        let over = Arc::new(AtomicBool::new(false));
        let killer = tokio::spawn({
            let (service, over) = (service.clone(), over.clone());
            async move {
                killed(service, kills, Dice(seed)).await;
                over.store(true, Ordering::SeqCst);
            }
        });
        let (clock, today) = (Clock::Real, Clock::Real.today().to_string());
        let mut somebody = Patient { client: client(), url, token: None };
        let mut made = Vec::new();
        while !over.load(Ordering::SeqCst) {
            made.push(somebody.refers(&cast, &today).await);
        }
        killer.await.expect("it killed as often as asked");
        service.lock().expect("a service").kill();

        // Another worker takes over what the killed ones held, once their lease is over.
        let later = clock.now() - morning() + chrono::Duration::minutes(10);
        app.state.clock.advance(later);
        app.work().await;

        let rows: Vec<(String, String, Option<String>, Option<String>)> = app.state.db.read_blocking(|conn| Ok(referrals::table.select((referrals::id, referrals::state, referrals::packet_hash, referrals::token_hash)).load(conn)?)).expect("read");
        let steps: Vec<(String, String, String, String)> = app.state.db.read_blocking(|conn| {
            let steps = referral_steps::table.order((referral_steps::at, referral_steps::id));
            Ok(steps.select((referral_steps::referral_id, referral_steps::event, referral_steps::from_state, referral_steps::to_state)).load(conn)?)
        }).expect("read");
        // None is lost, and what was answered for was done, once each.
        for (id, sure) in &made {
            let own: Vec<&str> = steps.iter().filter(|step| step.0 == *id).map(|step| step.1.as_str()).filter(|event| *event != "open").collect();
            assert_eq!(own, *sure, "{id}");
        }
        // None stands between two states: each goes on where the last step ended, and what was sent is whole.
        let mut sent = 0;
        for (id, state, packet, token) in &rows {
            let own: Vec<_> = steps.iter().filter(|step| step.0 == *id).collect();
            let mut stands = "draft";
            for step in &own {
                assert_eq!(step.2, stands, "{id}: {own:?}");
                stands = &step.3;
            }
            assert_eq!(state, stands, "{id}: {own:?}");
            assert_eq!((packet.is_some(), token.is_some()), (!own.is_empty(), !own.is_empty()), "{id}");
            sent += usize::from(!own.is_empty());
        }
        // Nothing waits, and each mail went: doubles have one message id.
        let waits: i64 = app.state.db.read_blocking(|conn| Ok(outbox::table.filter(outbox::done_at.is_null()).count().get_result(conn)?)).expect("read");
        assert_eq!(waits, 0);
        let mails = mail.mails();
        let offers = message_ids(&mails, "aanmelden@schoolmaatschappelijk-werk.example");
        let links: BTreeSet<&str> = mails.iter().filter_map(|one| one.text.split("/overdracht/").nth(1)?.split_whitespace().next()).collect();
        let twice = offers.values().filter(|times| **times > 1).count();
        println!("{} referrals, {sent} sent, {} mails, {twice} twice", rows.len(), mails.len());
        assert_eq!((offers.len(), links.len()), (sent, sent), "one message id and one link for each that was sent");
        assert!(!made.is_empty() && sent >= made.len());
    }
}
