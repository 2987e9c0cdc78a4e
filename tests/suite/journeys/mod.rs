//! The line of care walked as the school walks it: from scores to a partner's answer, over HTTP, on both databases.
//! The words the journeys are told in stand here, in `callers` (who asks, what is answered), `story` (what happens),
//! `referring` and `ways`; every other file is a journey.

mod absence;
pub mod apart;
mod asked_and_answered;
mod boards;
mod callers;
mod class_list;
mod closed_weeks;
mod explained;
mod few_pupils;
mod first_round;
pub mod folded;
pub mod forgotten;
mod handed_on_paper;
mod in_a_cluster;
mod in_hand;
mod least_data;
mod logging_in;
mod many_roles;
mod matrix;
pub mod meetings;
mod new_year;
mod not_hidden;
mod not_said;
mod not_yours;
mod on_the_pages;
mod once_only;
mod one_pupil;
mod openings;
mod outcomes;
mod partner_says;
pub mod plans;
mod plans_on_the_pages;
mod plans_say;
mod quiet;
mod read_at_once;
mod records;
pub mod referring;
mod reminders;
mod second_person;
mod set_aside;
mod sociograms;
mod stand_ins;
mod story;
mod taken_along;
mod talks;
mod terms;
mod the_administration;
mod the_api;
mod the_chains;
pub mod the_columns;
mod the_directory;
mod the_icon;
mod the_log;
mod the_outbox;
mod the_profiles;
mod the_rules;
mod the_tables;
mod to_a_partner;
mod typed_text;
mod ways;
mod who_agrees;
mod who_consents;
mod who_filled_in;
mod who_is_told;
mod who_may;
mod wishes;
mod year_ends;

use baken::door::State;
use baken::evidence::imports::{self, Actor, Consent, Report, Upload};
use baken::evidence::instruments::{Catalogue, parse};
use baken::ground::secret::Secret;
use baken::ground::{AccountId, Config, Conn, ImportId, Result, Words};
use baken::school::accounts::tokens::{self, Purpose};
use baken::school::accounts::{login, store as accounts};

pub use self::callers::{Caller, Told, Visitor};
pub use self::story::{noor_falls, scores};
use crate::support::cast::{self, Cast};
use crate::support::{App, Database, MailServer};

/// A running service with the cast in it.
pub struct Town {
    /// The service.
    pub app: App,
    /// Who and what there is.
    pub cast: Cast,
}

impl Town {
    /// The cast, and a service with mail to files.
    pub fn new(database: Database) -> Self {
        Self::with(database, |_| {})
    }

    /// The cast, and a service with settings of the test's own.
    pub fn with(database: Database, set: impl FnOnce(&mut Config)) -> Self {
        let cast = cast::gather(&database.db);
        Self { app: App::start_with(database, set), cast }
    }

    /// The cast, and a service whose mail arrives somewhere.
    pub fn with_mail(database: Database) -> (Self, MailServer) {
        let mail = MailServer::start();
        (Self::with(database, |config| config.smtp_url = mail.url()), mail)
    }

    /// The cast, and a service that knows the instrument of this file too.
    pub fn knowing(database: Database, instrument: &str) -> Self {
        let cast = cast::gather(&database.db);
        let mut catalogue = Catalogue::shipped().expect("the shipped instruments");
        catalogue.add(parse::instrument("eigen.toml", instrument).expect("an instrument"));
        Self { app: App::start_knowing(database, |_| {}, catalogue), cast }
    }

    /// The same with a list `pols` that we made up, of these scales and items.
    pub fn knowing_pols(database: Database, scales: &str) -> Self {
        let head = "code = \"pols\"\nname = \"Polslijst\"\nversion = \"1\"\nsource = \"verzonnen\"\ndate = 2026-01-01\nlicence = \"vrij\"\n";
        Self::knowing(database, &format!("{head}{scales}"))
    }

    /// Brings a file in as the service would, with the instruments that it knows: the good rows alone.
    pub fn offer(&self, text: &str) -> Result<(ImportId, Report)> {
        let State { db, clock, instruments, .. } = &self.app.state;
        let upload = Upload {
            school: "99ZZ".to_owned(),
            sector: None,
            kind: None,
            file_name: "bestand.csv".to_owned(),
            bytes: text.as_bytes().to_vec().into(),
            ..Upload::default()
        };
        let id = imports::stage(db, clock, Actor::Cli, &**instruments, &upload, &mut |_, _| {})?;
        let report = self.read(|conn| Report::of(conn, &id, Words::default()));
        if report.new + report.changed > 0 {
            let consent = Consent { all_or_nothing: false, changes: true };
            let (now, today) = (clock.now(), clock.today());
            self.write(|conn| imports::accept(conn, now, today, Actor::Cli, &id, consent));
        } else {
            self.write(|conn| imports::leave(conn, clock.now(), Actor::Cli, &id));
        }
        Ok((id, report))
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
        Visitor { town: self, client: self.app.client() }
    }

    /// A token of the moment.
    pub fn token(&self, email: &str, purpose: Purpose) -> String {
        let secret: &Secret = &self.app.state.secret;
        let account = self.account(email);
        tokens::issue(secret, purpose, &account, self.app.state.clock.now()).expect("a token").0
    }

    /// The cookie of a session of the moment.
    pub fn session(&self, email: &str) -> String {
        let (account, now) = (self.account(email), self.app.state.clock.now());
        let token = self.write(|conn| login::start_session(conn, now, &account));
        format!("baken={token}")
    }

    /// The account of one of the cast.
    pub fn account(&self, email: &str) -> AccountId {
        self.read(|conn| accounts::by_email(conn, email)).expect("an account").id
    }

    /// Looks into the database.
    pub fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.app.state.db.read_blocking(work).expect("read")
    }

    /// Changes the database by a use case.
    pub fn write<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.app.state.db.write_blocking(work).expect("written")
    }
}
