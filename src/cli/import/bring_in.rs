//! Bringing the files in, one after the other: waiting while the school is busy, and what the options allow.

use std::process::ExitCode;

use super::{Command, told};
use crate::evidence::imports::{self, Actor, Consent, Counts, Report, Upload, counts, refused_file};
use crate::ground::{Conn, ImportId, Result};

/// How often a busy school is tried again: a minute in all.
const TRIES: u32 = 300;

/// What became of one file.
enum Outcome {
    Done,
    Refused,
    Braked,
}

impl Command<'_> {
    pub(super) fn bring_in(&self) -> Result<ExitCode> {
        let uploads = self.uploads()?;
        if self.args.dry_run && uploads.len() > 1 {
            return self.look(&uploads);
        }
        // With several files the first must not be stored when a later one cannot be read at all.
        for upload in uploads.iter().filter(|_| uploads.len() > 1) {
            if let Err(error) = imports::check(upload, &self.catalogue, self.clock.today()) {
                return Err(self.told_whole(&upload.file_name, error));
            }
        }
        for (at, upload) in uploads.iter().enumerate() {
            // "Nothing stored" is said only while that is so: what came before this file stands.
            let stands = at > 0 && !self.args.dry_run;
            match self.one(upload, at) {
                Ok(Outcome::Done) => {}
                Ok(Outcome::Refused | Outcome::Braked) if stands => return Ok(ExitCode::from(1)),
                Ok(Outcome::Refused) => return Ok(ExitCode::from(2)),
                Ok(Outcome::Braked) => return Ok(ExitCode::from(4)),
                Err(error) if stands => {
                    eprintln!("baken: {}", crate::cli::told(&error));
                    self.told_whole(&upload.file_name, error);
                    return Ok(ExitCode::from(1));
                }
                Err(error) => return Err(self.told_whole(&upload.file_name, error)),
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// What several files would do: each as if those before it were stored.
    fn look(&self, uploads: &[Upload]) -> Result<ExitCode> {
        let look = |conn: &mut Conn, id: &ImportId| {
            Ok((Report::of(conn, id, self.words)?, refused_file(conn, id, self.words)?))
        };
        let told = imports::rehearse(&self.db, &self.clock, Actor::Cli, &self.catalogue, uploads, look)
            .map_err(|(file, error)| self.told_whole(&file, error))?;
        for (at, (upload, (mut report, errors))) in uploads.iter().zip(told).enumerate() {
            self.write_errors(errors, at)?;
            report.import = None;
            self.tell(upload, &report)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn one(&self, upload: &Upload, at: usize) -> Result<Outcome> {
        imports::patiently(TRIES, || self.try_one(upload, at))
    }

    fn try_one(&self, upload: &Upload, at: usize) -> Result<Outcome> {
        let bar = told::bar();
        let id = imports::stage(
            &self.db,
            &self.clock,
            Actor::Cli,
            &self.catalogue,
            upload,
            &mut |done, total| {
                bar.set_length(total);
                bar.set_position(done);
            },
        )?;
        bar.finish_and_clear();
        let (mut report, counts, errors) = self.db.read_blocking(|conn| {
            let import = imports::store::import(conn, &id)?;
            let errors = refused_file(conn, &id, self.words)?;
            Ok((Report::of(conn, &id, self.words)?, counts(&import)?, errors))
        })?;
        if let Err(error) = self.write_errors(errors, at) {
            self.db.write_blocking(|conn| imports::forget(conn, &id))?;
            return Err(error);
        }
        let verdict = self.verdict(&counts, report.brake.is_some());
        let stores = !self.args.dry_run && matches!(verdict, Outcome::Done);
        if stores {
            let (now, today) = (self.clock.now(), self.clock.today());
            let consent = Consent { all_or_nothing: self.args.strict, changes: self.args.accept_changes };
            let accepted =
                self.db.write_blocking(|conn| imports::accept(conn, now, today, Actor::Cli, &id, consent));
            if let Err(error) = accepted {
                self.db.write_blocking(|conn| imports::forget(conn, &id))?;
                return Err(error);
            }
            report.stored = true;
        } else {
            self.db.write_blocking(|conn| imports::forget(conn, &id))?;
            report.import = None;
        }
        self.tell(upload, &report)?;
        Ok(if self.args.dry_run { Outcome::Done } else { verdict })
    }

    /// What the counts allow under these options.
    fn verdict(&self, counts: &Counts, braked: bool) -> Outcome {
        if counts.good() == 0 || (self.args.strict && counts.refused > 0) {
            Outcome::Refused
        } else if braked && !self.args.accept_changes {
            Outcome::Braked
        } else {
            Outcome::Done
        }
    }
}
