//! The text that rows are read from: the file itself, or for other formats the table that they were turned into.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;

use super::{
    edexml,
    header::Header,
    layout::Layout,
    parsed::Refusal,
    sds,
    sheet::{self, Sheet},
    stream::Stream,
    table::{Facts, Table},
    text::{self, Encoding},
    xml,
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
    /// What the file says besides its rows.
    pub facts: Facts,
    /// For a table that was made out of another format: what its text cannot say.
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    lines: Vec<usize>,
    problems: HashMap<usize, Refusal>,
    dropped: Vec<String>,
    ignored: Vec<String>,
}

impl<'a> Source<'a> {
    /// The source of a file; `beside`: the files that belong to it.
    pub fn of(bytes: &'a [u8], beside: &[Part]) -> Result<Self> {
        if xml::is_xml(bytes) {
            let (text, encoding) = text::decode_xml(bytes);
            return Self::made_of(edexml::table(&text)?, encoding);
        }
        let (text, encoding) = text::decode(bytes)?;
        if sds::leads(beside) {
            return Self::made_of(sds::table(bytes, beside)?, encoding);
        }
        Ok(Self { text, encoding, facts: Facts::default(), made: None })
    }

    fn made_of(mut table: Table, encoding: Encoding) -> Result<Self> {
        let text = Cow::Owned(table.text()?);
        let made = Made {
            lines: table.lines,
            problems: table.problems,
            dropped: table.dropped.into_iter().collect(),
            ignored: table.ignored.into_iter().collect(),
        };
        Ok(Self { text, encoding, facts: table.facts, made: Some(made) })
    }

    /// Its text, in pieces.
    pub(super) fn stream(&self) -> Stream<Box<dyn Read + '_>> {
        Stream::new(self.open(), Encoding::Utf8)
    }

    /// Its text as bytes, from the first on.
    pub(super) fn open(&self) -> Box<dyn Read + '_> {
        Box::new(self.text.as_bytes())
    }

    /// The text of a list; none where it was made out of another format, whose columns are known.
    pub(super) fn list(&self) -> Option<&str> {
        self.made.is_none().then_some(&*self.text)
    }

    /// The lines that may be its header, under every delimiter; none of a table that was made: its columns are known.
    pub fn headers(&self) -> impl Iterator<Item = Header> {
        sheet::headers(self.list().unwrap_or_default())
    }

    /// Its rows, under the header that a layout reads.
    pub fn sheet(&self, layout: &Layout) -> Result<Sheet<'_>> {
        let mut sheet = Sheet::open_by(&self.text, layout)?;
        if let Some(made) = &self.made {
            sheet.lines = Some(made.lines.clone());
            sheet.problems.clone_from(&made.problems);
            sheet.header.left_out(&made.dropped, &made.ignored);
        }
        Ok(sheet)
    }
}
