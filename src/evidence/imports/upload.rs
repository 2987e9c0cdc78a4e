//! A file as it is offered: read as its kind, and refused when it is of another school.

use chrono::NaiveDate;

use super::file::File;
use crate::evidence::files::{Catalogue, Kind, Points, header::Header, sheet::Sheet, text};
use crate::ground::{Error, Message, Result};

/// A file to bring in.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// The school's BRIN.
    pub school: String,
    /// The sector of the school, when it has to be made (command line only); `po` when none.
    pub sector: Option<String>,
    /// What the file holds; none: told from its header.
    pub kind: Option<Kind>,
    /// The scale of ratings; none: the ratings must tell.
    pub points: Option<Points>,
    /// The file's name, without its folder.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The kind of rows a file holds, by its header; the whole file is refused when nothing tells.
pub fn kind_of(bytes: &[u8]) -> Result<Kind> {
    let (text, _) = text::decode(bytes)?;
    let header: Header = Sheet::open(&text)?.header;
    header.kind().ok_or_else(|| Error::Refused(Message::new("file-kind-unknown")))
}

/// Whether a file can be read as its kind and names no other school, without storing anything.
pub fn check(upload: &Upload, catalogue: &dyn Catalogue, today: NaiveDate) -> Result<()> {
    File::read(upload, catalogue, today).map(|_| ())
}
