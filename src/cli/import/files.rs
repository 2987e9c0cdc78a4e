//! The files named on the command line, read and sorted out. Bringing them in: `bring_in`.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::Command;
use crate::cli::written::must_be_free;
use crate::evidence::files::{Kind, Part, Points};
use crate::evidence::imports::own_profiles::known_to;
use crate::evidence::imports::{Actor, Offer, Upload, sort_out};
use crate::ground::{Conn, Error, Message, Result};

impl Command<'_> {
    /// The files named, sorted out, rosters first.
    pub(super) fn uploads(&self) -> Result<Vec<Upload>> {
        let school = self.args.school.clone();
        let school = school.ok_or_else(|| Error::Refused(Message::new("import-which-school")))?;
        let (kind, paths) = match self.args.what.split_first() {
            Some((word, rest)) if !rest.is_empty() && Kind::from_code(word).is_some() => {
                (Kind::from_code(word), rest)
            }
            _ => (None, self.args.what.as_slice()),
        };
        let mut found = Found::default();
        for path in paths.iter().map(Path::new) {
            found.add(path).map_err(|error| self.told_whole(&name_of(path), error))?;
        }
        let given = self.args.given.iter().map(|given| {
            let parts = given.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
            let (name, value) = parts.ok_or_else(|| {
                Error::Refused(Message::new("import-given-form").with("given", given.as_str()))
            })?;
            Ok((name.to_owned(), value.to_owned()))
        });
        let offer = Offer {
            school,
            sector: Some(self.args.sector.clone()),
            kind,
            points: self.args.points.as_deref().and_then(Points::read),
            next_year: self.args.next_year,
            profile: self.args.profile.clone(),
            given: given.collect::<Result<_>>()?,
            files: found.files,
            on_disk: found.on_disk,
            ..Offer::default()
        };
        let known = |conn: &mut Conn| known_to(conn, Actor::Cli, &self.profiles, &offer.school);
        let known = self.db.read_blocking(known)?;
        let uploads = sort_out(offer, &known).map_err(|(name, error)| self.told_whole(&name, error))?;
        for errors in (0..uploads.len()).filter_map(|at| self.errors_of(at)) {
            must_be_free(&errors, &found.at)?;
        }
        Ok(uploads)
    }
}

/// Lists larger than this, in bytes, are read where they stand.
const LARGE: u64 = 64 * 1024 * 1024;

/// Files, read; large lists are only found.
#[derive(Default)]
struct Found {
    files: Vec<Part>,
    on_disk: Vec<(String, PathBuf)>,
    /// Where all of them stand.
    at: Vec<PathBuf>,
}

impl Found {
    /// Adds a file, or all the files of a folder and the folders in it. What is hidden, and what only points elsewhere, is
    /// no export of anything.
    fn add(&mut self, path: &Path) -> Result<()> {
        let unreadable = |_cause| {
            let file = path.display().to_string();
            Error::Refused(Message::new("import-file-unreadable").with("file", file))
        };
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(unreadable)?;
            let mut inside: Vec<_> = entries.collect::<std::io::Result<_>>().map_err(unreadable)?;
            inside.retain(|entry| {
                let points = entry.file_type().is_ok_and(|kind| kind.is_symlink());
                !points && !entry.file_name().to_string_lossy().starts_with('.')
            });
            inside.sort_by_key(std::fs::DirEntry::file_name);
            return inside.iter().try_for_each(|entry| self.add(&entry.path()));
        }
        self.at.push(path.to_owned());
        if std::fs::metadata(path).map_err(unreadable)?.len() > LARGE && is_list(path).map_err(unreadable)? {
            self.on_disk.push((name_of(path), path.to_owned()));
        } else {
            let bytes = std::fs::read(path).map_err(unreadable)?;
            self.files.push(Part { name: name_of(path), bytes });
        }
        Ok(())
    }
}

/// Whether a file is neither a zip nor XML.
fn is_list(path: &Path) -> std::io::Result<bool> {
    let mut start = Vec::new();
    std::fs::File::open(path)?.take(16).read_to_end(&mut start)?;
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start).trim_ascii_start();
    Ok(!text.starts_with(b"PK") && !text.starts_with(b"<"))
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
