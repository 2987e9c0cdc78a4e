//! A file as it is offered: read as its kind, and refused when it is of another school.

use chrono::NaiveDate;

use super::file::File;
use crate::evidence::files::{Catalogue, Content, Kind, Layout, Part, Points, Source};
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
    /// A roster of the school year to come: it counts from that year's first day.
    pub next_year: bool,
    /// The file's name, without its folder.
    pub file_name: String,
    /// The file.
    pub bytes: Content,
    /// The files that belong to it: the others of a set of School Data Sync.
    pub beside: Vec<Part>,
    /// How it is to be read; the default: by the usual names.
    pub layout: Layout,
}

/// The kind of rows a file holds, by its header; the whole file is refused when nothing tells.
pub fn kind_of(bytes: &[u8]) -> Result<Kind> {
    kind_in(&Source::of(bytes, &[])?, &Layout::default())
}

/// The same by a layout.
pub(super) fn kind_in(source: &Source<'_>, layout: &Layout) -> Result<Kind> {
    let kind = match layout.kind() {
        Some(kind) => Some(kind),
        None => source.sheet(layout)?.header.kind(),
    };
    kind.ok_or_else(|| Error::Refused(Message::new("file-kind-unknown")))
}

/// Reads a file without storing anything: how many rows can be taken as they stand, and how many not. Refused where it cannot
/// be read as its kind or names another school.
pub fn check(upload: &Upload, catalogue: &dyn Catalogue, today: NaiveDate) -> Result<(usize, usize)> {
    let head = upload.bytes.head()?;
    let source = Source::of(&head, &upload.beside)?;
    File::read(upload, &source, catalogue, today)?.rows(&upload.school)
}
