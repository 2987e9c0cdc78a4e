//! Sheets of A4 as PDF: headings, paragraphs and lists, tagged so that a screen reader finds its way (PDF/UA-1).
//! What stands on a sheet is the work of whoever hands it in; only words come in here, no pupils.

mod flow;
#[cfg(test)]
pub mod tests;
mod typeset;
mod write;

pub use write::pdf;

/// A sheet, or a bundle of them.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    /// The title, as readers of PDF show it. It is not printed: the first heading is.
    pub title: String,
    /// The language of the words, as in HTML: `nl`, `en`.
    pub language: String,
    /// Stands at the foot of each page, before its number.
    pub footer: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of a sheet or, one lower, of a part of it.
    Heading {
        /// 1 or 2.
        level: u16,
        /// The words.
        text: String,
    },
    /// A paragraph; line ends in it are kept.
    Text(String),
    /// A line that leads into what follows, printed bold.
    Lead(String),
    /// Points under each other.
    Points(Vec<String>),
    /// So many empty lines to write on by hand.
    Lines(usize),
    /// What follows begins on a new page.
    NewPage,
}
