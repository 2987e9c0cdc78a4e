//! The files of scores, read by all processors: whoever is free takes the next piece, and the blocks are put together
//! in the order of the file, so that the outcome is the same whoever read what.

use std::{
    collections::BTreeMap,
    fs::File,
    io,
    path::Path,
    sync::{Mutex, PoisonError, mpsc},
    thread,
};

use chrono::NaiveDate;

use super::super::cells::no_file;
use super::names::Collector;
use crate::{
    evidence::{
        files::{
            Refusal,
            scores::{Block, BlockReader},
            stream::{Encoding, Opening, Piece, Stream, encoding_of},
        },
        instruments::Catalogue,
    },
    ground::{Error, Message, Result},
};

/// What a file gave besides its scores.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The first refused rows.
    pub refused: Vec<Refusal>,
    /// How many rows were refused.
    pub count: usize,
    /// How many lines it has.
    pub lines: u32,
}

/// Reads a file into the collector; `before`: how many lines of other files come before. The first `shown` refused
/// rows are kept, the others counted. None: the file is not in this encoding, and what the collector holds is of no use.
pub(super) fn read(
    path: &Path,
    encoding: Encoding,
    (catalogue, today): (&Catalogue, NaiveDate),
    collector: &mut Collector,
    before: u32,
    shown: usize,
) -> Result<Option<Read>> {
    let open = || opened(path).map_err(|cause| no_file(path, &cause));
    match read_as(open, encoding, (catalogue, today), collector, before, shown) {
        Ok(read) => Ok(Some(read)),
        // Nearly every file is UTF-8: to look through all of it first would cost more than to begin again.
        Err(_) if encoding == Encoding::Utf8 && encoding_of(open()?)? != encoding => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// A file to read. A folder can be opened as one, and only not be read.
fn opened(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
}

fn read_as(
    open: impl Fn() -> Result<File>,
    encoding: Encoding,
    (catalogue, today): (&Catalogue, NaiveDate),
    collector: &mut Collector,
    before: u32,
    shown: usize,
) -> Result<Read> {
    let mut stream = Stream::new(open()?, encoding);
    let Some(first) = stream.next_piece()? else {
        return Err(Error::Refused(Message::new("file-empty")));
    };
    let opening = first.opening(&stream, &open)?;
    let blocks = Blocks { opening, catalogue, today, pieces: Mutex::new((Some(first), stream)) };
    let mut read = Read::default();
    let mut rows = 0;
    blocks.each(|reader, block| {
        read.count += block.refused.len();
        let room = shown.saturating_sub(read.refused.len());
        let told = block.refused.iter().take(room);
        read.refused.extend(told.map(|one| Refusal { row: rows + one.row, ..one.clone() }));
        rows += block.rows;
        let last = block.lines.last().map_or(0, |line| line.line);
        read.lines = read.lines.max(last);
        collector.take(reader, block, before);
    })?;
    collector.forget_places();
    if rows == 0 {
        return Err(Error::Refused(Message::new("file-header-only")));
    }
    Ok(read)
}

/// The blocks of a file.
struct Blocks<'a> {
    opening: Opening,
    catalogue: &'a Catalogue,
    today: NaiveDate,
    /// The first piece, and where the others come from.
    pieces: Mutex<(Option<Piece>, Stream<File>)>,
}

impl Blocks<'_> {
    /// Gives each block in the order of the file.
    fn each(&self, mut take: impl FnMut(usize, Block)) -> Result<()> {
        let readers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (done, blocks) = mpsc::sync_channel(readers);
        thread::scope(|scope| {
            for reader in 0..readers {
                let done = done.clone();
                scope.spawn(move || self.work(reader, &done));
            }
            drop(done);
            let mut early = BTreeMap::new();
            let mut next = 0;
            for (at, reader, block) in blocks {
                early.insert(at, (reader, block));
                while let Some((reader, block)) = early.remove(&next) {
                    take(reader, block?);
                    next += 1;
                }
            }
            // What is left could not be read.
            early.into_values().try_for_each(|(_, block)| block.map(drop))
        })
    }

    /// Reads pieces until there are none, or nobody wants them.
    fn work(&self, reader: usize, done: &mpsc::SyncSender<(usize, usize, Result<Block>)>) {
        let mut blocks = match BlockReader::new(&self.opening, self.catalogue, self.today) {
            Ok(blocks) => blocks,
            // Whoever waits no longer has heard of another problem.
            Err(cause) => return drop(done.send((usize::MAX, reader, Err(cause)))),
        };
        loop {
            // The place of a piece that failed to come is after all others.
            let (at, block) = match self.piece() {
                Ok(Some(piece)) => (piece.at, blocks.read(&piece)),
                Ok(None) => return,
                Err(cause) => (usize::MAX, Err(cause)),
            };
            let failed = block.is_err();
            if done.send((at, reader, block)).is_err() || failed {
                return;
            }
        }
    }

    fn piece(&self) -> Result<Option<Piece>> {
        let mut pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        match pieces.0.take() {
            Some(first) => Ok(Some(first)),
            None => pieces.1.next_piece(),
        }
    }
}
