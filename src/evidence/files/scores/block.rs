//! Some rows of a big file of scores as whole numbers, with the names behind them. A cell that was read before is not
//! read again: only what is new goes through the reader, so that a row means here what it means there.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{columns::Columns, known::Known, reader::Reader};
use crate::{
    evidence::{
        files::{
            parsed::Refusal,
            score::{Catalogue, Series},
            stream::{Opening, Piece},
        },
        instruments::Sex,
    },
    ground::Result,
};

/// One score; its names are places in the block's lists.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Place in `Block::pupils`.
    pub pupil: u32,
    /// Place in `Block::schools`.
    pub school: u32,
    /// Place in `Block::series`.
    pub series: u32,
    /// Place in `Block::rounds`.
    pub round: u32,
    /// Place in `Block::groups`.
    pub group: Option<u32>,
    /// Place in `Block::raters`.
    pub rater: Option<u32>,
    /// The day of the list.
    pub date: NaiveDate,
    /// The score.
    pub score: f64,
    /// For norms by age.
    pub birth_date: Option<NaiveDate>,
    /// For norms by sex.
    pub sex: Option<Sex>,
    /// The line of the file.
    pub line: u32,
}

/// What a piece of a file holds. Places count on through all the pieces that one `BlockReader` has read: a block holds the
/// names that are new in it.
#[derive(Debug, Default)]
pub struct Block {
    /// The scores.
    pub lines: Vec<Line>,
    /// The rows that cannot be taken; counted within the piece.
    pub refused: Vec<Refusal>,
    /// All rows, refused or not.
    pub rows: usize,
    /// Schools by place; empty where the file names none.
    pub schools: Vec<String>,
    /// Numbers of pupils by place.
    pub pupils: Vec<String>,
    /// Series by place.
    pub series: Vec<Series>,
    /// Rounds by place, as labelled or by season.
    pub rounds: Vec<String>,
    /// Groups by place.
    pub groups: Vec<String>,
    /// Those who filled in, by place.
    pub raters: Vec<String>,
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
        Ok(Self { known: Known::new(reader, opening.header.width()), opening })
    }

    /// Reads a piece.
    pub fn read(&mut self, piece: &Piece) -> Result<Block> {
        let mut sheet = piece.sheet(self.opening)?;
        let mut block = Block::default();
        let mut cells = csv::StringRecord::new();
        while let Some(row) = sheet.next_row(&mut cells)? {
            block.rows += 1;
            let line = self.known.seen(&row).map_or_else(|| self.known.learn(&row, &mut block), Ok);
            match line {
                Ok(line) => block.lines.push(line),
                Err(refusal) => block.refused.push(refusal),
            }
        }
        Ok(block)
    }
}
