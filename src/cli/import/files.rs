//! The files named on the command line, read, each with its kind. Bringing them in: `bring_in`.

use std::path::Path;

use super::Command;
use crate::evidence::files::{Kind, Points};
use crate::evidence::imports::{Upload, kind_of};
use crate::ground::{Error, Message, Result};

impl Command<'_> {
    /// The files named, read, each with its kind.
    pub(super) fn uploads(&self) -> Result<Vec<Upload>> {
        let school = self.args.school.clone();
        let school = school.ok_or_else(|| Error::Refused(Message::new("import-which-school")))?;
        let (kind, files) = match self.args.what.split_first() {
            Some((word, rest)) if !rest.is_empty() && Kind::from_code(word).is_some() => {
                (Kind::from_code(word), rest)
            }
            Some((word, rest)) if !rest.is_empty() && word == "attendance" => {
                let message = Message::new("import-kind-not-taken").with("kind", word.as_str());
                return Err(Error::Refused(message));
            }
            _ => (None, self.args.what.as_slice()),
        };
        let upload = |file: &String| {
            let path = Path::new(file);
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let mut upload = Upload {
                school: school.clone(),
                sector: Some(self.args.sector.clone()),
                kind,
                points: self.args.points.as_deref().and_then(Points::read),
                file_name: name.unwrap_or_default(),
                bytes: Vec::new(),
            };
            if let Ok(bytes) = std::fs::read(path) {
                upload.bytes = bytes;
            } else {
                let message = Message::new("import-file-unreadable").with("file", file.as_str());
                self.refused_whole(&upload, Error::Refused(message))?;
            }
            if kind.is_none() {
                match kind_of(&upload.bytes) {
                    Ok(kind) => upload.kind = Some(kind),
                    Err(error) => {
                        self.refused_whole(&upload, error)?;
                    }
                }
            }
            Ok(upload)
        };
        files.iter().map(upload).collect()
    }
}
