//! A real SMTP server for one test (docs/adr/0010): aiosmtpd in a process of its own, storing into a Maildir.

use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use serde::Deserialize;
use tempfile::TempDir;

use super::process::{Minded, free_port};

/// Debian's own Python: the one that Debian's packages are installed for.
const PYTHON: &str = "/usr/bin/python3";

/// A mail server that takes everything and delivers nothing.
#[derive(Debug)]
pub struct MailServer {
    port: u16,
    folder: TempDir,
    _process: Minded,
}

/// A mail as it arrived.
#[derive(Debug, Deserialize)]
pub struct Mail {
    /// The header `From`.
    pub from: String,
    /// The recipients the server was told, as in the envelope.
    pub to: String,
    /// The decoded subject.
    pub subject: String,
    /// The decoded plain text.
    pub text: String,
    /// All of it, headers too: to look for what must not be in it.
    pub raw: String,
}

impl MailServer {
    /// Starts the server and waits until it listens.
    pub fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let port = free_port();
        let maildir = folder.path().join("mail");
        let process = Minded::start(
            PYTHON,
            &[
                "-m",
                "aiosmtpd",
                "--nosetuid",
                "--listen",
                &format!("127.0.0.1:{port}"),
                "--class",
                "aiosmtpd.handlers.Mailbox",
                &maildir.to_string_lossy(),
            ],
        );
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                started.elapsed() < Duration::from_secs(20),
                "the mail server does not listen: is python3-aiosmtpd installed (`make test` does)?"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        Self { port, folder, _process: process }
    }

    /// The address for the setting `smtp_url`.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// All mail that arrived.
    pub fn mails(&self) -> Vec<Mail> {
        let read = Command::new(PYTHON)
            .args(["-c", include_str!("mailbox.py")])
            .arg(self.folder.path().join("mail"))
            .output()
            .expect("python runs");
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        serde_json::from_slice(&read.stdout).expect("JSON from mailbox.py")
    }
}
