//! The real service on a free port, with a clock that the test moves, over the database of the test.

use std::net::TcpListener;
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use baken::care::catalogue::Interventions;
use baken::door::State;
use baken::evidence::files::Profiles;
use baken::evidence::instruments::Catalogue;
use baken::ground::secret::Secret;
use baken::ground::{Clock, Config};
use baken::notifications::mailer::Mailer;
use baken::{serve, worker};
use chrono::{NaiveDate, NaiveDateTime};
use reqwest::redirect::Policy;
use tempfile::TempDir;

use super::Database;

/// The moment at which every test begins: a school morning in March.
pub fn morning() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 12)
        .and_then(|day| day.and_hms_opt(8, 0, 0))
        .expect("a day of the calendar")
}

/// A running service.
#[derive(Debug)]
pub struct App {
    /// Where it answers, without a slash at the end.
    pub url: String,
    /// What its handlers hold; its clock stands still until the test moves it.
    pub state: State,
    // Both are removed when the service ends.
    _database: Database,
    _mail_dir: TempDir,
    handle: ServerHandle,
}

impl App {
    /// Starts the service on this database; mail goes to files.
    pub fn start(database: Database) -> Self {
        Self::start_with(database, |_| {})
    }

    /// Starts the service with settings of the test's own.
    pub fn start_with(database: Database, set: impl FnOnce(&mut Config)) -> Self {
        Self::start_knowing(database, set, Catalogue::shipped().expect("the shipped instruments"))
    }

    /// The same with instruments of the test's own.
    pub fn start_knowing(database: Database, set: impl FnOnce(&mut Config), instruments: Catalogue) -> Self {
        let mail_dir = TempDir::new().expect("a temporary folder");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let mut config = Config::load(None, &[]).expect("the default settings");
        config.database_url.clone_from(&database.url);
        config.public_url.clone_from(&url);
        config.secret = "a secret of the tests, long enough to pass".to_owned();
        config.mail_dir = mail_dir.path().to_string_lossy().into_owned();
        set(&mut config);
        let state = State {
            db: database.db.clone(),
            clock: Clock::fixed(morning()),
            secret: Secret::new(config.secret.clone()).expect("a long secret"),
            instruments: Arc::new(instruments),
            interventions: Arc::new(Interventions::shipped().expect("the interventions")),
            profiles: Arc::new(Profiles::shipped().expect("the profiles")),
            config: Arc::new(config),
        };
        let (started, start) = std::sync::mpsc::channel();
        let its_state = state.clone();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = serve::server(its_state, listener, 1).expect("the server starts");
                started.send(server.handle()).expect("the test waits");
                server.await
            })
        });
        let handle = start.recv().expect("the server starts");
        Self { url, state, _database: database, _mail_dir: mail_dir, handle }
    }

    /// Does all waiting tasks; returns how many there were.
    pub async fn work(&self) -> usize {
        let mailer = Mailer::new(&self.state.config).expect("a mailer");
        let mut done = 0;
        while worker::step(&self.state, &mailer).await.expect("the outbox answers") {
            done += 1;
            assert!(done < 10_000, "the outbox does not run empty");
        }
        done
    }

    /// A client of this service, see [`client`].
    #[expect(clippy::unused_self, reason = "a test reads `app.client()`: a client of this service")]
    pub fn client(&self) -> reqwest::Client {
        client()
    }

    /// The full address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

/// A client that keeps cookies and shows redirects instead of following them.
pub fn client() -> reqwest::Client {
    reqwest::Client::builder().cookie_store(true).redirect(Policy::none()).build().expect("a client")
}

impl Drop for App {
    fn drop(&mut self) {
        // Stopping begins when the call is made; the answer to it is not waited for.
        drop(self.handle.stop(false));
    }
}
