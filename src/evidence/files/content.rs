//! The bytes of a file: held in memory, or left on the disk where they stand, so that a large one is never held whole.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use super::stream::{Stream, encoding_of};
use super::text::Encoding;
use crate::ground::{Error, Message, Result};

/// The bytes of a file.
#[derive(Debug, Clone)]
pub enum Content {
    /// In memory.
    Held(Vec<u8>),
    /// On the disk of this machine.
    OnDisk(PathBuf),
}

impl Default for Content {
    fn default() -> Self {
        Self::Held(Vec::new())
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Held(bytes)
    }
}

impl Content {
    /// The bytes from the first on.
    pub fn open(&self) -> Result<Box<dyn Read + '_>> {
        Ok(match self {
            Self::Held(bytes) => Box::new(bytes.as_slice()),
            Self::OnDisk(path) => Box::new(File::open(path).map_err(|cause| unreadable(path, &cause))?),
        })
    }

    /// All of them at once.
    pub fn all(&self) -> Result<Cow<'_, [u8]>> {
        Ok(match self {
            Self::Held(bytes) => Cow::Borrowed(bytes),
            Self::OnDisk(path) => Cow::Owned(std::fs::read(path).map_err(|cause| unreadable(path, &cause))?),
        })
    }

    /// How many there are.
    pub fn size(&self) -> Result<u64> {
        Ok(match self {
            Self::Held(bytes) => bytes.len() as u64,
            Self::OnDisk(path) => std::fs::metadata(path).map_err(|cause| unreadable(path, &cause))?.len(),
        })
    }

    /// What tells the kind of a file: all that is held, of what stands on the disk the first whole rows.
    pub fn head(&self) -> Result<Cow<'_, [u8]>> {
        match self {
            Self::Held(bytes) => Ok(Cow::Borrowed(bytes)),
            Self::OnDisk(_) => Ok(Cow::Owned(Stream::new(self.open()?, Encoding::Utf8).next_bytes()?)),
        }
    }

    /// The text of it, in pieces.
    pub(super) fn stream(&self) -> Result<Stream<Box<dyn Read + '_>>> {
        Ok(Stream::new(self.open()?, encoding_of(self.open()?)?))
    }
}

fn unreadable(path: &std::path::Path, cause: &std::io::Error) -> Error {
    let message = Message::new("import-file-unreadable").with("file", path.display().to_string());
    Error::Refused(message.with("problem", cause.to_string()))
}
