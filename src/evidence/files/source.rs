//! The text that rows are read from: the file itself, or for other formats the table that they were turned into.

use std::borrow::Cow;

use super::{
    header::Header,
    layout::Layout,
    sheet::{self, Sheet},
    text::{self, Encoding},
};
use crate::ground::Result;

/// A file that belongs to another one.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name, without its folder.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What rows are read from.
#[derive(Debug)]
pub struct Source<'a> {
    text: Cow<'a, str>,
    pub(super) encoding: Encoding,
}

impl<'a> Source<'a> {
    /// The source of a file; `beside`: the files that belong to it.
    pub fn of(bytes: &'a [u8], _beside: &[Part]) -> Result<Self> {
        let (text, encoding) = text::decode(bytes)?;
        Ok(Self { text, encoding })
    }

    /// The lines that may be its header, under every delimiter.
    pub fn headers(&self) -> impl Iterator<Item = Header> {
        sheet::headers(&self.text)
    }

    /// Its rows, under the header that a layout reads.
    pub fn sheet(&self, layout: &Layout) -> Result<Sheet<'_>> {
        Sheet::open_by(&self.text, layout)
    }
}
