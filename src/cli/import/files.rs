//! The files named on the command line, read and sorted out. Bringing them in: `bring_in`.

use std::path::Path;

use super::Command;
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
            Some((word, rest)) if !rest.is_empty() && word == "attendance" => {
                let message = Message::new("import-kind-not-taken").with("kind", word.as_str());
                return Err(Error::Refused(message));
            }
            _ => (None, self.args.what.as_slice()),
        };
        let mut files = Vec::new();
        for path in paths {
            let mut found = read(Path::new(path));
            if let Err(error) = found {
                found = Err(self.told_whole(&name_of(Path::new(path)), error));
            }
            files.extend(found?);
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
            profile: self.args.profile.clone(),
            given: given.collect::<Result<_>>()?,
            files,
            ..Offer::default()
        };
        let known = |conn: &mut Conn| known_to(conn, Actor::Cli, &self.profiles, &offer.school);
        let known = self.db.read_blocking(known)?;
        sort_out(offer, &known).map_err(|(name, error)| self.told_whole(&name, error))
    }
}

/// A file, or all the files of a folder and the folders in it. What is hidden, and what only points elsewhere, is no
/// export of anything.
fn read(path: &Path) -> Result<Vec<Part>> {
    let unreadable = |_cause| {
        let file = path.display().to_string();
        Error::Refused(Message::new("import-file-unreadable").with("file", file))
    };
    if !path.is_dir() {
        return Ok(vec![Part { name: name_of(path), bytes: std::fs::read(path).map_err(unreadable)? }]);
    }
    let entries = std::fs::read_dir(path).map_err(unreadable)?;
    let mut inside: Vec<_> = entries.collect::<std::io::Result<_>>().map_err(unreadable)?;
    inside.retain(|entry| {
        let points = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        !points && !entry.file_name().to_string_lossy().starts_with('.')
    });
    inside.sort_by_key(std::fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in inside {
        files.extend(read(&entry.path())?);
    }
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
