//! Some rows of a big file of scores as whole numbers, with what the numbers point to.

use std::{collections::HashMap, ops::Range};

use chrono::NaiveDate;
use csv::StringRecord;

use super::{
    cells::{self, Cells},
    columns::Columns,
    known::Known,
    reader::Reader,
};
use crate::{
    evidence::{
        files::{
            parsed::Refusal,
            row::Row,
            score::{Catalogue, Series},
            stream::{Opening, Piece},
        },
        instruments::Sex,
    },
    ground::Result,
};

/// One score, by places in the lists of the block.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Place in `Block::pupils`.
    pub pupil: u32,
    /// Place in `Block::slots`.
    pub slot: u32,
    /// Place in `Block::values`.
    pub value: u32,
    /// Place in `Block::places`.
    pub place: u32,
    /// The line of the file.
    pub line: u32,
}

/// A day in a round of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Place in `Block::series`.
    pub series: u32,
    /// The round as labelled, or by season.
    pub round: String,
    /// The day of the list.
    pub date: NaiveDate,
}

/// A score of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// Place in `Block::series`.
    pub series: u32,
    /// The score.
    pub score: f64,
}

/// What a row says of the pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Place in `Block::pupils`.
    pub pupil: u32,
    /// For norms by age.
    pub born: Option<NaiveDate>,
    /// For norms by sex.
    pub sex: Option<Sex>,
    /// The line of the file.
    pub line: u32,
}

/// What a piece of a file holds. Places count on through all the pieces that one `BlockReader` has read: a block holds
/// what is new in it.
#[derive(Debug, Default)]
pub struct Block {
    /// The scores.
    pub lines: Vec<Line>,
    /// The rows that cannot be taken; counted within the piece.
    pub refused: Vec<Refusal>,
    /// All rows, refused or not.
    pub rows: usize,
    /// Pupils by place: the school (empty where the file names none) and the number.
    pub pupils: Vec<(String, String)>,
    /// What the rows say of them, where that is something else than the row before did.
    pub about: Vec<About>,
    /// Series by place.
    pub series: Vec<Series>,
    /// Days of rounds by place.
    pub slots: Vec<Slot>,
    /// Scores by place.
    pub values: Vec<Value>,
    /// Groups (with their school, empty where the file names none) and those who filled in, by place.
    pub places: Vec<(String, Option<String>, Option<String>)>,
}

/// Reads pieces of one file.
pub struct BlockReader<'a> {
    known: Known<'a>,
    opening: &'a Opening,
}

impl<'a> BlockReader<'a> {
    /// For a file. Refused whole: one that lacks a column.
    pub fn new(opening: &'a Opening, catalogue: &'a dyn Catalogue, today: NaiveDate) -> Result<Self> {
        let columns = Columns::find(&mut opening.header.clone())?;
        let reader = Reader { columns, catalogue, today, scales: HashMap::new(), decimal: None };
        Ok(Self { known: Known::new(reader), opening })
    }

    /// Reads a piece.
    pub fn read(&mut self, piece: &Piece) -> Result<Block> {
        // The first piece holds the header, and whatever stands above it.
        let plain = piece.at > 0 && cells::is_plain(&piece.text);
        if plain { Ok(self.read_plain(piece)) } else { self.read_sheet(piece) }
    }

    /// A piece in which each line is a row.
    fn read_plain(&mut self, piece: &Piece) -> Block {
        let mut block = Block { lines: Vec::with_capacity(piece.text.len() / 40), ..Block::default() };
        let mut line = piece.line;
        cells::each_line(&piece.text, self.opening.delimiter, |at| {
            let here = line;
            line += 1;
            if at.is_empty() {
                return;
            }
            let cells = Cells { text: &piece.text, at, divided: true };
            if let Some(seen) = self.seen(&cells, here) {
                block.rows += 1;
                block.lines.push(seen);
            } else if !cells.is_blank() {
                block.rows += 1;
                let cut = cells.record();
                let row = Row { number: block.rows, line: here, header: &self.opening.header, cells: &cut };
                self.learn(&row, &cells, &mut block);
            }
        });
        block
    }

    /// A piece with a header, quotation marks or odd line ends.
    fn read_sheet(&mut self, piece: &Piece) -> Result<Block> {
        let mut sheet = piece.sheet(self.opening)?;
        let mut block = Block::default();
        let mut record = StringRecord::new();
        let mut at: Vec<Range<usize>> = Vec::new();
        while let Some(row) = sheet.next_row(&mut record)? {
            block.rows += 1;
            at.clear();
            at.extend((0..row.cells.len()).filter_map(|place| row.cells.range(place)));
            let cells = Cells { text: row.cells.as_slice(), at: &at, divided: false };
            match self.seen(&cells, row.line) {
                Some(line) => block.lines.push(line),
                None => self.learn(&row, &cells, &mut block),
            }
        }
        Ok(block)
    }

    fn seen(&mut self, cells: &Cells<'_>, at: usize) -> Option<Line> {
        (cells.at.len() == self.opening.header.width()).then(|| self.known.seen(cells, line(at)))?
    }

    fn learn(&mut self, row: &Row<'_>, cells: &Cells<'_>, block: &mut Block) {
        let fits = cells.at.len() == self.opening.header.width();
        let pupil = fits.then(|| self.known.learn_pupil(row, cells, block)).flatten();
        match pupil.unwrap_or_else(|| self.known.learn(row, cells, block)) {
            Ok(line) => block.lines.push(line),
            Err(refusal) => block.refused.push(refusal),
        }
    }
}

/// The line of a file as it is kept.
pub(super) fn line(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
