//! What `baken import` says: JSON or sentences, refused rows on stderr and as a file, the progress bar.

use std::{io::Write, path::PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use super::Command;
use crate::cli::written::Output;
use crate::evidence::imports::{Report, Upload};
use crate::ground::{Error, Message, Result};

impl Command<'_> {
    pub(super) fn write_errors(&self, errors: Option<String>, at: usize) -> Result<()> {
        let (Some(path), Some(text)) = (self.errors_of(at), errors) else {
            return Ok(());
        };
        let mut file = Output::open(&path)?;
        file.write_all(text.as_bytes()).map_err(|cause| file.failed(&cause))?;
        file.keep()
    }

    /// Where the refused rows of a file go.
    pub(super) fn errors_of(&self, at: usize) -> Option<PathBuf> {
        let mut path = self.args.errors.clone()?;
        if at > 0 {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            path.set_file_name(format!("{stem}-{}.csv", at + 1));
        }
        Some(path)
    }

    pub(super) fn tell(&self, upload: &Upload, report: &Report) -> Result<()> {
        if self.args.json {
            println!("{}", serde_json::to_string(report).map_err(Error::internal)?);
            return Ok(());
        }
        let key = if report.stored { "import-told-stored" } else { "import-told-not-stored" };
        let line = Message::new(key)
            .with("file", upload.file_name.as_str())
            .with("new", report.new)
            .with("changed", report.changed)
            .with("unchanged", report.unchanged)
            .with("missing", report.missing)
            .with("refused", report.refused.len());
        println!("{}", self.words.say(&line));
        if let Some(id) = &report.import {
            println!("{}", self.words.t1("import-told-undo", "import", id.0.as_str()));
        }
        if !report.dropped_columns.is_empty() {
            let columns = report.dropped_columns.join(", ");
            println!("{}", self.words.t1("import-told-dropped", "columns", columns));
        }
        for one in &report.suspicions {
            println!("{}", self.words.say(&one.said()));
        }
        if let Some(brake) = &report.brake {
            println!("{brake}");
        }
        for row in &report.refused {
            let line = Message::new("import-told-row")
                .with("line", row.line)
                .with("column", row.column.as_str())
                .with("value", row.value.as_str())
                .with("reason", row.reason.as_str());
            eprintln!("{}", self.words.say(&line));
        }
        Ok(())
    }

    /// A file that was refused whole: JSON has the sentence too.
    pub(super) fn told_whole(&self, file_name: &str, error: Error) -> Error {
        if let (true, Error::Refused(message) | Error::Conflict(message)) = (self.args.json, &error) {
            let told = json!({
                "import": null, "stored": false, "new": 0, "changed": 0, "unchanged": 0,
                "missing": 0, "refused": [], "unknown_pupils": [], "groups": {}, "staff": {},
                "brake": null, "dropped_columns": [],
                "file": file_name, "error": self.words.say(message),
            });
            println!("{told}");
        }
        error
    }
}

/// A bar on a terminal, nothing in a pipe.
pub(super) fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent} %") {
        bar.set_style(style);
    }
    bar
}
