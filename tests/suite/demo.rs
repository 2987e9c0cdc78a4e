//! `baken demo` as a newcomer runs it: the program itself, a folder, an address that answers.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::client;

/// A demo that runs until it is dropped.
struct Demo {
    process: Child,
    /// The line of JSON it printed.
    told: Value,
}

impl Demo {
    fn start(dir: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_baken"))
            .args(["demo", "--json", "--port", "0", "--dir"])
            .arg(dir)
            // What config/ ships is compiled in: the demo needs no checkout around it.
            .current_dir(dir)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let told = serde_json::from_str(&line).unwrap_or_else(|e| panic!("{e}: {line:?}"));
        Self { process, told }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.told["url"].as_str().expect("an address"))
    }

    /// Stops it; what it said on stderr.
    fn stop(mut self) -> String {
        self.process.kill().expect("it stops");
        let mut said = String::new();
        self.process.stderr.take().expect("its errors").read_to_string(&mut said).expect("text");
        said
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The two figures in "16 of 18 made worse".
fn found_of_worse(said: &str) -> (usize, usize) {
    let line = said.lines().find(|line| line.contains("made worse have a signal")).expect("a report");
    let mut figures = line.split_whitespace().filter_map(|word| word.parse().ok());
    (figures.next().expect("found"), figures.next().expect("put in"))
}

#[tokio::test]
async fn a_newcomer_gets_a_board_that_answers_and_keeps_it() {
    let dir = TempDir::new().expect("a temporary folder");
    let demo = Demo::start(dir.path());

    let roles: Vec<&str> =
        demo.told["logins"].as_array().unwrap().iter().map(|l| l["role"].as_str().unwrap()).collect();
    assert_eq!(
        roles,
        ["mentor", "staff", "coordinator", "leader", "administration", "attention-officer", "admin"]
    );
    assert!(Path::new(demo.told["mail_dir"].as_str().unwrap()).is_dir());
    for file in ["baken.db", "secret"] {
        assert!(dir.path().join(file).is_file(), "{file}");
    }

    // Every login that was told opens a page.
    for login in demo.told["logins"].as_array().unwrap() {
        let client = client();
        let form =
            [("email", login["email"].as_str().unwrap()), ("password", login["password"].as_str().unwrap())];
        let answer = client
            .post(demo.url("/inloggen"))
            .header("Sec-Fetch-Site", "same-origin")
            .form(&form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status().as_u16(), 303, "{login}: {}", answer.text().await.unwrap());
        let first = client.get(demo.url("/welkom")).send().await.unwrap();
        assert_eq!(first.status().as_u16(), 200, "{login}");
    }

    // What was put in is largely found, and the group that gets worse is.
    let said = demo.stop();
    let (found, worse) = found_of_worse(&said);
    assert!(worse >= 10 && found * 2 > worse, "{said}");
    assert!(said.contains("99ZA 6B"), "{said}");
    assert!(said.contains("1 of 1 seldom chosen"), "{said}");

    // A second start serves the same board: nothing is brought in again.
    let secret = std::fs::read(dir.path().join("secret")).unwrap();
    let again = Demo::start(dir.path());
    let answer = reqwest::get(again.url("/inloggen")).await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    assert!(!again.stop().contains("made worse"));
    assert_eq!(std::fs::read(dir.path().join("secret")).unwrap(), secret);
}

#[test]
fn a_folder_with_another_database_is_left_alone() {
    let dir = TempDir::new().expect("a temporary folder");
    let url = format!("sqlite://{}", dir.path().join("baken.db").display());
    let baken = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baken"));
        command.args(arguments).env("BAKEN_DATABASE_URL", &url).current_dir(dir.path()).stdin(Stdio::piped());
        command
    };
    assert!(baken(&["migrate"]).status().unwrap().success());
    let mut add = baken(&["user", "add", "--email", "a@school.example", "--name", "A", "--role", "admin"])
        .spawn()
        .unwrap();
    std::io::Write::write_all(add.stdin.as_mut().unwrap(), b"een lang wachtwoord\n").unwrap();
    assert!(add.wait().unwrap().success());
    let refused = baken(&["demo", "--port", "0", "--dir", "."]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("no finished demo"), "{refused:?}");
}
